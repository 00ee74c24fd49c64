// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {PriceWord} from "../libraries/PriceWord.sol";

import {ILicences, LicenceGround, Unproved} from "./ILicences.sol";
import {Proceeds} from "./Proceeds.sol";

/// @title Grants
/// @notice The permissions that were given, and the chain of their receipts.
abstract contract Grants is Proceeds {
    /// @dev The permission of a licensee in a family of works, in one slot.
    struct GrantSlot {
        uint48 from;
        uint48 to;
        uint48 refundedAt;
        uint32 receipts;
        /// a {LicenceGround}
        uint8 ground;
        uint8 tier;
        uint16 terms;
    }

    /// @dev A request as it is judged, in the order in which that is found out.
    struct Case {
        GrantSlot grant;
        uint256 family;
        uint256 terms;
        PriceWord price;
        bool free;
        uint8 tier;
        LicenceGround ground;
        Unproved unproved;
        /// COMMON_GOOD by registry number
        bool pending;
        /// the last second that the ground allows
        uint256 most;
        /// whether the new span follows the running one without a break or a change of ground
        bool extends_;
        uint256 from;
        uint256 to;
        uint256 credit;
        uint256 distinctAttesters;
        uint256 fee;
    }

    mapping(uint256 key => GrantSlot) internal _grants;
    mapping(uint256 key => uint256[]) private _spans;
    mapping(uint256 key => bytes32) private _heads;

    /* READING */

    /// @inheritdoc ILicences
    function coveredAt(
        address licensee,
        uint256 work,
        uint48 t
    ) external view returns (bool covered, LicenceGround ground) {
        (uint256 family, , uint256 firstFrom, uint256 changeDate, ) = _worksOf().priceOf(work);
        if (_isFreeAt(t, firstFrom, changeDate)) return (true, LicenceGround.FREE);
        uint256 key = _key(family, licensee);
        GrantSlot memory grant = _grants[key];
        if (grant.from <= t && t < grant.to) return (true, LicenceGround(grant.ground));
        uint256[] storage spans = _spans[key];
        for (uint256 i = spans.length; i > 0; --i) {
            uint256 span = spans[i - 1];
            if (uint40(span) <= t && t < uint40(span >> 40)) return (true, LicenceGround(uint8(span >> 80)));
        }
    }

    /// @inheritdoc ILicences
    function grantOf(uint256 family, address licensee) external view returns (Grant memory) {
        GrantSlot memory grant = _grants[_key(family, licensee)];
        return
            Grant({
                from: grant.from,
                to: grant.to,
                ground: LicenceGround(grant.ground),
                tier: grant.tier,
                terms: grant.terms,
                receipts: grant.receipts,
                refundedAt: grant.refundedAt
            });
    }

    /// @inheritdoc ILicences
    function spansOf(uint256 family, address licensee) external view returns (uint256[] memory) {
        return _spans[_key(family, licensee)];
    }

    /// @inheritdoc ILicences
    function receiptHead(uint256 family, address licensee) external view returns (bytes32) {
        return _heads[_key(family, licensee)];
    }

    /// @inheritdoc ILicences
    function receiptHash(address licensee, uint256 family, Entry memory entry) public pure returns (bytes32) {
        return keccak256(abi.encode(licensee, family, entry));
    }

    /* WRITING */

    /// @dev A span that is not extended is kept in the list of earlier ones.
    function _setGrant(uint256 key, Case memory found) internal returns (uint256 number) {
        GrantSlot memory grant = found.grant;
        if (!found.extends_) {
            uint48 openUntil = _openUntil(key);
            if (openUntil != 0) revert RefundStillOpen(openUntil);
            uint256 end = found.from < grant.to ? found.from : grant.to;
            if (grant.from < end) _spans[key].push(_packSpan(grant, end));
            grant.from = uint48(found.from);
        }
        grant.to = uint48(found.to);
        grant.ground = uint8(found.ground);
        grant.tier = found.tier;
        grant.terms = uint16(found.terms);
        number = ++grant.receipts;
        _grants[key] = grant;
    }

    /// @dev Chains an entry to the one before it.
    function _chain(uint256 key, Entry memory entry) internal returns (bytes32 head) {
        entry.previous = _heads[key];
        head = receiptHash(address(uint160(key)), key >> 160, entry);
        // L6, LIC-5
        _heads[key] = head;
    }

    function _packSpan(GrantSlot memory grant, uint256 end) private pure returns (uint256) {
        return
            uint256(grant.from) |
            (end << 40) |
            (uint256(grant.ground) << 80) |
            (uint256(grant.tier) << 88) |
            (uint256(grant.terms) << 96);
    }

    /// @dev Whether nothing is asked for at `t`: before the first terms, and from the change date on.
    function _isFreeAt(uint256 t, uint256 firstFrom, uint256 changeDate) internal pure returns (bool) {
        return firstFrom == 0 || t < firstFrom || (changeDate != 0 && t >= changeDate);
    }
}

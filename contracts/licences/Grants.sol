// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Family, WorkId} from "../types/WorkId.sol";

import {Case, Permission} from "./Case.sol";
import {GrantKey, GrantKeys} from "./GrantKey.sol";
import {GrantWords} from "./GrantWord.sol";
import {ILicences, LicenceGround} from "./ILicences.sol";
import {Judgement} from "./Judgement.sol";
import {Proceeds} from "./Proceeds.sol";
import {Spans} from "./Spans.sol";

/// @title Grants
/// @notice The permissions that were given, and the chain of their receipts.
abstract contract Grants is Proceeds {
    mapping(GrantKey key => uint256[]) internal _spans;
    mapping(GrantKey key => bytes32) private _newest;

    /* READING */

    /// @inheritdoc ILicences
    function coveredAt(
        address licensee,
        WorkId work,
        uint48 t
    ) external view returns (bool covered, LicenceGround ground, bool grace) {
        (WorkId origin, Family family, , uint256 firstFrom, uint256 changeDate, ) = _worksOf().priceOf(work);
        if (Judgement.isFreeAt(t, firstFrom, changeDate)) return (true, LicenceGround.FREE, false);
        (covered, ground, grace) = _coveredBy(GrantKeys.pack(family, licensee), t);
        if (covered || origin == work) return (covered, ground, grace);
        // L5: who bought it where it stood before stays covered.
        (family, ) = _worksOf().stewardOf(work);
        return _coveredBy(GrantKeys.pack(family, licensee), t);
    }

    function _coveredBy(GrantKey key, uint48 t) private view returns (bool covered, LicenceGround ground, bool grace) {
        return Spans.coveredAt(_grants[key], _spans[key], _worksOf(), key.family(), t);
    }

    /// @inheritdoc ILicences
    function grantOf(Family family, address licensee) external view returns (Grant memory) {
        Permission memory grant = _grants[GrantKeys.pack(family, licensee)].unpack();
        return
            Grant({
                from: grant.from,
                to: grant.to,
                ground: grant.ground,
                tier: grant.tier,
                terms: grant.terms,
                receipts: grant.receipts,
                paid: grant.paid,
                refundedAt: grant.refundedAt,
                graced: grant.graced
            });
    }

    /// @inheritdoc ILicences
    function spansOf(Family family, address licensee) external view returns (uint256[] memory) {
        return _spans[GrantKeys.pack(family, licensee)];
    }

    /// @inheritdoc ILicences
    function newestReceipt(Family family, address licensee) external view returns (bytes32) {
        return _newest[GrantKeys.pack(family, licensee)];
    }

    /// @inheritdoc ILicences
    function receiptHash(address licensee, Family family, Entry memory entry) public pure returns (bytes32) {
        return keccak256(abi.encode(licensee, family, entry));
    }

    /* WRITING */

    /// @dev A span that is not prolonged is kept in the list of earlier ones. One that was over is not: what lay between
    /// is grace, and stays that.
    function _setGrant(GrantKey key, Case memory found) internal returns (uint256 number) {
        Permission memory grant = found.grant;
        if (!found.extends_ || found.from < block.timestamp) {
            uint256 end = found.from < grant.to ? found.from : grant.to;
            if (grant.from < end) _spans[key].push(Spans.pack(grant, end));
            grant.from = uint48(found.from);
            grant.graced = found.from < block.timestamp ? uint32(block.timestamp - found.from) : 0;
        }
        grant.to = uint48(found.to);
        grant.ground = found.ground;
        grant.tier = found.tier;
        grant.terms = uint16(found.terms);
        number = ++grant.receipts;
        if (found.fee != 0) grant.paid = grant.receipts;
        _grants[key] = GrantWords.pack(grant);
    }

    /// @dev Chains an entry to the one before it.
    /// @return fingerprint the hash by which it is known
    /// @return told what is hashed: the licensee, the family and the entry
    function _chain(GrantKey key, Entry memory entry) internal returns (bytes32 fingerprint, bytes memory told) {
        entry.previous = _newest[key];
        told = abi.encode(key.licensee(), key.family(), entry);
        fingerprint = keccak256(told);
        // L6, LIC-5
        _newest[key] = fingerprint;
    }
}

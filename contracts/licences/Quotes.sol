// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IPhyle} from "../phyle/IPhyle.sol";

import {Answers} from "./Answers.sol";
import {Case, Permission} from "./Case.sol";
import {GrantKey} from "./GrantKey.sol";
import {Grants} from "./Grants.sol";
import {ILicences, LicenceGround, Unproved} from "./ILicences.sol";
import {Judgement} from "./Judgement.sol";

/// @title Quotes
/// @notice It says who gets a permission, on what ground, for how long and at what price: {Answers} and {Judgement}
/// find it out.
abstract contract Quotes is Grants {
    /// @inheritdoc ILicences
    uint8 public constant UNDECLARED = type(uint8).max;

    /// @inheritdoc ILicences
    function quote(Request calldata request) external view returns (Quote memory) {
        return Answers.answer(request, IPhyle(phyle()), _worksOf(), _grants, _bodies);
    }

    function _examine(Request calldata request) internal view returns (Case memory) {
        return Answers.examine(request, IPhyle(phyle()), _worksOf(), _grants, _bodies);
    }

    /// @dev The short way of {_examine}: the ground and the size are those of the grant.
    function _examineRenewal(
        GrantKey key,
        LicenceGround claim,
        uint32 duration,
        bool declared
    ) internal view returns (Case memory found) {
        Permission memory grant = _grants[key].unpack();
        if (grant.receipts == 0 || grant.ground != LicenceGround.PAID) revert NothingToRenew();
        Judgement.askWorks(_worksOf(), _paidWork(key), found);
        if (found.free || found.family != key.family()) revert NothingToRenew();
        if (grant.tier >= found.price.tiersOf()) revert TierUnknown(grant.tier);
        (found.grant, found.tier) = (grant, grant.tier);
        if (claim == LicenceGround.CONTRIBUTOR) {
            (found.credit, found.distinctAttesters) = Judgement.creditOf(
                IPhyle(phyle()),
                _worksOf(),
                found.family,
                msg.sender
            );
            found.ground = claim;
            found.most = block.timestamp + Judgement.MOST_FREE;
        } else if (claim != LicenceGround.PAID) {
            revert GroundUnproved(claim, Unproved.NOT_CLAIMABLE);
        }
        Judgement.judgePayer(claim, declared, found);
        Judgement.setSpan(duration, found);
        if (found.unproved != Unproved.NONE) revert GroundUnproved(claim, found.unproved);
        // L1, LIC-1
        if (found.ground == LicenceGround.PAID) Judgement.setFee(found);
    }
}

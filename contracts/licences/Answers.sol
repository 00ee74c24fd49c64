// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IWorks} from "../commons/IWorks.sol";
import {PriceWord} from "../libraries/PriceWord.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {BPS} from "../types/Bps.sol";

import {Case} from "./Case.sol";
import {GrantKey, GrantKeys} from "./GrantKey.sol";
import {GrantWord} from "./GrantWord.sol";
import {IBodies} from "./IBodies.sol";
import {ILicences, LicenceGround, Unproved} from "./ILicences.sol";
import {Judgement} from "./Judgement.sol";
import {Reciprocity} from "./Reciprocity.sol";

/// @title Answers
/// @notice Judges a request, and tells what was found out: may I, why, how much, and what would make it free.
/// @dev Deployed once and linked, so that its code does not weigh on Licences. It keeps nothing.
library Answers {
    uint256 private constant PENDING_TERM = 90 days;
    uint8 internal constant UNDECLARED = type(uint8).max;

    /* JUDGING */

    /// @dev The one path of `quote` and `acquire`.
    function examine(
        ILicences.Request calldata request,
        IPhyle phyle,
        IWorks works,
        mapping(GrantKey key => GrantWord) storage grants,
        mapping(address body => IBodies.CommonGood) storage bodies
    ) public view returns (Case memory found) {
        Judgement.askWorks(works, request.work, found);
        found.grant = grants[GrantKeys.pack(found.family, request.licensee)].unpack();
        _judgeClaim(request, phyle, works, bodies[request.licensee], found);
        Judgement.setSpan(request.duration, found);
        // L1, LIC-1
        if (found.ground == LicenceGround.PAID) Judgement.setFee(found);
    }

    /// @dev Tier, ground, and until when the ground allows.
    function _judgeClaim(
        ILicences.Request calldata request,
        IPhyle phyle,
        IWorks works,
        IBodies.CommonGood memory body,
        Case memory found
    ) private view {
        found.most = block.timestamp + Judgement.MOST_FREE;
        if (found.free) {
            found.ground = LicenceGround.FREE;
            return;
        }
        PriceWord price = found.price;
        uint8 tiers = uint8(price.tiersOf());
        found.tier = request.tier == UNDECLARED ? tiers - 1 : request.tier;
        if (found.tier >= tiers) revert ILicences.TierUnknown(request.tier);

        LicenceGround claim = request.claim;
        bool declared = request.statement != 0;
        if (claim == LicenceGround.SMALL_FIRM) found.tier = 0;
        bool pays = claim == LicenceGround.PAID || claim == LicenceGround.CONTRIBUTOR;
        if (pays && price.tierBps(found.tier) == 0) (claim, pays) = (LicenceGround.SMALL_FIRM, false);
        found.ground = claim;
        if (pays) {
            if (price.pricePerYear() == 0) found.ground = LicenceGround.FREE;
            else _judgePayer(request, phyle, works, claim, found);
        } else if (claim == LicenceGround.NON_COMMERCIAL || claim == LicenceGround.SMALL_FIRM) {
            if (!declared) found.unproved = Unproved.NO_STATEMENT;
        } else if (claim == LicenceGround.COMMON_GOOD) {
            (uint256 until, bool pending) = _commonGoodUntil(body, request.statement);
            if (until == 0) found.unproved = Unproved.NOT_ATTESTED;
            else if (until < found.most) found.most = until;
            found.pending = pending;
        } else if (claim == LicenceGround.MEMBER_COOP) {
            found.unproved = _whyNotACoop(phyle, request.licensee);
        } else if (claim == LicenceGround.COOPERATOR) {
            if (!phyle.isSettledUser(request.licensee)) found.unproved = Unproved.NOT_A_SETTLED_USER;
            else if (!declared) found.unproved = Unproved.NO_STATEMENT;
        } else {
            found.unproved = Unproved.NOT_CLAIMABLE;
        }
    }

    function _judgePayer(
        ILicences.Request calldata request,
        IPhyle phyle,
        IWorks works,
        LicenceGround claim,
        Case memory found
    ) private view {
        if (claim == LicenceGround.CONTRIBUTOR) {
            address licensee = request.licensee;
            (found.credit, found.distinctAttesters) = Judgement.creditOf(phyle, works, found.family, licensee);
        }
        Judgement.judgePayer(claim, request.statement != 0, found);
    }

    function _whyNotACoop(IPhyle phyle, address licensee) private view returns (Unproved) {
        if (!phyle.isCoop(licensee)) return Unproved.NOT_A_COOP;
        return phyle.inGoodStanding(licensee) ? Unproved.NONE : Unproved.NOT_IN_GOOD_STANDING;
    }

    /// @dev Until when a body is free: attested, or once for a while by its registry number.
    /// @return until 0: it is not.
    function _commonGoodUntil(
        IBodies.CommonGood memory body,
        bytes32 registryNumber
    ) private view returns (uint256 until, bool pending) {
        if (block.timestamp < body.until) return (body.until, false);
        if (registryNumber == 0) return (0, false);
        if (body.pendingUntil == 0) return (block.timestamp + PENDING_TERM, true);
        return block.timestamp < body.pendingUntil ? (body.pendingUntil, true) : (0, false);
    }

    /* TELLING */

    function answer(
        ILicences.Request calldata request,
        IPhyle phyle,
        IWorks works,
        mapping(GrantKey key => GrantWord) storage grants,
        mapping(address body => IBodies.CommonGood) storage bodies
    ) external view returns (ILicences.Quote memory told) {
        Case memory found = examine(request, phyle, works, grants, bodies);
        told.ground = found.ground;
        told.terms = found.terms;
        told.fee = found.fee;
        told.from = uint48(found.from);
        told.to = uint48(found.to);
        told.work = found.work;
        told.right = works.workOf(found.work).right;
        if (found.free) {
            told.may = true;
            told.provedGrounds = _bit(LicenceGround.FREE);
            return told;
        }
        told.unproved = found.unproved;
        told.may = told.unproved == Unproved.NONE;
        told.fullPrice = Reciprocity.feeOf(found.price.pricePerYear(), BPS, found.to - found.from, 0, 1, 0, true);
        if (!told.may) told.fee = told.fullPrice;
        _tellWaysToBeFree(request, found, phyle, works, told);
        (uint256 until, bool pending) = _commonGoodUntil(bodies[request.licensee], bytes32(type(uint256).max));
        if (until == 0) return told;
        if (pending) told.declarableGrounds |= _bit(LicenceGround.COMMON_GOOD);
        else told.provedGrounds |= _bit(LicenceGround.COMMON_GOOD);
    }

    function _tellWaysToBeFree(
        ILicences.Request calldata request,
        Case memory found,
        IPhyle phyle,
        IWorks works,
        ILicences.Quote memory told
    ) private view {
        PriceWord price = found.price;
        address licensee = request.licensee;
        if (_whyNotACoop(phyle, licensee) == Unproved.NONE) told.provedGrounds = _bit(LicenceGround.MEMBER_COOP);
        told.declarableGrounds = _bit(LicenceGround.NON_COMMERCIAL) | _bit(LicenceGround.SMALL_FIRM);
        if (phyle.isSettledUser(licensee)) told.declarableGrounds |= _bit(LicenceGround.COOPERATOR);
        (told.credit, told.distinctAttesters) = Judgement.creditOf(phyle, works, found.family, licensee);
        uint256 bps = price.tierBps(found.tier);
        uint256 needed = Reciprocity.pointsToWaive(price.waivePoints(), bps);
        told.pointsMissing = told.credit < needed ? needed - told.credit : 0;
        if (bps == 0 || told.pointsMissing != 0 || told.distinctAttesters < price.minAttesters()) return;
        // A size below the largest is declared, and so is what follows from it.
        if (found.tier + 1 == price.tiersOf()) told.provedGrounds |= _bit(LicenceGround.CONTRIBUTOR);
        else told.declarableGrounds |= _bit(LicenceGround.CONTRIBUTOR);
    }

    function _bit(LicenceGround ground) private pure returns (uint8) {
        return uint8(1 << uint8(ground));
    }
}

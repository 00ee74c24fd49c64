// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {PriceWord} from "../libraries/PriceWord.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {BPS} from "../types/Bps.sol";
import {CONTRIBUTIONS} from "../types/ChapterNames.sol";

import {Grants} from "./Grants.sol";
import {IContributions} from "./IContributions.sol";
import {ILicences, LicenceGround, Unproved} from "./ILicences.sol";
import {Reciprocity} from "./Reciprocity.sol";

/// @title Quotes
/// @notice Who may, on what ground, for how long and for how much.
abstract contract Quotes is Grants {
    uint256 private constant LEAST_DURATION = 1 days;
    uint256 internal constant MOST_FREE = 365 days;
    uint256 private constant MOST_PAID = 5 * 365 days;

    /// @inheritdoc ILicences
    uint8 public constant UNDECLARED = type(uint8).max;

    /* ASKING */

    /// @inheritdoc ILicences
    function quote(Request calldata request) external view returns (Quote memory answer) {
        Case memory found = _examine(request);
        answer.ground = found.ground;
        answer.terms = found.terms;
        answer.fee = found.fee;
        answer.from = uint48(found.from);
        answer.to = uint48(found.to);
        if (found.free) {
            answer.may = true;
            answer.provedGrounds = _bit(LicenceGround.FREE);
            return answer;
        }
        answer.unproved = found.unproved;
        if (found.unproved == Unproved.NONE && !found.extends_) {
            if (_openUntil(_key(found.family, request.licensee)) != 0) answer.unproved = Unproved.NOT_YET;
        }
        answer.may = answer.unproved == Unproved.NONE;
        PriceWord price = found.price;
        answer.fullPrice = Reciprocity.feeOf(price.pricePerYear(), BPS, found.to - found.from, 1, 0, true);
        if (!answer.may) answer.fee = answer.fullPrice;
        (answer.credit, answer.distinctAttesters) = _creditOf(found.family, request.licensee);
        uint256 bps = price.tierBps(found.tier);
        uint256 needed = Reciprocity.pointsToWaive(price.waivePoints(), bps);
        answer.pointsMissing = answer.credit < needed ? needed - answer.credit : 0;
        bool enough = answer.distinctAttesters >= price.minAttesters();
        (answer.provedGrounds, answer.declarableGrounds) = _waysToBeFree(request);
        if (bps == 0 || answer.pointsMissing != 0 || !enough) return answer;
        // A size below the largest is declared, and so is what follows from it.
        if (found.tier + 1 == price.tiersOf()) answer.provedGrounds |= _bit(LicenceGround.CONTRIBUTOR);
        else answer.declarableGrounds |= _bit(LicenceGround.CONTRIBUTOR);
    }

    function _waysToBeFree(Request calldata request) private view returns (uint8 proved, uint8 declarable) {
        IPhyle phyle_ = IPhyle(phyle());
        if (_whyNotACoop(phyle_, request.licensee) == Unproved.NONE) proved |= _bit(LicenceGround.MEMBER_COOP);
        declarable = _bit(LicenceGround.NON_COMMERCIAL) | _bit(LicenceGround.SMALL_FIRM);
        if (phyle_.isSettledUser(request.licensee)) declarable |= _bit(LicenceGround.COOPERATOR);
        (uint256 until, bool pending) = _commonGoodUntil(request.licensee, bytes32(type(uint256).max));
        if (until != 0) {
            if (pending) declarable |= _bit(LicenceGround.COMMON_GOOD);
            else proved |= _bit(LicenceGround.COMMON_GOOD);
        }
    }

    /// @dev The one path of {quote} and {acquire}.
    function _examine(Request calldata request) internal view returns (Case memory found) {
        _askWorks(request.work, found);
        found.grant = _grants[_key(found.family, request.licensee)];
        _judgeClaim(request, found);
        _setSpan(request.duration, found);
        // L1, LIC-1
        if (found.ground == LicenceGround.PAID) _setFee(found);
    }

    /// @dev Tier, ground, and until when the ground allows.
    function _judgeClaim(Request calldata request, Case memory found) private view {
        found.most = block.timestamp + MOST_FREE;
        if (found.free) {
            found.ground = LicenceGround.FREE;
            return;
        }
        PriceWord price = found.price;
        uint8 tiers = uint8(price.tiersOf());
        found.tier = request.tier == UNDECLARED ? tiers - 1 : request.tier;
        if (found.tier >= tiers) revert TierUnknown(request.tier);

        LicenceGround claim = request.claim;
        bool declared = request.statement != 0;
        if (claim == LicenceGround.SMALL_FIRM) found.tier = 0;
        bool pays = claim == LicenceGround.PAID || claim == LicenceGround.CONTRIBUTOR;
        if (pays && price.tierBps(found.tier) == 0) (claim, pays) = (LicenceGround.SMALL_FIRM, false);
        found.ground = claim;
        if (pays) {
            if (price.pricePerYear() == 0) found.ground = LicenceGround.FREE;
            else _judgePayer(claim, request.licensee, declared, found);
        } else if (claim == LicenceGround.NON_COMMERCIAL || claim == LicenceGround.SMALL_FIRM) {
            if (!declared) found.unproved = Unproved.NO_STATEMENT;
        } else if (claim == LicenceGround.COMMON_GOOD) {
            (uint256 until, bool pending) = _commonGoodUntil(request.licensee, request.statement);
            if (until == 0) found.unproved = Unproved.NOT_ATTESTED;
            else if (until < found.most) found.most = until;
            found.pending = pending;
        } else if (claim == LicenceGround.MEMBER_COOP) {
            found.unproved = _whyNotACoop(IPhyle(phyle()), request.licensee);
        } else if (claim == LicenceGround.COOPERATOR) {
            if (!IPhyle(phyle()).isSettledUser(request.licensee)) found.unproved = Unproved.NOT_A_SETTLED_USER;
            else if (!declared) found.unproved = Unproved.NO_STATEMENT;
        } else {
            found.unproved = Unproved.NOT_CLAIMABLE;
        }
    }

    function _whyNotACoop(IPhyle phyle_, address licensee) private view returns (Unproved) {
        if (!phyle_.isCoop(licensee)) return Unproved.NOT_A_COOP;
        return phyle_.inGoodStanding(licensee) ? Unproved.NONE : Unproved.NOT_IN_GOOD_STANDING;
    }

    /// @dev Judges the declared size, and whether contributions waive the whole fee. Where a part is left, it is PAID.
    function _judgePayer(LicenceGround claim, address licensee, bool declared, Case memory found) internal view {
        PriceWord price = found.price;
        if (!declared && found.tier + 1 != price.tiersOf()) found.unproved = Unproved.NO_STATEMENT;
        if (claim == LicenceGround.CONTRIBUTOR) {
            (found.credit, found.distinctAttesters) = _creditOf(found.family, licensee);
            uint256 needed = Reciprocity.pointsToWaive(price.waivePoints(), price.tierBps(found.tier));
            if (found.credit >= needed && found.distinctAttesters >= price.minAttesters()) return;
        }
        found.ground = LicenceGround.PAID;
        found.most = block.timestamp + MOST_PAID;
    }

    /// @dev Where the span begins and ends. The same ground goes on from the running end, also when that is over for
    /// less than the grace, unless what followed was refunded. Another ground begins after it; only a non-commercial
    /// permission gives way at once.
    function _setSpan(uint256 duration, Case memory found) internal view {
        GrantSlot memory grant = found.grant;
        if (duration < LEAST_DURATION || duration > MOST_PAID) revert DurationInvalid(uint32(duration), MOST_PAID);
        uint256 from = block.timestamp;
        bool same = grant.receipts != 0 && grant.ground == uint8(found.ground);
        if (same && from <= grant.to + found.price.grace() && (from < grant.to || grant.refundedAt < grant.to)) {
            found.extends_ = true;
            from = grant.to;
        } else if (from < grant.to) {
            if (grant.ground != uint8(LicenceGround.NON_COMMERCIAL)) from = grant.to;
            else if (from < grant.from) from = grant.from;
        }
        uint256 to = from + duration;
        if (to > found.most) {
            bool free = found.ground != LicenceGround.PAID;
            if (free && from + LEAST_DURATION <= found.most) to = found.most;
            else if (!free || from <= block.timestamp) {
                revert DurationInvalid(uint32(duration), from < found.most ? found.most - from : 0);
            } else if (found.unproved == Unproved.NONE) found.unproved = Unproved.NOT_YET;
        }
        (found.from, found.to) = (from, to);
    }

    function _setFee(Case memory found) internal pure {
        PriceWord price = found.price;
        found.fee = Reciprocity.feeOf(
            price.pricePerYear(),
            price.tierBps(found.tier),
            found.to - found.from,
            price.waivePoints(),
            found.credit,
            found.distinctAttesters >= price.minAttesters()
        );
    }

    function _creditOf(uint256 family, address licensee) private view returns (uint256 credit, uint256 distinct) {
        IContributions contributions = IContributions(IPhyle(phyle()).chapterOf(CONTRIBUTIONS));
        // In another register of works the same number is another family.
        // CON-1
        if (contributions.works() != address(_worksOf())) return (0, 0);
        uint32[8] memory quarters;
        (quarters, distinct) = contributions.creditOf(family, licensee);
        credit = Reciprocity.creditIn(quarters);
    }

    function _askWorks(uint256 work, Case memory found) internal view {
        uint256 firstFrom;
        uint256 changeDate;
        (found.family, found.terms, firstFrom, changeDate, found.price) = _worksOf().priceOf(work);
        found.free = _isFreeAt(block.timestamp, firstFrom, changeDate);
    }

    function _bit(LicenceGround ground) private pure returns (uint8) {
        return uint8(1 << uint8(ground));
    }
}

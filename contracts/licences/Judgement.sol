// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IWorks} from "../commons/IWorks.sol";
import {PriceWord} from "../libraries/PriceWord.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {CONTRIBUTIONS} from "../types/ChapterNames.sol";
import {Family, WorkId} from "../types/WorkId.sol";

import {Case, Permission} from "./Case.sol";
import {IContributions} from "./IContributions.sol";
import {ILicences, LicenceGround, Unproved} from "./ILicences.sol";
import {Reciprocity} from "./Reciprocity.sol";

/// @title Judgement
/// @notice It judges a request and a renewal by the same things: the work and its price, the size and the credit of the
/// payer, the time, the fee.
library Judgement {
    uint256 private constant LEAST_DURATION = 1 days;
    uint256 internal constant MOST_FREE = 365 days;
    uint256 private constant MOST_PAID = 5 * 365 days;

    function askWorks(IWorks works, WorkId work, Case memory found) internal view {
        uint256 firstFrom;
        uint256 changeDate;
        (found.work, found.family, found.terms, firstFrom, changeDate, found.price) = works.priceOf(work);
        found.free = isFreeAt(block.timestamp, firstFrom, changeDate);
    }

    /// @dev Tells whether nothing is asked for at `t`: before the first terms, and from the change date on.
    function isFreeAt(uint256 t, uint256 firstFrom, uint256 changeDate) internal pure returns (bool) {
        return firstFrom == 0 || t < firstFrom || (changeDate != 0 && t >= changeDate);
    }

    /// @dev Judges the declared size, and whether contributions waive the whole fee. Where a part is left, it is PAID.
    function judgePayer(LicenceGround claim, bool declared, Case memory found) internal view {
        PriceWord price = found.price;
        if (!declared && found.tier + 1 != price.tiersOf()) found.unproved = Unproved.NO_STATEMENT;
        if (claim == LicenceGround.CONTRIBUTOR) {
            uint256 needed = Reciprocity.pointsToWaive(price.waivePoints(), price.tierBps(found.tier));
            if (found.credit >= needed && found.distinctAttesters >= price.minAttesters()) return;
        }
        found.ground = LicenceGround.PAID;
        found.most = block.timestamp + MOST_PAID;
    }

    /// @dev The credit of a contributor, in the works that licences are sold for.
    function creditOf(
        IPhyle phyle,
        IWorks works,
        Family family,
        address licensee
    ) internal view returns (uint256 credit, uint256 distinct) {
        IContributions contributions = IContributions(phyle.chapterOf(CONTRIBUTIONS));
        // In another register of works the same number is another family.
        // CON-1
        if (contributions.works() != address(works)) return (0, 0);
        uint32[8] memory quarters;
        (quarters, distinct) = contributions.creditOf(family, licensee);
        credit = Reciprocity.creditIn(quarters);
    }

    /// @dev Tells when the span begins and ends. The same ground goes on from the running end, also when that is over
    /// for less than the grace, unless what followed was refunded. Another ground begins after it; only a
    /// non-commercial permission gives way at once.
    function setSpan(uint256 duration, Case memory found) internal view {
        Permission memory grant = found.grant;
        if (duration < LEAST_DURATION || duration > MOST_PAID)
            revert ILicences.DurationInvalid(uint32(duration), MOST_PAID);
        uint256 from = block.timestamp;
        bool same = grant.receipts != 0 && grant.ground == found.ground;
        if (same && from <= grant.to + found.price.grace() && (from < grant.to || grant.refundedAt < grant.to)) {
            found.extends_ = true;
            from = grant.to;
        } else if (from < grant.to) {
            if (grant.ground != LicenceGround.NON_COMMERCIAL) from = grant.to;
            else if (from < grant.from) from = grant.from;
        }
        uint256 to = from + duration;
        if (to > found.most) {
            bool free = found.ground != LicenceGround.PAID;
            if (free && from + LEAST_DURATION <= found.most) to = found.most;
            else if (!free || from <= block.timestamp) {
                revert ILicences.DurationInvalid(uint32(duration), from < found.most ? found.most - from : 0);
            } else if (found.unproved == Unproved.NONE) found.unproved = Unproved.NOT_YET;
        }
        (found.from, found.to) = (from, to);
    }

    function setFee(Case memory found) internal view {
        PriceWord price = found.price;
        found.fee = Reciprocity.feeOf(
            price.pricePerYear(),
            price.tierBps(found.tier),
            found.to - found.from,
            _lowered(found),
            price.waivePoints(),
            found.credit,
            found.distinctAttesters >= price.minAttesters()
        );
    }

    /// @dev The seconds that lie within the next 12 months: credit is as of today, and fades.
    function _lowered(Case memory found) private view returns (uint256) {
        uint256 end = block.timestamp + Reciprocity.YEAR;
        // LIC-9
        if (found.from >= end) return 0;
        return Math.min((found.to < end ? found.to : end) - found.from, Reciprocity.YEAR);
    }
}

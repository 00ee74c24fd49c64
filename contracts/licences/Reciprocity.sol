// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {BPS} from "../types/Bps.sol";

/// @title Reciprocity
/// @notice The arithmetic of giving and paying: how contributions fade, and what they leave of a fee.
/// @dev A book is one word: quarter i (0 the newest) in bits [28i, 28i+28), the number of the newest quarter in the
/// top 32. The attesters seen are one word: half-year i (0 the newest) in bits [56i, 56i+56), the number of the newest
/// half-year in the top 32: the last seven or eight quarters, as points count for seven. Both are read as of a quarter,
/// so nothing has to be written as time goes by, and writing often changes nothing.
library Reciprocity {
    uint256 internal constant QUARTERS = 8;
    uint256 private constant QUARTER = 365 days / 4;
    uint256 internal constant YEAR = 365 days;
    uint256 private constant POINT_BITS = 28;
    uint256 private constant MOST_POINTS = (1 << POINT_BITS) - 1;
    uint256 private constant BOOK = (1 << 224) - 1;
    uint256 private constant HALF_YEARS = 4;
    uint256 private constant ATTESTER_BITS = 56;
    uint256 private constant ATTESTERS = (1 << ATTESTER_BITS) - 1;

    /* THE FEE */

    /// @notice Matured points by quarter, newest first, as they count now: whole for a year, then 3/4, 1/2, 1/4.
    function creditIn(uint32[8] memory q) internal pure returns (uint256) {
        uint256 whole = uint256(q[0]) + q[1] + q[2] + q[3];
        return (4 * whole + 3 * uint256(q[4]) + 2 * uint256(q[5]) + q[6]) / 4;
    }

    /// @notice The points that waive the fee of a tier.
    function pointsToWaive(uint256 waivePoints, uint256 tierBps) internal pure returns (uint256) {
        return Math.ceilDiv(waivePoints * tierBps, BPS);
    }

    /// @notice The fee of a duration, rounded up once.
    /// @param lowered The seconds of it whose price credit lowers; the rest is at the full price.
    function feeOf(
        uint256 pricePerYear,
        uint256 tierBps,
        uint256 duration,
        uint256 lowered,
        uint256 waivePoints,
        uint256 credit,
        bool enoughAttesters
    ) internal pure returns (uint256) {
        if (tierBps == 0) return 0;
        uint256 whole = pointsToWaive(waivePoints, tierBps);
        uint256 left = credit < whole ? whole - credit : 0;
        if (!enoughAttesters && 2 * left < whole) (left, whole) = (1, 2);
        uint256 paid = duration * whole - lowered * (whole - left);
        // L2, LIC-2
        return Math.ceilDiv(pricePerYear * tierBps * paid, BPS * YEAR * whole);
    }

    /* THE BOOK */

    /// @notice The quarter that `time` is in.
    function quarterOf(uint256 time) internal pure returns (uint32) {
        return uint32(time / QUARTER);
    }

    /// @notice The book with points that matured in one quarter, as of another.
    function addPoints(uint256 book, uint256 matured, uint256 now_, uint256 points) internal pure returns (uint256) {
        uint256 points_ = _bookAt(book, now_);
        uint256 age = now_ - matured;
        if (age < QUARTERS) {
            uint256 shift = POINT_BITS * age;
            uint256 had = (points_ >> shift) & MOST_POINTS;
            uint256 has = Math.min(had + points, MOST_POINTS);
            points_ = points_ ^ (had << shift) ^ (has << shift);
        }
        return points_ | (now_ << 224);
    }

    function quartersOf(uint256 book, uint256 now_) internal pure returns (uint32[8] memory quarters) {
        uint256 points = _bookAt(book, now_);
        for (uint256 i = 0; i < QUARTERS; ++i) quarters[i] = uint32((points >> (POINT_BITS * i)) & MOST_POINTS);
    }

    /// @dev Points that grow older move up; those older than eight quarters fall out.
    function _bookAt(uint256 book, uint256 now_) private pure returns (uint256) {
        uint256 age = now_ - (book >> 224);
        return age < QUARTERS ? (book << (POINT_BITS * age)) & BOOK : 0;
    }

    /* THE ATTESTERS */

    function addAttester(uint256 seen, uint256 matured, uint256 now_, uint256 number) internal pure returns (uint256) {
        uint256 seen_ = _seenAt(seen, now_ / 2);
        uint256 age = now_ / 2 - matured / 2;
        if (age < HALF_YEARS) seen_ |= 1 << (number + ATTESTER_BITS * age);
        return seen_ | ((now_ / 2) << 224);
    }

    /// @notice Counts those who gave points that can still count.
    function distinctOf(uint256 seen, uint256 now_) internal pure returns (uint256 distinct) {
        uint256 seen_ = _seenAt(seen, now_ / 2);
        uint256 left = seen_ | (seen_ >> ATTESTER_BITS);
        left |= left >> (2 * ATTESTER_BITS);
        for (left &= ATTESTERS; left != 0; left &= left - 1) ++distinct;
    }

    /// @dev Attesters of older half-years move up; those older than four fall out.
    function _seenAt(uint256 seen, uint256 halfYear) private pure returns (uint256) {
        uint256 age = halfYear - (seen >> 224);
        return age < HALF_YEARS ? (seen << (ATTESTER_BITS * age)) & BOOK : 0;
    }
}

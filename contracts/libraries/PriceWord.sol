// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {BPS} from "../types/Bps.sol";

/// @dev It holds what a licence fee needs of terms, in one word. From the lowest bit: price of a year 96, the shares of
/// the tiers between the first (0) and the last (10 000) 6 × 14, number of tiers 8, points that waive 32, least
/// attesters 8, grace in days 8, refund window in days 8.
type PriceWord is uint256;

using PriceWords for PriceWord global;

/// @title PriceWords
/// @notice Reads and writes {PriceWord}.
library PriceWords {
    function pack(
        uint96 price,
        uint16[] calldata tiers,
        uint32 points,
        uint8 attesters,
        uint32 graceSeconds,
        uint32 windowSeconds
    ) internal pure returns (PriceWord) {
        uint256 word =
            uint256(price) |
                (tiers.length << 180) |
                (uint256(points) << 188) |
                (uint256(attesters) << 220) |
                (uint256(graceSeconds / 1 days) << 228) |
                (uint256(windowSeconds / 1 days) << 236);
        for (uint256 t = 1; t + 1 < tiers.length; ++t) word |= uint256(tiers[t]) << (82 + 14 * t);
        return PriceWord.wrap(word);
    }

    function pricePerYear(PriceWord word) internal pure returns (uint256) {
        return uint96(PriceWord.unwrap(word));
    }

    function tiersOf(PriceWord word) internal pure returns (uint256) {
        return uint8(PriceWord.unwrap(word) >> 180);
    }

    /// @dev `tier` must be below the number of tiers.
    function tierBps(PriceWord word, uint256 tier) internal pure returns (uint256) {
        if (tier == 0) return 0;
        if (tier + 1 == tiersOf(word)) return BPS;
        return (PriceWord.unwrap(word) >> (82 + 14 * tier)) & 0x3fff;
    }

    function waivePoints(PriceWord word) internal pure returns (uint256) {
        return uint32(PriceWord.unwrap(word) >> 188);
    }

    function minAttesters(PriceWord word) internal pure returns (uint256) {
        return uint8(PriceWord.unwrap(word) >> 220);
    }

    function grace(PriceWord word) internal pure returns (uint256) {
        return uint256(uint8(PriceWord.unwrap(word) >> 228)) * 1 days;
    }

    function refundWindow(PriceWord word) internal pure returns (uint256) {
        return uint256(uint8(PriceWord.unwrap(word) >> 236)) * 1 days;
    }
}

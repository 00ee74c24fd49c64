// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev It holds what a holder has of a series, in one storage word. From the lowest bit: units 40, taken 96, whether a
/// transfer has left a correction 8, all units that they ever pledged 40.
type HoldingWord is uint256;

using HoldingWords for HoldingWord global;

/// @title HoldingWords
/// @notice Reads and writes {HoldingWord}.
library HoldingWords {
    uint256 private constant CORRECTED_BIT = 1 << 136;
    uint256 private constant PLEDGED = 144;
    uint256 private constant ONE_PLEDGED = (1 << PLEDGED) | 1;

    /// @dev The caller knows that all the units of a series are below 2^40, and what it is paid below 2^96.
    function withHeldMore(HoldingWord word, uint256 more) internal pure returns (HoldingWord) {
        unchecked {
            return HoldingWord.wrap(HoldingWord.unwrap(word) + more);
        }
    }

    /// @dev With a pledge of `more`. The caller knows that the holder has at least half of all that they pledged, and so
    /// that it is below 2^40 as well.
    function withPledge(HoldingWord word, uint256 more) internal pure returns (HoldingWord) {
        unchecked {
            return HoldingWord.wrap(HoldingWord.unwrap(word) + more * ONE_PLEDGED);
        }
    }

    /// @dev The caller knows that the holder has `fewer` units.
    function withHeldFewer(HoldingWord word, uint256 fewer) internal pure returns (HoldingWord) {
        unchecked {
            return HoldingWord.wrap(HoldingWord.unwrap(word) - fewer);
        }
    }

    function withTaken(HoldingWord word, uint256 amount) internal pure returns (HoldingWord) {
        unchecked {
            return HoldingWord.wrap(HoldingWord.unwrap(word) + (amount << 40));
        }
    }

    function asCorrected(HoldingWord word) internal pure returns (HoldingWord) {
        return HoldingWord.wrap(HoldingWord.unwrap(word) | CORRECTED_BIT);
    }

    function held(HoldingWord word) internal pure returns (uint256) {
        return uint40(HoldingWord.unwrap(word));
    }

    function taken(HoldingWord word) internal pure returns (uint256) {
        return uint96(HoldingWord.unwrap(word) >> 40);
    }

    /// @dev All units that the holder ever pledged, whether or not they took them back.
    function pledged(HoldingWord word) internal pure returns (uint256) {
        return uint40(HoldingWord.unwrap(word) >> PLEDGED);
    }

    function corrected(HoldingWord word) internal pure returns (bool) {
        return HoldingWord.unwrap(word) & CORRECTED_BIT != 0;
    }
}

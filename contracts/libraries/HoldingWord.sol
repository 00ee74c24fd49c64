// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title HoldingWord
/// @notice What a holder has of a series, in one storage word. From the lowest bit: units 40, taken 96, whether a
/// transfer has left a correction 8.
library HoldingWord {
    uint256 private constant CORRECTED_BIT = 1 << 136;

    /// @dev The caller knows that all the units of a series are below 2^40, and what it is paid below 2^96.
    function withHeldMore(uint256 word, uint256 more) internal pure returns (uint256) {
        unchecked {
            return word + more;
        }
    }

    /// @dev The caller knows that the holder has `fewer` units.
    function withHeldFewer(uint256 word, uint256 fewer) internal pure returns (uint256) {
        unchecked {
            return word - fewer;
        }
    }

    function withTaken(uint256 word, uint256 amount) internal pure returns (uint256) {
        unchecked {
            return word + (amount << 40);
        }
    }

    function asCorrected(uint256 word) internal pure returns (uint256) {
        return word | CORRECTED_BIT;
    }

    function held(uint256 word) internal pure returns (uint256) {
        return uint40(word);
    }

    function taken(uint256 word) internal pure returns (uint256) {
        return uint96(word >> 40);
    }

    function corrected(uint256 word) internal pure returns (bool) {
        return word & CORRECTED_BIT != 0;
    }
}

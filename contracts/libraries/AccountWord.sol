// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title AccountWord
/// @notice A person's basic income, in one storage word. From the lowest bit: the index up to which everything is booked
/// 96, booked and not paid 96, spells that are booked to their end 16, whether the index is past the first epoch of the
/// running spell 8.
library AccountWord {
    uint256 private constant OWED = 96;
    uint256 private constant SPELL = 1 << 192;
    uint256 private constant STARTED_BIT = 1 << 208;
    uint256 private constant OWED_MASK = uint256(type(uint96).max) << OWED;

    function upTo(uint256 word) internal pure returns (uint256) {
        return uint96(word);
    }

    function owed(uint256 word) internal pure returns (uint256) {
        return uint96(word >> OWED);
    }

    function spells(uint256 word) internal pure returns (uint256) {
        return uint16(word >> 192);
    }

    function started(uint256 word) internal pure returns (bool) {
        return word & STARTED_BIT != 0;
    }

    /// @dev Booked on to `index`, which never falls; all of the rise is owed.
    function risenTo(uint256 word, uint256 index) internal pure returns (uint256) {
        unchecked {
            uint256 rise = index - upTo(word);
            return word + rise + (rise << OWED);
        }
    }

    /// @dev Booked on to `index`, of which `amount` is owed.
    function booked(uint256 word, uint256 index, uint256 amount) internal pure returns (uint256) {
        unchecked {
            return word + (index - upTo(word)) + (amount << OWED);
        }
    }

    function asStarted(uint256 word) internal pure returns (uint256) {
        return word | STARTED_BIT;
    }

    /// @dev With the spell over that was the running one.
    function withSpellOver(uint256 word) internal pure returns (uint256) {
        return (word + SPELL) & ~STARTED_BIT;
    }

    function asPaid(uint256 word) internal pure returns (uint256) {
        return word & ~OWED_MASK;
    }
}

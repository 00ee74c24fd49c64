// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev A person's basic income, in one storage word. From the lowest bit: the index up to which everything is booked
/// 96, booked and not paid 96, spells that are booked to their end 16, whether the index is past the first epoch of the
/// running spell 8.
type AccountWord is uint256;

using AccountWords for AccountWord global;

/// @title AccountWords
/// @notice Reads and writes {AccountWord}.
library AccountWords {
    uint256 private constant OWED = 96;
    uint256 private constant SPELL = 1 << 192;
    uint256 private constant STARTED_BIT = 1 << 208;
    uint256 private constant OWED_MASK = uint256(type(uint96).max) << OWED;

    function upTo(AccountWord word) internal pure returns (uint256) {
        return uint96(AccountWord.unwrap(word));
    }

    function owed(AccountWord word) internal pure returns (uint256) {
        return uint96(AccountWord.unwrap(word) >> OWED);
    }

    function spells(AccountWord word) internal pure returns (uint256) {
        return uint16(AccountWord.unwrap(word) >> 192);
    }

    function started(AccountWord word) internal pure returns (bool) {
        return AccountWord.unwrap(word) & STARTED_BIT != 0;
    }

    /// @dev Tells whether the index is past the first epoch of the running spell, which has this number.
    function isIn(AccountWord word, uint256 spell) internal pure returns (bool) {
        return AccountWord.unwrap(word) >> 192 == (STARTED_BIT >> 192) | spell;
    }

    /// @dev Booked on to `index`, which never falls; all of the rise is owed.
    function risenTo(AccountWord word, uint256 index) internal pure returns (AccountWord) {
        unchecked {
            uint256 rise = index - upTo(word);
            return AccountWord.wrap(AccountWord.unwrap(word) + rise + (rise << OWED));
        }
    }

    /// @dev Booked on to `index`, of which `amount` is owed.
    function booked(AccountWord word, uint256 index, uint256 amount) internal pure returns (AccountWord) {
        unchecked {
            return AccountWord.wrap(AccountWord.unwrap(word) + (index - upTo(word)) + (amount << OWED));
        }
    }

    function asStarted(AccountWord word) internal pure returns (AccountWord) {
        return AccountWord.wrap(AccountWord.unwrap(word) | STARTED_BIT);
    }

    /// @dev With the spell over that was the running one.
    function withSpellOver(AccountWord word) internal pure returns (AccountWord) {
        return AccountWord.wrap((AccountWord.unwrap(word) + SPELL) & ~STARTED_BIT);
    }

    function asPaid(AccountWord word) internal pure returns (AccountWord) {
        return AccountWord.wrap(AccountWord.unwrap(word) & ~OWED_MASK);
    }
}

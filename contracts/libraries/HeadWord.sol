// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev A head as Phyle stores it, in one word. From the lowest bit: seats 16, spell 16, earnsFrom 32, earnsTo 32,
/// countedTo 32, since 40, lastEnd 40.
type HeadWord is uint256;

using HeadWords for HeadWord global;

/// @title HeadWords
/// @notice Reads and writes {HeadWord}.
library HeadWords {
    uint256 private constant OPEN_END = type(uint32).max;

    /// @dev Without the end of the latest seat, which no claim needs.
    function pack(
        uint16 seats_,
        uint16 spell_,
        uint32 earnsFrom_,
        uint32 earnsTo_,
        uint32 countedTo_,
        uint40 since_
    ) internal pure returns (HeadWord) {
        uint256 word = seats_ | (uint256(spell_) << 16) | (uint256(earnsFrom_) << 32) | (uint256(earnsTo_) << 64);
        return HeadWord.wrap(word | (uint256(countedTo_) << 96) | (uint256(since_) << 128));
    }

    function seats(HeadWord word) internal pure returns (uint256) {
        return uint16(HeadWord.unwrap(word));
    }

    function spell(HeadWord word) internal pure returns (uint256) {
        return uint16(HeadWord.unwrap(word) >> 16);
    }

    function earnsFrom(HeadWord word) internal pure returns (uint256) {
        return uint32(HeadWord.unwrap(word) >> 32);
    }

    function earnsTo(HeadWord word) internal pure returns (uint256) {
        return uint32(HeadWord.unwrap(word) >> 64);
    }

    function countedTo(HeadWord word) internal pure returns (uint256) {
        return uint32(HeadWord.unwrap(word) >> 96);
    }

    /// @dev Tells whether somebody has ever been a head.
    function exists(HeadWord word) internal pure returns (bool) {
        return uint40(HeadWord.unwrap(word) >> 128) != 0;
    }

    /// @dev Tells whether the spell has no end yet.
    function runs(HeadWord word) internal pure returns (bool) {
        return earnsTo(word) == OPEN_END;
    }
}

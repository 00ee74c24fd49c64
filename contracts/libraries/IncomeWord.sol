// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IncomeWord
/// @notice The basic income of all, in one storage word. From the lowest bit: what is owed to persons 96, what one head
/// has been allotted since the start 96, epochs closed 32, places used in the table of endorsed series 8.
library IncomeWord {
    uint256 private constant INDEX = 96;
    uint256 private constant CLOSED = 192;
    uint256 private constant PLACES = 224;

    function allotted(uint256 word) internal pure returns (uint256) {
        return uint96(word);
    }

    function index(uint256 word) internal pure returns (uint256) {
        return uint96(word >> INDEX);
    }

    function closed(uint256 word) internal pure returns (uint256) {
        return uint32(word >> CLOSED);
    }

    function places(uint256 word) internal pure returns (uint256) {
        return uint8(word >> PLACES);
    }

    /// @dev With `amount` paid or given back, which the caller knows to have been allotted.
    function withLess(uint256 word, uint256 amount) internal pure returns (uint256) {
        unchecked {
            return word - amount;
        }
    }

    /// @dev With a close that allots `amount`, after which the index is `index_` and `closed_` epochs are closed.
    function withClose(uint256 word, uint96 amount, uint96 index_, uint32 closed_) internal pure returns (uint256) {
        uint256 kept = (word >> PLACES) << PLACES;
        return kept | (uint256(closed_) << CLOSED) | (uint256(index_) << INDEX) | (allotted(word) + amount);
    }

    function withPlaces(uint256 word, uint256 places_) internal pure returns (uint256) {
        return (word & ((1 << PLACES) - 1)) | (places_ << PLACES);
    }
}

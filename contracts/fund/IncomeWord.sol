// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev The basic income of all, in one storage word. From the lowest bit: what is owed to persons 96, what one head
/// has been allotted since the start 96, epochs closed 32, rows used in the table of endorsed series 8.
type IncomeWord is uint256;

using IncomeWords for IncomeWord global;

/// @title IncomeWords
/// @notice Reads and writes {IncomeWord}.
library IncomeWords {
    uint256 private constant INDEX = 96;
    uint256 private constant CLOSED = 192;
    uint256 private constant ROWS = 224;

    function allotted(IncomeWord word) internal pure returns (uint256) {
        return uint96(IncomeWord.unwrap(word));
    }

    function index(IncomeWord word) internal pure returns (uint256) {
        return uint96(IncomeWord.unwrap(word) >> INDEX);
    }

    function closed(IncomeWord word) internal pure returns (uint256) {
        return uint32(IncomeWord.unwrap(word) >> CLOSED);
    }

    function rows(IncomeWord word) internal pure returns (uint256) {
        return uint8(IncomeWord.unwrap(word) >> ROWS);
    }

    /// @dev With `amount` paid or given back, which the caller knows to have been allotted.
    function withLess(IncomeWord word, uint256 amount) internal pure returns (IncomeWord) {
        unchecked {
            return IncomeWord.wrap(IncomeWord.unwrap(word) - amount);
        }
    }

    /// @dev With a close that allots `amount`, after which the index is `index_` and `closed_` epochs are closed.
    function withClose(
        IncomeWord word,
        uint96 amount,
        uint96 index_,
        uint32 closed_
    ) internal pure returns (IncomeWord) {
        uint256 kept = (IncomeWord.unwrap(word) >> ROWS) << ROWS;
        return
            IncomeWord.wrap(
                kept | (uint256(closed_) << CLOSED) | (uint256(index_) << INDEX) | (allotted(word) + amount)
            );
    }

    function withRows(IncomeWord word, uint256 rows_) internal pure returns (IncomeWord) {
        return IncomeWord.wrap((IncomeWord.unwrap(word) & ((1 << ROWS) - 1)) | (rows_ << ROWS));
    }
}

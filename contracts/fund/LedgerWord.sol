// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev A series since its purchase, in one storage word. From the lowest bit: paid 96, capDue 96, units 40, row in
/// the table of endorsed series 8 (0: none, else row + 1), endorsed 8. While a series has a row, what it is still
/// due stands there and `paid` is not kept.
type LedgerWord is uint256;

using LedgerWords for LedgerWord global;

/// @title LedgerWords
/// @notice Reads and writes {LedgerWord}.
library LedgerWords {
    uint256 private constant ENDORSED_BIT = 1 << 240;
    uint256 private constant SEAT_MASK = 0xff << 232;

    function pack(uint96 paid_, uint96 capDue_, uint40 units_, bool endorsed_) internal pure returns (LedgerWord) {
        uint256 amounts = paid_ | (uint256(capDue_) << 96) | (uint256(units_) << 192);
        return LedgerWord.wrap(endorsed_ ? amounts | ENDORSED_BIT : amounts);
    }

    function exists(LedgerWord word) internal pure returns (bool) {
        return LedgerWord.unwrap(word) != 0;
    }

    /// @dev The caller knows that `part` keeps it within capDue.
    function withPayment(LedgerWord word, uint256 part) internal pure returns (LedgerWord) {
        unchecked {
            return LedgerWord.wrap(LedgerWord.unwrap(word) + part);
        }
    }

    function withRow(LedgerWord word, uint256 row_) internal pure returns (LedgerWord) {
        return LedgerWord.wrap((LedgerWord.unwrap(word) & ~SEAT_MASK) | (row_ << 232));
    }

    /// @dev Without a row, so that what it was paid stands here again.
    function withoutRow(LedgerWord word, uint256 paid_) internal pure returns (LedgerWord) {
        return LedgerWord.wrap((LedgerWord.unwrap(word) & ~(SEAT_MASK | type(uint96).max)) | paid_);
    }

    function paid(LedgerWord word) internal pure returns (uint256) {
        return uint96(LedgerWord.unwrap(word));
    }

    function capDue(LedgerWord word) internal pure returns (uint256) {
        return uint96(LedgerWord.unwrap(word) >> 96);
    }

    function units(LedgerWord word) internal pure returns (uint256) {
        return uint40(LedgerWord.unwrap(word) >> 192);
    }

    function row(LedgerWord word) internal pure returns (uint256) {
        return uint8(LedgerWord.unwrap(word) >> 232);
    }

    function endorsed(LedgerWord word) internal pure returns (bool) {
        return LedgerWord.unwrap(word) & ENDORSED_BIT != 0;
    }
}

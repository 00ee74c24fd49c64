// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title LedgerWord
/// @notice A series since its purchase, in one storage word. From the lowest bit: paid 96, capDue 96, units 40, place in
/// the table of endorsed series 8 (0: none, else place + 1), endorsed 8. While a series has a place, what it is still
/// due stands there and `paid` is not kept.
library LedgerWord {
    uint256 private constant ENDORSED_BIT = 1 << 240;
    uint256 private constant SEAT_MASK = 0xff << 232;

    function pack(uint96 paid_, uint96 capDue_, uint40 units_, bool endorsed_) internal pure returns (uint256 word) {
        word = paid_ | (uint256(capDue_) << 96) | (uint256(units_) << 192);
        if (endorsed_) word |= ENDORSED_BIT;
    }

    /// @dev The caller knows that `part` keeps it within capDue.
    function withPayment(uint256 word, uint256 part) internal pure returns (uint256) {
        unchecked {
            return word + part;
        }
    }

    function withSeat(uint256 word, uint256 seat_) internal pure returns (uint256) {
        return (word & ~SEAT_MASK) | (seat_ << 232);
    }

    /// @dev Redeemed, and without a place.
    function asRedeemed(uint256 word) internal pure returns (uint256) {
        return (word & ~(SEAT_MASK | type(uint96).max)) | capDue(word);
    }

    function paid(uint256 word) internal pure returns (uint256) {
        return uint96(word);
    }

    function capDue(uint256 word) internal pure returns (uint256) {
        return uint96(word >> 96);
    }

    function units(uint256 word) internal pure returns (uint256) {
        return uint40(word >> 192);
    }

    function seat(uint256 word) internal pure returns (uint256) {
        return uint8(word >> 232);
    }

    function endorsed(uint256 word) internal pure returns (bool) {
        return word & ENDORSED_BIT != 0;
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title SaleWord
/// @notice What selling a series of bonds reads and writes, in one storage word. From the lowest bit: units sold 40,
/// opensAt 40, subscribeUntil 40, least units 40, most units 40, most units a person 40, decimals of the cash token 8,
/// bought 8. A series that exists has most units.
library SaleWord {
    uint256 private constant BOUGHT_BIT = 1 << 248;

    function pack(
        uint40 opensAt_,
        uint40 subscribeUntil_,
        uint40 leastUnits_,
        uint40 mostUnits_,
        uint40 mostPerPerson_,
        uint8 decimals_
    ) internal pure returns (uint256 word) {
        word = (uint256(opensAt_) << 40) | (uint256(subscribeUntil_) << 80) | (uint256(leastUnits_) << 120);
        word |= (uint256(mostUnits_) << 160) | (uint256(mostPerPerson_) << 200) | (uint256(decimals_) << 240);
    }

    /// @dev With `more` units sold, which the caller knows to be within the most.
    function withMore(uint256 word, uint256 more) internal pure returns (uint256) {
        unchecked {
            return word + more;
        }
    }

    /// @dev With `fewer` units sold, which the caller knows to have been sold.
    function withFewer(uint256 word, uint256 fewer) internal pure returns (uint256) {
        unchecked {
            return word - fewer;
        }
    }

    function asBought(uint256 word) internal pure returns (uint256) {
        return word | BOUGHT_BIT;
    }

    function units(uint256 word) internal pure returns (uint256) {
        return uint40(word);
    }

    function opensAt(uint256 word) internal pure returns (uint256) {
        return uint40(word >> 40);
    }

    function subscribeUntil(uint256 word) internal pure returns (uint256) {
        return uint40(word >> 80);
    }

    function leastUnits(uint256 word) internal pure returns (uint256) {
        return uint40(word >> 120);
    }

    function mostUnits(uint256 word) internal pure returns (uint256) {
        return uint40(word >> 160);
    }

    function mostPerPerson(uint256 word) internal pure returns (uint256) {
        return uint40(word >> 200);
    }

    /// @dev The face of a unit in base units of the cash token, whose decimals the caller knows to be below 78.
    function face(uint256 word) internal pure returns (uint256) {
        unchecked {
            return 10 ** uint8(word >> 240);
        }
    }

    function bought(uint256 word) internal pure returns (bool) {
        return word & BOUGHT_BIT != 0;
    }
}

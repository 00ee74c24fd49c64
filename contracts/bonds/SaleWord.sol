// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev It holds what selling a series of bonds reads and writes, in one storage word. From the lowest bit: units sold
/// 40, opensAt 40, subscribeUntil 40, the most units that were ever sold at a time 40, most units 40, most units a
/// person 40, decimals of the cash token 5, bought 1, failed for good 1, needs the root behind it 1. A series that
/// exists has most units.
type SaleWord is uint256;

using SaleWords for SaleWord global;

/// @title SaleWords
/// @notice Reads and writes {SaleWord}.
library SaleWords {
    uint256 private constant PEAK = 120;
    uint256 private constant DECIMALS = 240;
    uint256 private constant DECIMALS_MASK = 0x1f;
    uint256 private constant BOUGHT_BIT = 1 << 248;
    uint256 private constant FAILED_BIT = 1 << 249;
    uint256 private constant UNBACKED_BIT = 1 << 250;

    function pack(
        uint40 opensAt_,
        uint40 subscribeUntil_,
        uint40 mostUnits_,
        uint40 mostPerPerson_,
        uint8 decimals_,
        bool unbacked_
    ) internal pure returns (SaleWord) {
        uint256 times = (uint256(opensAt_) << 40) | (uint256(subscribeUntil_) << 80);
        uint256 bounds = (uint256(mostUnits_) << 160) | (uint256(mostPerPerson_) << 200);
        uint256 rest = (uint256(decimals_) << DECIMALS) | (unbacked_ ? UNBACKED_BIT : 0);
        return SaleWord.wrap(times | bounds | rest);
    }

    function exists(SaleWord word) internal pure returns (bool) {
        return SaleWord.unwrap(word) != 0;
    }

    /// @dev With `more` units sold, which the caller knows to be within the most.
    function withMore(SaleWord word, uint256 more) internal pure returns (SaleWord) {
        unchecked {
            uint256 sold = units(word) + more;
            uint256 top = peak(word);
            if (sold > top) more |= (sold - top) << PEAK;
            return SaleWord.wrap(SaleWord.unwrap(word) + more);
        }
    }

    /// @dev With `fewer` units sold, which the caller knows to have been sold.
    function withFewer(SaleWord word, uint256 fewer) internal pure returns (SaleWord) {
        unchecked {
            return SaleWord.wrap(SaleWord.unwrap(word) - fewer);
        }
    }

    function asBought(SaleWord word) internal pure returns (SaleWord) {
        return SaleWord.wrap(SaleWord.unwrap(word) | BOUGHT_BIT);
    }

    function units(SaleWord word) internal pure returns (uint256) {
        return uint40(SaleWord.unwrap(word));
    }

    function opensAt(SaleWord word) internal pure returns (uint256) {
        return uint40(SaleWord.unwrap(word) >> 40);
    }

    function subscribeUntil(SaleWord word) internal pure returns (uint256) {
        return uint40(SaleWord.unwrap(word) >> 80);
    }

    /// @dev The most units that were ever sold at a time; what they are more than those sold now, withdrawals set free.
    function peak(SaleWord word) internal pure returns (uint256) {
        return uint40(SaleWord.unwrap(word) >> PEAK);
    }

    function mostUnits(SaleWord word) internal pure returns (uint256) {
        return uint40(SaleWord.unwrap(word) >> 160);
    }

    function mostPerPerson(SaleWord word) internal pure returns (uint256) {
        return uint40(SaleWord.unwrap(word) >> 200);
    }

    /// @dev The face of a unit in base units of the cash token.
    function face(SaleWord word) internal pure returns (uint256) {
        unchecked {
            return 10 ** ((SaleWord.unwrap(word) >> DECIMALS) & DECIMALS_MASK);
        }
    }

    function asFailed(SaleWord word) internal pure returns (SaleWord) {
        return SaleWord.wrap(SaleWord.unwrap(word) | FAILED_BIT);
    }

    function asBacked(SaleWord word) internal pure returns (SaleWord) {
        return SaleWord.wrap(SaleWord.unwrap(word) & ~UNBACKED_BIT);
    }

    /// @dev Tells whether somebody was refunded, so that the machine is never bought.
    function failed(SaleWord word) internal pure returns (bool) {
        return SaleWord.unwrap(word) & FAILED_BIT != 0;
    }

    /// @dev Tells whether nothing would repay it, because it is lent free and the root does not stand behind it.
    function unbacked(SaleWord word) internal pure returns (bool) {
        return SaleWord.unwrap(word) & UNBACKED_BIT != 0;
    }

    function bought(SaleWord word) internal pure returns (bool) {
        return SaleWord.unwrap(word) & BOUGHT_BIT != 0;
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Outflow
/// @notice Counts how much of one asset left an account in the last twelve months, gross.
/// @dev Thirteen months are kept, the running one included: never less than the last twelve, and at most a month more.
/// Amounts stop at what 208 bits hold, so that an approval without limit counts for as much as can be counted.
library Outflow {
    uint256 internal constant MONTH = 365 days / 12;
    uint256 internal constant MONTHS = 13;

    struct Ring {
        /// the month in which `total` was brought up to date, since 1970
        uint48 month;
        /// the sum of the thirteen months that ended with it
        uint208 total;
        mapping(uint256 place => uint256 amount) months;
    }

    /// @dev The sum of the twelve months before now.
    function last(Ring storage ring) internal view returns (uint256 total) {
        (total, ) = _now(ring);
    }

    function add(Ring storage ring, uint256 amount) internal {
        (uint256 total, uint256 month) = _now(ring);
        uint256 room = type(uint208).max - total;
        if (amount > room) amount = room;
        uint256 passed = month - ring.month;
        if (passed != 0) {
            // The running month and the empty ones before it take the places of months that are older than a year.
            for (uint256 i = 0; i < passed && i < MONTHS; ++i) {
                delete ring.months[(month - i) % MONTHS];
            }
            ring.month = uint48(month);
        }
        ring.months[month % MONTHS] += amount;
        // At most 2^208 - 1 by `room`.
        ring.total = uint208(total + amount);
    }

    function _now(Ring storage ring) private view returns (uint256 total, uint256 month) {
        month = block.timestamp / MONTH;
        uint256 passed = month - ring.month;
        if (passed >= MONTHS) return (0, month);
        total = ring.total;
        for (uint256 i = 0; i < passed; ++i) {
            total -= ring.months[(month - i) % MONTHS];
        }
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Years
/// @notice Calendar years of the Gregorian calendar, in UTC, from 1970 on.
library Years {
    /// @notice The first second of `year`.
    function startOf(uint256 year) internal pure returns (uint256) {
        return (365 * (year - 1970) + _leapDaysBefore(year) - _leapDaysBefore(1970)) * 1 days;
    }

    /// @notice The year that `time` falls in.
    function yearOf(uint256 time) internal pure returns (uint256 year) {
        year = 1970 + time / 366 days;
        while (startOf(year + 1) <= time) ++year;
    }

    function _leapDaysBefore(uint256 year) private pure returns (uint256) {
        uint256 last = year - 1;
        return last / 4 - last / 100 + last / 400;
    }
}

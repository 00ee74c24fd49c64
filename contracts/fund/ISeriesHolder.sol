// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title ISeriesHolder
/// @notice What the fund needs of whoever moves the money of bonds.
interface ISeriesHolder {
    /// @notice What `holder` is due from a series. Reverts while money of bonds is on its way.
    function dueOf(uint256 seriesId, address holder) external view returns (uint256);
}

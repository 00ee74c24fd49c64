// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IOrgan
/// @notice Every assembly answers where it belongs.
interface IOrgan {
    /// @notice The account that the organ belongs to.
    function cooperative() external view returns (address);

    /// @notice The Statutes that the organ goes by.
    function statutes() external view returns (address);

    /// @notice The roll that the organ goes by.
    function membership() external view returns (address);
}

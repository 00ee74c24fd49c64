// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IOrgan
/// @notice What every assembly answers about where it belongs.
interface IOrgan {
    function cooperative() external view returns (address);

    function statutes() external view returns (address);

    function membership() external view returns (address);
}

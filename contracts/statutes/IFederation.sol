// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IFederation
/// @notice The statutes of a co-op ask this of the register of the federation that it joined. They ask at every
/// decision, so that a federation that stands can receive a chapter that is written later. The roll of a root also
/// tells it who resigns: that roll and the register are one.
interface IFederation {
    /// @notice The co-op of co-ops that governs it.
    function root() external view returns (address);

    /// @notice The token in which it counts.
    function cash() external view returns (address);

    /// @notice The chapter that stands under a name, zero where none does.
    function chapterOf(bytes32 name) external view returns (address);

    /// @notice The code with which the federation opened `chapter`, 0 where it never did, and whether it stands in its
    /// place now; false where a newer one does.
    function chapterAt(address chapter) external view returns (bytes32 codeHash, bool current);

    /// @notice A member resigns from the root's roll. Only that roll.
    /// @return waits True if the register took it as notice, so that the roll keeps the member until it is over; false
    /// for who is not in the register, and leaves at once.
    function noteResignation(address coop) external returns (bool waits);
}

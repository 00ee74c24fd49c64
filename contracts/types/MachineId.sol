// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev The number of a machine in the register of a federation; the first is 1.
type MachineId is uint256;

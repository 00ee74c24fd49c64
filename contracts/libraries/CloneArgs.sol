// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @title CloneArgs
/// @notice The addresses that a clone was made with. They stand first in its arguments, 20 bytes each, in the order of
/// the constructor-like list in its interface.
library CloneArgs {
    /// @dev The address in place `index` of the arguments of the running clone; `index` must be within them.
    function addressAt(uint256 index) internal view returns (address value) {
        bytes memory args = Clones.fetchCloneArgs(address(this));
        assembly ("memory-safe") {
            value := shr(96, mload(add(add(args, 0x20), mul(index, 20))))
        }
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @title CloneArgs
/// @notice The addresses that a clone was made with. They stand first in its arguments, in the order of the
/// constructor-like list in its interface: 20 bytes each in an organ of a co-op, a word each in a singleton of a phyle.
library CloneArgs {
    /// @dev Where the arguments begin in the code of a clone of OpenZeppelin's.
    uint256 private constant ARGS_OFFSET = 0x2d;

    /// @dev Word `index` of the arguments of the running clone; `index` must be within them. Reads nothing else, for
    /// singletons that look at their arguments in every call.
    function wordAt(uint256 index) internal view returns (uint256 value) {
        uint256 offset = ARGS_OFFSET + 0x20 * index;
        assembly ("memory-safe") {
            extcodecopy(address(), 0, offset, 0x20)
            value := mload(0)
        }
    }

    /// @dev The address in word `index`, see {wordAt}.
    function addressInWord(uint256 index) internal view returns (address) {
        return address(uint160(wordAt(index)));
    }

    /// @dev The address in place `index` of the arguments of the running clone; `index` must be within them.
    function addressAt(uint256 index) internal view returns (address value) {
        bytes memory args = Clones.fetchCloneArgs(address(this));
        assembly ("memory-safe") {
            value := shr(96, mload(add(add(args, 0x20), mul(index, 20))))
        }
    }
}

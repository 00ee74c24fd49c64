// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title CloneArgs
/// @notice The arguments that a clone was made with, read from its own code. Addresses stand first, in the order of the
/// constructor-like list in its interface: 20 bytes each in an organ of a co-op, a word each in a singleton of a phyle.
/// @dev As `Clones.fetchCloneArgs` of OpenZeppelin does, but only what is asked for: arguments are looked at in every
/// call.
library CloneArgs {
    /// @dev Where the arguments begin in the code of a clone of OpenZeppelin's.
    uint256 private constant ARGS_OFFSET = 0x2d;

    /// @dev 32 bytes from `offset` on; zeros where the arguments end before.
    function bytesAt(uint256 offset) internal view returns (bytes32 value) {
        uint256 place = ARGS_OFFSET + offset;
        assembly ("memory-safe") {
            extcodecopy(address(), 0, place, 0x20)
            value := mload(0)
        }
    }

    /// @dev Word `index` of the arguments of the running clone; `index` must be within them.
    function wordAt(uint256 index) internal view returns (uint256) {
        return uint256(bytesAt(0x20 * index));
    }

    /// @dev The first four words, see {wordAt}; there must be as many.
    function fourWords() internal view returns (uint256 a, uint256 b, uint256 c, uint256 d) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            extcodecopy(address(), free, ARGS_OFFSET, 0x80)
            a := mload(free)
            b := mload(add(free, 0x20))
            c := mload(add(free, 0x40))
            d := mload(add(free, 0x60))
        }
    }

    /// @dev The address in word `index`, see {wordAt}.
    function addressInWord(uint256 index) internal view returns (address) {
        return address(uint160(wordAt(index)));
    }

    /// @dev The address in place `index`, where addresses are packed; `index` must be within them.
    function addressAt(uint256 index) internal view returns (address) {
        return address(bytes20(bytesAt(20 * index)));
    }
}

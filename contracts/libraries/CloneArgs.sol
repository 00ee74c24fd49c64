// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title CloneArgs
/// @notice The arguments that a clone was made with, read from its own code. Addresses stand first, in the order of the
/// constructor-like list in its interface: 20 bytes each in an organ of a co-op. Chapters of a federation that are cloned
/// at its founding all have the same five words: the Phyle, the fund, the cash token, the start of epoch 0 and the length
/// of an epoch. In the Phyle the first two are zero, in the fund the second is, so that each address follows from those
/// before it.
/// @dev As `Clones.fetchCloneArgs` of OpenZeppelin does, but only what is asked for: arguments are looked at in every
/// call.
library CloneArgs {
    /// @dev The arguments begin here in the code of a clone of OpenZeppelin's.
    uint256 private constant ARGS_OFFSET = 0x2d;

    /// @dev The words of a chapter; the fund and the cash token have functions of their own.
    uint256 internal constant PHYLE = 0;
    uint256 internal constant START = 3;
    uint256 internal constant EPOCH_LENGTH = 4;

    /// @dev 32 bytes from `offset` on; zeros where the arguments end before.
    function bytesAt(uint256 offset) internal view returns (bytes32 value) {
        assembly ("memory-safe") {
            extcodecopy(address(), 0, add(ARGS_OFFSET, offset), 0x20)
            value := mload(0)
        }
    }

    /// @dev Word `index` of the arguments of the running clone; `index` must be within them.
    function wordAt(uint256 index) internal view returns (uint256) {
        unchecked {
            return uint256(bytesAt(0x20 * index));
        }
    }

    /// @dev The Phyle, the start and the length of an epoch, of a chapter.
    function clock() internal view returns (uint256 phyle, uint256 start, uint256 length) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            extcodecopy(address(), free, ARGS_OFFSET, 0xa0)
            phyle := mload(free)
            start := mload(add(free, 0x60))
            length := mload(add(free, 0x80))
        }
    }

    /// @dev The Phyle and the fund of a chapter.
    function phyleAndFund() internal view returns (address phyle, address fund_) {
        assembly ("memory-safe") {
            extcodecopy(address(), 0, ARGS_OFFSET, 0x40)
            phyle := mload(0)
            fund_ := mload(0x20)
        }
    }

    /// @dev The fund of a chapter; every collecting and every pledge asks for it.
    function fund() internal view returns (address chapter) {
        assembly ("memory-safe") {
            extcodecopy(address(), 0, add(ARGS_OFFSET, 0x20), 0x20)
            chapter := mload(0)
        }
    }

    /// @dev The cash token of a chapter; every payment asks for it.
    function cash() internal view returns (address token) {
        assembly ("memory-safe") {
            extcodecopy(address(), 0, add(ARGS_OFFSET, 0x40), 0x20)
            token := mload(0)
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

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Guarded
/// @notice Lets nobody in twice in one call: while a function with this guard runs, no other one of the contract can be
/// called.
/// @dev As `ReentrancyGuardTransient` of OpenZeppelin, with the same error, but in a word of its own and without its layers
/// of functions, which cost every payment 140 gas.
abstract contract Guarded {
    uint256 private constant FREE = 0;
    uint256 private constant TAKEN = 1;

    /// @dev A whole word: of a packed one the rest would be read whenever it is written.
    uint256 private transient _door;

    /// @notice Thrown when a call comes back into the contract while one of its guarded functions runs.
    error ReentrancyGuardReentrantCall();

    modifier nonReentrant() {
        _requireFree();
        _door = TAKEN;
        _;
        _door = FREE;
    }

    /// @dev For what is only read: it is refused while it could read half of a change.
    modifier nonReentrantView() {
        _requireFree();
        _;
    }

    function _requireFree() private view {
        if (_door != FREE) revert ReentrancyGuardReentrantCall();
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev In `leavesAt`: the co-op has left.
uint40 constant LEFT = type(uint40).max;

/// @dev A co-op in the register. Three slots.
struct Coop {
    // what a claim reads: 20 + 5 + 5 + 2
    address membership;
    /// for the first time
    uint40 enteredAt;
    /// when its notice is over; 0: none was given; {LEFT}
    uint40 leavesAt;
    /// times it has entered
    uint16 spell;
    // what standing reads: 5 + 5 + 5 + 2 + 2
    uint40 lastWork;
    uint40 lastMachine;
    uint40 lastLevy;
    uint16 socialYear;
    uint16 booksYear;
    // levies since the last that was enough
    uint128 levies;
}

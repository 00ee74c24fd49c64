// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Coop} from "./Coop.sol";
import {IHeirs} from "./IHeirs.sol";
import {IPhyle} from "./IPhyle.sol";

/// @dev A spell without an end yet.
uint32 constant OPEN = type(uint32).max;

/// @dev One seat of a person: 20 + 4 + 1 + 2 + 5 bytes.
struct Seat {
    address coop;
    uint32 memberId;
    uint8 class;
    uint16 spell;
    uint40 since;
}

/// @dev The person on a seat, the number of the seat in their list, and the first epoch that it earns for.
struct Sitter {
    address wallet;
    uint16 index;
    uint32 start;
}

/// @dev The places of a co-op, and who takes them. One slot.
struct Places {
    /// places in the epoch `since`, from which they grow
    uint32 base;
    uint32 since;
    /// the least that a renewal of the base leaves
    uint32 granted;
    /// seats, those that wait for their start included
    uint32 seated;
    /// seats that earn in the epoch `rolledTo`
    uint32 earning;
    uint32 rolledTo;
    /// no seat starts later
    uint32 lastStart;
}

/// @dev The running counts of all co-ops. One slot.
struct Counts {
    uint32 rolledTo;
    uint32 earning;
    uint32 persons;
    /// with fewer heads that earn, common income waits; before the epoch `leastSince` it was `leastBefore`
    uint32 leastHeads;
    uint32 leastBefore;
    uint32 leastSince;
}

/// @dev It holds who sits where, and what is counted of it: {Phyle} hands it to {Seats}.
struct People {
    mapping(address wallet => IPhyle.Head) heads;
    mapping(address wallet => mapping(uint256 spell => IPhyle.Spell)) spells;
    mapping(address wallet => mapping(uint256 index => Seat)) seats;
    mapping(address coop => mapping(uint256 memberId => Sitter)) sitters;
    mapping(address coop => Coop) coops;
    mapping(address coop => mapping(uint256 spell => uint40 leftAt)) leftAt;
    mapping(address coop => Places) places;
    /// starts of seats, eight epochs a word of 32 bits each
    mapping(address coop => mapping(uint256 epochs => uint256)) coopStarts;
    Counts counts;
    mapping(uint256 epoch => uint32 count) earnedIn;
    mapping(uint256 epoch => uint32 count) starts;
    /// the roll to which a co-op moved and which is not read, because no accepted Registrar built it
    mapping(address coop => address roll) unread;
    mapping(address person => IHeirs.Estate) estates;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Kind} from "./Kind.sol";

enum Count {
    HEADCOUNT,
    CLASS_SHARE
}

/// @dev CLASS_SHARE only: what a class's share is divided by.
enum Basis {
    CAST,
    ROLL
}

/// @dev HEADCOUNT only: what the threshold is a share of.
enum Whole {
    CAST,
    PRESENT,
    ROLL
}

/// @dev `maxObjections` with this value means that objections do not block.
uint16 constant NO_LIMIT = type(uint16).max;

/// @dev The rule of one kind of decision. Shares in basis points, periods in seconds.
/// Stored and copied as one word, see {RuleWord}.
struct Rule {
    Count count;
    Basis basis;
    Whole whole;
    uint16 threshold;
    bool inclusive;
    uint16 quorumBps;
    uint16 quorumMin;
    uint16 nonUserCapBps;
    /// bit c set: class c must have more for than against
    uint8 classMajority;
    uint16 maxObjections;
    uint32 noticePeriod;
    uint32 votingPeriod;
    uint32 timelock;
    uint32 gracePeriod;
    uint32 objectionPeriod;
}

/// @dev The rule that a kind of decision is to have.
struct KindRule {
    Kind kind;
    Rule rule;
}

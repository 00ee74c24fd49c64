// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev The longest periods that any rule may set, in seconds.
uint256 constant LONGEST_NOTICE = 42 days;
uint256 constant LONGEST_VOTING = 60 days;
uint256 constant LONGEST_OBJECTION = 14 days;

/// @dev No vote stays open longer than this after its snapshot. Who waits this long before returning or changing class
/// again cannot appear twice, or in two classes, in one vote.
uint256 constant LONGEST_VOTE = LONGEST_NOTICE + LONGEST_VOTING + LONGEST_OBJECTION;

/// @dev The shortest time in which everybody can vote, and in which somebody can carry out what was decided.
uint256 constant SHORTEST_VOTING = 1 days;
uint256 constant SHORTEST_GRACE = 1 days;

uint256 constant LONGEST_TIMELOCK = 60 days;
uint256 constant LONGEST_GRACE = 365 days;
uint256 constant LONGEST_COOLING = 365 days;

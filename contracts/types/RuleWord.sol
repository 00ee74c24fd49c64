// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {BPS} from "./Bps.sol";
import {Kind} from "./Kind.sol";
import {Basis, Count, Rule, Whole} from "./Rule.sol";

/// @dev A {Rule} in one storage word. From the lowest bit: count 1, basis 1, whole 2, inclusive 1, threshold 14,
/// quorumBps 14, quorumMin 16, nonUserCapBps 14, classMajority 8, maxObjections 16, then notice, voting, timelock,
/// grace and objection period of 32 bits each, in a vote that was called a second time the classes that it passes over
/// 8, and bit 255, which is set in every word that holds a rule.
type RuleWord is uint256;

/// @dev It stands where a co-op has no rule.
RuleWord constant NO_RULE = RuleWord.wrap(0);

using RuleWords for RuleWord global;
using {isSame as ==} for RuleWord global;

function isSame(RuleWord word, RuleWord other) pure returns (bool) {
    return RuleWord.unwrap(word) == RuleWord.unwrap(other);
}

/// @title RuleWords
/// @notice Reads and writes {RuleWord}.
library RuleWords {
    uint256 private constant PRESENT_BIT = 1 << 255;
    /// @dev The last period ends at this bit.
    uint256 private constant OBJECTION_END = 247;
    uint256 private constant QUORUM_SHIFT = 19;
    uint256 private constant QUORUM_MASK = 0x3fff << QUORUM_SHIFT;
    uint256 private constant CAP_SHIFT = 49;
    uint256 private constant CAP_MASK = 0x3fff << CAP_SHIFT;
    uint256 private constant MAJORITY_SHIFT = 63;
    /// @dev Count, basis and whole; quorumBps, quorumMin, nonUserCapBps and classMajority.
    uint256 private constant COUNTING = 0xf | (((1 << 71) - 1) & ~uint256((1 << 19) - 1));

    function pack(Rule memory rule) internal pure returns (RuleWord) {
        uint256 word = PRESENT_BIT | uint256(rule.count) | (uint256(rule.basis) << 1) | (uint256(rule.whole) << 2);
        word |= (rule.inclusive ? 1 : 0) << 4;
        word |= uint256(rule.threshold & 0x3fff) << 5;
        word |= uint256(rule.quorumBps & 0x3fff) << 19;
        word |= uint256(rule.quorumMin) << 33;
        word |= uint256(rule.nonUserCapBps & 0x3fff) << 49;
        word |= uint256(rule.classMajority) << 63;
        word |= uint256(rule.maxObjections) << 71;
        word |= uint256(rule.noticePeriod) << 87;
        word |= uint256(rule.votingPeriod) << 119;
        word |= uint256(rule.timelock) << 151;
        word |= uint256(rule.gracePeriod) << 183;
        word |= uint256(rule.objectionPeriod) << 215;
        return RuleWord.wrap(word);
    }

    function unpack(RuleWord packed) internal pure returns (Rule memory rule) {
        uint256 word = RuleWord.unwrap(packed);
        rule.count = Count(word & 1);
        rule.basis = Basis((word >> 1) & 1);
        rule.whole = Whole((word >> 2) & 3);
        rule.inclusive = (word >> 4) & 1 == 1;
        rule.threshold = uint16((word >> 5) & 0x3fff);
        rule.quorumBps = uint16((word >> 19) & 0x3fff);
        rule.quorumMin = uint16(word >> 33);
        rule.nonUserCapBps = uint16((word >> 49) & 0x3fff);
        rule.classMajority = uint8(word >> 63);
        rule.maxObjections = uint16(word >> 71);
        rule.noticePeriod = uint32(word >> 87);
        rule.votingPeriod = uint32(word >> 119);
        rule.timelock = uint32(word >> 151);
        rule.gracePeriod = uint32(word >> 183);
        rule.objectionPeriod = uint32(word >> 215);
    }

    /// @dev Tells whether two rules count votes alike; periods, thresholds and limits of objections may differ.
    function countsAs(RuleWord word, RuleWord other) internal pure returns (bool) {
        return (RuleWord.unwrap(word) ^ RuleWord.unwrap(other)) & COUNTING == 0;
    }

    /// @dev The same rule without the cap of those who are no users.
    function uncapped(RuleWord word) internal pure returns (RuleWord) {
        return RuleWord.wrap((RuleWord.unwrap(word) & ~CAP_MASK) | (BPS << CAP_SHIFT));
    }

    /* A SECOND CALL */

    /// @dev The rule of a motion that is called a second time because it was lost to silence. Everyday and consent decisions
    /// need the least number alone, the others half the share as well, rounded up.
    /// @param silent The classes that did not vote the first time, as bits.
    function forSecondCall(RuleWord packed, Kind kind, uint8 silent) internal pure returns (RuleWord) {
        if (!exists(packed)) return packed;
        uint256 word = RuleWord.unwrap(packed);
        uint256 quorum = kind < Kind.SPECIAL ? 0 : (((word & QUORUM_MASK) >> QUORUM_SHIFT) + 1) / 2;
        uint256 over = (word >> MAJORITY_SHIFT) & silent;
        // ASM-10
        return RuleWord.wrap((word & ~QUORUM_MASK) | (quorum << QUORUM_SHIFT) | (over << OBJECTION_END));
    }

    /// @dev The classes whose majority the rule does not ask for unless they vote, as bits.
    function passedOver(RuleWord word) internal pure returns (uint8) {
        return uint8(RuleWord.unwrap(word) >> OBJECTION_END);
    }

    /* PERIODS, without unpacking the rest */

    function noticePeriod(RuleWord word) internal pure returns (uint256) {
        return uint32(RuleWord.unwrap(word) >> 87);
    }

    function votingPeriod(RuleWord word) internal pure returns (uint256) {
        return uint32(RuleWord.unwrap(word) >> 119);
    }

    function timelock(RuleWord word) internal pure returns (uint256) {
        return uint32(RuleWord.unwrap(word) >> 151);
    }

    function gracePeriod(RuleWord word) internal pure returns (uint256) {
        return uint32(RuleWord.unwrap(word) >> 183);
    }

    /* WHAT IT IS */

    /// @dev Tells whether it reads as a rule: nothing stands outside the fields, and each has one of its values.
    function isWellFormed(RuleWord word) internal pure returns (bool) {
        uint256 plain = RuleWord.unwrap(word);
        return plain >> OBJECTION_END == PRESENT_BIT >> OBJECTION_END && (plain >> 2) & 3 <= uint256(type(Whole).max);
    }

    function exists(RuleWord word) internal pure returns (bool) {
        return RuleWord.unwrap(word) & PRESENT_BIT != 0;
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev A membership in one storage word. From the lowest bit: id 32 (0: the wallet never had one), class 8, joined 48, left
/// 48 (0: has not left), class before 8, class changed 48 (0: never), id of the wallet's membership before 32 (0: none), and
/// to when the wallet took back what it had applied for 32, in minutes since 1970 (0: it did not).
type MemberWord is uint256;

/* Where each part begins, for {MemberWords} and for counting ballots in assembly. The id stands in the lowest bits. */
uint256 constant MEMBER_ID_MASK = 0xffffffff;
uint256 constant MEMBER_CLASS = 32;
uint256 constant MEMBER_JOINED = 40;
uint256 constant MEMBER_LEFT = 88;
uint256 constant MEMBER_CLASS_BEFORE = 136;
uint256 constant MEMBER_CLASS_CHANGED = 144;
uint256 constant MEMBER_PREVIOUS_ID = 192;
uint256 constant MEMBER_TAKEN_BACK = 224;
uint256 constant MEMBER_TIME_MASK = 0xffffffffffff;

using MemberWords for MemberWord global;

/// @title MemberWords
/// @notice Reads and writes {MemberWord}.
library MemberWords {
    /// @dev The class, and the class before with its time.
    uint256 private constant CLASSES_MASK =
        (uint256(type(uint8).max) << MEMBER_CLASS) | (uint256(type(uint56).max) << MEMBER_CLASS_BEFORE);
    uint256 private constant TAKEN_BACK_MASK = uint256(type(uint32).max) << MEMBER_TAKEN_BACK;

    /// @dev The word with which a wallet comes to the roll; `before` is the one that it had.
    function joining(MemberWord before, uint256 id_, uint8 class_, uint256 time) internal pure returns (MemberWord) {
        uint256 now_ = id_ | (uint256(class_) << MEMBER_CLASS) | (time << MEMBER_JOINED);
        uint256 kept = MemberWord.unwrap(before) & TAKEN_BACK_MASK;
        return MemberWord.wrap(kept | now_ | (id(before) << MEMBER_PREVIOUS_ID));
    }

    /// @dev With all taken back that was applied for until `deadline`, and whatever was taken back before.
    function withTakenBack(MemberWord word, uint256 deadline) internal pure returns (MemberWord) {
        uint256 minute = deadline / 1 minutes;
        if (minute > type(uint32).max) minute = type(uint32).max;
        if (minute <= takenBack(word)) return word;
        uint256 kept = MemberWord.unwrap(word) & ~TAKEN_BACK_MASK;
        return MemberWord.wrap(kept | (minute << MEMBER_TAKEN_BACK));
    }

    function withLeft(MemberWord word, uint256 time) internal pure returns (MemberWord) {
        return MemberWord.wrap(MemberWord.unwrap(word) | (time << MEMBER_LEFT));
    }

    function withClass(MemberWord word, uint8 class_, uint256 time) internal pure returns (MemberWord) {
        uint256 kept = MemberWord.unwrap(word) & ~CLASSES_MASK;
        uint256 before = (uint256(class(word)) << MEMBER_CLASS_BEFORE) | (time << MEMBER_CLASS_CHANGED);
        return MemberWord.wrap(kept | (uint256(class_) << MEMBER_CLASS) | before);
    }

    function id(MemberWord word) internal pure returns (uint256) {
        return uint32(MemberWord.unwrap(word));
    }

    function class(MemberWord word) internal pure returns (uint8) {
        return uint8(MemberWord.unwrap(word) >> MEMBER_CLASS);
    }

    function joined(MemberWord word) internal pure returns (uint256) {
        return uint48(MemberWord.unwrap(word) >> MEMBER_JOINED);
    }

    function left(MemberWord word) internal pure returns (uint256) {
        return uint48(MemberWord.unwrap(word) >> MEMBER_LEFT);
    }

    function classBefore(MemberWord word) internal pure returns (uint8) {
        return uint8(MemberWord.unwrap(word) >> MEMBER_CLASS_BEFORE);
    }

    function classChanged(MemberWord word) internal pure returns (uint256) {
        return uint48(MemberWord.unwrap(word) >> MEMBER_CLASS_CHANGED);
    }

    function previousId(MemberWord word) internal pure returns (uint256) {
        return uint32(MemberWord.unwrap(word) >> MEMBER_PREVIOUS_ID);
    }

    /// @dev To when the wallet took back what it had applied for, in minutes.
    function takenBack(MemberWord word) internal pure returns (uint256) {
        return MemberWord.unwrap(word) >> MEMBER_TAKEN_BACK;
    }

    /// @dev Tells whether the wallet took back what it had applied for until `deadline`.
    function tookBack(MemberWord word, uint256 deadline) internal pure returns (bool) {
        uint256 minute = takenBack(word);
        return minute != 0 && deadline / 1 minutes <= minute;
    }

    /// @dev Tells whether the wallet is, or was, on the roll.
    function exists(MemberWord word) internal pure returns (bool) {
        return id(word) != 0;
    }

    function isOnTheRoll(MemberWord word) internal pure returns (bool) {
        return exists(word) && left(word) == 0;
    }

    /// @dev Tells whether it is on the roll with this id and, above it, this class.
    function isStill(MemberWord word, uint256 idAndClass) internal pure returns (bool) {
        uint256 place = MEMBER_ID_MASK | (uint256(type(uint8).max) << MEMBER_CLASS);
        return MemberWord.unwrap(word) & (place | (MEMBER_TIME_MASK << MEMBER_LEFT)) == idAndClass;
    }

    function isOnTheRollAt(MemberWord word, uint256 t) internal pure returns (bool) {
        uint256 left_ = left(word);
        // G4, MEM-5
        return exists(word) && joined(word) <= t && (left_ == 0 || t < left_);
    }

    /// @dev The class at `t`, for whoever is on the roll at `t`. A class that has changed cannot change again before
    /// every vote has ended in which the one before still counts.
    function classAt(MemberWord word, uint256 t) internal pure returns (uint8) {
        // MEM-5
        return t < classChanged(word) ? classBefore(word) : class(word);
    }
}

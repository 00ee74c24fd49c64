// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title MemberWord
/// @notice A membership in one storage word. From the lowest bit: id 32, class 8, joined 48, left 48 (0: has not left),
/// class before 8, class changed 48 (0: never), id of the wallet's membership before 32 (0: none).
library MemberWord {
    function joining(uint256 id_, uint8 class_, uint256 time, uint256 previousId_) internal pure returns (uint256) {
        return id_ | (uint256(class_) << 32) | (time << 40) | (previousId_ << 192);
    }

    function withLeft(uint256 word, uint256 time) internal pure returns (uint256) {
        return word | (time << 88);
    }

    function withClass(uint256 word, uint8 class_, uint256 time) internal pure returns (uint256) {
        uint256 kept = word & ~((uint256(type(uint8).max) << 32) | (uint256(type(uint56).max) << 136));
        return kept | (uint256(class_) << 32) | (uint256(class(word)) << 136) | (time << 144);
    }

    function id(uint256 word) internal pure returns (uint256) {
        return uint32(word);
    }

    function class(uint256 word) internal pure returns (uint8) {
        return uint8(word >> 32);
    }

    function joined(uint256 word) internal pure returns (uint256) {
        return uint48(word >> 40);
    }

    function left(uint256 word) internal pure returns (uint256) {
        return uint48(word >> 88);
    }

    function classBefore(uint256 word) internal pure returns (uint8) {
        return uint8(word >> 136);
    }

    function classChanged(uint256 word) internal pure returns (uint256) {
        return uint48(word >> 144);
    }

    function previousId(uint256 word) internal pure returns (uint256) {
        return uint32(word >> 192);
    }

    function isOnTheRoll(uint256 word) internal pure returns (bool) {
        return word != 0 && left(word) == 0;
    }

    function isOnTheRollAt(uint256 word, uint256 t) internal pure returns (bool) {
        uint256 left_ = left(word);
        return word != 0 && joined(word) <= t && (left_ == 0 || t < left_);
    }

    /// @dev The class at `t`, for whoever is on the roll at `t`. A class that has changed cannot change again before
    /// every vote has ended in which the one before still counts.
    function classAt(uint256 word, uint256 t) internal pure returns (uint8) {
        return t < classChanged(word) ? classBefore(word) : class(word);
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Kind} from "../types/Kind.sol";

/// @title PollHead
/// @notice What every ballot needs of its proposal, in one word. From the lowest bit: snapshot 48, voteStart 48, voteEnd
/// 48, kind 8, classes 8, actions 8, language 16, canceled 8, executed 8, the proposal before it with the same motion 48.
library PollHead {
    uint256 private constant CANCELED = 1 << 184;
    uint256 private constant EXECUTED = 1 << 192;

    /// @dev All but what {ofMotion} gives. Times are timestamps with at most two periods of 32 bits added.
    function pack(
        uint256 snapshot_,
        uint256 voteStart_,
        uint256 voteEnd_,
        Kind kind_,
        uint256 classes_,
        bytes2 language_
    ) internal pure returns (uint256) {
        uint256 times = snapshot_ | (voteStart_ << 48) | (voteEnd_ << 96);
        uint256 terms = uint256(kind_) | (classes_ << 8) | (uint256(uint16(language_)) << 24);
        return times | (terms << 144);
    }

    /// @dev What a head says of the motion. Numbers of proposals do not come near 2^48.
    function ofMotion(uint256 actions_, uint256 previous_) internal pure returns (uint256) {
        return (actions_ << 160) | (previous_ << 200);
    }

    function withCanceled(uint256 head) internal pure returns (uint256) {
        return head | CANCELED;
    }

    function withExecuted(uint256 head) internal pure returns (uint256) {
        return head | EXECUTED;
    }

    function snapshot(uint256 head) internal pure returns (uint256) {
        return uint48(head);
    }

    function voteStart(uint256 head) internal pure returns (uint256) {
        return uint48(head >> 48);
    }

    function voteEnd(uint256 head) internal pure returns (uint256) {
        return uint48(head >> 96);
    }

    function kind(uint256 head) internal pure returns (Kind) {
        return Kind(uint8(head >> 144));
    }

    function classes(uint256 head) internal pure returns (uint256) {
        return uint8(head >> 152);
    }

    function actions(uint256 head) internal pure returns (uint256) {
        return uint8(head >> 160);
    }

    function language(uint256 head) internal pure returns (bytes2) {
        return bytes2(uint16(head >> 168));
    }

    /// @dev 0: none
    function previous(uint256 head) internal pure returns (uint256) {
        return uint48(head >> 200);
    }

    function isCanceled(uint256 head) internal pure returns (bool) {
        return head & CANCELED != 0;
    }

    function isExecuted(uint256 head) internal pure returns (bool) {
        return head & EXECUTED != 0;
    }

    function isActive(uint256 head) internal view returns (bool) {
        return block.timestamp >= voteStart(head) && block.timestamp < voteEnd(head) && !isCanceled(head);
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";

/// @dev It holds what every ballot needs of its proposal, in one word. From the lowest bit: snapshot 48, voteStart 48,
/// voteEnd 48, kind 8, classes 8, actions 8, language 16, canceled 8, executed 8, the proposal before it with the same
/// motion 48, called a second time 8.
type PollHead is uint256;

using PollHeads for PollHead global;

/// @title PollHeads
/// @notice Reads and writes {PollHead}.
library PollHeads {
    uint256 private constant CANCELED = 1 << 184;
    uint256 private constant EXECUTED = 1 << 192;
    uint256 private constant SECOND = 1 << 248;

    /// @dev All but what {forMotion} adds. Times are timestamps with at most two periods of 32 bits added.
    function pack(
        uint256 snapshot_,
        uint256 voteStart_,
        uint256 voteEnd_,
        Kind kind_,
        uint256 classes_,
        bytes2 language_
    ) internal pure returns (PollHead) {
        uint256 times = snapshot_ | (voteStart_ << 48) | (voteEnd_ << 96);
        uint256 terms = uint256(kind_) | (classes_ << 8) | (uint256(uint16(language_)) << 24);
        return PollHead.wrap(times | (terms << 144));
    }

    /// @dev With what a head says of its motion. Numbers of proposals do not come near 2^48.
    function forMotion(PollHead head, uint256 actions_, ProposalId previous_) internal pure returns (PollHead) {
        return PollHead.wrap(PollHead.unwrap(head) | (actions_ << 160) | (ProposalId.unwrap(previous_) << 200));
    }

    function withCanceled(PollHead head) internal pure returns (PollHead) {
        return PollHead.wrap(PollHead.unwrap(head) | CANCELED);
    }

    function withExecuted(PollHead head) internal pure returns (PollHead) {
        return PollHead.wrap(PollHead.unwrap(head) | EXECUTED);
    }

    function withSecond(PollHead head) internal pure returns (PollHead) {
        return PollHead.wrap(PollHead.unwrap(head) | SECOND);
    }

    function exists(PollHead head) internal pure returns (bool) {
        return PollHead.unwrap(head) != 0;
    }

    function snapshot(PollHead head) internal pure returns (uint256) {
        return uint48(PollHead.unwrap(head));
    }

    function voteStart(PollHead head) internal pure returns (uint256) {
        return uint48(PollHead.unwrap(head) >> 48);
    }

    function voteEnd(PollHead head) internal pure returns (uint256) {
        return uint48(PollHead.unwrap(head) >> 96);
    }

    function kind(PollHead head) internal pure returns (Kind) {
        return Kind(uint8(PollHead.unwrap(head) >> 144));
    }

    function classes(PollHead head) internal pure returns (uint256) {
        return uint8(PollHead.unwrap(head) >> 152);
    }

    function actions(PollHead head) internal pure returns (uint256) {
        return uint8(PollHead.unwrap(head) >> 160);
    }

    function language(PollHead head) internal pure returns (bytes2) {
        return bytes2(uint16(PollHead.unwrap(head) >> 168));
    }

    /// @dev {NO_PROPOSAL}: none
    function previous(PollHead head) internal pure returns (ProposalId) {
        return ProposalId.wrap(uint48(PollHead.unwrap(head) >> 200));
    }

    function isCanceled(PollHead head) internal pure returns (bool) {
        return PollHead.unwrap(head) & CANCELED != 0;
    }

    function isExecuted(PollHead head) internal pure returns (bool) {
        return PollHead.unwrap(head) & EXECUTED != 0;
    }

    function isSecond(PollHead head) internal pure returns (bool) {
        return PollHead.unwrap(head) & SECOND != 0;
    }

    function isActive(PollHead head) internal view returns (bool) {
        return block.timestamp >= voteStart(head) && block.timestamp < voteEnd(head) && !isCanceled(head);
    }
}

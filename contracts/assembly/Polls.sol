// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {IMembership} from "../membership/IMembership.sol";
import {ClassTally} from "../types/Classes.sol";
import {ProposalId} from "../types/ProposalId.sol";
import {Rule} from "../types/Rule.sol";

import {IAssembly} from "./IAssembly.sol";
import {etaOf, Minutes, Poll} from "./Minutes.sol";
import {PollHead} from "./PollHead.sol";
import {Results} from "./Results.sol";

/// @title Polls
/// @notice Keeps each vote: what it was opened with, who cast what, how it stands.
abstract contract Polls is IAssembly {
    Minutes internal _minutes;

    /* READING */

    /// @inheritdoc IAssembly
    function cooperative() public view returns (address) {
        return CloneArgs.addressAt(0);
    }

    /// @inheritdoc IAssembly
    function statutes() public view returns (address) {
        return CloneArgs.addressAt(1);
    }

    /// @inheritdoc IAssembly
    function membership() public view returns (address) {
        return CloneArgs.addressAt(2);
    }

    /// @inheritdoc IAssembly
    function proposalCount() external view returns (uint256) {
        return _minutes.lastId;
    }

    /// @inheritdoc IAssembly
    function proposalOf(ProposalId proposalId) external view returns (Proposal memory) {
        Poll storage poll = _pollOf(proposalId);
        PollHead head = poll.head;
        uint256 eta = etaOf(poll);
        return
            Proposal({
                proposer: poll.proposer,
                kind: head.kind(),
                // Timestamps with at most four periods of 32 bits added.
                snapshot: uint48(head.snapshot()),
                voteStart: uint48(head.voteStart()),
                voteEnd: uint48(head.voteEnd()),
                eta: uint48(eta),
                expiry: uint48(eta + poll.ruleWord.gracePeriod()),
                motion: poll.motion,
                resolutionHash: poll.resolutionHash
            });
    }

    /// @inheritdoc IAssembly
    function ruleOfProposal(ProposalId proposalId) external view returns (Rule memory) {
        _pollOf(proposalId);
        return Results.ruleOf(_minutes, proposalId);
    }

    /// @inheritdoc IAssembly
    function talliesOf(ProposalId proposalId) external view returns (ClassTally[] memory) {
        _pollOf(proposalId);
        return Results.talliesOf(_minutes, proposalId);
    }

    /// @inheritdoc IAssembly
    function resultOf(ProposalId proposalId) external view returns (bool quorum, bool passed) {
        _pollOf(proposalId);
        return Results.resultOf(_minutes, proposalId);
    }

    /// @inheritdoc IAssembly
    function outcomeOf(
        Rule calldata rule,
        ClassTally[] calldata classes
    ) external pure returns (bool quorum, bool passed) {
        return Results.outcomeOf(rule, classes);
    }

    /// @inheritdoc IGovernor
    function state(uint256 proposalId) public view returns (ProposalState) {
        return Results.stateOf(_minutes, ProposalId.wrap(proposalId));
    }

    /* FOR THE OTHER PARTS */

    function _pollOf(ProposalId proposalId) internal view returns (Poll storage poll) {
        poll = _minutes.polls[proposalId];
        if (!poll.head.exists()) revert GovernorNonexistentProposal(ProposalId.unwrap(proposalId));
    }

    function _requireActive(ProposalId proposalId) internal view returns (PollHead head) {
        head = _minutes.polls[proposalId].head;
        // A head of 0 never is active; what there is not is refused by `state`.
        if (!head.isActive()) {
            revert GovernorUnexpectedProposalState(
                ProposalId.unwrap(proposalId),
                state(ProposalId.unwrap(proposalId)),
                bytes32(1 << uint8(ProposalState.Active))
            );
        }
    }

    function _memberAt(address account, uint256 t) internal view returns (uint256 id, uint8 class) {
        return IMembership(membership()).memberAt(account, t);
    }
}

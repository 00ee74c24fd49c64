// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {RuleWord} from "../libraries/RuleWord.sol";
import {Tally} from "../libraries/Tally.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Choice, Route} from "../types/Choice.sol";
import {ClassFlags, ClassTally} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {Rule} from "../types/Rule.sol";

import {IAssembly} from "./IAssembly.sol";
import {PollHead} from "./PollHead.sol";

/// @title Polls
/// @notice What is known of each vote: what it was opened with, who cast what, how it stands.
abstract contract Polls is IAssembly {
    using PollHead for uint256;
    using RuleWord for uint256;

    struct Poll {
        /// {PollHead}; 0 where there is no such proposal
        uint256 head;
        address proposer;
        uint256 ruleWord;
        /// as {IStatutes-electionTerms} gives it
        uint256 classWord;
        /// class c in bits [26c, 26c+26)
        uint256 counts;
        bytes32 contentHash;
        bytes32 resolutionHash;
        bytes32 nameHash;
    }

    uint256 internal constant CLASS_BITS = 26;
    uint256 internal constant CLASS_MASK = (1 << CLASS_BITS) - 1;
    /// @dev Two classes a word, four choices a class.
    uint256 internal constant CHOICES = 4;

    mapping(uint256 proposalId => Poll poll) internal _polls;
    /// @dev Word w holds the classes 2w and 2w + 1: choice x of class c at bit 26 * (4 * (c % 2) + x).
    mapping(uint256 proposalId => mapping(uint256 index => uint256 word)) internal _tallies;
    /// @dev Four bits a member, choice below route, in the order of ids, 64 a word.
    mapping(uint256 proposalId => mapping(uint256 index => uint256 word)) internal _records;
    /// @dev Rules under which a vote must also pass because it changes them: the one in force and the new one.
    mapping(uint256 proposalId => uint256[] ruleWords) internal _ratchets;
    uint256 internal _lastId;

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
        return _lastId;
    }

    /// @inheritdoc IAssembly
    function proposalOf(uint256 proposalId) external view returns (Proposal memory) {
        Poll storage poll = _pollOf(proposalId);
        uint256 head = poll.head;
        uint256 eta = _etaOf(poll);
        return
            Proposal({
                proposer: poll.proposer,
                kind: head.kind(),
                // Timestamps with at most four periods of 32 bits added.
                snapshot: uint48(head.snapshot()),
                voteStart: uint48(head.voteStart()),
                voteEnd: uint48(head.voteEnd()),
                eta: uint48(eta),
                expiry: uint48(eta + poll.ruleWord.unpack().gracePeriod),
                contentHash: poll.contentHash,
                resolutionHash: poll.resolutionHash
            });
    }

    /// @inheritdoc IAssembly
    function ruleOfProposal(uint256 proposalId) external view returns (Rule memory) {
        return _pollOf(proposalId).ruleWord.unpack();
    }

    /// @inheritdoc IAssembly
    function talliesOf(uint256 proposalId) external view returns (ClassTally[] memory) {
        return _talliesOf(proposalId, _pollOf(proposalId));
    }

    /// @inheritdoc IAssembly
    function resultOf(uint256 proposalId) external view returns (bool quorum, bool passed) {
        Poll storage poll = _pollOf(proposalId);
        ClassTally[] memory classes = _talliesOf(proposalId, poll);
        return (Tally.hasQuorum(poll.ruleWord.unpack(), classes), _hasPassed(proposalId, poll, classes));
    }

    /// @inheritdoc IAssembly
    function outcomeOf(
        Rule calldata rule,
        ClassTally[] calldata classes
    ) external pure returns (bool quorum, bool passed) {
        return Tally.outcomeOf(rule, classes);
    }

    /// @inheritdoc IGovernor
    function state(uint256 proposalId) public view returns (ProposalState) {
        Poll storage poll = _pollOf(proposalId);
        uint256 head = poll.head;
        if (head.isExecuted()) return ProposalState.Executed;
        if (head.isCanceled()) return ProposalState.Canceled;
        if (block.timestamp < head.voteStart()) return ProposalState.Pending;
        if (block.timestamp < head.voteEnd()) return ProposalState.Active;
        if (!_hasPassed(proposalId, poll, _talliesOf(proposalId, poll))) return ProposalState.Defeated;
        if (head.actions() == 0) return ProposalState.Succeeded;
        if (block.timestamp < _etaOf(poll) + poll.ruleWord.unpack().gracePeriod) return ProposalState.Queued;
        return ProposalState.Expired;
    }

    /* FOR THE OTHER PARTS */

    function _pollOf(uint256 proposalId) internal view returns (Poll storage poll) {
        poll = _polls[proposalId];
        if (poll.head == 0) revert GovernorNonexistentProposal(proposalId);
    }

    function _memberAt(address account, uint256 t) internal view returns (uint256 id, uint8 class) {
        return IMembership(membership()).memberAt(account, t);
    }

    function _terms(
        Kind kind
    ) internal view returns (uint256 ruleWord, uint256 classWord, bytes32 nameHash, bytes2 language, uint8 classes) {
        return IStatutes(statutes()).electionTerms(kind);
    }

    function _etaOf(Poll storage poll) internal view returns (uint256) {
        return poll.head.voteEnd() + poll.ruleWord.unpack().timelock;
    }

    function _talliesOf(uint256 proposalId, Poll storage poll) internal view returns (ClassTally[] memory classes) {
        uint256 classWord = poll.classWord;
        uint256 counts = poll.counts;
        classes = new ClassTally[](poll.head.classes());
        for (uint256 c; c < classes.length; ++c) {
            uint256 lane = _tallies[proposalId][c / 2] >> (CLASS_BITS * CHOICES * (c % 2));
            uint256 terms = classWord >> (32 * c);
            classes[c] = ClassTally({
                shareBps: uint16(terms),
                user: (terms >> 16) & ClassFlags.USER != 0,
                // Lanes of 26 bits.
                members: uint32((counts >> (CLASS_BITS * c)) & CLASS_MASK),
                votesFor: _inLane(lane, Choice.FOR),
                votesAgainst: _inLane(lane, Choice.AGAINST),
                abstentions: _inLane(lane, Choice.ABSTAIN),
                objections: _inLane(lane, Choice.OBJECT)
            });
        }
    }

    /// @dev Under the rule of its kind and, where it changes a rule, under the one in force and the new one.
    function _hasPassed(
        uint256 proposalId,
        Poll storage poll,
        ClassTally[] memory classes
    ) internal view returns (bool passed) {
        (, passed) = Tally.outcomeOf(poll.ruleWord.unpack(), classes);
        uint256[] storage ratchet = _ratchets[proposalId];
        uint256 length = ratchet.length;
        for (uint256 i; passed && i < length; ++i) (, passed) = Tally.outcomeOf(ratchet[i].unpack(), classes);
    }

    /// @dev What the member with this id cast; route 0: nothing.
    function _recordOf(uint256 proposalId, uint256 memberId) internal view returns (uint8 route, uint8 choice) {
        uint256 record = _records[proposalId][memberId / 64] >> (4 * (memberId % 64));
        // Two bits each.
        return (uint8((record >> 2) & 3), uint8(record & 3));
    }

    /// @dev Records a ballot and counts it, taking back what it replaces. The caller has checked that it may.
    function _record(uint256 proposalId, uint256 memberId, uint256 class, uint8 route, uint8 choice) internal {
        // Shifts and lanes stay within a word, and a tally within the members of its class.
        unchecked {
            uint256 shift = 4 * (memberId % 64);
            mapping(uint256 index => uint256 word) storage records = _records[proposalId];
            uint256 word = records[memberId / 64];
            uint256 before = (word >> shift) & 15;
            records[memberId / 64] = (word & ~(15 << shift)) | (((uint256(route) << 2) | choice) << shift);

            uint256 lane = CHOICES * (class % 2);
            mapping(uint256 index => uint256 word) storage tallies = _tallies[proposalId];
            uint256 tally = tallies[class / 2] + (1 << (CLASS_BITS * (lane + choice)));
            if (before >> 2 != Route.NONE) tally -= 1 << (CLASS_BITS * (lane + (before & 3)));
            tallies[class / 2] = tally;
        }
    }

    function _inLane(uint256 lane, uint8 choice) private pure returns (uint32) {
        return uint32((lane >> (CLASS_BITS * choice)) & CLASS_MASK);
    }
}

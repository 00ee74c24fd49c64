// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {RuleWord} from "../libraries/RuleWord.sol";
import {Tally} from "../libraries/Tally.sol";
import {Titles} from "../libraries/Titles.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {ClassTally} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {Rule} from "../types/Rule.sol";

import {IAssembly} from "./IAssembly.sol";
import {PollHead} from "./PollHead.sol";
import {Polls} from "./Polls.sol";

/// @title Proposals
/// @notice Putting a motion, taking it back, carrying out what passed.
abstract contract Proposals is Polls {
    using MemberWord for uint256;
    using PollHead for uint256;
    using RuleWord for uint256;

    uint256 private constant MOST_ACTIONS = 32;
    /// @dev One member alone never undoes a defeat, unless there is no other.
    uint256 private constant LEAST_ASKS = 2;

    /// @dev Who asked to vote again on what was lost.
    struct Asks {
        uint256 count;
        mapping(address member => bool) by;
    }

    /// @dev The latest proposal with a content, a title, the same actions.
    mapping(bytes32 contentHash => uint256 proposalId) private _byContent;
    mapping(bytes32 titleHash => uint256 proposalId) private _byTitle;
    mapping(bytes32 motionHash => uint256 proposalId) private _byMotion;
    mapping(uint256 proposalId => Asks) private _asks;

    /* PROPOSING */

    /// @inheritdoc IGovernor
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) external returns (uint256 proposalId) {
        return _propose(_kindOf(targets, values, calldatas), targets, values, calldatas, description);
    }

    /// @inheritdoc IAssembly
    function proposeAs(
        Kind kind,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) external returns (uint256 proposalId) {
        Kind needed = _kindOf(targets, values, calldatas);
        if (kind < needed) revert KindTooLow(kind, needed);
        return _propose(kind, targets, values, calldatas, description);
    }

    /// @inheritdoc IGovernor
    function cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) external returns (uint256 proposalId) {
        proposalId = getProposalId(targets, values, calldatas, descriptionHash);
        Poll storage poll = _polls[proposalId];
        if (msg.sender != poll.proposer) revert GovernorUnableToCancel(proposalId, msg.sender);
        _requireState(proposalId, ProposalState.Pending);
        poll.head = poll.head.withCanceled();
        emit ProposalCanceled(proposalId);
    }

    /// @inheritdoc IAssembly
    function askAgain(uint256 proposalId) external {
        if (_coolsUntil(proposalId) == 0) revert NotCooling(proposalId);
        if (!_hasStayed(msg.sender, _polls[proposalId].head.snapshot())) revert NotAMember(msg.sender);
        Asks storage asks = _asks[proposalId];
        if (asks.by[msg.sender]) revert AlreadyAsked(proposalId, msg.sender);
        asks.by[msg.sender] = true;
        ++asks.count;
        emit AskedAgain(proposalId, msg.sender);
    }

    /* CARRYING OUT */

    /// @inheritdoc IGovernor
    function queue(address[] memory, uint256[] memory, bytes[] memory, bytes32) external pure returns (uint256) {
        revert NoSeparateQueue();
    }

    /// @inheritdoc IGovernor
    function execute(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) external payable returns (uint256 proposalId) {
        proposalId = getProposalId(targets, values, calldatas, descriptionHash);
        Poll storage poll = _polls[proposalId];
        _requireState(proposalId, ProposalState.Queued);
        uint256 eta = _etaOf(poll);
        if (block.timestamp < eta) revert NotYetDue(proposalId, eta);
        poll.head = poll.head.withExecuted();
        emit ProposalExecuted(proposalId);
        ICooperative(cooperative()).execute{value: msg.value}(proposalId, poll.head.kind(), targets, values, calldatas);
    }

    /* READING */

    /// @inheritdoc IGovernor
    function hashProposal(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) public pure returns (uint256) {
        return uint256(keccak256(abi.encode(targets, values, calldatas, descriptionHash)));
    }

    /// @inheritdoc IGovernor
    function getProposalId(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) public view returns (uint256 proposalId) {
        uint256 hash = hashProposal(targets, values, calldatas, descriptionHash);
        proposalId = _byContent[_contentHash(hash)];
        if (proposalId == 0) revert GovernorNonexistentProposal(hash);
    }

    /// @inheritdoc IAssembly
    function asksOf(uint256 proposalId) external view returns (uint256 asked, uint256 needed, uint256 until) {
        return (_asks[proposalId].count, _asksNeeded(), _coolsUntil(proposalId));
    }

    /// @inheritdoc IGovernor
    function proposalSnapshot(uint256 proposalId) external view returns (uint256) {
        return _pollOf(proposalId).head.snapshot();
    }

    /// @inheritdoc IGovernor
    function proposalDeadline(uint256 proposalId) external view returns (uint256) {
        return _pollOf(proposalId).head.voteEnd();
    }

    /// @inheritdoc IGovernor
    function proposalProposer(uint256 proposalId) external view returns (address) {
        return _pollOf(proposalId).proposer;
    }

    /// @inheritdoc IGovernor
    function proposalEta(uint256 proposalId) external view returns (uint256) {
        return _etaOf(_pollOf(proposalId));
    }

    /// @inheritdoc IGovernor
    function proposalNeedsQueuing(uint256) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IGovernor
    function proposalThreshold() external pure returns (uint256) {
        return 1;
    }

    /* OPENING A VOTE */

    function _propose(
        Kind kind,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) private returns (uint256 proposalId) {
        _requireMember();
        bytes32 descriptionHash = keccak256(bytes(description));
        // The same actions are the same motion under any words, a resolution without actions is its words.
        bytes32 motionHash = bytes32(
            hashProposal(targets, values, calldatas, targets.length == 0 ? descriptionHash : bytes32(0))
        );
        uint256 previous = _requireCooled(_byMotion[motionHash], kind);

        proposalId = ++_lastId;
        Poll storage poll = _polls[proposalId];
        _byMotion[motionHash] = proposalId;
        poll.contentHash = _contentHash(hashProposal(targets, values, calldatas, descriptionHash));
        _byContent[poll.contentHash] = proposalId;
        _copyTerms(poll, kind, PollHead.ofMotion(targets.length, previous));
        _ratchet(proposalId, targets, calldatas);
        string memory resolution = _title(proposalId, poll, description);

        emit ProposalCreated(
            proposalId,
            msg.sender,
            targets,
            values,
            new string[](targets.length),
            calldatas,
            poll.head.voteStart(),
            poll.head.voteEnd(),
            description
        );
        _emitVoteOpened(proposalId, poll, resolution);
    }

    function _emitVoteOpened(uint256 proposalId, Poll storage poll, string memory resolution) private {
        uint256 head = poll.head;
        emit VoteOpened(
            proposalId,
            head.kind(),
            resolution,
            poll.ruleWord,
            poll.classWord,
            poll.counts,
            // Packed as 48 bits each.
            uint48(head.snapshot()),
            uint48(head.voteStart()),
            uint48(head.voteEnd())
        );
    }

    /// @dev Copies everything that the vote depends on (G6).
    function _copyTerms(Poll storage poll, Kind kind, uint256 motion) private {
        uint256 snapshot = block.timestamp - 1;
        (uint256 ruleWord, uint256 classWord, bytes32 nameHash, bytes2 language, uint8 classes) = _terms(kind);
        if (!ruleWord.exists()) revert KindNotInUse(kind);
        Rule memory rule = ruleWord.unpack();
        uint256 voteStart = block.timestamp + rule.noticePeriod;
        uint256 voteEnd = voteStart + rule.votingPeriod;
        poll.head = motion | PollHead.pack(snapshot, voteStart, voteEnd, kind, classes, language);
        poll.proposer = msg.sender;
        poll.ruleWord = ruleWord;
        poll.classWord = classWord;
        poll.counts = IMembership(membership()).countsAt(snapshot);
        poll.nameHash = nameHash;
    }

    /// @dev The words on the ballot. A title stays taken until its proposal is settled.
    function _title(
        uint256 proposalId,
        Poll storage poll,
        string memory description
    ) private returns (string memory resolution) {
        string memory title = Titles.titleOf(description);
        resolution = IStatutes(statutes()).resolutionOf(proposalId, poll.head.kind(), title);
        if (bytes(resolution).length == 0) revert TitleInvalid(title);
        bytes32 titleHash = keccak256(bytes(title));
        uint256 holder = _byTitle[titleHash];
        if (holder != 0) {
            ProposalState holderState = state(holder);
            if (
                holderState == ProposalState.Pending ||
                holderState == ProposalState.Active ||
                holderState == ProposalState.Queued
            ) revert TitleTaken(holder);
        }
        _byTitle[titleHash] = proposalId;
        poll.resolutionHash = keccak256(bytes(resolution));
    }

    /// @dev A change of a rule has to pass under the rule that it replaces and under the one that it sets.
    function _ratchet(uint256 proposalId, address[] memory targets, bytes[] memory calldatas) private {
        address statutes_ = statutes();
        for (uint256 i; i < targets.length; ++i) {
            if (targets[i] != statutes_) continue;
            (uint256 inForce, uint256 proposed) = IStatutes(statutes_).ratchetOf(calldatas[i]);
            if (inForce != 0) _ratchets[proposalId].push(inForce);
            if (proposed != 0) _ratchets[proposalId].push(proposed);
        }
    }

    /// @dev The highest kind among the actions; a resolution without actions is ORDINARY.
    function _kindOf(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) private view returns (Kind kind) {
        if (targets.length != values.length || targets.length != calldatas.length) {
            revert GovernorInvalidProposalLength(targets.length, calldatas.length, values.length);
        }
        if (targets.length > MOST_ACTIONS) revert TooManyActions(targets.length);
        IStatutes statutes_ = IStatutes(statutes());
        for (uint256 i; i < targets.length; ++i) {
            if (calldatas[i].length != 0 && targets[i].code.length == 0) revert TargetWithoutCode(targets[i]);
            Kind needed = statutes_.kindOf(targets[i], values[i], calldatas[i]);
            if (needed > kind) kind = needed;
        }
    }

    /// @dev Whoever proposes is on the roll and can vote on it.
    function _requireMember() private view {
        if (!_hasStayed(msg.sender, block.timestamp - 1)) revert NotAMember(msg.sender);
    }

    /// @dev On the roll now, and since `t` or before without a break.
    function _hasStayed(address account, uint256 t) private view returns (bool) {
        uint256 word = IMembership(membership()).wordOf(account);
        return word.isOnTheRoll() && word.joined() <= t;
    }

    /// @dev What had its quorum and was lost waits. What only objections stopped may be put as SPECIAL at once. The same
    /// actions are put once at a time; one that needs more than this one does not stand in its way. What was taken back
    /// or had no quorum hides nothing that was lost before it; what passed settles the motion.
    /// @return counts The latest before it that is open, or still cools. What is over is left out for good, so that
    /// putting and taking back again and again makes the way back no longer: at most one is open for each kind.
    function _requireCooled(uint256 before, Kind kind) private view returns (uint256 counts) {
        for (; before != 0; before = _polls[before].head.previous()) {
            Poll storage poll = _polls[before];
            ProposalState found = state(before);
            if (found > ProposalState.Defeated) return counts;
            bool isOpen = found < ProposalState.Canceled;
            if (isOpen && poll.head.actions() != 0 && poll.head.kind() <= kind) revert MotionOpen(before);
            uint256 until = _coolsUntil(before);
            if (counts == 0 && (isOpen || until != 0)) counts = before;
            if (until == 0) continue;
            if (kind >= Kind.SPECIAL && poll.head.kind() < Kind.SPECIAL) {
                Rule memory rule = poll.ruleWord.unpack();
                ClassTally[] memory classes = _talliesOf(before, poll);
                if (Tally.isSupported(rule, classes) && Tally.hasMajorities(rule, classes)) return counts;
            }
            if (_asks[before].count < _asksNeeded()) revert StillCooling(before, until);
            return counts;
        }
    }

    /// @dev 0 where the proposal does not keep its motion away.
    function _coolsUntil(uint256 proposalId) private view returns (uint256 until) {
        if (state(proposalId) != ProposalState.Defeated) return 0;
        Poll storage poll = _polls[proposalId];
        until = poll.head.voteEnd() + IStatutes(statutes()).coolingPeriod();
        bool cools = block.timestamp < until && Tally.hasQuorum(poll.ruleWord.unpack(), _talliesOf(proposalId, poll));
        if (!cools) return 0;
    }

    /// @dev A tenth of the members, rounded up.
    function _asksNeeded() private view returns (uint256 needed) {
        uint256 members = IMembership(membership()).total();
        needed = (members + 9) / 10;
        if (needed < LEAST_ASKS) needed = members < LEAST_ASKS ? members : LEAST_ASKS;
    }

    function _requireState(uint256 proposalId, ProposalState needed) private view {
        ProposalState current = state(proposalId);
        if (current != needed) {
            revert GovernorUnexpectedProposalState(proposalId, current, bytes32(1 << uint8(needed)));
        }
    }

    function _contentHash(uint256 hash) private view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), hash));
    }
}

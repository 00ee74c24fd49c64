// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {Titles} from "../libraries/Titles.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Kind} from "../types/Kind.sol";
import {NO_PROPOSAL, ProposalId} from "../types/ProposalId.sol";
import {RuleWord} from "../types/RuleWord.sol";

import {Executions} from "./Executions.sol";
import {IAssembly} from "./IAssembly.sol";
import {Minutes, Motion, Poll, SecondCall} from "./Minutes.sol";
import {Orphans} from "./Orphans.sol";
import {PollHead, PollHeads} from "./PollHead.sol";
import {Ratchets} from "./Ratchets.sol";
import {Results} from "./Results.sol";
import {SecondCalls} from "./SecondCalls.sol";

/// @title Motions
/// @notice How a motion comes to the vote: its kind, its terms and its title, and whether one like it has to wait.
/// @dev Deployed once and linked, so that its code does not weigh on Assembly. It runs as the assembly that calls it.
library Motions {
    uint256 private constant MOST_ACTIONS = 32;
    /// @dev One member alone never undoes a defeat, unless there is no other.
    uint256 private constant LEAST_ASKS = 2;
    uint256 private constant MOST_OPEN = 3;
    /// @dev `#proposer=` and an address of 42 characters.
    uint256 private constant PROPOSER_BYTES = 52;
    uint256 private constant TAKEN_BACK_SECONDS = 7 days;

    /* PUTTING A MOTION */

    /// @param kind The kind asked for; a lower one than its actions need is refused.
    /// @param asNeeded True if it is raised to the kind that its actions need instead.
    function put(
        Minutes storage minutes_,
        Kind kind,
        bool asNeeded,
        Motion memory motion
    ) external returns (ProposalId proposalId) {
        Kind needed = _kindOf(motion.targets, motion.values, motion.calldatas);
        if (asNeeded) kind = needed;
        // G5
        if (kind < needed) revert IAssembly.KindTooLow(kind, needed);
        bytes32 actionsHash = _mayPut(motion);
        ProposalId latest = minutes_.byActions[actionsHash];
        ProposalId previous = _requireCooled(minutes_, latest, kind);
        SecondCall memory call = SecondCalls.callAfter(minutes_, latest);
        // ASM-10
        if (call.first != 0 && block.timestamp >= call.from) {
            revert IAssembly.SecondCallWaits(ProposalId.wrap(call.first));
        }

        proposalId = _take(minutes_, actionsHash, kind, motion, previous);
        if (call.first != 0) minutes_.calls[proposalId] = call;
        _open(minutes_, proposalId, motion);
    }

    /// @dev Puts what was lost to silence once more, under the rule of a second call.
    function callAgain(Minutes storage minutes_, Motion memory motion) external returns (ProposalId proposalId) {
        bytes32 actionsHash = _mayPut(motion);
        ProposalId latest = minutes_.byActions[actionsHash];
        // ASM-7
        bool isOpen = latest != NO_PROPOSAL && !_isSettled(Results.stateOf(minutes_, latest));
        if (isOpen) revert IAssembly.MotionOpen(latest);
        SecondCall memory call = SecondCalls.callAfter(minutes_, latest);
        // ASM-10
        if (call.first == 0) revert IAssembly.NoSecondCall(latest);
        // ASM-10
        if (block.timestamp < call.from) revert IAssembly.SecondCallFrom(ProposalId.wrap(call.first), call.from);

        PollHead first = minutes_.polls[ProposalId.wrap(call.first)].head;
        Kind kind = first.kind();
        Kind needed = _kindOf(motion.targets, motion.values, motion.calldatas);
        if (needed > kind) kind = needed;
        proposalId = _take(minutes_, actionsHash, kind, motion, first.previous());
        minutes_.calls[proposalId] = call;
        Poll storage poll = minutes_.polls[proposalId];
        poll.head = poll.head.withSecond();
        emit IAssembly.CalledAgain(proposalId, call.first);
        _open(minutes_, proposalId, motion);
    }

    /// @dev Checks where a motion is put, by whom, and under which text. In an assembly to which the co-op may move nobody looks
    /// yet: what is decided there would be heard of when it is carried out.
    function _mayPut(Motion memory motion) private view returns (bytes32 actionsHash) {
        address inForce = ICooperative(CloneArgs.addressAt(0)).assembly_();
        // G5
        if (inForce != address(this)) revert IAssembly.AssemblyNotInForce(inForce);
        if (!_hasStayed(msg.sender, block.timestamp - 1)) revert IAssembly.NotAMember(msg.sender);
        _requireProposer(motion.description);
        bytes32 descriptionHash = keccak256(bytes(motion.description));
        return _actionsHash(motion.targets, motion.values, motion.calldatas, descriptionHash);
    }

    /// @dev Gives a motion its number and what it depends on.
    function _take(
        Minutes storage minutes_,
        bytes32 actionsHash,
        Kind kind,
        Motion memory motion,
        ProposalId previous
    ) private returns (ProposalId proposalId) {
        uint256 from = minutes_.takenBack[actionsHash][msg.sender];
        // ASM-7
        if (block.timestamp < from) revert IAssembly.TakenBack(from);
        proposalId = ProposalId.wrap(++minutes_.lastId);
        _takePlace(minutes_, proposalId);
        Poll storage poll = minutes_.polls[proposalId];
        bytes32 descriptionHash = keccak256(bytes(motion.description));
        minutes_.byActions[actionsHash] = proposalId;
        // G12
        poll.motion = bytes32(hashOf(motion.targets, motion.values, motion.calldatas, descriptionHash));
        minutes_.byMotion[poll.motion] = proposalId;
        _copyTerms(poll, kind);
        poll.head = poll.head.forMotion(motion.targets.length, previous);
    }

    /// @dev Opens the vote on a motion that has its number.
    function _open(Minutes storage minutes_, ProposalId proposalId, Motion memory motion) private {
        Poll storage poll = minutes_.polls[proposalId];
        Ratchets.write(minutes_.ratchets[proposalId], _statutes(), motion.targets, motion.calldatas);
        Orphans.uncap(minutes_, proposalId, _membership(), motion);
        SecondCalls.ease(minutes_, proposalId);
        string memory resolution = _title(minutes_, proposalId, motion.description);

        _emitCreated(proposalId, poll, motion);
        _emitVoteOpened(proposalId, poll, resolution);
    }

    /// @dev As in OpenZeppelin's Governor: a text that ends with `#proposer=0x…` can be put by that address alone, so that
    /// nobody puts it first. An end that names no address is only text.
    function _requireProposer(string memory description) private view {
        uint256 length = bytes(description).length;
        if (length < PROPOSER_BYTES) return;
        bytes10 mark;
        assembly ("memory-safe") {
            mark := mload(add(add(description, 0x20), sub(length, PROPOSER_BYTES)))
        }
        if (mark != "#proposer=") return;
        (bool isAddress, address proposer) = Strings.tryParseAddress(description, length - 42, length);
        if (isAddress && proposer != msg.sender) revert IGovernor.GovernorRestrictedProposer(msg.sender);
    }

    /// @dev As {IGovernor-hashProposal} has it.
    function hashOf(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(targets, values, calldatas, descriptionHash)));
    }

    /// @dev The same actions are the same motion under any words, a resolution without actions is its words.
    function _actionsHash(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) private pure returns (bytes32) {
        return bytes32(hashOf(targets, values, calldatas, targets.length == 0 ? descriptionHash : bytes32(0)));
    }

    /// @dev Among the motions of the caller, in the place of one whose vote is over.
    function _takePlace(Minutes storage minutes_, ProposalId proposalId) private {
        uint256 word = minutes_.put[msg.sender];
        for (uint256 shift = 0; shift < 64 * MOST_OPEN; shift += 64) {
            uint256 other = uint64(word >> shift);
            PollHead head = minutes_.polls[ProposalId.wrap(other)].head;
            if (block.timestamp < head.voteEnd() && !head.isCanceled()) continue;
            minutes_.put[msg.sender] = word ^ ((other ^ ProposalId.unwrap(proposalId)) << shift);
            return;
        }
        // ASM-7
        revert IAssembly.TooManyOpen(msg.sender, MOST_OPEN);
    }

    function _emitCreated(ProposalId proposalId, Poll storage poll, Motion memory motion) private {
        emit IGovernor.ProposalCreated(
            ProposalId.unwrap(proposalId),
            msg.sender,
            motion.targets,
            motion.values,
            new string[](motion.targets.length),
            motion.calldatas,
            poll.head.voteStart(),
            poll.head.voteEnd(),
            motion.description
        );
    }

    function _emitVoteOpened(ProposalId proposalId, Poll storage poll, string memory resolution) private {
        emit IAssembly.VoteOpened(
            proposalId,
            poll.head.kind(),
            resolution,
            poll.ruleWord,
            poll.classWord,
            poll.counts,
            // Packed as 48 bits each.
            uint48(poll.head.snapshot()),
            uint48(poll.head.voteStart()),
            uint48(poll.head.voteEnd())
        );
    }

    /// @dev Copies everything that the vote depends on (G6).
    function _copyTerms(Poll storage poll, Kind kind) private {
        // ASM-2
        uint256 snapshot = block.timestamp - 1;
        (RuleWord ruleWord, uint256 classWord, bytes32 nameHash, bytes2 language, uint8 classes) = _statutes()
            .electionTerms(kind);
        if (!ruleWord.exists()) revert IAssembly.KindNotInUse(kind);
        uint256 voteStart = block.timestamp + ruleWord.noticePeriod();
        uint256 voteEnd = voteStart + ruleWord.votingPeriod();
        poll.head = PollHeads.pack(snapshot, voteStart, voteEnd, kind, classes, language);
        poll.proposer = msg.sender;
        // G6, ASM-1
        poll.ruleWord = ruleWord;
        poll.classWord = classWord;
        poll.counts = _membership().countsAt(snapshot);
        poll.nameHash = nameHash;
    }

    /// @dev The words on the ballot. A title stays taken until its proposal is settled.
    function _title(
        Minutes storage minutes_,
        ProposalId proposalId,
        string memory description
    ) private returns (string memory resolution) {
        Poll storage poll = minutes_.polls[proposalId];
        string memory title = Titles.titleOf(description);
        resolution = _statutes().resolutionOf(proposalId, poll.head.kind(), title);
        if (bytes(resolution).length == 0) revert IAssembly.TitleInvalid(title);
        bytes32 titleHash = keccak256(bytes(title));
        ProposalId holder = minutes_.byTitle[titleHash];
        if (holder != NO_PROPOSAL) {
            if (!_isSettled(Results.stateOf(minutes_, holder))) revert IAssembly.TitleTaken(holder);
        }
        minutes_.byTitle[titleHash] = proposalId;
        poll.resolutionHash = keccak256(bytes(resolution));
    }

    function _isSettled(IGovernor.ProposalState state) private pure returns (bool) {
        return
            state != IGovernor.ProposalState.Pending &&
            state != IGovernor.ProposalState.Active &&
            state != IGovernor.ProposalState.Queued;
    }

    /// @dev The highest kind among the actions; a resolution without actions is ORDINARY.
    function _kindOf(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) private view returns (Kind kind) {
        if (targets.length != values.length || targets.length != calldatas.length) {
            revert IGovernor.GovernorInvalidProposalLength(targets.length, calldatas.length, values.length);
        }
        if (targets.length > MOST_ACTIONS) revert IAssembly.TooManyActions(targets.length);
        IStatutes statutes = _statutes();
        for (uint256 i = 0; i < targets.length; ++i) {
            if (calldatas[i].length != 0 && targets[i].code.length == 0) {
                revert IAssembly.TargetWithoutCode(targets[i]);
            }
            Kind needed = statutes.kindOf(targets[i], values[i], calldatas[i]);
            if (needed > kind) kind = needed;
        }
    }

    /* TAKING IT BACK */

    function takeBack(
        Minutes storage minutes_,
        ProposalId proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) external {
        Poll storage poll = minutes_.polls[proposalId];
        if (msg.sender != poll.proposer) {
            revert IGovernor.GovernorUnableToCancel(ProposalId.unwrap(proposalId), msg.sender);
        }
        Results.requireState(minutes_, proposalId, IGovernor.ProposalState.Pending);

        poll.head = poll.head.withCanceled();
        bytes32 actionsHash = _actionsHash(targets, values, calldatas, descriptionHash);
        minutes_.takenBack[actionsHash][msg.sender] = block.timestamp + TAKEN_BACK_SECONDS;

        emit IGovernor.ProposalCanceled(ProposalId.unwrap(proposalId));
    }

    /* CARRYING IT OUT */

    function carryOut(
        Minutes storage minutes_,
        ProposalId proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) external {
        Executions.carryOut(minutes_, proposalId, targets, values, calldatas);
    }

    /* PUTTING IT AGAIN */

    /// @dev A member's word that what was lost may come back before its time.
    function ask(Minutes storage minutes_, ProposalId proposalId) external {
        if (coolsUntil(minutes_, proposalId) == 0) revert IAssembly.NotCooling(proposalId);
        // ASM-6
        if (!_hasStayed(msg.sender, minutes_.polls[proposalId].head.snapshot())) {
            revert IAssembly.NotAMember(msg.sender);
        }
        if (minutes_.asks[proposalId].by[msg.sender]) revert IAssembly.AlreadyAsked(proposalId, msg.sender);

        minutes_.asks[proposalId].by[msg.sender] = true;
        ++minutes_.asks[proposalId].count;

        emit IAssembly.AskedAgain(proposalId, msg.sender);
    }

    /// @dev A tenth of the members, rounded up.
    function asksNeeded() public view returns (uint256 needed) {
        uint256 members = _membership().total();
        needed = (members + 9) / 10;
        if (needed < LEAST_ASKS) needed = members < LEAST_ASKS ? members : LEAST_ASKS;
    }

    /// @dev 0 where the proposal does not keep its motion away.
    function coolsUntil(Minutes storage minutes_, ProposalId proposalId) public view returns (uint256 until) {
        if (Results.stateOf(minutes_, proposalId) != IGovernor.ProposalState.Defeated) return 0;
        until = minutes_.polls[proposalId].head.voteEnd() + _statutes().coolingPeriod();
        if (block.timestamp >= until || !Results.hasQuorum(minutes_, proposalId)) return 0;
    }

    /// @dev The same actions are open once at a time, whatever the kind. A motion lost with its quorum waits. After
    /// objections alone it can come as SPECIAL at once. What was taken back or had no quorum hides nothing that was lost
    /// before it; what passed settles the motion.
    /// @return cooling The latest before it that still cools. What is over is left out for good, so that putting and
    /// taking back again and again makes the way back no longer.
    function _requireCooled(
        Minutes storage minutes_,
        ProposalId before,
        Kind kind
    ) private view returns (ProposalId cooling) {
        for (; before != NO_PROPOSAL; before = minutes_.polls[before].head.previous()) {
            Poll storage poll = minutes_.polls[before];
            IGovernor.ProposalState found = Results.stateOf(minutes_, before);
            // ASM-7
            if (!_isSettled(found) && poll.head.actions() != 0) revert IAssembly.MotionOpen(before);
            if (found > IGovernor.ProposalState.Defeated) return NO_PROPOSAL;
            uint256 until = coolsUntil(minutes_, before);
            if (until == 0) continue;
            bool higher = kind >= Kind.SPECIAL && poll.head.kind() < Kind.SPECIAL;
            if (higher && Results.isSupported(minutes_, before)) return before;
            // ASM-6
            if (minutes_.asks[before].count < asksNeeded()) revert IAssembly.StillCooling(before, until);
            return before;
        }
    }

    /* THE CO-OP */

    /// @dev On the roll now, and since `t` or before without a break.
    function _hasStayed(address account, uint256 t) private view returns (bool) {
        MemberWord word = _membership().wordOf(account);
        return word.isOnTheRoll() && word.joined() <= t;
    }

    function _statutes() private view returns (IStatutes) {
        return IStatutes(CloneArgs.addressAt(1));
    }

    function _membership() private view returns (IMembership) {
        return IMembership(CloneArgs.addressAt(2));
    }
}

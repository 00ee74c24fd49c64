// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {Tally} from "../libraries/Tally.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {BPS} from "../types/Bps.sol";
import {Choice} from "../types/Choice.sol";
import {ClassFlags, ClassTally} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";
import {Rule} from "../types/Rule.sol";
import {RuleWord, RuleWords} from "../types/RuleWord.sol";

import {CHOICES, CLASS_BITS, CLASS_MASK, Minutes, Poll} from "./Minutes.sol";

/// @title Results
/// @notice How each vote stands, read from the minutes of an assembly.
/// @dev Deployed once and linked, so that its code does not weigh on Assembly.
library Results {
    /* ONE VOTE */

    function stateOf(Minutes storage minutes_, ProposalId proposalId) public view returns (IGovernor.ProposalState) {
        Poll storage poll = minutes_.polls[proposalId];
        if (!poll.head.exists()) revert IGovernor.GovernorNonexistentProposal(ProposalId.unwrap(proposalId));
        if (poll.head.isExecuted()) return IGovernor.ProposalState.Executed;
        if (poll.head.isCanceled()) return IGovernor.ProposalState.Canceled;
        if (block.timestamp < poll.head.voteStart()) return IGovernor.ProposalState.Pending;
        if (block.timestamp < poll.head.voteEnd()) return IGovernor.ProposalState.Active;
        if (!_hasPassed(minutes_, proposalId)) return IGovernor.ProposalState.Defeated;
        if (poll.head.actions() == 0) return IGovernor.ProposalState.Succeeded;
        uint256 eta = poll.head.voteEnd() + poll.ruleWord.timelock();
        // ASM-5
        if (block.timestamp < eta + poll.ruleWord.gracePeriod()) return IGovernor.ProposalState.Queued;
        return IGovernor.ProposalState.Expired;
    }

    function resultOf(
        Minutes storage minutes_,
        ProposalId proposalId
    ) external view returns (bool quorum, bool passed) {
        quorum = hasQuorum(minutes_, proposalId);
        passed = _hasPassed(minutes_, proposalId);
    }

    function hasQuorum(Minutes storage minutes_, ProposalId proposalId) public view returns (bool) {
        return Tally.hasQuorum(minutes_.polls[proposalId].ruleWord.unpack(), talliesOf(minutes_, proposalId));
    }

    /// @dev Enough were for it, whatever objections there are.
    function isSupported(Minutes storage minutes_, ProposalId proposalId) external view returns (bool) {
        ClassTally[] memory classes = talliesOf(minutes_, proposalId);
        Rule memory rule = _ruleAt(minutes_.polls[proposalId].ruleWord, classes);
        return Tally.isSupported(rule, classes) && Tally.hasMajorities(rule, classes);
    }

    /// @dev Refuses what a proposal in another state is not for.
    function requireState(
        Minutes storage minutes_,
        ProposalId proposalId,
        IGovernor.ProposalState needed
    ) external view {
        IGovernor.ProposalState state = stateOf(minutes_, proposalId);
        if (state != needed) {
            uint256 id = ProposalId.unwrap(proposalId);
            revert IGovernor.GovernorUnexpectedProposalState(id, state, bytes32(1 << uint8(needed)));
        }
    }

    function talliesOf(
        Minutes storage minutes_,
        ProposalId proposalId
    ) public view returns (ClassTally[] memory classes) {
        Poll storage poll = minutes_.polls[proposalId];
        uint256 classWord = poll.classWord;
        uint256 counts = poll.counts;
        classes = new ClassTally[](poll.head.classes());
        for (uint256 c = 0; c < classes.length; ++c) {
            uint256 lane = minutes_.tallies[proposalId][c / 2] >> (CLASS_BITS * CHOICES * (c % 2));
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

    /// @dev The rule that was copied into a vote, as it holds for what is counted so far.
    function ruleOf(Minutes storage minutes_, ProposalId proposalId) external view returns (Rule memory) {
        return _ruleAt(minutes_.polls[proposalId].ruleWord, talliesOf(minutes_, proposalId));
    }

    /// @dev Tells whether a vote that was lost was lost to silence: without the quorum of its kind, or for nothing but silence
    /// under its own rule and those that it changes.
    /// @return lost True if it was.
    /// @return silent The classes that did not vote, as bits.
    function lostToSilence(
        Minutes storage minutes_,
        ProposalId proposalId
    ) external view returns (bool lost, uint8 silent) {
        ClassTally[] memory classes = talliesOf(minutes_, proposalId);
        Rule memory own = minutes_.polls[proposalId].ruleWord.unpack();
        silent = Tally.silentIn(classes);
        if (!Tally.hasQuorum(own, classes)) return (true, silent);
        // ASM-6: what was voted down rests, whatever quorum a rule that it would set asks for.
        lost = !_wasVotedDown(own, classes);
        RuleWord[] storage ratchet = minutes_.ratchets[proposalId];
        for (uint256 i = 0; lost && i < ratchet.length; ++i) {
            if (ratchet[i].exists()) lost = !_wasVotedDown(ratchet[i].unpack(), classes);
        }
    }

    /// @dev The classes with more votes for than against, and those with more against, as bits.
    function majoritiesOf(
        Minutes storage minutes_,
        ProposalId proposalId
    ) external view returns (uint8 carried, uint8 refused) {
        return Tally.majoritiesIn(talliesOf(minutes_, proposalId));
    }

    /// @dev Under the rule of its kind and, where it changes a rule, under the one in force and the new one.
    function _hasPassed(Minutes storage minutes_, ProposalId proposalId) private view returns (bool passed) {
        ClassTally[] memory classes = talliesOf(minutes_, proposalId);
        (, passed) = Tally.outcomeOf(_ruleAt(minutes_.polls[proposalId].ruleWord, classes), classes);
        RuleWord[] storage ratchet = minutes_.ratchets[proposalId];
        uint256 length = ratchet.length;
        for (uint256 i = 0; passed && i < length; ++i) {
            if (ratchet[i].exists()) (, passed) = Tally.outcomeOf(_ruleAt(ratchet[i], classes), classes);
        }
    }

    /// @dev Tells whether it was lost under a rule by those who took part.
    function _wasVotedDown(Rule memory rule, ClassTally[] memory classes) private pure returns (bool) {
        (, bool passed) = Tally.outcomeOf(rule, classes);
        return !passed && !Tally.isLostToSilence(rule, classes);
    }

    /// @dev The rule as it holds for these votes: what a second call passes over, it passes over while it is silent again.
    function _ruleAt(RuleWord ruleWord, ClassTally[] memory classes) private pure returns (Rule memory rule) {
        rule = ruleWord.unpack();
        uint8 over = ruleWord.passedOver();
        // ASM-10
        if (over != 0) rule.classMajority &= ~(over & Tally.silentIn(classes));
    }

    function _inLane(uint256 lane, uint8 choice) private pure returns (uint32) {
        return uint32((lane >> (CLASS_BITS * choice)) & CLASS_MASK);
    }

    /* ANY VOTE */

    function outcomeOf(
        Rule calldata rule,
        ClassTally[] calldata classes
    ) external pure returns (bool quorum, bool passed) {
        return Tally.outcomeOf(rule, classes);
    }

    /// @dev Tells the rules that a second call of a vote would go by. It is the twin of `secondCallOf` in the model.
    /// Only people who check the arithmetic ask for it.
    /// @return lost True if it was lost to silence.
    /// @return quorumBps The share that has to take part in the second.
    /// @return passedOver The classes whose majority the second needs only if they vote, as bits.
    function secondCallOf(
        Rule calldata rule,
        Kind kind,
        ClassTally[] calldata classes
    ) external pure returns (bool lost, uint16 quorumBps, uint8 passedOver) {
        lost = Tally.isLostToSilence(rule, classes);
        RuleWord word = RuleWords.pack(rule).forSecondCall(kind, Tally.silentIn(classes));
        return (lost, word.unpack().quorumBps, word.passedOver());
    }

    /// @dev How many must take part in an everyday decision that is put with the members of `t`, in seconds.
    function quorumAt(uint256 t) external view returns (uint256) {
        (RuleWord ruleWord, uint256 classWord, , , uint8 classes) = IStatutes(CloneArgs.addressAt(1)).electionTerms(
            Kind.ORDINARY
        );
        uint256 counts = IMembership(CloneArgs.addressAt(2)).countsAt(t);
        Rule memory rule = ruleWord.unpack();
        uint256 members;
        for (uint256 c = 0; c < classes; ++c) {
            bool user = (classWord >> (32 * c + 16)) & ClassFlags.USER != 0;
            if (user || rule.nonUserCapBps == BPS) members += (counts >> (CLASS_BITS * c)) & CLASS_MASK;
        }
        return Tally.quorumOf(rule, members);
    }
}

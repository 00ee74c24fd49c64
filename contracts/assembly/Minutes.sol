// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ProposalId} from "../types/ProposalId.sol";
import {RuleWord} from "../types/RuleWord.sol";

import {PollHead} from "./PollHead.sol";

/// @dev A class's number in a packed word has so many bits.
uint256 constant CLASS_BITS = 26;
uint256 constant CLASS_MASK = (1 << CLASS_BITS) - 1;

/// @dev Choices that a tally keeps apart in each class.
uint256 constant CHOICES = 4;

/// @dev It holds what is put to the vote: actions, by target, value and call, and the words for them.
struct Motion {
    address[] targets;
    uint256[] values;
    bytes[] calldatas;
    string description;
}

/// @dev One vote: what it was opened with. Nothing in it changes but the last bits of its head (G6).
struct Poll {
    /// 0 where there is no such proposal
    PollHead head;
    address proposer;
    RuleWord ruleWord;
    /// as {IStatutes-electionTerms} gives it
    uint256 classWord;
    /// class c in bits [26c, 26c+26)
    uint256 counts;
    /// as {IGovernor-hashProposal} has it: the actions and the whole text
    bytes32 motion;
    bytes32 resolutionHash;
    bytes32 nameHash;
}

/// @dev The members who asked to vote again on what was lost.
struct Asks {
    uint256 count;
    mapping(address member => bool) by;
}

/// @dev It names a proposal that was lost to silence and may be called a second time.
struct SecondCall {
    /// 0: nothing
    uint64 first;
    /// from when on; of motions put again and again the time of the earliest
    uint64 from;
}

/// @dev All that an assembly keeps: what was put to the vote, and what was cast.
struct Minutes {
    uint256 lastId;
    mapping(ProposalId proposalId => Poll) polls;
    /// two classes a word, four choices a class: choice x of class c at bit 26 * (4 * (c % 2) + x) of word c / 2
    mapping(ProposalId proposalId => mapping(uint256 index => uint256 word)) tallies;
    /// four bits a member, choice below route, in the order of ids, 64 a word
    mapping(ProposalId proposalId => mapping(uint256 index => uint256 word)) records;
    /// rules under which a vote must also pass because it changes them, in pairs: the one in force and the new one; 0
    /// where there is none
    mapping(ProposalId proposalId => RuleWord[] ruleWords) ratchets;
    /// the latest proposal with a motion, a title, the same actions
    mapping(bytes32 motion => ProposalId proposalId) byMotion;
    mapping(bytes32 titleHash => ProposalId proposalId) byTitle;
    mapping(bytes32 actionsHash => ProposalId proposalId) byActions;
    mapping(ProposalId proposalId => Asks) asks;
    /// the latest motions of a member, 64 bits each; one whose vote is over gives its place to the next
    mapping(address member => uint256 proposalIds) put;
    /// from when on who took a motion back may put the same actions again
    mapping(bytes32 actionsHash => mapping(address member => uint256 time)) takenBack;
    /// of what was put after the same had been lost to silence, and of a second call
    mapping(ProposalId proposalId => SecondCall) calls;
    /// the number of the latest change that counts, of those alone who changed a carried vote by signature
    mapping(ProposalId proposalId => mapping(uint256 memberId => uint256 change)) changes;
}

/// @dev From when on a decision can be carried out that passed.
function etaOf(Poll storage poll) view returns (uint256) {
    return poll.head.voteEnd() + poll.ruleWord.timelock();
}

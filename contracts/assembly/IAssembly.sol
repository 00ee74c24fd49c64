// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ClassTally} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";
import {Rule} from "../types/Rule.sol";
import {RuleWord} from "../types/RuleWord.sol";

/// @title IAssembly
/// @notice How the members decide. Speaks IGovernor, counts one vote a member by class, and takes ballots that were
/// signed off chain, many in one transaction.
/// @dev Cloned with abi.encodePacked(cooperative, statutes, membership).
/// WHAT IT TRUSTS
/// - Membership never changes its answer about a moment in the past. Statutes names the rule of a kind and the kind of
///   an act; both are asked only when a vote is proposed. An account with code speaks for itself alone.
/// WHO CAN DO WHAT
/// - A member proposes while the co-op goes by this assembly, votes, asks to vote again, and takes back their own proposal
///   before voting begins.
/// - Anyone sends ballots that members signed, and carries out what passed.
/// - Nobody changes the rule or the voters of an open vote, stops it, or carries out what did not pass.
/// IF NOBODY ACTS
/// - A vote ends by time alone. What passed and is not carried out expires after its grace, and nothing happens.
/// RULES
/// - ASM-1 The rule, class counts, shares, flags, name and language of a vote are copied when it is proposed (G6).
/// - ASM-2 The snapshot is the second before the proposal (G4).
/// - ASM-3 A bad ballot is skipped and never reverts a batch (G9).
/// - ASM-4 A carried ballot replaces a stand-in's; a direct one replaces both and an earlier direct one; nothing
///   replaces upwards (G10).
/// - ASM-5 The passed decision waits its timelock, can then be carried out by anyone, and expires after its grace.
/// - ASM-6 A motion that had its quorum and was lost rests for the cooling time, whatever was put beside or after it,
///   unless a tenth of the members ask for it, two where there are two. Only they can ask who have been on the roll
///   without a break since that vote was opened, and it counts for that defeat alone.
/// - ASM-7 The same actions are open at most once, whatever the kind; a member has at most three motions open; who took
///   a motion back cannot put the same actions again for seven days.
/// - ASM-8 A change of a rule is carried out only while the rules that it was voted under are in force.
/// - ASM-9 An objection has a reason, however it comes in: the event of its vote says it.
/// - ASM-10 What was lost without its quorum, or only because a class whose majority it needs did not vote at all, can be
///   called a second time from seven days after, once, with a new snapshot and full periods. Everyday and consent
///   decisions then need their least number alone, the others half the share as well; a class that did not vote the
///   first time is passed over if it does not vote again. Everything else of the rule stays.
/// - ASM-11 Where no user is on the roll, the others are not capped in a motion that admits users and does nothing else.
/// - ASM-12 Who cast a ballot that was carried and counted changes it by signing a higher number than their last change. It
///   replaces nothing but a carried vote; a direct one shuts it, and no number comes back (G10).
/// States are computed, never stored: Pending until `voteStart`, Active until `voteEnd`, then Defeated, or Queued while
/// a decision that passed waits or is ready, then Executed or Expired. Nothing has to be queued. A resolution without
/// actions that passed stays Succeeded.
interface IAssembly is IGovernor {
    /// @dev A proposal in words.
    struct Proposal {
        address proposer;
        Kind kind;
        uint48 snapshot;
        uint48 voteStart;
        uint48 voteEnd;
        uint48 eta;
        uint48 expiry;
        /// what every ballot is bound to: `hashProposal` of its actions and its whole text
        bytes32 motion;
        /// the words that every ballot carries: `#<id> <Kind>: <title>`
        bytes32 resolutionHash;
    }

    /// @dev A ballot that no record of a batch has room for: of an account that has code (ERC-1271), or an objection.
    struct TailBallot {
        address wallet;
        uint8 choice;
        /// of an objection: why, in UTF-8; nothing else has one. As bytes, so that whoever recounts hashes what was signed
        bytes reason;
        bytes signature;
    }

    /// @dev The change of a ballot that was carried and counted.
    struct ChangedBallot {
        address wallet;
        uint8 choice;
        /// higher than that of the member's last change in this vote
        uint256 change;
        /// of a key, or what an account with code takes (ERC-1271)
        bytes signature;
    }

    /// @notice A vote was opened, with this rule, these classes and these counts. ProposalCreated of IGovernor stands
    /// beside it.
    event VoteOpened(
        ProposalId indexed proposalId,
        Kind indexed kind,
        string resolution,
        RuleWord ruleWord,
        uint256 classWord,
        uint256 counts,
        uint48 snapshot,
        uint48 voteStart,
        uint48 voteEnd
    );

    /// @notice The ballots of a batch that were counted: 85 bytes each (wallet 20, choice 1, EIP-2098 signature 64),
    /// and those that need more room. One that objects without a reason counts as against.
    event BallotsCounted(ProposalId indexed proposalId, address indexed carrier, bytes records, TailBallot[] tail);

    /// @notice Votes that had been carried were changed by what their members signed. One that objects counts as against: a
    /// change has no reason.
    event BallotsChanged(ProposalId indexed proposalId, address indexed carrier, ChangedBallot[] ballots);

    /// @notice A member asked to vote again on what was lost.
    event AskedAgain(ProposalId indexed proposalId, address indexed member);

    /// @notice Members vote once more, as `proposalId`, on what was lost to silence as `first`.
    event CalledAgain(ProposalId indexed proposalId, uint256 indexed first);

    /// @notice Thrown when a motion is put in an assembly that the co-op has left, or has not moved to: it goes by `inForce`.
    error AssemblyNotInForce(address inForce);
    /// @notice Thrown when a proposal is put as `kind`, and its actions need `needed`.
    error KindTooLow(Kind kind, Kind needed);
    /// @notice Thrown when the statutes have no rule for decisions of this kind.
    error KindNotInUse(Kind kind);
    /// @notice Thrown when `account` was not on the roll when it had to be.
    error NotAMember(address account);
    /// @notice Thrown when the title is not 1 to 96 bytes of plain text, so that it cannot stand on a ballot.
    error TitleInvalid(string title);
    /// @notice Thrown when a proposal with the same title is not settled yet.
    error TitleTaken(ProposalId proposalId);
    /// @notice Thrown when the same actions are put already, as `proposalId`.
    error MotionOpen(ProposalId proposalId);
    /// @notice Thrown when `member` has `most` motions already on which voting is not over.
    error TooManyOpen(address member, uint256 most);
    /// @notice Thrown when the caller took the same motion back, and can put it again from `from` on.
    error TakenBack(uint256 from);
    /// @notice Thrown when a rule that a change of rules was voted under is not in force any more.
    error RuleReplaced(ProposalId proposalId);
    /// @notice Thrown when the same motion was lost as `proposalId`, and rests until `until`.
    error StillCooling(ProposalId proposalId, uint256 until);
    /// @notice Thrown when a proposal does not keep its motion away, so that nobody has to ask to vote again.
    error NotCooling(ProposalId proposalId);
    /// @notice Thrown when `member` asked before to vote again on this proposal.
    error AlreadyAsked(ProposalId proposalId, address member);
    /// @notice Thrown when what is called a second time was not lost to silence, or was called a second time before.
    error NoSecondCall(ProposalId proposalId);
    /// @notice Thrown when what was lost to silence as `proposalId` is called a second time before `from`.
    error SecondCallFrom(ProposalId proposalId, uint256 from);
    /// @notice Thrown when what was lost to silence as `proposalId` is put anew, and can be called a second time instead.
    error SecondCallWaits(ProposalId proposalId);
    /// @notice Thrown when a proposal has more than 32 actions.
    error TooManyActions(uint256 actions);
    /// @notice Thrown when an action calls a function of an address that has no code.
    error TargetWithoutCode(address target);
    /// @notice Thrown when the records of a batch are not a whole number of 85 bytes each.
    error RecordsMalformed(uint256 length);
    /// @notice Thrown when `left` gas is not enough to ask an account with code, which takes `needed`.
    error NotEnoughGas(uint256 left, uint256 needed);
    /// @notice Thrown when a tool of Governors wants to queue: a decision that passed waits by itself.
    error NoSeparateQueue();
    /// @notice Thrown when a tool of Governors sends parameters with a vote: there are none here.
    error ParamsNotTaken();
    /// @notice Thrown when the parameters of a signed vote are not the motion that is decided, which is `motion`.
    error AnotherMotion(ProposalId proposalId, bytes32 motion);
    /// @notice Thrown when somebody objects without a reason.
    error ObjectionWithoutReason(ProposalId proposalId);
    /// @notice Thrown when a decision that passed still waits: it can be carried out from `eta` on.
    error NotYetDue(ProposalId proposalId, uint256 eta);

    /* PROPOSING */

    /// @notice Proposes as `propose` of IGovernor does, under a kind that is at least what the actions need.
    function proposeAs(
        Kind kind,
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        string calldata description
    ) external returns (ProposalId proposalId);

    /// @notice Calls what was lost to silence a second time: the same actions, in whatever words, and without actions the same
    /// words. It goes by the kind of the first, or the one that its actions need by now.
    /// @dev Rules: ASM-7, ASM-10. Emits {CalledAgain}.
    function callAgain(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        string calldata description
    ) external returns (ProposalId proposalId);

    /// @notice Asks to vote again on what was lost with its quorum, before its cooling time is over. Once a member.
    function askAgain(ProposalId proposalId) external;

    /// @notice Tells how many have asked to vote again on what was lost, and how many it takes.
    /// @return asked How many asked.
    /// @return needed A tenth of the members now, two where there are two.
    /// @return until When the cooling time is over; 0: the proposal does not keep its motion away.
    function asksOf(ProposalId proposalId) external view returns (uint256 asked, uint256 needed, uint256 until);

    /* VOTING */

    /// @notice Counts ballots that members signed. Anyone may send them.
    /// @dev Each ballot is EIP-712
    /// `Ballot(string cooperative,string resolution,string choice,address member,uint256 proposal,bytes32 motion)` with the
    /// domain Phyle, 1, this chain, this Assembly; the motion is {IGovernor-hashProposal} of what is decided (G12). An
    /// objection is
    /// `Objection(string cooperative,string resolution,address member,uint256 proposal,bytes32 motion,string reason)`.
    /// A ballot that objects without a reason, in a record or in the tail, counts as against (ASM-9).
    /// @param records 85 bytes each, best in the order of member ids: wallet 20, choice 1, r 32, vs 32.
    /// @param tail Ballots of accounts with code, and objections; each account that is asked gets {ACCOUNT_GAS} gas.
    /// @return counted How many were counted.
    /// @return bitmap Bit i (least significant first in each byte) set: ballot i was counted; the tail follows records.
    function castBallots(
        ProposalId proposalId,
        bytes calldata records,
        TailBallot[] calldata tail
    ) external returns (uint256 counted, bytes memory bitmap);

    /// @notice Changes ballots that were carried and counted, as their members signed. Anyone may send them.
    /// @dev Each is EIP-712
    /// `Change(string cooperative,string resolution,string choice,address member,uint256 proposal,bytes32 motion,uint256 change)`
    /// with the domain of a ballot. One whose member has no carried vote, or whose number is not above that of their last
    /// change, is passed over, as is whatever is not signed (ASM-12). Rules: ASM-3, ASM-9.
    /// @param ballots In whatever order; each account with code that is asked gets {ACCOUNT_GAS} gas.
    /// @return counted How many were counted.
    /// @return bitmap Bit i (least significant first in each byte) set: change i was counted.
    function castChanges(
        ProposalId proposalId,
        ChangedBallot[] calldata ballots
    ) external returns (uint256 counted, bytes memory bitmap);

    /// @notice The gas that the signature check of one account with code may use.
    function ACCOUNT_GAS() external view returns (uint256);

    /* READING */

    /// @notice The account whose members decide here.
    function cooperative() external view returns (address);

    /// @notice The Statutes that give the rules of new votes.
    function statutes() external view returns (address);

    /// @notice The roll of those who may vote.
    function membership() external view returns (address);

    /// @notice The id of the latest proposal; ids run from 1.
    function proposalCount() external view returns (uint256);

    /// @notice Tells what a proposal was opened with, and when it passes from one state to the next. Times are in
    /// seconds since 1970.
    function proposalOf(ProposalId proposalId) external view returns (Proposal memory);

    /// @notice The rule that was copied into a proposal; in a second call without the majorities that it passes over, as
    /// counted so far.
    function ruleOfProposal(ProposalId proposalId) external view returns (Rule memory);

    /// @notice Every class of a proposal, as counted so far.
    function talliesOf(ProposalId proposalId) external view returns (ClassTally[] memory);

    /// @notice Tells whether a proposal has its quorum and would pass, as counted so far.
    function resultOf(ProposalId proposalId) external view returns (bool quorum, bool passed);

    /// @notice The ballot of `account`: how it came in ({Route}; 0: there is none) and what it says ({Choice}).
    function ballotOf(ProposalId proposalId, address account) external view returns (uint8 route, uint8 choice);

    /// @notice The EIP-712 digest of a ballot.
    function ballotDigest(ProposalId proposalId, uint8 choice, address member) external view returns (bytes32);

    /// @notice The EIP-712 digest of an objection with its reason.
    function objectionDigest(
        ProposalId proposalId,
        address member,
        bytes calldata reason
    ) external view returns (bytes32);

    /// @notice The EIP-712 digest of a change.
    function changeDigest(
        ProposalId proposalId,
        uint8 choice,
        address member,
        uint256 change
    ) external view returns (bytes32);

    /// @notice The number of the latest change of `account` that was counted; 0: there is none.
    function changeOf(ProposalId proposalId, address account) external view returns (uint256 change);

    /// @notice Counts votes by a rule: the whole arithmetic of a decision. Reads nothing.
    function outcomeOf(
        Rule calldata rule,
        ClassTally[] calldata classes
    ) external pure returns (bool quorum, bool passed);
}

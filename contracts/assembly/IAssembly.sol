// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ClassTally} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {Rule} from "../types/Rule.sol";

/// @title IAssembly
/// @notice How the members decide. Speaks IGovernor, counts one vote a member by class, and takes ballots that were
/// signed off chain, many in one transaction.
/// @dev Cloned with abi.encodePacked(cooperative, statutes, membership).
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
        bytes32 contentHash;
        /// the words that every ballot carries: `#<id> <Kind>: <title>`
        bytes32 resolutionHash;
    }

    /// @dev A ballot of an account that has code (ERC-1271).
    struct AccountBallot {
        address wallet;
        uint8 choice;
        bytes signature;
    }

    /// @notice What an opened vote was copied from; beside the ProposalCreated of IGovernor.
    event VoteOpened(
        uint256 indexed proposalId,
        Kind indexed kind,
        string resolution,
        uint256 ruleWord,
        uint256 classWord,
        uint256 counts,
        uint48 snapshot,
        uint48 voteStart,
        uint48 voteEnd
    );

    /// @notice The ballots of a batch that were counted: 85 bytes each (wallet 20, choice 1, EIP-2098 signature 64),
    /// and those of accounts with code.
    event BallotsCounted(uint256 indexed proposalId, address indexed carrier, bytes records, AccountBallot[] accounts);

    /// @notice A member asked to vote again on what was lost.
    event AskedAgain(uint256 indexed proposalId, address indexed member);

    error KindTooLow(Kind kind, Kind needed);
    error KindNotInUse(Kind kind);
    error NotAMember(address account);
    error TitleInvalid(string title);
    error TitleTaken(uint256 proposalId);
    error MotionOpen(uint256 proposalId);
    error StillCooling(uint256 proposalId, uint256 until);
    error NotCooling(uint256 proposalId);
    error AlreadyAsked(uint256 proposalId, address member);
    error TooManyActions(uint256 actions);
    error TargetWithoutCode(address target);
    error RecordsMalformed(uint256 length);
    error NotEnoughGas(uint256 left, uint256 needed);
    error NoSeparateQueue();
    error ParamsNotTaken();
    error ObjectionWithoutReason(uint256 proposalId);
    error NotYetDue(uint256 proposalId, uint256 eta);

    /* PROPOSING */

    /// @notice Like IGovernor's `propose`, under a kind that is at least what the actions need.
    function proposeAs(
        Kind kind,
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        string calldata description
    ) external returns (uint256 proposalId);

    /// @notice Asks to vote again on what was lost with its quorum, before its cooling time is over. Once a member.
    function askAgain(uint256 proposalId) external;

    /// @notice How far it is to voting again on what was lost.
    /// @return asked How many asked.
    /// @return needed A tenth of the members now, two where there are two.
    /// @return until When the cooling time is over; 0: the proposal does not keep its motion away.
    function asksOf(uint256 proposalId) external view returns (uint256 asked, uint256 needed, uint256 until);

    /* VOTING */

    /// @notice Counts ballots that members signed. Anyone may send them.
    /// @dev Each ballot is EIP-712 `Ballot(string cooperative,string resolution,string choice,address member,uint256 proposal)`
    /// with the domain Phyle, 1, this chain, this Assembly.
    /// @param records 85 bytes each, best in the order of member ids: wallet 20, choice 1, r 32, vs 32.
    /// @param accounts Ballots of accounts with code; each check gets {ACCOUNT_GAS} gas.
    /// @return counted How many were counted.
    /// @return bitmap Bit i (least significant first in each byte) set: ballot i was counted; accounts follow records.
    function castBallots(
        uint256 proposalId,
        bytes calldata records,
        AccountBallot[] calldata accounts
    ) external returns (uint256 counted, bytes memory bitmap);

    /// @notice The gas that the signature check of one account with code may use.
    function ACCOUNT_GAS() external view returns (uint256);

    /* READING */

    function cooperative() external view returns (address);

    function statutes() external view returns (address);

    function membership() external view returns (address);

    /// @notice The id of the latest proposal; ids run from 1.
    function proposalCount() external view returns (uint256);

    function proposalOf(uint256 proposalId) external view returns (Proposal memory);

    /// @notice The rule that was copied into a proposal.
    function ruleOfProposal(uint256 proposalId) external view returns (Rule memory);

    /// @notice Every class of a proposal, as counted so far.
    function talliesOf(uint256 proposalId) external view returns (ClassTally[] memory);

    /// @notice How a proposal stands.
    function resultOf(uint256 proposalId) external view returns (bool quorum, bool passed);

    /// @notice What `account` cast. Route and choice as in the types; route 0: nothing.
    function ballotOf(uint256 proposalId, address account) external view returns (uint8 route, uint8 choice);

    /// @notice The EIP-712 digest of a ballot.
    function ballotDigest(uint256 proposalId, uint8 choice, address member) external view returns (bytes32);

    /// @notice How votes are counted. Pure: the whole arithmetic of a decision.
    function outcomeOf(
        Rule calldata rule,
        ClassTally[] calldata classes
    ) external pure returns (bool quorum, bool passed);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ChapterState} from "../types/ChapterState.sol";
import {Founder} from "../types/Charter.sol";
import {Ground} from "../types/Ground.sol";
import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";

/// @title ICooperative
/// @notice The legal person: an account that holds the co-op's assets and carries out what its assembly decided.
/// @dev All power over a co-op goes through {execute}, which only the assembly that the co-op accepted may call; what is
/// left when nobody is a member any more goes by {handOn}.
/// RULES
/// - COOP-1 Nothing moves without a passed decision, while anybody is a member (COOP-10).
/// - COOP-2 Money leaves to somebody on the roll only by {pay}; a plain transfer to a member is refused.
/// - COOP-3 Below SPECIAL, and per asset, the outflow of twelve months stays within a third of balance and outflow. A coin
///   and the token that shows it are one asset.
/// - COOP-4 Calls only, never delegatecalls; the co-op's own code never changes.
/// - COOP-5 Money goes into an open chapter by {fund}: the chapter takes at most what was decided, and no allowance
///   stays behind.
/// - COOP-6 A contract with other code than it was opened with as a chapter is not called.
/// - COOP-7 A payment that names a line of the budget is covered by it whole or refused, and counts against it alone. What
///   the statutes ask for paying, or for moving the token, they ask for it too.
/// - COOP-8 A surplus is shared through the chapter of that name alone, and never under a FULL lock.
/// - COOP-9 The account moves only to organs that a Registrar, named in the decision, built for it, and whose roll goes on
///   from the one that it has.
/// - COOP-10 180 days after the last member left anyone may send what is there to the body that the statutes name for it or,
///   where they name none, to the account of the root of the federation, and what is in its currency into its fund. Until
///   then what was decided can be carried out.
interface ICooperative {
    /// @dev How the account came to a roll; 20 + 6 and 20 bytes.
    struct Succession {
        address registrar;
        uint48 time;
        address predecessor;
    }

    /// @notice The organs were set. Happens at founding and when the co-op moves to a newer Registrar's organs.
    event OrgansSet(address indexed statutes, address indexed membership, address indexed assembly_);

    /// @notice The co-op moved to organs that `registrar` built for it, from the roll `predecessor`.
    event OrgansAdopted(address indexed registrar, address indexed predecessor, address indexed membership);

    /// @notice An action of a passed decision was carried out.
    event ActionCarriedOut(
        ProposalId indexed proposalId,
        uint256 index,
        address indexed target,
        uint256 value,
        bytes data
    );

    /// @notice Money left on a ground. `token` is zero for the chain's own coin, `line` where no line of the budget covers
    /// it.
    event Paid(
        ProposalId indexed proposalId,
        address indexed token,
        address indexed to,
        uint256 amount,
        Ground ground,
        bytes32 document,
        uint256 line
    );

    /// @notice Money went into a chapter on a ground.
    /// @param amount The sum that the chapter was allowed to take; the same counts as outflow.
    /// @param data The call that the money went with.
    event Funded(
        ProposalId indexed proposalId,
        address indexed chapter,
        address indexed token,
        uint256 amount,
        Ground ground,
        bytes data
    );

    /// @notice Nobody is a member any more, and what was left of an asset went to `to`. `token` is zero for the chain's own
    /// coin.
    event HandedOn(address indexed token, address indexed to, uint256 amount);

    /// @notice The chain's own coin came in.
    event Received(address indexed from, uint256 amount);

    /// @notice Thrown when the organs of an account are set a second time: it goes by `membership` already.
    error OrgansAlreadySet(address membership);
    /// @notice Thrown when the caller is not the assembly that the co-op accepted.
    error NotTheAssembly(address caller);
    /// @notice Thrown when the caller is not the account of the co-op.
    error NotTheCooperative(address caller);
    /// @notice Thrown when the action with this index, counted from 0, failed; `reason` is what `target` answered.
    error ActionFailed(uint256 index, address target, bytes reason);
    /// @notice Thrown when money would go to somebody on the roll by anything but {pay}.
    error PlainTransferToMember(address member);
    /// @notice Thrown when a decision below SPECIAL would bring the outflow of twelve months to `outflow`, and `most`
    /// may go.
    error OverAThird(address asset, uint256 outflow, uint256 most);
    /// @notice Thrown when the amount is zero, or nobody or the account itself would be paid.
    error NothingToPay();
    /// @notice Thrown when something is asked of the decision that is being carried out, and there is none.
    error NothingIsCarriedOut();
    /// @notice No money goes into this contract; `state` says what it is to the co-op.
    error ChapterClosedToMoney(address chapter, ChapterState state);
    /// @notice More left the account in the call than was decided, in base units of the token.
    error ChapterTookMore(address chapter, uint256 taken, uint256 allowed);
    /// @notice The token did not end the allowance of the chapter.
    error AllowanceLeft(address token, address chapter, uint256 allowance);
    /// @notice Under a FULL lock nobody has a share of the surplus.
    error SurplusIsLocked();
    /// @notice A surplus is shared through the chapter `surplus`, and through nothing else.
    error SurplusWithoutItsChapter();
    /// @notice A payment names a line of the budget, and the statutes name no chapter for it that is open; `state` says what
    /// the one that they name is to the co-op.
    error NoBudget(address coverage, ChapterState state);
    /// @notice The code at the address is not the one that was opened as a chapter.
    error CodeChanged(address chapter);
    /// @notice Thrown when what is left would be sent on while somebody is a member.
    error MembersAreLeft();
    /// @notice Thrown when what is left would be sent on before `from`, 180 days after the last member left.
    error HandedOnFrom(uint256 from);
    /// @notice Thrown when the statutes name nobody who gets what is left.
    error NobodyGetsIt();
    /// @notice Thrown when new organs are adopted by a decision that is not ENTRENCHED.
    error NotAFoundingRuleDecision(Kind kind);
    /// @notice Thrown when the named Registrar did not build an organ for this account, or it does not go by the others.
    error SuccessorUnknown(address organ);
    /// @notice Thrown when the new roll goes on from `predecessor`, which is not the roll of this account.
    error SuccessorOfAnother(address membership, address predecessor);
    /// @notice Thrown when the new roll does not start with the members and the last id of the one before.
    error SuccessorForgetsMembers(address membership);
    /// @notice Thrown when the new statutes lock the assets less than `lockNow`.
    error SuccessorWeaker(uint8 lock, uint8 lockNow);
    /// @notice Thrown when the new statutes have another purpose than `purposeNow`.
    error SuccessorChangesPurpose(bytes32 purpose, bytes32 purposeNow);

    /// @notice Sets the organs and enrols the founders. Once, in the founding transaction.
    function begin(address statutes, address membership, address assembly_, Founder[] calldata founders) external;

    /// @notice Carries out a passed decision. Only the assembly.
    /// @param kind The kind under which it passed.
    /// @param carried The classes with more votes for it than against, as bits.
    /// @param refused The classes with more against it than for.
    function execute(
        ProposalId proposalId,
        Kind kind,
        uint8 carried,
        uint8 refused,
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) external payable;

    /// @notice Pays somebody on a ground. Only as an action of a decision of this co-op.
    /// @param token Zero for the chain's own coin.
    /// @param document sha-256 of the invoice, payslip or receipt.
    /// @param line The line of the budget that covers it, see {ICoverage}; 0: none. It then counts towards a third of the
    /// account.
    function pay(address token, address to, uint256 amount, Ground ground, bytes32 document, uint256 line) external;

    /// @notice Lets an open chapter take `amount` of an ERC-20 token, calls it with `data`, and takes back what it has
    /// left of the allowance. Only as an action of a decision of this co-op; see {IStatutes-kindOf} for its kind.
    /// @dev Counts in full as outflow. The chapter may take less.
    function fund(address chapter, address token, uint256 amount, Ground ground, bytes calldata data) external;

    /// @notice Moves to organs that `registrar` built for this account, see {IRegistrar-succeed}. Only as an ENTRENCHED
    /// decision of this co-op; purpose kept, lock at least as high, rules and classes as they are.
    /// @dev The members go on with their ids, classes and times. What is open in the assembly before is void: nothing of it
    /// can be carried out any more.
    function adoptOrgans(address registrar, address statutes, address membership, address assembly_) external;

    /// @notice Sends what is left of `token` (zero: the chain's coin) to whom it belongs when nobody has been a member for
    /// 180 days. Anyone may.
    /// @dev Rule: COOP-10.
    /// @return amount In base units.
    function handOn(address token) external returns (uint256 amount);

    /// @notice The Statutes in force.
    function statutes() external view returns (address);

    /// @notice The roll of the members.
    function membership() external view returns (address);

    /// @notice The assembly whose decisions the account carries out.
    function assembly_() external view returns (address);

    /// @notice How this account came to a roll: who built it, the roll before, and when. All zero for the roll that it was
    /// founded with, and for others.
    function successionOf(
        address membership
    ) external view returns (address registrar, address predecessor, uint48 time);

    /// @notice The decision that is being carried out in this transaction, its kind, and the classes that voted for and
    /// against it by majority, as bits; reverts outside one.
    function executing() external view returns (ProposalId proposalId, Kind kind, uint8 carried, uint8 refused);

    /// @notice Gross outflow of `token` (zero: the chain's coin) in the last twelve months.
    function outflowOf(address token) external view returns (uint256);

    /// @notice How much of `token` (zero: the chain's coin) a decision below SPECIAL can still move today.
    function withinAThird(address token) external view returns (uint256);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ICoverage} from "../cooperative/ICoverage.sol";
import {Ground} from "../types/Ground.sol";
import {ProposalId} from "../types/ProposalId.sol";

/// @title IBudget
/// @notice The year's budget of a co-op: lines that say what may be paid by everyday decisions, to whom, on which ground,
/// when, and how much at most.
/// @dev WHAT IT TRUSTS
/// - The account that calls: which decision it carries out, and which assembly decided it. It keeps what it keeps by that
///   account, so whoever lies harms themself alone.
/// - A token: how it is called, and how many decimals it has.
/// WHO CAN DO WHAT
/// - A co-op adopts a budget by a SPECIAL decision. The account takes its payments from the lines, see
///   {ICooperative-pay}. Nobody else changes anything here.
/// IF NOBODY ACTS
/// - A line ends with its time, and what is left of it is no longer planned. No money lies here.
/// RULES
/// - BUD-1 A line covers all of a payment or none: of its asset, on its ground, to one of its payees, in its time, and within
///   what is left of it.
/// - BUD-2 A line names its payees; anybody is paid only from lines for wages, invoices, expenses and refunds. No line is for
///   a surplus.
/// - BUD-3 The lines of one asset sum to at most what the title of the motion states that adopts them. One mention stands
///   for one asset.
/// - BUD-4 A budget takes the place of the one before. A line lasts at most 366 days, and begins within 183 days of the day
///   when it is adopted.
/// - BUD-5 A co-op adopts a budget by a SPECIAL decision at least.
interface IBudget is ICoverage {
    /// @dev It holds what a line says. Times are in seconds since 1970, from the first second on and before the last.
    struct Line {
        /// zero for the chain's own coin
        address asset;
        Ground ground;
        uint40 from;
        uint40 to;
        /// the most that it covers, in base units of the asset
        uint128 ceiling;
        /// 1 to 48 bytes
        string name;
        /// empty: anybody
        address[] payees;
    }

    /// @dev It holds what is kept of a line.
    struct Entry {
        uint128 ceiling;
        uint128 spent;
        address asset;
        Ground ground;
        bool anybody;
        uint40 from;
        uint40 to;
    }

    /// @notice A co-op has another budget from now on: the lines from `first` to `last`, which are told after it; none where
    /// `last` is lower.
    event BudgetAdopted(address indexed coop, ProposalId indexed proposalId, uint256 first, uint256 last);

    /// @notice A line of the budget that was adopted just before.
    event LinePlanned(address indexed coop, uint256 indexed line, Line terms);

    /// @notice A payment was taken from a line.
    /// @param spent All that was taken from it, this payment included.
    event LineSpent(address indexed coop, uint256 indexed line, uint256 amount, uint256 spent);

    /// @notice Thrown when a budget has more than 32 lines, or more than 200 payees.
    error BudgetTooLong(uint256 lines, uint256 payees);
    /// @notice Thrown when the title is not that of the motion that is carried out.
    error NotTheTitle(string title);
    /// @notice Thrown when the title does not state `sum`, which the lines of an asset come to, or not once for each asset
    /// that it stands for.
    error SumNotStated(address asset, string sum);
    /// @notice Thrown when nobody can say how many decimals an asset has, or it has more than 36.
    error AssetUnreadable(address asset);
    /// @notice Thrown when line number `index`, counted from 0, covers nothing, has no name that shows, or ends before it
    /// begins.
    error LineInvalid(uint256 index);
    /// @notice Thrown when a line, counted from 0, lasts more than 366 days, or begins more than 183 days from now.
    error LineTooLong(uint256 index, uint40 from, uint40 to);
    /// @notice Thrown when a line, counted from 0, may not be on its ground, or not for anybody.
    error PayeesMissing(uint256 index, Ground ground);
    /// @notice Thrown when a line is not among those of the budget in force.
    error LineNotInForce(uint256 line);
    /// @notice Thrown when a line has not begun, or is over.
    error LineNotOpen(uint256 line, uint40 from, uint40 to);
    /// @notice Thrown when a line is for another asset or another ground.
    error LineForOtherPayments(uint256 line, address asset, Ground ground);
    /// @notice Thrown when a line does not name the payee.
    error PayeeNotNamed(uint256 line, address payee);
    /// @notice Thrown when a line does not cover all of a payment.
    error LineExceeded(uint256 line, uint256 amount, uint256 left);

    /// @notice Adopts a budget in place of the one before, as an action of a decision of the caller. No lines: it has none any
    /// more.
    /// @param title The title of that decision. For each asset it must state the sum of the lines, see {statementOf}.
    function adopt(string calldata title, Line[] calldata lines) external;

    /// @notice How a title must state a sum: whole units, rounded up, a space between thousands, and what the token calls
    /// itself, as `120 000 EURe`. The number alone where it has no name of 1 to 16 bytes, and for the chain's own coin.
    function statementOf(address asset, uint256 sum) external view returns (string memory);

    /// @notice The lines in force: from `first` to `last`; none where `last` is lower. Numbers are never used twice.
    function linesOf(address coop) external view returns (uint256 first, uint256 last);

    /// @notice Tells what is kept of a line, in force or not; zeros if there is none.
    function lineOf(address coop, uint256 line) external view returns (Entry memory);

    /// @notice Tells whether a line names `payee`, or is for anybody.
    function isPayee(address coop, uint256 line, address payee) external view returns (bool);
}

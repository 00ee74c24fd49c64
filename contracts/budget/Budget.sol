// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IAssembly} from "../assembly/IAssembly.sol";
import {ICooperative} from "../cooperative/ICooperative.sol";
import {ICoverage} from "../cooperative/ICoverage.sol";
import {Chapter} from "../libraries/Chapter.sol";
import {Coins} from "../libraries/Coins.sol";
import {Text} from "../libraries/Text.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Ground} from "../types/Ground.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {IBudget} from "./IBudget.sol";
import {Statements} from "./Statements.sol";

/// @title Budget
/// @notice See {IBudget}.
/// @dev One for everybody, at the same address on every chain. No money lies here, and it calls nobody but to read.
contract Budget is IBudget, Chapter {
    uint256 private constant MOST_LINES = 32;
    uint256 private constant MOST_PAYEES = 200;
    uint256 private constant LONGEST_NAME = 48;
    uint256 private constant LONGEST_LINE = 366 days;
    uint256 private constant MOST_AHEAD = 183 days;

    /// @dev The lines in force; none where `last` is lower.
    struct Span {
        uint128 first;
        uint128 last;
    }

    /* STORAGE */

    mapping(address coop => Span) private _spans;
    mapping(address coop => mapping(uint256 line => Entry)) private _entries;
    mapping(address coop => mapping(uint256 line => mapping(address payee => bool))) private _payees;

    /* ADOPTING */

    /// @inheritdoc IBudget
    function adopt(string calldata title, Line[] calldata lines) external {
        (ProposalId proposalId, Kind kind, , ) = ICooperative(msg.sender).executing();
        _checkLength(lines);
        _checkTitle(proposalId, kind, title);
        _checkSums(title, lines);
        for (uint256 i = 0; i < lines.length; ++i) _checkLine(i, lines[i]);

        // BUD-4
        uint256 first = uint256(_spans[msg.sender].last) + 1;
        uint256 last = first + lines.length - 1;
        // No co-op adopts 2^128 lines.
        _spans[msg.sender] = Span(uint128(first), uint128(last));
        emit BudgetAdopted(msg.sender, proposalId, first, last);
        for (uint256 i = 0; i < lines.length; ++i) _plan(first + i, lines[i]);
    }

    function _plan(uint256 number, Line calldata line) private {
        _entries[msg.sender][number] = Entry(
            line.ceiling,
            0,
            Coins.assetOf(line.asset),
            line.ground,
            line.payees.length == 0,
            line.from,
            line.to
        );
        for (uint256 i = 0; i < line.payees.length; ++i) {
            _payees[msg.sender][number][line.payees[i]] = true;
        }
        emit LinePlanned(msg.sender, number, line);
    }

    /* PAYING */

    /// @inheritdoc ICoverage
    function cover(uint256 line, address asset, address to, uint256 amount, Ground ground) external {
        Span memory span = _spans[msg.sender];
        Entry memory entry = _entries[msg.sender][line];
        // BUD-4
        if (line < span.first || line > span.last) revert LineNotInForce(line);
        if (block.timestamp < entry.from || block.timestamp >= entry.to) revert LineNotOpen(line, entry.from, entry.to);
        // BUD-1
        if (asset != entry.asset || ground != entry.ground) {
            revert LineForOtherPayments(line, entry.asset, entry.ground);
        }
        if (!isPayee(msg.sender, line, to)) revert PayeeNotNamed(line, to);
        uint256 left = entry.ceiling - entry.spent;
        if (amount > left) revert LineExceeded(line, amount, left);

        // At most the ceiling.
        uint128 spent = entry.spent + uint128(amount);
        _entries[msg.sender][line].spent = spent;
        emit LineSpent(msg.sender, line, amount, spent);
    }

    /* READING */

    /// @inheritdoc IBudget
    function statementOf(address asset, uint256 sum) external view returns (string memory) {
        return Statements.statementOf(Coins.assetOf(asset), sum);
    }

    /// @inheritdoc IBudget
    function linesOf(address coop) external view returns (uint256 first, uint256 last) {
        Span memory span = _spans[coop];
        return (span.first, span.last);
    }

    /// @inheritdoc IBudget
    function lineOf(address coop, uint256 line) external view returns (Entry memory) {
        return _entries[coop][line];
    }

    /// @inheritdoc IBudget
    function isPayee(address coop, uint256 line, address payee) public view returns (bool) {
        return _entries[coop][line].anybody || _payees[coop][line][payee];
    }

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "budget";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        // BUD-5
        return selector == IBudget.adopt.selector ? Kind.SPECIAL : Kind.ENTRENCHED;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(ICoverage).interfaceId || super.supportsInterface(interfaceId);
    }

    /* PRIVATE */

    function _checkLength(Line[] calldata lines) private pure {
        uint256 payees;
        for (uint256 i = 0; i < lines.length; ++i) payees += lines[i].payees.length;
        if (lines.length > MOST_LINES || payees > MOST_PAYEES) revert BudgetTooLong(lines.length, payees);
    }

    /// @dev The words of the motion, with this title in them, must be those that every ballot carried.
    function _checkTitle(ProposalId proposalId, Kind kind, string calldata title) private view {
        ICooperative coop = ICooperative(msg.sender);
        bytes32 carried = IAssembly(coop.assembly_()).proposalOf(proposalId).resolutionHash;
        string memory resolution = IStatutes(coop.statutes()).resolutionOf(proposalId, kind, title);
        // BUD-3
        if (keccak256(bytes(resolution)) != carried) revert NotTheTitle(title);
    }

    /// @dev One mention stands for one sum. A sum whose statement is the same as another's, or a part of it, needs its own
    /// beside that: the title has each as often as all of them together.
    function _checkSums(string calldata title, Line[] calldata lines) private view {
        string[] memory statements = new string[](lines.length);
        for (uint256 i = 0; i < lines.length; ++i) {
            (address asset, uint256 sum, bool first) = _sumAt(lines, i);
            if (first) statements[i] = Statements.statementOf(asset, sum);
        }
        for (uint256 i = 0; i < lines.length; ++i) {
            if (bytes(statements[i]).length == 0) continue;
            uint256 times;
            for (uint256 k = 0; k < lines.length; ++k) times += Statements.timesIn(statements[k], statements[i]);
            // BUD-3
            if (Statements.timesIn(title, statements[i]) < times) {
                revert SumNotStated(Coins.assetOf(lines[i].asset), statements[i]);
            }
        }
    }

    /// @dev Tells the sum of all lines that have the asset of the line at `i`, and whether that line is the first of
    /// them.
    function _sumAt(Line[] calldata lines, uint256 i) private pure returns (address asset, uint256 sum, bool first) {
        asset = Coins.assetOf(lines[i].asset);
        first = true;
        for (uint256 k = 0; k < lines.length; ++k) {
            if (Coins.assetOf(lines[k].asset) != asset) continue;
            if (k < i) first = false;
            sum += lines[k].ceiling;
        }
    }

    function _checkLine(uint256 index, Line calldata line) private view {
        bool plain = Text.isPlain(bytes(line.name), 1, LONGEST_NAME);
        if (!plain || line.ceiling == 0 || line.from >= line.to) revert LineInvalid(index);
        // BUD-4
        if (line.to - line.from > LONGEST_LINE || line.from > block.timestamp + MOST_AHEAD) {
            revert LineTooLong(index, line.from, line.to);
        }
        bool forAnybody = line.ground <= Ground.REFUND;
        // BUD-2
        if (line.ground == Ground.SURPLUS || (line.payees.length == 0 && !forAnybody)) {
            revert PayeesMissing(index, line.ground);
        }
    }
}

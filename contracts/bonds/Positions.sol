// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {Chapter} from "../libraries/Chapter.sol";
import {HoldingWord} from "../libraries/HoldingWord.sol";
import {SeriesId} from "../types/SeriesId.sol";

import {SaleWord} from "./SaleWord.sol";
import {Sales} from "./Sales.sol";

/// @title Positions
/// @notice It keeps how much of a series each person holds, and passes units from one to another (ERC-6909).
/// @dev ERC-6909 is kept by hand, because a holder's units and what they have taken share a slot.
abstract contract Positions is Sales, Chapter, ReentrancyGuardTransient {
    /// @dev In a struct, so that its place is worked out once.
    struct Holding {
        HoldingWord word;
    }

    mapping(SeriesId seriesId => mapping(address holder => Holding)) internal _holdings;
    mapping(SeriesId seriesId => mapping(address holder => int256)) internal _corrections;
    mapping(address holder => mapping(address operator => bool)) private _operators;
    mapping(address holder => mapping(address spender => mapping(SeriesId seriesId => uint256))) private _allowances;

    /* PASSING ON */

    /// @inheritdoc IERC6909
    function transfer(address receiver, uint256 id, uint256 amount) external nonReentrant returns (bool) {
        _transfer(msg.sender, receiver, SeriesId.wrap(id), amount);
        return true;
    }

    /// @inheritdoc IERC6909
    function transferFrom(
        address sender,
        address receiver,
        uint256 id,
        uint256 amount
    ) external nonReentrant returns (bool) {
        if (sender != msg.sender && !_operators[sender][msg.sender]) {
            uint256 allowed = _allowances[sender][msg.sender][SeriesId.wrap(id)];
            if (amount > allowed) revert OverTheAllowance(msg.sender, amount, allowed);
            if (allowed != type(uint256).max) _allowances[sender][msg.sender][SeriesId.wrap(id)] = allowed - amount;
        }
        _transfer(sender, receiver, SeriesId.wrap(id), amount);
        return true;
    }

    /// @inheritdoc IERC6909
    function approve(address spender, uint256 id, uint256 amount) external returns (bool) {
        if (spender == address(0)) revert HolderInvalid(spender);
        _allowances[msg.sender][spender][SeriesId.wrap(id)] = amount;
        emit Approval(msg.sender, spender, id, amount);
        return true;
    }

    /// @inheritdoc IERC6909
    function setOperator(address spender, bool approved) external returns (bool) {
        if (spender == address(0)) revert HolderInvalid(spender);
        _operators[msg.sender][spender] = approved;
        emit OperatorSet(msg.sender, spender, approved);
        return true;
    }

    /// @inheritdoc IERC6909
    function balanceOf(address owner, uint256 id) external view returns (uint256) {
        return _holdings[SeriesId.wrap(id)][owner].word.held();
    }

    /// @inheritdoc IERC6909
    function allowance(address owner, address spender, uint256 id) external view returns (uint256) {
        return _allowances[owner][spender][SeriesId.wrap(id)];
    }

    /// @inheritdoc IERC6909
    function isOperator(address owner, address spender) external view returns (bool) {
        return _operators[owner][spender];
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(Chapter, IERC165) returns (bool) {
        return interfaceId == type(IERC6909).interfaceId || super.supportsInterface(interfaceId);
    }

    function _transfer(address sender, address receiver, SeriesId seriesId, uint256 units) private {
        SaleWord sale = _known(seriesId);
        if (!sale.bought()) revert NotTransferable(seriesId, _status(seriesId, sale));
        // BND-1
        if (!_phyle().isCooperator(receiver)) revert NotACooperator(receiver);
        _move(sender, receiver, seriesId, units);
    }

    /// @dev Moves units of a series that is bought.
    function _move(address sender, address receiver, SeriesId seriesId, uint256 units) internal {
        Holding storage from = _holdings[seriesId][sender];
        uint256 held = from.word.held();
        if (units > held) revert OverTheHolding(seriesId, sender, units, held);

        // I5, BND-5
        int256 moved = int256(_fund().paidOf(seriesId) * units);
        from.word = from.word.withHeldFewer(units).asCorrected();
        _corrections[seriesId][sender] += moved;
        Holding storage to = _holdings[seriesId][receiver];
        to.word = to.word.withHeldMore(units).asCorrected();
        _corrections[seriesId][receiver] -= moved;
        emit Transfer(msg.sender, sender, receiver, SeriesId.unwrap(seriesId), units);
    }
}

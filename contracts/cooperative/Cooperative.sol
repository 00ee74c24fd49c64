// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ERC1155Holder} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC721Holder} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {Chapters} from "../libraries/Chapters.sol";
import {Coins} from "../libraries/Coins.sol";
import {TokenCalls} from "../libraries/TokenCalls.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {SURPLUS} from "../types/ChapterNames.sol";
import {ChapterState} from "../types/ChapterState.sol";
import {Founder, Lock} from "../types/Charter.sol";
import {Ground} from "../types/Ground.sol";
import {IChapter} from "../types/IChapter.sol";
import {IGiftTaker} from "../types/IGiftTaker.sol";
import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";
import {Source} from "../types/Source.sol";

import {ICooperative} from "./ICooperative.sol";
import {ICoverage} from "./ICoverage.sol";
import {IOrgan} from "./IOrgan.sol";
import {IRegistrar} from "./IRegistrar.sol";
import {Outflow} from "./Outflow.sol";

/// @title Cooperative
/// @notice See {ICooperative}.
/// @dev A clone without arguments. WHAT THIS CONTRACT TRUSTS
/// - The assembly that it accepted: that what it carries out has passed, under the kind that it says.
/// - Its Registrar, in the founding transaction: that the organs it names know each other.
/// - The Registrar that a decision to move names: that the organs it built go on where those before ended.
/// - The chapter that the statutes name as its budget: that a payment is within the line that it names.
/// - Who gets what is left: that its fund keeps what it is given. It takes nothing but that.
contract Cooperative is ICooperative, ERC721Holder, ERC1155Holder, ReentrancyGuardTransient {
    using Outflow for Outflow.Ring;
    using SafeERC20 for IERC20;

    /* STORAGE */

    address private _membership;
    address private _assembly;
    mapping(address asset => Outflow.Ring) private _outflow;
    mapping(address membership => Succession) private _successions;

    /// @dev While a decision is carried out: its kind and bit 7, from bit 8 the classes that carried it, from bit 16 those
    /// that refused it, from bit 24 its number.
    uint256 private transient _executing;
    uint256 private constant EXECUTING_BIT = 1 << 7;

    /// @dev Longer than the longest notice, voting, objection and wait together: what was put in time can be carried out.
    uint256 private constant EMPTY_FOR = 180 days;

    /// @dev The implementation itself never becomes a co-op.
    constructor() {
        _membership = address(this);
    }

    /* FOUNDING */

    /// @inheritdoc ICooperative
    function begin(address statutes_, address membership_, address deciding, Founder[] calldata founders) external {
        if (_membership != address(0)) revert OrgansAlreadySet(_membership);
        _membership = membership_;
        _assembly = deciding;
        emit OrgansSet(statutes_, membership_, deciding);
        IMembership(membership_).enrolFounders(founders);
    }

    /* CARRYING OUT */

    /// @inheritdoc ICooperative
    function execute(
        ProposalId proposalId,
        Kind kind,
        uint8 carried,
        uint8 refused,
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) external payable nonReentrant {
        // G5, COOP-1
        if (msg.sender != _assembly) revert NotTheAssembly(msg.sender);
        uint256 classes = (uint256(carried) << 8) | (uint256(refused) << 16);
        _executing = (ProposalId.unwrap(proposalId) << 24) | classes | EXECUTING_BIT | uint256(kind);
        for (uint256 i = 0; i < targets.length; ++i) {
            _carryOut(proposalId, kind, i, targets[i], values[i], calldatas[i]);
        }
        _executing = 0;
    }

    function _carryOut(
        ProposalId proposalId,
        Kind kind,
        uint256 index,
        address target,
        uint256 value,
        bytes calldata data
    ) private {
        // A call to somebody without code would succeed and do nothing.
        if (data.length != 0 && target.code.length == 0) revert ActionFailed(index, target, "");
        if (target != address(this)) _letOut(kind, target, value, data);
        emit ActionCarriedOut(proposalId, index, target, value, data);

        // The answer of a hostile target is not copied, unless it is the reason of a failure.
        // COOP-4
        if (!LowLevelCall.callNoReturn(target, value, data)) {
            revert ActionFailed(index, target, LowLevelCall.returnData());
        }
    }

    /// @dev COOP-2, COOP-3 and COOP-6 for a call that leaves the account.
    function _letOut(Kind kind, address target, uint256 value, bytes calldata data) private {
        IMembership roll = IMembership(_membership);
        // COOP-6
        if (data.length != 0 && _stateOf(target) == ChapterState.CHANGED) revert CodeChanged(target);
        if (value != 0) {
            // COOP-2
            if (roll.isMember(target)) revert PlainTransferToMember(target);
            _count(kind, address(0), value);
        }
        TokenCalls.TokenCall memory call = TokenCalls.read(data);
        if (!call.moves) return;
        // COOP-2
        if (roll.isMember(call.to)) revert PlainTransferToMember(call.to);
        if (call.amount == 0 || (call.from != address(0) && call.from != address(this))) return;
        _count(kind, call.token == address(0) ? target : call.token, call.amount);
    }

    /// @inheritdoc ICooperative
    function pay(address token, address to, uint256 amount, Ground ground, bytes32 document, uint256 line) external {
        if (msg.sender != address(this)) revert NotTheCooperative(msg.sender);
        if (amount == 0 || to == address(0) || to == address(this)) revert NothingToPay();
        // COOP-8
        if (ground == Ground.SURPLUS) revert SurplusWithoutItsChapter();
        (ProposalId proposalId, Kind kind, , ) = executing();
        if (line == 0) _count(kind, token, amount);
        else _cover(line, token, to, amount, ground);
        emit Paid(proposalId, token, to, amount, ground, document, line);

        if (token == address(0)) Address.sendValue(payable(to), amount);
        else IERC20(token).safeTransfer(to, amount);
    }

    /// @inheritdoc ICooperative
    function fund(address chapter, address token, uint256 amount, Ground ground, bytes calldata data) external {
        if (msg.sender != address(this)) revert NotTheCooperative(msg.sender);
        if (amount == 0 || token == address(0)) revert NothingToPay();
        (ProposalId proposalId, Kind kind, , ) = executing();
        ChapterState state = _stateOf(chapter);
        // COOP-5
        if (state != ChapterState.OPEN) revert ChapterClosedToMoney(chapter, state);
        if (IMembership(_membership).isMember(chapter)) revert PlainTransferToMember(chapter);
        _letOut(kind, chapter, 0, data);
        if (ground == Ground.SURPLUS) _checkSurplus(chapter);
        _count(kind, token, amount);
        emit Funded(proposalId, chapter, token, amount, ground, data);

        IERC20 money = IERC20(token);
        uint256 before = money.balanceOf(address(this));
        money.forceApprove(chapter, amount);
        Address.functionCall(chapter, data);
        if (money.allowance(address(this), chapter) != 0) money.forceApprove(chapter, 0);
        _checkTaken(money, chapter, amount, before);
    }

    /// @inheritdoc ICooperative
    function adoptOrgans(address registrar, address statutes_, address membership_, address deciding) external {
        if (msg.sender != address(this)) revert NotTheCooperative(msg.sender);
        (, Kind kind, , ) = executing();
        // G5
        if (kind != Kind.ENTRENCHED) revert NotAFoundingRuleDecision(kind);
        _checkBuilt(registrar, statutes_, membership_, deciding);
        _checkStatutes(IStatutes(statutes_));

        IMembership before = IMembership(_membership);
        _membership = membership_;
        _assembly = deciding;
        // A timestamp has far fewer than 48 bits.
        _successions[membership_] = Succession(registrar, uint48(block.timestamp), address(before));
        emit OrgansSet(statutes_, membership_, deciding);
        emit OrgansAdopted(registrar, address(before), membership_);

        // G14, MEM-8
        before.standDown();
        IMembership next = IMembership(membership_);
        next.takeOver();
        bool isWhole = next.lastId() == before.lastId() && next.counts() == before.counts();
        if (!isWhole) revert SuccessorForgetsMembers(membership_);
    }

    /* WHEN NOBODY IS LEFT */

    /// @inheritdoc ICooperative
    function handOn(address token) external nonReentrant returns (uint256 amount) {
        uint256 since = IMembership(_membership).emptySince();
        // COOP-10
        if (since == 0) revert MembersAreLeft();
        // COOP-10
        if (block.timestamp < since + EMPTY_FOR) revert HandedOnFrom(since + EMPTY_FOR);
        address asset = Coins.assetOf(token);
        (address to, address cash) = IStatutes(statutes()).remainderTo(asset);
        // COOP-10
        if (to == address(0)) revert NobodyGetsIt();
        amount = _balanceOf(asset);
        if (amount == 0) revert NothingToPay();

        // G5, G13
        if (cash != address(0)) _give(IERC20(cash), to, amount);
        else if (asset == address(0)) Address.sendValue(payable(to), amount);
        else IERC20(asset).safeTransfer(to, amount);
        emit HandedOn(asset, to, amount);
    }

    receive() external payable {
        emit Received(msg.sender, msg.value);
    }

    /* READING */

    /// @inheritdoc ICooperative
    function statutes() public view returns (address) {
        return IMembership(_membership).statutes();
    }

    /// @inheritdoc ICooperative
    function membership() external view returns (address) {
        return _membership;
    }

    /// @inheritdoc ICooperative
    function assembly_() external view returns (address) {
        return _assembly;
    }

    /// @inheritdoc ICooperative
    function successionOf(
        address membership_
    ) external view returns (address registrar, address predecessor, uint48 time) {
        Succession storage succession = _successions[membership_];
        return (succession.registrar, succession.predecessor, succession.time);
    }

    /// @inheritdoc ICooperative
    function executing() public view returns (ProposalId proposalId, Kind kind, uint8 carried, uint8 refused) {
        uint256 word = _executing;
        if (word == 0) revert NothingIsCarriedOut();
        // Packed as 8 bits each.
        return (ProposalId.wrap(word >> 24), Kind(word & 3), uint8(word >> 8), uint8(word >> 16));
    }

    /// @inheritdoc ICooperative
    function outflowOf(address token) external view returns (uint256) {
        return _outflow[Coins.assetOf(token)].last();
    }

    /// @inheritdoc ICooperative
    function withinAThird(address token) external view returns (uint256) {
        address asset = Coins.assetOf(token);
        uint256 outflow = _outflow[asset].last();
        uint256 most = _mostOf(asset, outflow);
        return most > outflow ? most - outflow : 0;
    }

    /* PRIVATE */

    /// @dev Lets the budget take a payment from a line. It does not count towards a third of the account.
    function _cover(uint256 line, address token, address to, uint256 amount, Ground ground) private {
        address coverage = IStatutes(statutes()).coverage();
        ChapterState state = _stateOf(coverage);
        // If a federation has a newer budget, the one that was adopted goes on to its end.
        if (state != ChapterState.OPEN && state != ChapterState.EXITS_ONLY) revert NoBudget(coverage, state);
        // COOP-7
        ICoverage(coverage).cover(line, Coins.assetOf(token), to, amount, ground);
    }

    /// @dev COOP-8 for money that goes into a chapter.
    function _checkSurplus(address chapter) private view {
        // COOP-8
        if (IStatutes(statutes()).lock() == Lock.FULL) revert SurplusIsLocked();
        if (Chapters.keyOf(IChapter(chapter).chapterName()) != SURPLUS) revert SurplusWithoutItsChapter();
    }

    /// @dev COOP-5.
    function _checkTaken(IERC20 token, address chapter, uint256 allowed, uint256 before) private view {
        uint256 left = token.allowance(address(this), chapter);
        // COOP-5
        if (left != 0) revert AllowanceLeft(address(token), chapter, left);
        uint256 balance = token.balanceOf(address(this));
        if (balance < before && before - balance > allowed) revert ChapterTookMore(chapter, before - balance, allowed);
    }

    function _stateOf(address chapter) private view returns (ChapterState) {
        return IStatutes(statutes()).chapterStateOf(chapter);
    }

    /// @dev Counts what is about to leave, and refuses it below SPECIAL where it is over a third of the account.
    function _count(Kind kind, address token, uint256 amount) private {
        address asset = Coins.assetOf(token);
        Outflow.Ring storage ring = _outflow[asset];
        if (kind < Kind.SPECIAL) {
            uint256 outflow = ring.last();
            uint256 most = _mostOf(asset, outflow);
            // COOP-3
            if (amount > most || outflow > most - amount) revert OverAThird(asset, _sum(outflow, amount), most);
        }
        ring.add(amount);
    }

    function _mostOf(address asset, uint256 outflow) private view returns (uint256) {
        return _sum(_balanceOf(asset), outflow) / 3;
    }

    function _balanceOf(address asset) private view returns (uint256) {
        return asset == address(0) ? address(this).balance : IERC20(asset).balanceOf(address(this));
    }

    /// @dev Gives cash to the fund of a federation, which takes all of it.
    function _give(IERC20 cash, address pot, uint256 amount) private {
        cash.forceApprove(pot, amount);
        IGiftTaker(pot).pour(amount, Source.GIFT, 0);
        uint256 left = cash.allowance(address(this), pot);
        if (left != 0) revert AllowanceLeft(address(cash), pot, left);
    }

    /// @dev A hostile token can name any balance: the sum stops at the top.
    function _sum(uint256 a, uint256 b) private pure returns (uint256) {
        return a > type(uint256).max - b ? type(uint256).max : a + b;
    }

    /// @dev The new organs must be built for this account, know each other, and go on from the roll that there is.
    function _checkBuilt(address registrar, address statutes_, address membership_, address deciding) private view {
        IMembership roll = IMembership(membership_);
        IOrgan organ = IOrgan(deciding);
        // COOP-9
        if (!_isBuilt(registrar, statutes_)) revert SuccessorUnknown(statutes_);
        if (!_isBuilt(registrar, membership_) || roll.statutes() != statutes_) revert SuccessorUnknown(membership_);
        bool knows = organ.statutes() == statutes_ && organ.membership() == membership_;
        if (!_isBuilt(registrar, deciding) || !knows) revert SuccessorUnknown(deciding);
        address before = roll.predecessor();
        // COOP-9, G14
        if (before != _membership) revert SuccessorOfAnother(membership_, before);
    }

    function _isBuilt(address registrar, address organ) private view returns (bool) {
        return IRegistrar(registrar).built(organ) == address(this);
    }

    /// @dev The new statutes must keep the purpose, lock the assets at least as high, and keep what members were promised.
    function _checkStatutes(IStatutes next) private view {
        IStatutes now_ = IStatutes(statutes());
        if (next.purpose() != now_.purpose()) revert SuccessorChangesPurpose(next.purpose(), now_.purpose());
        // G7
        if (next.lock() < now_.lock()) revert SuccessorWeaker(uint8(next.lock()), uint8(now_.lock()));
        next.checkSuccession(address(now_));
    }
}

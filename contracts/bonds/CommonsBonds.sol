// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMachines} from "../commons/IMachines.sol";
import {ICommonsFund} from "../fund/ICommonsFund.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {HoldingWord} from "../libraries/HoldingWord.sol";
import {IHeirs} from "../phyle/IHeirs.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {MACHINES} from "../types/ChapterNames.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {MachineId} from "../types/MachineId.sol";
import {SeriesId} from "../types/SeriesId.sol";

import {ICommonsBonds} from "./ICommonsBonds.sol";
import {LatePledge, LatePledges} from "./LatePledges.sol";
import {Positions} from "./Positions.sol";
import {SaleWord} from "./SaleWord.sol";

/// @title CommonsBonds
/// @notice See {ICommonsBonds}. {Sales} has what is offered, {Positions} who holds it; here the money comes in, buys,
/// goes back or is collected.
contract CommonsBonds is Positions {
    using LatePledges for LatePledge[];
    using SafeCast for uint256;

    mapping(SeriesId seriesId => mapping(address holder => LatePledge[])) private _latePledges;

    /* WHAT IT IS */

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "bonds";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        if (selector == ICommonsBonds.endorse.selector) return Kind.ORDINARY;
        bool isNamed =
            selector == ICommonsBonds.setMostCap.selector ||
                selector == ICommonsBonds.float.selector ||
                selector == ICommonsBonds.buy.selector ||
                selector == ICommonsBonds.subscribe.selector ||
                selector == ICommonsBonds.subscribeWithPermit.selector ||
                selector == ICommonsBonds.withdraw.selector ||
                selector == ICommonsBonds.withdrawTo.selector ||
                selector == ICommonsBonds.refund.selector ||
                selector == ICommonsBonds.refundTo.selector ||
                selector == ICommonsBonds.refundFor.selector ||
                selector == ICommonsBonds.take.selector ||
                selector == ICommonsBonds.takeTo.selector ||
                selector == ICommonsBonds.takeFor.selector ||
                selector == ICommonsBonds.inheritFrom.selector ||
                selector == IERC6909.transfer.selector ||
                selector == IERC6909.transferFrom.selector ||
                selector == IERC6909.approve.selector ||
                selector == IERC6909.setOperator.selector;
        return isNamed ? Kind.SPECIAL : Kind.ENTRENCHED;
    }

    /* RAISING */

    /// @inheritdoc ICommonsBonds
    function subscribe(SeriesId seriesId, uint256 units) external nonReentrant {
        _subscribe(seriesId, units);
    }

    /// @inheritdoc ICommonsBonds
    function subscribeWithPermit(
        SeriesId seriesId,
        uint256 units,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        uint256 amount = units * _known(seriesId).face();
        IERC20Permit token = IERC20Permit(_phyle().cash());
        // a permit that somebody else has already carried leaves its allowance behind
        try token.permit(msg.sender, address(_fund()), amount, deadline, v, r, s) {} catch {}
        _subscribe(seriesId, units);
    }

    function _subscribe(SeriesId seriesId, uint256 units) private {
        SaleWord sale = _sales[seriesId];
        Holding storage holding = _holdings[seriesId][msg.sender];
        HoldingWord held = holding.word;
        if (block.timestamp < sale.opensAt()) revert NotOpenYet(seriesId, sale.opensAt());
        if (units == 0) revert NoUnits();
        // BND-8
        if (sale.unbacked()) revert NothingRepays(seriesId);
        uint256 most = sale.mostUnits();
        // BND-7
        bool late = block.timestamp + LatePledges.COOLING_OFF > sale.subscribeUntil();
        if (late && block.timestamp >= sale.subscribeUntil()) most = _mostAfterwards(seriesId, sale);
        // never below zero: nothing else raises what is sold, held or pledged before the close
        unchecked {
            uint256 left = most - sale.units();
            if (units > left) revert OverTheMost(seriesId, units, left);
            uint256 mine = held.held();
            left = sale.mostPerPerson() - mine;
            if (units > left) revert OverTheMostPerPerson(seriesId, units, left);
            uint256 pledged = held.pledged();
            if (pledged > 2 * mine) revert ShutOut(seriesId, msg.sender, pledged, pledged - mine);
        }
        // BND-1
        (address phyle, address fund) = CloneArgs.phyleAndFund();
        if (!IPhyle(phyle).isSeated(msg.sender)) revert NotACooperator(msg.sender);

        // I2, BND-2
        _sales[seriesId] = sale.withMore(units);
        holding.word = held.withPledge(units);
        if (late) _late(seriesId, sale, units);
        emit Transfer(msg.sender, address(0), msg.sender, SeriesId.unwrap(seriesId), units);
        // At most 2^40 units of at most 10^18 each.
        unchecked {
            ICommonsFund(fund).collect(msg.sender, units * sale.face());
        }
    }

    /// @dev Until the close, people can pledge for the units that withdrawals set free, and for nothing else. If there
    /// is no series, its time is over.
    function _mostAfterwards(SeriesId seriesId, SaleWord sale) private view returns (uint256) {
        if (!sale.exists()) revert SeriesUnknown(seriesId);
        bool over = block.timestamp >= _closesAt(seriesId, sale) || sale.peak() == sale.units();
        if (over) revert SubscriptionOver(seriesId, sale.subscribeUntil());
        return sale.peak();
    }

    function _late(SeriesId seriesId, SaleWord sale, uint256 units) private {
        _latePledges[seriesId][msg.sender].note(units);
        if (block.timestamp >= sale.subscribeUntil()) _moveClose(seriesId, sale);
    }

    /// @inheritdoc ICommonsBonds
    function withdraw(SeriesId seriesId, uint256 units) external nonReentrant {
        _withdraw(seriesId, units, msg.sender);
    }

    /// @inheritdoc ICommonsBonds
    function withdrawTo(SeriesId seriesId, uint256 units, address to) external nonReentrant {
        // BND-6
        _withdraw(seriesId, units, to);
    }

    function _withdraw(SeriesId seriesId, uint256 units, address to) private {
        SaleWord sale = _known(seriesId);
        Holding storage holding = _holdings[seriesId][msg.sender];
        uint256 held = holding.word.held();
        Status status = _status(seriesId, sale);
        if (status != Status.OPEN) revert NotWithdrawable(seriesId, status);
        if (units == 0) revert NoUnits();
        if (units > held) revert OverTheHolding(seriesId, msg.sender, units, held);
        LatePledge[] storage late = _latePledges[seriesId][msg.sender];
        // I17, BND-7
        if (block.timestamp >= sale.subscribeUntil()) {
            (uint256 cooling, ) = late.cooling();
            if (units > cooling) revert PledgeBinding(seriesId, units, cooling);
        }

        // I2, BND-2
        _sales[seriesId] = sale.withFewer(units);
        holding.word = holding.word.withHeldFewer(units);
        late.takeBack(units);
        emit Transfer(msg.sender, msg.sender, address(0), SeriesId.unwrap(seriesId), units);
        _fund().giveBack(to, units * sale.face());
    }

    /// @inheritdoc ICommonsBonds
    function pledgeOf(SeriesId seriesId, address holder) external view returns (Pledge memory pledge) {
        SaleWord sale = _known(seriesId);
        HoldingWord word = _holdings[seriesId][holder].word;
        pledge.pledged = uint40(word.pledged());
        if (_status(seriesId, sale) != Status.OPEN) return pledge;
        pledge.shutOut = word.pledged() > 2 * word.held();
        (uint256 cooling, uint256 until) = _latePledges[seriesId][holder].cooling();
        if (block.timestamp >= sale.subscribeUntil()) {
            uint256 closesAt = _closesAt(seriesId, sale);
            (pledge.withdrawable, pledge.until) = (uint40(cooling), uint40(until < closesAt ? until : closesAt));
        } else if (word.held() > cooling) {
            (pledge.withdrawable, pledge.until) = (uint40(word.held()), uint40(sale.subscribeUntil()));
        } else {
            (pledge.withdrawable, pledge.until) = (uint40(cooling), uint40(until));
        }
    }

    /// @inheritdoc ICommonsBonds
    function buy(SeriesId seriesId) external nonReentrant returns (MachineId machineId) {
        SaleWord sale = _known(seriesId);
        Row memory row = _rows[seriesId];
        // I18, BND-8
        if (_isRaised(seriesId, sale) && !_phyle().inGoodStanding(row.coop)) revert NotInGoodStanding(row.coop);
        Status status = _status(seriesId, sale);
        if (status != Status.FUNDED) revert NotBuyable(seriesId, status);
        _checkSupplier(row.supplier, row.coop);

        // I6
        uint256 raised = sale.units() * sale.face();
        _sales[seriesId] = sale.asBought();
        // I14, BND-4
        machineId = IMachines(_phyle().chapterOf(MACHINES)).enter(
            IMachines.Machine({
                coop: row.coop,
                boughtAt: 0,
                rentMode: row.rentMode,
                seriesId: seriesId,
                document: row.machine,
                supplier: row.supplier,
                price: row.price,
                rent: row.rent,
                rentPeriod: row.rentPeriod
            })
        );
        _rows[seriesId].machineId = MachineId.unwrap(machineId).toUint32();
        emit Bought(seriesId, machineId, sale.units(), row.price, raised - row.price);
        _fund().buy(
            ICommonsFund.Purchase({
                seriesId: seriesId,
                machineId: machineId,
                supplier: row.supplier,
                units: sale.units(),
                raised: raised,
                price: row.price,
                capBps: row.capBps,
                endorsed: row.endorsed
            })
        );
    }

    /// @inheritdoc ICommonsBonds
    function refund(SeriesId seriesId) external nonReentrant returns (uint256) {
        return _refund(seriesId, msg.sender, msg.sender);
    }

    /// @inheritdoc ICommonsBonds
    function refundTo(SeriesId seriesId, address to) external nonReentrant returns (uint256) {
        return _refund(seriesId, msg.sender, to);
    }

    /// @inheritdoc ICommonsBonds
    function refundFor(SeriesId seriesId, address holder) external nonReentrant returns (uint256) {
        _requireNotHeld(holder);
        return _refund(seriesId, holder, holder);
    }

    function _refund(SeriesId seriesId, address holder, address to) private returns (uint256 amount) {
        SaleWord sale = _known(seriesId);
        Status status = _status(seriesId, sale);
        if (status != Status.FAILED) revert NotRefundable(seriesId, status);
        Holding storage holding = _holdings[seriesId][holder];
        uint256 units = holding.word.held();
        if (units == 0) revert NoUnits();

        // I15, BND-2
        amount = units * sale.face();
        holding.word = HoldingWord.wrap(0);
        // I15, BND-8: it may have failed only for as long as its co-op was not in good standing
        if (!sale.failed()) _sales[seriesId] = sale.asFailed();
        emit Transfer(msg.sender, holder, address(0), SeriesId.unwrap(seriesId), units);
        // I16, BND-6
        _fund().giveBack(to, amount);
    }

    /* COLLECTING */

    /// @inheritdoc ICommonsBonds
    function take(SeriesId seriesId) external nonReentrant returns (uint256) {
        return _take(seriesId, msg.sender, msg.sender);
    }

    /// @inheritdoc ICommonsBonds
    function takeTo(SeriesId seriesId, address to) external nonReentrant returns (uint256) {
        // I16, BND-6
        return _take(seriesId, msg.sender, to);
    }

    /// @inheritdoc ICommonsBonds
    function takeFor(SeriesId seriesId, address holder) external nonReentrant returns (uint256) {
        _requireNotHeld(holder);
        return _take(seriesId, holder, holder);
    }

    /// @inheritdoc ICommonsBonds
    function inheritFrom(SeriesId seriesId, address person, address to) external nonReentrant returns (uint256 amount) {
        IHeirs.Estate memory estate = _phyle().estateOf(person);
        // BND-9, PHY-16
        if (!estate.passed || estate.heir != msg.sender) revert IHeirs.NotTheHeir(person, msg.sender);
        SaleWord sale = _known(seriesId);
        if (!sale.bought()) {
            Status status = _status(seriesId, sale);
            if (status != Status.FAILED) revert NotTransferable(seriesId, status);
            return _refund(seriesId, person, to);
        }
        // I11
        amount = _take(seriesId, person, to);
        uint256 units = _holdings[seriesId][person].word.held();
        // I5, BND-9
        if (units != 0) _move(person, msg.sender, seriesId, units);
    }

    /// @dev While an heir is named, nobody else sends what is owed to a wallet that perhaps nobody opens.
    function _requireNotHeld(address holder) private view {
        // BND-9
        if (msg.sender != holder && _phyle().estateOf(holder).heir != address(0)) revert IHeirs.EstateHeld(holder);
    }

    /// @dev The fund finds what is due and pays it in one go, so what was taken is noted afterwards: until then the
    /// guard keeps this contract from being called, and {dueOf} and {takenOf} from being read.
    function _take(SeriesId seriesId, address holder, address to) private returns (uint256 amount) {
        Holding storage holding = _holdings[seriesId][holder];
        HoldingWord held = holding.word;
        int256 correction = held.corrected() ? _corrections[seriesId][holder] : int256(0);
        amount = ICommonsFund(CloneArgs.fund()).payDue(seriesId, held, correction, to);
        if (amount == 0) {
            _known(seriesId);
            return 0;
        }
        holding.word = held.withTaken(amount);
        emit Taken(seriesId, holder, to, amount);
    }

    /// @inheritdoc ICommonsBonds
    function dueOf(SeriesId seriesId, address holder) external view nonReentrantView returns (uint256) {
        HoldingWord held = _holdings[seriesId][holder].word;
        return _fund().dueOf(seriesId, held, _corrections[seriesId][holder]);
    }

    /// @inheritdoc ICommonsBonds
    function takenOf(SeriesId seriesId, address holder) external view nonReentrantView returns (uint256) {
        return _holdings[seriesId][holder].word.taken();
    }
}

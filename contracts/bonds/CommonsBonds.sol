// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IMachines} from "../commons/IMachines.sol";
import {ICommonsFund} from "../fund/ICommonsFund.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {HoldingWord} from "../libraries/HoldingWord.sol";
import {SaleWord} from "../libraries/SaleWord.sol";
import {Text} from "../libraries/Text.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {RentMode} from "../types/RentMode.sol";
import {ICommonsBonds} from "./ICommonsBonds.sol";

/// @title CommonsBonds
/// @dev ERC-6909 is kept by hand, because a holder's units and what they have
/// taken share a slot.
contract CommonsBonds is ICommonsBonds, ReentrancyGuardTransient {
    using HoldingWord for uint256;
    using SaleWord for uint256;
    using SafeCast for uint256;

    uint40 private constant LEAST_SUBSCRIPTION = 7 days;
    uint40 private constant COOLING_OFF = 4 days;
    uint40 private constant LONGEST_PURCHASE = 366 days;
    uint256 private constant MOST_ENDORSED = 16;
    uint16 private constant PAR = 10_000;
    uint16 private constant DOUBLE = 20_000;

    /// @dev What else there is to a series, by slot.
    struct Row {
        address coop;
        uint96 price;
        //
        address supplier;
        uint96 rent;
        //
        uint40 buyBy;
        uint40 expectedBy;
        uint32 rentPeriod;
        uint32 machineId;
        uint16 capBps;
        RentMode rentMode;
        bool endorsed;
        //
        bytes32 machine;
    }

    uint256 private _count;
    uint16 private _mostCap;
    uint32[] private _endorsed;
    /// @dev All of a series that subscribing reads. Collecting reads nothing of it.
    mapping(uint256 seriesId => uint256 saleWord) private _sales;
    mapping(uint256 seriesId => Row) private _rows;
    mapping(uint256 seriesId => mapping(address holder => uint256 holdingWord)) private _holdings;
    mapping(uint256 seriesId => mapping(address holder => int256)) private _corrections;
    mapping(address holder => mapping(address operator => bool)) private _operators;
    mapping(address holder => mapping(address spender => mapping(uint256 seriesId => uint256))) private _allowances;

    modifier onlyRoot() {
        if (msg.sender != _phyle().root()) revert NotByTheRoot(msg.sender);
        _;
    }

    /* RAISING */

    /// @inheritdoc ICommonsBonds
    function float(SeriesTerms calldata terms) external returns (uint256 seriesId) {
        IPhyle phyle = _phyle();
        if (!phyle.inGoodStanding(msg.sender)) revert NotInGoodStanding(msg.sender);
        uint8 decimals = IERC20Metadata(phyle.cash()).decimals();
        _check(terms, 10 ** decimals);

        seriesId = ++_count;
        _sales[seriesId] = SaleWord.pack(
            terms.opensAt,
            terms.subscribeUntil,
            terms.leastUnits,
            terms.mostUnits,
            terms.mostPerPerson,
            decimals
        );
        _rows[seriesId] = Row({
            coop: msg.sender,
            price: terms.price,
            supplier: terms.supplier,
            rent: terms.rent,
            buyBy: terms.buyBy,
            expectedBy: terms.expectedBy,
            rentPeriod: terms.rentPeriod,
            machineId: 0,
            capBps: terms.capBps,
            rentMode: terms.rentMode,
            endorsed: false,
            machine: terms.machine
        });
        emit Floated(seriesId, msg.sender, 10 ** decimals, terms.subscribeUntil + COOLING_OFF, terms);
    }

    function _check(SeriesTerms calldata terms, uint256 face_) private view {
        if (!Text.isPlain(bytes(terms.title), 1, 64)) revert SeriesTitleInvalid(terms.title);
        if (terms.machine == 0) revert MachineDocumentMissing();
        if (terms.supplier == address(0) || terms.supplier == msg.sender || terms.supplier == address(_fund())) {
            revert SupplierInvalid(terms.supplier);
        }
        if (terms.leastUnits == 0 || terms.leastUnits > terms.mostUnits || terms.mostPerPerson == 0) {
            revert UnitsInvalid(terms.leastUnits, terms.mostUnits, terms.mostPerPerson);
        }
        uint256 mostPrice = terms.leastUnits * face_;
        if (terms.price == 0 || terms.price > mostPrice) revert PriceInvalid(terms.price, mostPrice);
        uint256 closesAt = uint256(terms.subscribeUntil) + COOLING_OFF;
        if (
            terms.opensAt < block.timestamp ||
            terms.subscribeUntil < uint256(terms.opensAt) + LEAST_SUBSCRIPTION ||
            terms.buyBy <= closesAt ||
            terms.buyBy > closesAt + LONGEST_PURCHASE
        ) revert TimesInvalid(terms.opensAt, terms.subscribeUntil, terms.buyBy);
        if (terms.capBps < PAR || terms.capBps > mostCap()) revert CapInvalid(terms.capBps, mostCap());
        if (terms.rentMode != RentMode.USUFRUCT && terms.rentMode != RentMode.COST_RENT) {
            revert RentModeNotOffered(terms.rentMode);
        }
        bool rented = terms.rentMode == RentMode.COST_RENT;
        if ((terms.rent != 0) != rented || (terms.rentPeriod != 0) != rented) {
            revert RentInvalid(terms.rent, terms.rentPeriod);
        }
    }

    /// @inheritdoc ICommonsBonds
    function endorse(uint256 seriesId) external onlyRoot {
        uint256 opensAt = _known(seriesId).opensAt();
        if (_rows[seriesId].endorsed) revert AlreadyEndorsed(seriesId);
        if (block.timestamp >= opensAt) revert TooLateToEndorse(seriesId, opensAt);

        uint256 i;
        while (i < _endorsed.length) {
            Status status = _status(_endorsed[i], _sales[_endorsed[i]]);
            if (status == Status.FAILED || status == Status.REDEEMED) {
                _endorsed[i] = _endorsed[_endorsed.length - 1];
                _endorsed.pop();
            } else {
                ++i;
            }
        }
        if (i == MOST_ENDORSED) revert TooManyEndorsed(MOST_ENDORSED);
        _endorsed.push(seriesId.toUint32());
        _rows[seriesId].endorsed = true;
        emit Endorsed(seriesId);
    }

    /// @inheritdoc ICommonsBonds
    function subscribe(uint256 seriesId, uint256 units) external nonReentrant {
        _subscribe(seriesId, units);
    }

    /// @inheritdoc ICommonsBonds
    function subscribeWithPermit(
        uint256 seriesId,
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

    function _subscribe(uint256 seriesId, uint256 units) private {
        uint256 sale = _sales[seriesId];
        mapping(address holder => uint256) storage holdings = _holdings[seriesId];
        uint256 holding = holdings[msg.sender];
        if (sale == 0) revert SeriesUnknown(seriesId);
        if (block.timestamp < sale.opensAt()) revert NotOpenYet(seriesId, sale.opensAt());
        if (block.timestamp >= sale.subscribeUntil()) revert SubscriptionOver(seriesId, sale.subscribeUntil());
        if (units == 0) revert NoUnits();
        // never below zero: nothing else raises what is sold or held before the close
        unchecked {
            uint256 left = sale.mostUnits() - sale.units();
            if (units > left) revert OverTheMost(seriesId, units, left);
            left = sale.mostPerPerson() - holding.held();
            if (units > left) revert OverTheMostPerPerson(seriesId, units, left);
        }
        if (!_phyle().isSeated(msg.sender)) revert NotACooperator(msg.sender);

        _sales[seriesId] = sale.withMore(units);
        holdings[msg.sender] = holding.withHeldMore(units);
        emit Transfer(msg.sender, address(0), msg.sender, seriesId, units);
        _fund().collect(msg.sender, units * sale.face());
    }

    /// @inheritdoc ICommonsBonds
    function withdraw(uint256 seriesId, uint256 units) external nonReentrant {
        _withdraw(seriesId, units, msg.sender);
    }

    /// @inheritdoc ICommonsBonds
    function withdrawTo(uint256 seriesId, uint256 units, address to) external nonReentrant {
        _withdraw(seriesId, units, to);
    }

    function _withdraw(uint256 seriesId, uint256 units, address to) private {
        uint256 sale = _known(seriesId);
        uint256 holding = _holdings[seriesId][msg.sender];
        Status status = _status(seriesId, sale);
        if (status != Status.OPEN) revert NotWithdrawable(seriesId, status);
        if (units == 0) revert NoUnits();
        if (units > holding.held()) {
            revert OverTheHolding(seriesId, msg.sender, units, holding.held());
        }

        _sales[seriesId] = sale.withFewer(units);
        _holdings[seriesId][msg.sender] = holding.withHeldFewer(units);
        emit Transfer(msg.sender, msg.sender, address(0), seriesId, units);
        _fund().giveBack(to, units * sale.face());
    }

    /// @inheritdoc ICommonsBonds
    function buy(uint256 seriesId) external nonReentrant returns (uint256 machineId) {
        uint256 sale = _known(seriesId);
        Status status = _status(seriesId, sale);
        if (status != Status.FUNDED) revert NotBuyable(seriesId, status);

        Row memory row = _rows[seriesId];
        uint256 raised = sale.units() * sale.face();
        _sales[seriesId] = sale.asBought();
        machineId = IMachines(_phyle().machines()).enter(
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
        _rows[seriesId].machineId = machineId.toUint32();
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
    function refund(uint256 seriesId) external nonReentrant returns (uint256) {
        return _refund(seriesId, msg.sender, msg.sender);
    }

    /// @inheritdoc ICommonsBonds
    function refundTo(uint256 seriesId, address to) external nonReentrant returns (uint256) {
        return _refund(seriesId, msg.sender, to);
    }

    /// @inheritdoc ICommonsBonds
    function refundFor(uint256 seriesId, address holder) external nonReentrant returns (uint256) {
        return _refund(seriesId, holder, holder);
    }

    function _refund(uint256 seriesId, address holder, address to) private returns (uint256 amount) {
        uint256 sale = _known(seriesId);
        Status status = _status(seriesId, sale);
        if (status != Status.FAILED) revert NotRefundable(seriesId, status);
        uint256 units = _holdings[seriesId][holder].held();
        if (units == 0) revert NoUnits();

        amount = units * sale.face();
        _holdings[seriesId][holder] = 0;
        emit Transfer(msg.sender, holder, address(0), seriesId, units);
        _fund().giveBack(to, amount);
    }

    /* COLLECTING */

    /// @inheritdoc ICommonsBonds
    function take(uint256 seriesId) external nonReentrant returns (uint256) {
        return _take(seriesId, msg.sender, msg.sender);
    }

    /// @inheritdoc ICommonsBonds
    function takeTo(uint256 seriesId, address to) external nonReentrant returns (uint256) {
        return _take(seriesId, msg.sender, to);
    }

    /// @inheritdoc ICommonsBonds
    function takeFor(uint256 seriesId, address holder) external nonReentrant returns (uint256) {
        return _take(seriesId, holder, holder);
    }

    /// @dev The fund finds what is due and pays it in one go, so what was taken is noted afterwards: until then the
    /// guard keeps this contract from being called, and {dueOf} and {takenOf} from being read.
    function _take(uint256 seriesId, address holder, address to) private returns (uint256 amount) {
        mapping(address holder => uint256) storage holdings = _holdings[seriesId];
        uint256 holding = holdings[holder];
        int256 correction = holding.corrected() ? _corrections[seriesId][holder] : int256(0);
        amount = _fund().payDue(seriesId, holding, correction, to);
        if (amount == 0) return 0;
        holdings[holder] = holding.withTaken(amount);
        emit Taken(seriesId, holder, to, amount);
    }

    /// @inheritdoc ICommonsBonds
    function dueOf(uint256 seriesId, address holder) external view nonReentrantView returns (uint256) {
        uint256 holding = _holdings[seriesId][holder];
        return _fund().dueOf(seriesId, holding, _corrections[seriesId][holder]);
    }

    /// @inheritdoc ICommonsBonds
    function takenOf(uint256 seriesId, address holder) external view nonReentrantView returns (uint256) {
        return _holdings[seriesId][holder].taken();
    }

    /* POSITIONS */

    /// @inheritdoc IERC6909
    function transfer(address receiver, uint256 id, uint256 amount) external nonReentrant returns (bool) {
        _transfer(msg.sender, receiver, id, amount);
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
            uint256 allowed = _allowances[sender][msg.sender][id];
            if (amount > allowed) revert OverTheAllowance(msg.sender, amount, allowed);
            if (allowed != type(uint256).max) _allowances[sender][msg.sender][id] = allowed - amount;
        }
        _transfer(sender, receiver, id, amount);
        return true;
    }

    function _transfer(address sender, address receiver, uint256 seriesId, uint256 units) private {
        uint256 sale = _known(seriesId);
        if (!sale.bought()) revert NotTransferable(seriesId, _status(seriesId, sale));
        if (!_phyle().isCooperator(receiver)) revert NotACooperator(receiver);
        uint256 from = _holdings[seriesId][sender];
        if (units > from.held()) revert OverTheHolding(seriesId, sender, units, from.held());

        int256 moved = int256(_fund().paidOf(seriesId) * units);
        _holdings[seriesId][sender] = from.withHeldFewer(units).asCorrected();
        _corrections[seriesId][sender] += moved;
        _holdings[seriesId][receiver] = _holdings[seriesId][receiver].withHeldMore(units).asCorrected();
        _corrections[seriesId][receiver] -= moved;
        emit Transfer(msg.sender, sender, receiver, seriesId, units);
    }

    /// @inheritdoc IERC6909
    function approve(address spender, uint256 id, uint256 amount) external returns (bool) {
        if (spender == address(0)) revert HolderInvalid(spender);
        _allowances[msg.sender][spender][id] = amount;
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
        return _holdings[id][owner].held();
    }

    /// @inheritdoc IERC6909
    function allowance(address owner, address spender, uint256 id) external view returns (uint256) {
        return _allowances[owner][spender][id];
    }

    /// @inheritdoc IERC6909
    function isOperator(address owner, address spender) external view returns (bool) {
        return _operators[owner][spender];
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IERC6909).interfaceId || interfaceId == type(IERC165).interfaceId;
    }

    /* SETTINGS */

    /// @inheritdoc ICommonsBonds
    function setMostCap(uint16 capBps) external onlyRoot {
        if (capBps < PAR || capBps > DOUBLE) revert CapInvalid(capBps, DOUBLE);
        _mostCap = capBps;
        emit MostCapSet(capBps);
    }

    /// @inheritdoc ICommonsBonds
    function mostCap() public view returns (uint16) {
        return _mostCap == 0 ? PAR : _mostCap;
    }

    /* READING */

    /// @inheritdoc ICommonsBonds
    function statusOf(uint256 seriesId) external view returns (Status) {
        uint256 sale = _sales[seriesId];
        return sale == 0 ? Status.NONE : _status(seriesId, sale);
    }

    /// @inheritdoc ICommonsBonds
    function seriesOf(uint256 seriesId) external view returns (Series memory) {
        uint256 sale = _known(seriesId);
        Row memory row = _rows[seriesId];
        return
            Series({
                coop: row.coop,
                status: _status(seriesId, sale),
                endorsed: row.endorsed,
                closesAt: uint40(sale.subscribeUntil() + COOLING_OFF),
                units: uint40(sale.units()),
                machineId: row.machineId,
                terms: SeriesTerms({
                    title: "",
                    machine: row.machine,
                    supplier: row.supplier,
                    price: row.price,
                    leastUnits: uint40(sale.leastUnits()),
                    mostUnits: uint40(sale.mostUnits()),
                    mostPerPerson: uint40(sale.mostPerPerson()),
                    opensAt: uint40(sale.opensAt()),
                    subscribeUntil: uint40(sale.subscribeUntil()),
                    buyBy: row.buyBy,
                    expectedBy: row.expectedBy,
                    capBps: row.capBps,
                    rentMode: row.rentMode,
                    rent: row.rent,
                    rentPeriod: row.rentPeriod
                })
            });
    }

    /// @inheritdoc ICommonsBonds
    function seriesCount() external view returns (uint256) {
        return _count;
    }

    /// @inheritdoc ICommonsBonds
    function face() external view returns (uint256) {
        return 10 ** IERC20Metadata(_phyle().cash()).decimals();
    }

    /// @dev Where a known series stands: its terms, its pledges and the time.
    function _status(uint256 seriesId, uint256 sale) private view returns (Status) {
        if (sale.bought()) {
            ICommonsFund.Ledger memory ledger = _fund().ledgerOf(seriesId);
            return ledger.paid == ledger.capDue ? Status.REDEEMED : Status.BOUGHT;
        }
        if (block.timestamp < sale.subscribeUntil() + COOLING_OFF) return Status.OPEN;
        bool failed = sale.units() < sale.leastUnits() || block.timestamp >= _rows[seriesId].buyBy;
        return failed ? Status.FAILED : Status.FUNDED;
    }

    function _known(uint256 seriesId) private view returns (uint256 sale) {
        sale = _sales[seriesId];
        if (sale == 0) revert SeriesUnknown(seriesId);
    }

    function _fund() private view returns (ICommonsFund) {
        return ICommonsFund(CloneArgs.addressInWord(1));
    }

    function _phyle() private view returns (IPhyle) {
        return IPhyle(CloneArgs.addressInWord(0));
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IMachines} from "../commons/IMachines.sol";
import {ICommonsFund} from "../fund/ICommonsFund.sol";
import {Position} from "../libraries/Position.sol";
import {Text} from "../libraries/Text.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {RentMode} from "../types/RentMode.sol";
import {ICommonsBonds} from "./ICommonsBonds.sol";

/// @title CommonsBonds
/// @dev A clone whose only argument is the Phyle. ERC-6909 is kept by hand, because a holder's units and what they have
/// taken share a slot.
contract CommonsBonds is ICommonsBonds, ReentrancyGuardTransient {
    using SafeCast for uint256;

    uint40 private constant LEAST_SUBSCRIPTION = 7 days;
    uint40 private constant COOLING_OFF = 4 days;
    uint40 private constant LONGEST_PURCHASE = 366 days;
    uint256 private constant MOST_ENDORSED = 16;
    uint16 private constant PAR = 10_000;
    uint16 private constant DOUBLE = 20_000;

    /// @dev A series by slot. The first is all that collecting reads, the first two all that subscribing reads.
    struct Row {
        address fund;
        uint40 units;
        uint40 opensAt;
        uint8 decimals;
        bool bought;
        //
        uint40 subscribeUntil;
        uint40 leastUnits;
        uint40 mostUnits;
        uint40 mostPerPerson;
        uint40 buyBy;
        uint40 expectedBy;
        uint16 capBps;
        //
        address coop;
        uint96 price;
        //
        address supplier;
        uint96 rent;
        //
        uint32 rentPeriod;
        uint32 machineId;
        RentMode rentMode;
        bool endorsed;
        //
        bytes32 machine;
    }

    struct Holding {
        uint40 units;
        uint96 taken;
        /// whether a transfer has left a correction
        bool corrected;
    }

    uint256 private _count;
    uint16 private _mostCap;
    uint32[] private _endorsed;
    mapping(uint256 seriesId => Row) private _rows;
    mapping(uint256 seriesId => mapping(address holder => Holding)) private _holdings;
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
        address fund = phyle.fund();
        uint8 decimals = IERC20Metadata(phyle.cash()).decimals();
        _check(terms, 10 ** decimals, fund);

        seriesId = ++_count;
        Row storage row = _rows[seriesId];
        row.fund = fund;
        row.opensAt = terms.opensAt;
        row.decimals = decimals;
        row.subscribeUntil = terms.subscribeUntil;
        row.leastUnits = terms.leastUnits;
        row.mostUnits = terms.mostUnits;
        row.mostPerPerson = terms.mostPerPerson;
        row.buyBy = terms.buyBy;
        row.expectedBy = terms.expectedBy;
        row.capBps = terms.capBps;
        row.coop = msg.sender;
        row.price = terms.price;
        row.supplier = terms.supplier;
        row.rent = terms.rent;
        row.rentPeriod = terms.rentPeriod;
        row.rentMode = terms.rentMode;
        row.machine = terms.machine;
        emit Floated(seriesId, msg.sender, 10 ** decimals, terms.subscribeUntil + COOLING_OFF, terms);
    }

    function _check(SeriesTerms calldata terms, uint256 face_, address fund) private view {
        if (!Text.isPlain(bytes(terms.title), 1, 64)) revert SeriesTitleInvalid(terms.title);
        if (terms.machine == 0) revert MachineDocumentMissing();
        if (terms.supplier == address(0) || terms.supplier == msg.sender || terms.supplier == fund) {
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
        Row storage row = _known(seriesId);
        if (row.endorsed) revert AlreadyEndorsed(seriesId);
        if (block.timestamp >= row.opensAt) revert TooLateToEndorse(seriesId, row.opensAt);

        uint256 i;
        while (i < _endorsed.length) {
            Status status = _status(_endorsed[i], _rows[_endorsed[i]]);
            if (status == Status.FAILED || status == Status.REDEEMED) {
                _endorsed[i] = _endorsed[_endorsed.length - 1];
                _endorsed.pop();
            } else {
                ++i;
            }
        }
        if (i == MOST_ENDORSED) revert TooManyEndorsed(MOST_ENDORSED);
        _endorsed.push(seriesId.toUint32());
        row.endorsed = true;
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
        Row storage row = _known(seriesId);
        IERC20Permit token = IERC20Permit(_phyle().cash());
        // a permit that somebody else has already carried leaves its allowance behind
        try token.permit(msg.sender, row.fund, units * 10 ** row.decimals, deadline, v, r, s) {} catch {}
        _subscribe(seriesId, units);
    }

    function _subscribe(uint256 seriesId, uint256 units) private {
        Row storage row = _rows[seriesId];
        Holding storage holding = _holdings[seriesId][msg.sender];
        (address fund, uint256 sold, uint256 decimals) = (row.fund, row.units, row.decimals);
        if (fund == address(0)) revert SeriesUnknown(seriesId);
        if (block.timestamp < row.opensAt) revert NotOpenYet(seriesId, row.opensAt);
        if (block.timestamp >= row.subscribeUntil) revert SubscriptionOver(seriesId, row.subscribeUntil);
        if (units == 0) revert NoUnits();
        uint256 left = row.mostUnits - sold;
        if (units > left) revert OverTheMost(seriesId, units, left);
        uint256 held = holding.units;
        left = row.mostPerPerson - held;
        if (units > left) revert OverTheMostPerPerson(seriesId, units, left);
        if (!_phyle().isCooperator(msg.sender)) revert NotACooperator(msg.sender);

        row.units = uint40(sold + units);
        holding.units = uint40(held + units);
        emit Transfer(msg.sender, address(0), msg.sender, seriesId, units);
        ICommonsFund(fund).collect(msg.sender, units * 10 ** decimals);
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
        Row storage row = _known(seriesId);
        Holding storage holding = _holdings[seriesId][msg.sender];
        Status status = _status(seriesId, row);
        if (status != Status.OPEN) revert NotWithdrawable(seriesId, status);
        if (units == 0) revert NoUnits();
        if (units > holding.units) revert OverTheHolding(seriesId, msg.sender, units, holding.units);

        row.units -= uint40(units);
        holding.units -= uint40(units);
        emit Transfer(msg.sender, msg.sender, address(0), seriesId, units);
        ICommonsFund(row.fund).payOut(to, units * 10 ** row.decimals);
    }

    /// @inheritdoc ICommonsBonds
    function buy(uint256 seriesId) external nonReentrant returns (uint256 machineId) {
        Row storage row = _known(seriesId);
        Status status = _status(seriesId, row);
        if (status != Status.FUNDED) revert NotBuyable(seriesId, status);

        uint256 price = row.price;
        uint256 raised = row.units * 10 ** row.decimals;
        row.bought = true;
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
        row.machineId = machineId.toUint32();
        emit Bought(seriesId, machineId, row.units, price, raised - price);
        ICommonsFund(row.fund).buy(
            ICommonsFund.Purchase({
                seriesId: seriesId,
                machineId: machineId,
                supplier: row.supplier,
                raised: raised,
                price: price,
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
        Row storage row = _known(seriesId);
        Status status = _status(seriesId, row);
        if (status != Status.FAILED) revert NotRefundable(seriesId, status);
        uint256 units = _holdings[seriesId][holder].units;
        if (units == 0) revert NoUnits();

        amount = units * 10 ** row.decimals;
        _holdings[seriesId][holder].units = 0;
        emit Transfer(msg.sender, holder, address(0), seriesId, units);
        ICommonsFund(row.fund).payOut(to, amount);
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

    function _take(uint256 seriesId, address holder, address to) private returns (uint256 amount) {
        Row storage row = _rows[seriesId];
        Holding storage holding = _holdings[seriesId][holder];
        uint256 taken;
        (amount, taken) = _due(seriesId, row, holder, holding);
        if (amount == 0) return 0;

        holding.taken = uint96(taken + amount);
        emit Taken(seriesId, holder, to, amount);
        ICommonsFund(row.fund).payOut(to, amount);
    }

    /// @inheritdoc ICommonsBonds
    function dueOf(uint256 seriesId, address holder) external view returns (uint256 amount) {
        (amount, ) = _due(seriesId, _rows[seriesId], holder, _holdings[seriesId][holder]);
    }

    /// @inheritdoc ICommonsBonds
    function takenOf(uint256 seriesId, address holder) external view returns (uint256) {
        return _holdings[seriesId][holder].taken;
    }

    function _due(
        uint256 seriesId,
        Row storage row,
        address holder,
        Holding storage holding
    ) private view returns (uint256 amount, uint256 taken) {
        taken = holding.taken;
        if (!row.bought) return (0, taken);
        int256 correction = holding.corrected ? _corrections[seriesId][holder] : int256(0);
        uint256 paid = ICommonsFund(row.fund).paidOf(seriesId);
        amount = Position.earned(paid, holding.units, correction, row.units) - taken;
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
        Row storage row = _known(seriesId);
        if (!row.bought) revert NotTransferable(seriesId, _status(seriesId, row));
        if (!_phyle().isCooperator(receiver)) revert NotACooperator(receiver);
        Holding storage from = _holdings[seriesId][sender];
        Holding storage to = _holdings[seriesId][receiver];
        if (units > from.units) revert OverTheHolding(seriesId, sender, units, from.units);

        int256 moved = int256(ICommonsFund(row.fund).paidOf(seriesId) * units);
        from.units -= uint40(units);
        from.corrected = true;
        _corrections[seriesId][sender] += moved;
        to.units += uint40(units);
        to.corrected = true;
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
        return _holdings[id][owner].units;
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
        Row storage row = _rows[seriesId];
        return row.fund == address(0) ? Status.NONE : _status(seriesId, row);
    }

    /// @inheritdoc ICommonsBonds
    function seriesOf(uint256 seriesId) external view returns (Series memory) {
        Row storage row = _known(seriesId);
        return
            Series({
                coop: row.coop,
                status: _status(seriesId, row),
                endorsed: row.endorsed,
                closesAt: row.subscribeUntil + COOLING_OFF,
                units: row.units,
                machineId: row.machineId,
                terms: SeriesTerms({
                    title: "",
                    machine: row.machine,
                    supplier: row.supplier,
                    price: row.price,
                    leastUnits: row.leastUnits,
                    mostUnits: row.mostUnits,
                    mostPerPerson: row.mostPerPerson,
                    opensAt: row.opensAt,
                    subscribeUntil: row.subscribeUntil,
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
    function _status(uint256 seriesId, Row storage row) private view returns (Status) {
        if (row.bought) {
            ICommonsFund.Ledger memory ledger = ICommonsFund(row.fund).ledgerOf(seriesId);
            return ledger.paid == ledger.capDue ? Status.REDEEMED : Status.BOUGHT;
        }
        if (block.timestamp < row.subscribeUntil + COOLING_OFF) return Status.OPEN;
        return row.units < row.leastUnits || block.timestamp >= row.buyBy ? Status.FAILED : Status.FUNDED;
    }

    function _known(uint256 seriesId) private view returns (Row storage row) {
        row = _rows[seriesId];
        if (row.fund == address(0)) revert SeriesUnknown(seriesId);
    }

    function _phyle() private view returns (IPhyle) {
        return IPhyle(abi.decode(Clones.fetchCloneArgs(address(this)), (address)));
    }
}

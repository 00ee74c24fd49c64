// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICommonsFund} from "../fund/ICommonsFund.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {Text} from "../libraries/Text.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {BPS} from "../types/Bps.sol";
import {RentMode} from "../types/RentMode.sol";
import {SeriesId} from "../types/SeriesId.sol";

import {ICommonsBonds} from "./ICommonsBonds.sol";
import {LatePledges} from "./LatePledges.sol";
import {SaleWord, SaleWords} from "./SaleWord.sol";

/// @title Sales
/// @notice It keeps the terms under which each series is sold, and how far each series has come.
abstract contract Sales is ICommonsBonds {
    using SafeCast for uint256;

    uint40 private constant LEAST_SUBSCRIPTION = 7 days;
    uint256 private constant LATEST_CLOSE = 14 days;
    uint256 private constant MOST_DECIMALS = 18;
    uint40 private constant LONGEST_PURCHASE = 366 days;
    uint256 private constant MOST_ENDORSED = 16;
    /// @dev For how long after `expectedBy` common income still repays an endorsed series.
    uint256 private constant PROMISE_AFTER = 730 days;
    uint16 private constant PAR = uint16(BPS);
    uint16 private constant DOUBLE = 2 * PAR;

    /// @dev The rest of a series, slot by slot.
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
        uint40 leastUnits;
        // seconds by which pledges after subscribeUntil moved the close
        uint32 closeMoved;
        //
        bytes32 machine;
    }

    uint256 private _count;
    uint16 private _mostCap;
    uint32[] private _endorsed;
    /// @dev All of a series that subscribing reads. Collecting reads nothing of it.
    mapping(SeriesId seriesId => SaleWord) internal _sales;
    mapping(SeriesId seriesId => Row) internal _rows;

    modifier onlyRoot() {
        if (msg.sender != _phyle().root()) revert IPhyle.NotTheRoot(msg.sender);
        _;
    }

    /* OFFERING */

    /// @inheritdoc ICommonsBonds
    function float(SeriesTerms calldata terms) external returns (SeriesId seriesId) {
        IPhyle phyle = _phyle();
        // BND-1
        if (!phyle.inGoodStanding(msg.sender)) revert NotInGoodStanding(msg.sender);
        uint8 decimals = IERC20Metadata(phyle.cash()).decimals();
        if (decimals > MOST_DECIMALS) revert CashDecimalsInvalid(decimals, MOST_DECIMALS);
        _check(terms, 10 ** decimals);

        seriesId = SeriesId.wrap(++_count);
        _sales[seriesId] = SaleWords.pack(
            terms.opensAt,
            terms.subscribeUntil,
            terms.mostUnits,
            terms.mostPerPerson,
            decimals,
            terms.rentMode == RentMode.USUFRUCT
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
            leastUnits: terms.leastUnits,
            closeMoved: 0,
            machine: terms.machine
        });
        emit Floated(seriesId, msg.sender, 10 ** decimals, _closesAt(seriesId, _sales[seriesId]), terms);
    }

    /// @inheritdoc ICommonsBonds
    function endorse(SeriesId seriesId) external onlyRoot {
        SaleWord sale = _known(seriesId);
        uint256 opensAt = sale.opensAt();
        if (_rows[seriesId].endorsed) revert AlreadyEndorsed(seriesId);
        if (block.timestamp >= opensAt) revert TooLateToEndorse(seriesId, opensAt);

        uint256 i;
        while (i < _endorsed.length) {
            if (_isOver(SeriesId.wrap(_endorsed[i]))) {
                _endorsed[i] = _endorsed[_endorsed.length - 1];
                _endorsed.pop();
            } else {
                ++i;
            }
        }
        if (i == MOST_ENDORSED) revert TooManyEndorsed(MOST_ENDORSED);
        _endorsed.push(SeriesId.unwrap(seriesId).toUint32());
        _rows[seriesId].endorsed = true;
        // BND-8
        _sales[seriesId] = sale.asBacked();
        emit Endorsed(seriesId);
        _fund().noteBacking(seriesId, uint40(opensAt), _rows[seriesId].buyBy, _rows[seriesId].expectedBy);
    }

    /// @dev Tells whether common income need not repay a series any more, so that its place is free. One that fails
    /// only as long as its co-op is not in good standing keeps it.
    function _isOver(SeriesId seriesId) private view returns (bool) {
        SaleWord sale = _sales[seriesId];
        // I18, BND-8
        if (!sale.bought()) return block.timestamp >= _closesAt(seriesId, sale) && !_isRaised(seriesId, sale);
        bool late = block.timestamp >= uint256(_rows[seriesId].expectedBy) + PROMISE_AFTER;
        return late || _status(seriesId, sale) == Status.REDEEMED;
    }

    /// @inheritdoc ICommonsBonds
    function setMostCap(uint16 capBps) external onlyRoot {
        if (capBps < PAR || capBps > DOUBLE) revert CapInvalid(capBps, DOUBLE);
        _mostCap = capBps;
        emit MostCapSet(capBps);
    }

    /* READING */

    /// @inheritdoc ICommonsBonds
    function mostCap() public view returns (uint16) {
        return _mostCap == 0 ? PAR : _mostCap;
    }

    /// @inheritdoc ICommonsBonds
    function statusOf(SeriesId seriesId) external view returns (Status) {
        SaleWord sale = _sales[seriesId];
        return sale.exists() ? _status(seriesId, sale) : Status.NONE;
    }

    /// @inheritdoc ICommonsBonds
    function seriesOf(SeriesId seriesId) external view returns (Series memory) {
        SaleWord sale = _known(seriesId);
        Row memory row = _rows[seriesId];
        return
            Series({
                coop: row.coop,
                status: _status(seriesId, sale),
                endorsed: row.endorsed,
                closesAt: _closesAt(seriesId, sale),
                units: uint40(sale.units()),
                freedUnits: uint40(sale.peak() - sale.units()),
                machineId: row.machineId,
                terms: SeriesTerms({
                    title: "",
                    machine: row.machine,
                    supplier: row.supplier,
                    price: row.price,
                    leastUnits: row.leastUnits,
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

    /* FOR THE OTHER PARTS */

    /// @dev The status of a known series, from its terms, its pledges and the time.
    function _status(SeriesId seriesId, SaleWord sale) internal view returns (Status) {
        if (sale.bought()) {
            ICommonsFund.Ledger memory ledger = _fund().ledgerOf(seriesId);
            return ledger.paid == ledger.capDue ? Status.REDEEMED : Status.BOUGHT;
        }
        // BND-3
        if (block.timestamp < _closesAt(seriesId, sale)) return Status.OPEN;
        // BND-8
        bool funded = _isRaised(seriesId, sale) && _phyle().inGoodStanding(_rows[seriesId].coop);
        return funded ? Status.FUNDED : Status.FAILED;
    }

    /// @dev Tells whether enough came together, and the time to buy has begun and is not over.
    function _isRaised(SeriesId seriesId, SaleWord sale) internal view returns (bool) {
        if (sale.bought() || sale.failed() || block.timestamp < _closesAt(seriesId, sale)) return false;
        Row storage row = _rows[seriesId];
        return sale.units() >= row.leastUnits && block.timestamp < row.buyBy;
    }

    function _closesAt(SeriesId seriesId, SaleWord sale) internal view returns (uint40) {
        return uint40(sale.subscribeUntil() + LatePledges.COOLING_OFF + _rows[seriesId].closeMoved);
    }

    /// @dev A person who pledges after `subscribeUntil` has a cooling-off time too, as far as the latest close allows.
    function _moveClose(SeriesId seriesId, SaleWord sale) internal {
        uint256 earliest = sale.subscribeUntil() + LatePledges.COOLING_OFF;
        uint256 closesAt = Math.min(block.timestamp + LatePledges.COOLING_OFF, sale.subscribeUntil() + LATEST_CLOSE);
        if (closesAt <= earliest + _rows[seriesId].closeMoved) return;
        // BND-7
        _rows[seriesId].closeMoved = uint32(closesAt - earliest);
        emit CloseMoved(seriesId, uint40(closesAt));
    }

    function _known(SeriesId seriesId) internal view returns (SaleWord sale) {
        sale = _sales[seriesId];
        if (!sale.exists()) revert SeriesUnknown(seriesId);
    }

    function _fund() internal view returns (ICommonsFund) {
        return ICommonsFund(CloneArgs.fund());
    }

    function _phyle() internal view returns (IPhyle) {
        return IPhyle(CloneArgs.addressInWord(CloneArgs.PHYLE));
    }

    /// @dev Money sent to a contract of the federation, or to the cash token, would lie there for ever.
    function _checkSupplier(address supplier, address coop) internal view {
        IPhyle phyle = _phyle();
        // BND-8
        (bytes32 codeHash, ) = phyle.chapterAt(supplier);
        bool ours =
            codeHash != 0 ||
                supplier == address(phyle) ||
                supplier == address(_fund()) ||
                supplier == phyle.root() ||
                supplier == phyle.cash();
        if (supplier == address(0) || supplier == coop || ours) revert SupplierInvalid(supplier);
    }

    function _check(SeriesTerms calldata terms, uint256 face_) private view {
        if (!Text.isPlain(bytes(terms.title), 1, 64)) revert SeriesTitleInvalid(terms.title);
        if (terms.machine == 0) revert MachineDocumentMissing();
        _checkSupplier(terms.supplier, msg.sender);
        // BND-7
        bool tooMany = 3 * uint256(terms.mostPerPerson) >= terms.leastUnits;
        if (terms.leastUnits > terms.mostUnits || terms.mostPerPerson == 0 || tooMany) {
            revert UnitsInvalid(terms.leastUnits, terms.mostUnits, terms.mostPerPerson);
        }
        uint256 mostPrice = terms.leastUnits * face_;
        if (terms.price == 0 || terms.price > mostPrice) revert PriceInvalid(terms.price, mostPrice);
        uint256 latestClose = uint256(terms.subscribeUntil) + LATEST_CLOSE;
        if (
            terms.opensAt < block.timestamp ||
            terms.subscribeUntil < uint256(terms.opensAt) + LEAST_SUBSCRIPTION ||
            terms.buyBy <= latestClose ||
            terms.buyBy > terms.subscribeUntil + LatePledges.COOLING_OFF + LONGEST_PURCHASE
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
}

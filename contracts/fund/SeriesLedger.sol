// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {HoldingWord} from "../libraries/HoldingWord.sol";
import {MachineId} from "../types/MachineId.sol";
import {NO_SERIES, SeriesId} from "../types/SeriesId.sol";

import {Books} from "./Books.sol";
import {ICommonsFund} from "./ICommonsFund.sol";
import {LedgerWord, LedgerWords} from "./LedgerWord.sol";
import {Position} from "./Position.sol";
import {Waterfall} from "./Waterfall.sol";

/// @title SeriesLedger
/// @notice Keeps what each series of bonds raised, was paid and is due, and the endorsed ones in the order of floating.
abstract contract SeriesLedger is Books {
    using SafeCast for uint256;

    uint256 private constant MOST_ENDORSED = 16;
    /// @dev For how long after `expectedBy` an endorsed series keeps its row.
    uint256 private constant PROMISE_AFTER = 730 days;

    /// @dev Facts of a series that no payment needs.
    struct Origin {
        uint96 raised;
        uint32 machineId;
        // when an endorsed series should be repaid
        uint40 expectedBy;
    }

    // the table of the endorsed series in the order of floating: eight ids of 32 bits a word, and two amounts of 128
    // bits a word that they are still due. The first of each is in the lowest bits
    uint256[MOST_ENDORSED / 8] private _idWords;
    uint256[MOST_ENDORSED / 2] private _dueWords;

    mapping(SeriesId seriesId => LedgerWord) private _ledgers;
    mapping(SeriesId seriesId => Origin) private _origins;
    mapping(MachineId machineId => SeriesId) private _seriesOfMachine;

    /* BONDS */

    // Guarded by CommonsBonds. While money is on its way the till still says, or says already, that it is here: a call that
    // comes between finds nothing to skim, and no sum that it could change.

    /// @inheritdoc ICommonsFund
    function collect(address from, uint256 amount) external onlyBonds {
        if (amount > type(uint96).max) revert AmountTooLarge(amount);
        _till += amount << HELD;
        _takeIn(from, amount);
    }

    /// @inheritdoc ICommonsFund
    function buy(Purchase calldata purchase) external onlyBonds {
        if (_ledgers[purchase.seriesId].exists()) revert SeriesAlreadyBought(purchase.seriesId);
        // A newer register of machines may begin its numbers anew.
        // MCH-3
        SeriesId before = _seriesOfMachine[purchase.machineId];
        if (before != NO_SERIES) revert SeriesAlreadyBought(before);

        uint256 leftOver = purchase.raised - purchase.price;
        uint256 capDue = Waterfall.capDue(purchase.raised, purchase.price, purchase.capBps);
        _ledgers[purchase.seriesId] = LedgerWords.pack(
            leftOver.toUint96(),
            capDue.toUint96(),
            purchase.units.toUint40(),
            purchase.endorsed
        );
        Origin storage origin = _origins[purchase.seriesId];
        (origin.raised, origin.machineId) = (
            purchase.raised.toUint96(),
            MachineId.unwrap(purchase.machineId).toUint32()
        );
        _seriesOfMachine[purchase.machineId] = purchase.seriesId;
        if (purchase.endorsed) _enterTable(purchase.seriesId, capDue - leftOver);

        emit SeriesBought(
            purchase.seriesId,
            purchase.machineId,
            purchase.supplier,
            purchase.price,
            leftOver,
            capDue,
            purchase.endorsed
        );
        // I14, FND-6
        _payOut(purchase.supplier, purchase.price);
        _till -= purchase.price << HELD;
    }

    /// @inheritdoc ICommonsFund
    function giveBack(address to, uint256 amount) external onlyBonds {
        _payOut(to, amount);
        _till -= uint256(amount.toUint96()) << HELD;
    }

    /// @inheritdoc ICommonsFund
    function payDue(
        SeriesId seriesId,
        HoldingWord holding,
        int256 correction,
        address to
    ) external returns (uint256 amount) {
        if (msg.sender != address(uint160(_till))) _meetBonds();
        amount = dueOf(seriesId, holding, correction);
        if (amount == 0) return 0;
        _payOut(to, amount);
        _till -= amount << HELD;
    }

    /* READING */

    /// @inheritdoc ICommonsFund
    function ledgerOf(SeriesId seriesId) external view returns (Ledger memory) {
        LedgerWord word = _ledgers[seriesId];
        Origin memory origin = _origins[seriesId];
        return Ledger(MachineId.wrap(origin.machineId), origin.raised, _paidOf(word), word.capDue(), word.endorsed());
    }

    /// @inheritdoc ICommonsFund
    function paidOf(SeriesId seriesId) public view returns (uint256) {
        return _paidOf(_ledgers[seriesId]);
    }

    /// @inheritdoc ICommonsFund
    function dueOf(SeriesId seriesId, HoldingWord holding, int256 correction) public view returns (uint256) {
        LedgerWord word = _ledgers[seriesId];
        if (!word.exists()) return 0;
        // what was taken had been earned, and what is earned never falls
        unchecked {
            return Position.earned(_paidOf(word), holding.held(), correction, word.units()) - holding.taken();
        }
    }

    /// @inheritdoc ICommonsFund
    function endorsedSeries() external view returns (SeriesId[] memory seriesIds) {
        seriesIds = _ids(_income.rows());
        (uint256[] memory dues, ) = _stillDue(seriesIds.length);
        uint256 found;
        for (uint256 i = 0; i < dues.length; ++i) {
            if (dues[i] != 0) seriesIds[found++] = seriesIds[i];
        }
        assembly ("memory-safe") {
            mstore(seriesIds, found)
        }
    }

    /// @inheritdoc ICommonsFund
    function seriesOfMachine(MachineId machineId) external view returns (SeriesId) {
        return _seriesOfMachine[machineId];
    }

    /* PAYING, INSIDE */

    /// @dev Pays what a machine earned to its own series, as far as it is still due anything.
    function _payOwn(MachineId machineId, uint256 amount) internal returns (uint256 part) {
        SeriesId seriesId = _seriesOfMachine[machineId];
        if (seriesId == NO_SERIES) revert UnknownMachine(machineId);
        LedgerWord word = _ledgers[seriesId];
        uint256 row = word.row();
        uint256 stillDue = word.capDue() - _paidOf(word);
        // I12, FND-3
        part = Math.min(amount, stillDue);
        if (part == 0) return 0;

        if (row == 0) _ledgers[seriesId] = word.withPayment(part);
        else _dueWords[(row - 1) / 2] -= part << _shiftOf(row - 1);
        if (part == stillDue) emit SeriesRedeemed(seriesId, word.capDue());
        SeriesId[] memory seriesIds = new SeriesId[](1);
        uint256[] memory parts = new uint256[](1);
        (seriesIds[0], parts[0]) = (seriesId, part);
        emit SeriesPaid(true, seriesIds, parts);
    }

    /// @dev Pays up to `amount` to the endorsed series, pro rata to what they are still due.
    function _payEndorsed(uint256 amount) internal returns (uint256 spent) {
        uint256 rows = _income.rows();
        if (rows == 0 || amount == 0) return 0;
        (uint256[] memory stillDue, uint256 total) = _stillDue(rows);
        if (total == 0) return 0;

        // I12, FND-3
        spent = Math.min(amount, total);
        uint256[] memory parts = Waterfall.proRata(spent, stillDue, total);
        SeriesId[] memory seriesIds = _ids(rows);
        for (uint256 i = 0; i < rows; i += 2) {
            uint256 paid = parts[i];
            if (paid != 0 && paid == stillDue[i]) _tellRedeemed(seriesIds[i]);
            if (i + 1 < rows) {
                uint256 second = parts[i + 1];
                if (second != 0 && second == stillDue[i + 1]) _tellRedeemed(seriesIds[i + 1]);
                paid |= second << 128;
            }
            if (paid != 0) _dueWords[i / 2] -= paid;
        }
        emit SeriesPaid(false, seriesIds, parts);
    }

    function _tellRedeemed(SeriesId seriesId) private {
        emit SeriesRedeemed(seriesId, _ledgers[seriesId].capDue());
    }

    function _paidOf(LedgerWord word) private view returns (uint256) {
        uint256 row = word.row();
        if (row == 0) return word.paid();
        unchecked {
            return word.capDue() - _stillDueAt(row - 1);
        }
    }

    /* THE TABLE, INSIDE */

    /// @dev Enters a series in its row by id, and takes out those that are redeemed and, where there is no other row, those
    /// that have lapsed.
    function _enterTable(SeriesId seriesId, uint256 stillDue) private {
        uint256 rows = _income.rows();
        SeriesId[] memory ids = _ids(rows);
        (uint256[] memory dues, ) = _stillDue(rows);
        (_idWords[0], _idWords[1]) = (0, 0);
        uint256 open;
        for (uint256 i = 0; i < rows; ++i) {
            if (dues[i] != 0) ++open;
        }
        uint256 kept;
        for (uint256 i = 0; i < rows; ++i) {
            bool lapsed = open >= MOST_ENDORSED && dues[i] != 0 && _isLapsed(ids[i]);
            if (lapsed) emit EndorsementLapsed(ids[i]);
            if (dues[i] == 0 || lapsed) {
                LedgerWord word = _ledgers[ids[i]];
                _ledgers[ids[i]] = word.withoutRow(word.capDue() - dues[i]);
                continue;
            }
            if (seriesId < ids[i] && stillDue != 0) {
                _put(kept++, seriesId, stillDue);
                stillDue = 0;
            }
            if (kept == MOST_ENDORSED) revert EndorsedSeriesFull(seriesId);
            _put(kept++, ids[i], dues[i]);
        }
        if (stillDue != 0) {
            if (kept == MOST_ENDORSED) revert EndorsedSeriesFull(seriesId);
            _put(kept++, seriesId, stillDue);
        }
        _income = _income.withRows(kept);
    }

    function _expectAll(SeriesId seriesId, uint40 expectedBy) internal {
        _origins[seriesId].expectedBy = expectedBy;
    }

    function _isBought(SeriesId seriesId) internal view returns (bool) {
        return _ledgers[seriesId].exists();
    }

    function _isRedeemed(SeriesId seriesId) internal view returns (bool) {
        return _paidOf(_ledgers[seriesId]) == _ledgers[seriesId].capDue();
    }

    function _isLapsed(SeriesId seriesId) internal view returns (bool) {
        return block.timestamp >= _origins[seriesId].expectedBy + PROMISE_AFTER;
    }

    function _put(uint256 row, SeriesId seriesId, uint256 stillDue) private {
        _ledgers[seriesId] = _ledgers[seriesId].withRow(row + 1);
        _idWords[row / 8] |= SeriesId.unwrap(seriesId) << (32 * (row % 8));
        // the first of a pair clears the second, which is written after it
        if (row % 2 == 0) _dueWords[row / 2] = stillDue;
        else _dueWords[row / 2] |= stillDue << 128;
    }

    function _ids(uint256 rows) private view returns (SeriesId[] memory ids) {
        ids = new SeriesId[](rows);
        uint256 word;
        for (uint256 i = 0; i < rows; ++i) {
            if (i % 8 == 0) word = _idWords[i / 8];
            ids[i] = SeriesId.wrap(uint32(word));
            word >>= 32;
        }
    }

    function _stillDue(uint256 rows) private view returns (uint256[] memory dues, uint256 total) {
        dues = new uint256[](rows);
        uint256 word;
        for (uint256 i = 0; i < rows; ++i) {
            word = i % 2 == 0 ? _dueWords[i / 2] : word >> 128;
            total += dues[i] = uint128(word);
        }
    }

    function _stillDueAt(uint256 row) private view returns (uint256) {
        return uint128(_dueWords[row >> 1] >> _shiftOf(row));
    }

    function _shiftOf(uint256 row) private pure returns (uint256) {
        return (row & 1) << 7;
    }
}

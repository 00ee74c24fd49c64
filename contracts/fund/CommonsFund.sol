// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {AccountWord} from "../libraries/AccountWord.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {HeadWord} from "../libraries/HeadWord.sol";
import {HoldingWord} from "../libraries/HoldingWord.sol";
import {IncomeWord} from "../libraries/IncomeWord.sol";
import {LedgerWord} from "../libraries/LedgerWord.sol";
import {Position} from "../libraries/Position.sol";
import {Waterfall} from "../libraries/Waterfall.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {Source} from "../types/Source.sol";
import {ICommonsFund} from "./ICommonsFund.sol";
import {ISeriesHolder} from "./ISeriesHolder.sol";

/// @title CommonsFund
/// @dev Money is kept in 96 bits: enough for 79 thousand million faces of a
/// token with 18 decimals.
contract CommonsFund is ICommonsFund, ReentrancyGuardTransient {
    using AccountWord for uint256;
    using HeadWord for uint256;
    using HoldingWord for uint256;
    using IncomeWord for uint256;
    using LedgerWord for uint256;
    using Checkpoints for Checkpoints.Trace160;
    using SafeCast for uint256;
    using SafeCast for int256;
    using SafeERC20 for IERC20;

    uint256 private constant MOST_ENDORSED = 16;
    uint256 private constant BPS = 10_000;
    /// @dev Where in `_till` the sum begins.
    uint256 private constant HELD = 160;

    /// @dev What else is to be told of a series.
    struct Origin {
        uint96 raised;
        uint32 machineId;
    }

    /// @dev What a person is owed, see {AccountWord}. In a struct, so that its place is worked out once.
    struct Account {
        uint256 word;
    }

    /// @dev Where the index stands: at the last close, and when what has ended is closed too, by the heads of `shared`.
    struct Clock {
        uint256 epoch;
        uint256 closed;
        uint256 shared;
        uint256 indexBefore;
        uint256 index;
        uint256 heads;
    }

    // in the lower 160 bits who may move the money of bonds, above them how much that is: pledges, and what series were
    // paid and holders have not taken yet
    uint256 private _till;

    uint256 private _income;

    // what waits for the next close, the reserve, and the policy, which is 0 until the root sets one
    uint96 private _undistributed;
    uint96 private _reserve;
    uint64 private _policy;

    // for the sums that a close tells: what series got since the last, and what that left. Since then the heads got
    // _undistributed − _carried, and the reserve _reserve − _reserveBase. The time of the last close keeps the slot from
    // being empty, so that no pour pays for filling it
    uint96 private _toBonds;
    uint96 private _carried;
    uint64 private _closedAt;
    int128 private _reserveBase;

    // the table of the endorsed series in the order of floating: eight ids of 32 bits a word, and two amounts of 128
    // bits a word that they are still due. The first of each is in the lowest bits
    uint256[MOST_ENDORSED / 8] private _idWords;
    uint256[MOST_ENDORSED / 2] private _dueWords;

    mapping(uint256 seriesId => uint256 ledgerWord) private _ledgers;
    mapping(uint256 seriesId => Origin) private _origins;
    mapping(uint256 machineId => uint256) private _seriesOfMachine;
    mapping(address person => Account) private _accounts;
    Checkpoints.Trace160 private _closings;

    modifier onlyRoot() {
        if (msg.sender != _phyle().root()) revert NotDecidedByTheRoot(msg.sender);
        _;
    }

    modifier onlyBonds() {
        if (msg.sender != address(uint160(_till))) _meetBonds();
        _;
    }

    /* INCOME */

    /// @inheritdoc ICommonsFund
    function pour(uint256 amount, Source source, uint256 ref) external nonReentrant {
        _pour(amount, source, ref);
    }

    /// @inheritdoc ICommonsFund
    function pourWithPermit(
        uint256 amount,
        Source source,
        uint256 ref,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        // a permit that somebody else has already carried leaves its allowance behind
        try
            IERC20Permit(CloneArgs.addressInWord(1)).permit(msg.sender, address(this), amount, deadline, v, r, s)
        {} catch {}
        _pour(amount, source, ref);
    }

    /// @inheritdoc ICommonsFund
    function skim() external nonReentrant returns (uint256 amount) {
        // refuses while bonds are paying: then the money is in no bucket and may not have moved yet
        address bonds = address(uint160(_till));
        if (bonds != address(0)) ISeriesHolder(bonds).dueOf(0, address(0));
        IERC20 token = _cash();
        uint256 balance = token.balanceOf(address(this));
        if (balance <= tracked()) revert NothingToSkim();
        amount = balance - tracked();
        _closeEnded();
        _distribute(address(this), amount, Source.GIFT, 0);
    }

    function _pour(uint256 amount, Source source, uint256 ref) private {
        if (amount == 0) revert NothingPoured();
        if (source == Source.LICENCE && msg.sender != _phyle().licences()) revert OnlyLicences(msg.sender);
        if (source == Source.LEVY) {
            if (!_phyle().isCoop(msg.sender)) revert LevyNotFromACoop(msg.sender);
            _phyle().noteLevy(msg.sender, amount);
        }

        _closeEnded();
        _distribute(msg.sender, amount, source, ref);
        _takeIn(msg.sender, amount);
    }

    /// @dev Splits what is taken in: the machine's own series, endorsed series, reserve, heads.
    function _distribute(address from, uint256 amount, Source source, uint256 ref) private {
        if (amount > type(uint96).max - tracked()) revert AmountTooLarge(amount);
        (uint256 bondsBps, uint256 reserveBps) = _shares(source == Source.MACHINE);
        uint256 own = source == Source.MACHINE ? _payOwn(ref, amount) : 0;
        uint256 rest = amount - own;
        uint256 common = bondsBps == 0 ? 0 : _payEndorsed(Waterfall.share(rest, bondsBps));
        uint256 saved = Waterfall.share(rest, reserveBps);
        uint256 income = rest - common - saved;

        if (own + common != 0) {
            _till += (own + common) << HELD;
            _toBonds += uint96(own + common);
        }
        (_undistributed, _reserve) = (_undistributed + uint96(income), _reserve + uint96(saved));
        emit Poured(from, source, ref, amount, own, common, saved, income);
    }

    /// @dev Pays what a machine earned to its own series, as far as it is still due anything.
    function _payOwn(uint256 machineId, uint256 amount) private returns (uint256 part) {
        uint256 seriesId = _seriesOfMachine[machineId];
        if (seriesId == 0) revert UnknownMachine(machineId);
        uint256 word = _ledgers[seriesId];
        uint256 seat = word.seat();
        uint256 stillDue = word.capDue() - _paidOf(word);
        part = Math.min(amount, stillDue);
        if (part == 0) return 0;

        if (seat == 0) _ledgers[seriesId] = word.withPayment(part);
        else _dueWords[(seat - 1) / 2] -= part << _shiftOf(seat - 1);
        if (part == stillDue) emit SeriesRedeemed(seriesId, word.capDue());
        uint256[] memory seriesIds = new uint256[](1);
        uint256[] memory parts = new uint256[](1);
        (seriesIds[0], parts[0]) = (seriesId, part);
        emit SeriesPaid(true, seriesIds, parts);
    }

    /// @dev Pays up to `amount` to the endorsed series, pro rata to what they are still due.
    function _payEndorsed(uint256 amount) private returns (uint256 spent) {
        uint256 places = _income.places();
        if (places == 0 || amount == 0) return 0;
        (uint256[] memory stillDue, uint256 total) = _stillDue(places);
        if (total == 0) return 0;

        spent = Math.min(amount, total);
        uint256[] memory parts = Waterfall.proRata(spent, stillDue, total);
        uint256[] memory seriesIds = _ids(places);
        for (uint256 i; i < places; i += 2) {
            uint256 paid = parts[i];
            if (paid != 0 && paid == stillDue[i]) _tellRedeemed(seriesIds[i]);
            if (i + 1 < places) {
                uint256 second = parts[i + 1];
                if (second != 0 && second == stillDue[i + 1]) _tellRedeemed(seriesIds[i + 1]);
                paid |= second << 128;
            }
            if (paid != 0) _dueWords[i / 2] -= paid;
        }
        emit SeriesPaid(false, seriesIds, parts);
    }

    function _tellRedeemed(uint256 seriesId) private {
        emit SeriesRedeemed(seriesId, _ledgers[seriesId].capDue());
    }

    /* BASIC INCOME */

    /// @inheritdoc ICommonsFund
    function closeEpoch() external {
        (IPhyle phyle, uint256 epoch) = _phyleAndEpoch();
        if (epoch == _income.closed()) revert EpochNotOver(epoch, phyle.epochStart(epoch + 1));
        _close(phyle, epoch);
    }

    /// @inheritdoc ICommonsFund
    function claim() external nonReentrant returns (uint256) {
        return _claim(msg.sender, msg.sender);
    }

    /// @inheritdoc ICommonsFund
    function claimTo(address to) external nonReentrant returns (uint256) {
        return _claim(msg.sender, to);
    }

    /// @inheritdoc ICommonsFund
    function claimFor(address person) external nonReentrant returns (uint256) {
        return _claim(person, person);
    }

    /// @inheritdoc ICommonsFund
    function settle(address person) external nonReentrant {
        Account storage kept = _accounts[person];
        (kept.word, _income) = _settle(person, kept);
    }

    function _claim(address person, address to) private returns (uint256 amount) {
        Account storage kept = _accounts[person];
        (uint256 account, uint256 income) = _settle(person, kept);
        amount = account.owed();
        kept.word = account.asPaid();
        _income = income.withLess(amount);
        if (amount == 0) return 0;
        emit Claimed(person, to, amount);
        _payOut(to, amount);
    }

    /// @dev Closes what has ended and books what `person` earned. The caller stores the account and the income.
    function _settle(address person, Account storage kept) private returns (uint256 account, uint256 income) {
        (IPhyle phyle, uint256 epoch) = _phyleAndEpoch();
        uint256 head = phyle.settleInWord(person);
        income = _income;
        if (epoch != income.closed()) income = _close(phyle, epoch);
        account = kept.word;
        uint256 index = income.index();
        // by far the most often: a spell that runs, and has been booked before
        if (head.runs() && account.started() && account.spells() == head.spell()) {
            return (account.risenTo(index), income);
        }

        uint256 back;
        (account, back) = _book(person, head, account, Clock(epoch, epoch, epoch, index, index, 0));
        if (back == 0) return (account, income);
        _undistributed += uint96(back);
        _carried += uint96(back);
        emit Returned(person, back);
        return (account, income.withLess(back));
    }

    /// @dev What `person` has earned by `clock`, and what had been allotted to them beyond their ends.
    function _book(
        address person,
        uint256 head,
        uint256 account,
        Clock memory clock
    ) private view returns (uint256, uint256 back) {
        if (!head.exists()) return (account, 0);

        uint256 more;
        while (account.spells() < head.spell()) {
            IPhyle.Spell memory spell = _phyle().spellOf(person, account.spells());
            (account, more) = _bookEnded(account, clock, spell.earnsFrom, spell.earnsTo, spell.countedTo);
            back += more;
        }
        if (account.spells() != head.spell()) return (account, back);

        uint256 from = head.earnsFrom();
        if (!head.runs()) {
            (account, more) = _bookEnded(account, clock, from, head.earnsTo(), head.countedTo());
            return (account, back + more);
        }
        account = account.booked(clock.index, clock.index - _indexFrom(account, clock, from));
        return (clock.epoch < from ? account : account.asStarted(), back);
    }

    /// @dev Books a spell that is over to its end.
    function _bookEnded(
        uint256 account,
        Clock memory clock,
        uint256 earnsFrom,
        uint256 earnsTo,
        uint256 countedTo
    ) private view returns (uint256, uint256 back) {
        uint256 low = _indexFrom(account, clock, earnsFrom);
        uint256 middle = Math.max(low, _indexBy(clock, earnsTo));
        uint256 high = Math.max(middle, _indexBy(clock, countedTo));
        return (account.booked(high, middle - low).withSpellOver(), high - middle);
    }

    /// @dev From which index on a spell counts: its first epoch, or where it has been booked to.
    function _indexFrom(uint256 account, Clock memory clock, uint256 earnsFrom) private view returns (uint256) {
        if (account.started() || earnsFrom == 0) return account.upTo();
        return Math.max(account.upTo(), _indexBy(clock, earnsFrom - 1));
    }

    /// @dev The index at the end of `epoch`; what has not ended counts as it stands.
    function _indexBy(Clock memory clock, uint256 epoch) private view returns (uint256) {
        if (epoch + 1 >= clock.closed) return epoch < clock.shared ? clock.indexBefore : clock.index;
        return _closings.upperLookupRecent(uint96(epoch));
    }

    function _closeEnded() private {
        (IPhyle phyle, uint256 epoch) = _phyleAndEpoch();
        if (epoch != _income.closed()) _close(phyle, epoch);
    }

    /// @dev Closes every epoch that has ended, as one. Every pour closes what has ended before it, so what waits came in
    /// during the first of them or earlier: it goes to whoever it would have gone to by closing in time.
    function _close(IPhyle phyle, uint256 epoch) private returns (uint256 income) {
        Clock memory clock = _clock(phyle, epoch);
        uint256 perHead = clock.index - clock.indexBefore;
        uint256 allotted = perHead * clock.heads;
        uint256 bonds = _toBonds;
        uint256 saved = uint256(int256(uint256(_reserve)) - _reserveBase);
        uint256 toHeads = _undistributed - _carried;
        uint256 carried = _undistributed - allotted;

        income = _income.withClose(uint96(allotted), uint96(clock.index), uint32(epoch));
        _income = income;
        _undistributed = uint96(carried);
        _toBonds = 0;
        _carried = uint96(carried);
        _closedAt = uint64(block.timestamp);
        _reserveBase = int128(uint128(_reserve));
        _closings.push(uint96(clock.shared), uint160(clock.index));
        emit EpochClosed(epoch - 1, clock.shared, bonds + saved + toHeads, bonds, saved, perHead, clock.heads, carried);
    }

    /// @dev The clock once everything that has ended by `epoch` is closed.
    function _clock(IPhyle phyle, uint256 epoch) private view returns (Clock memory clock) {
        (uint256 closed, uint256 index) = (_income.closed(), _income.index());
        clock = Clock(epoch, closed, closed, index, index, 0);
        if (epoch == closed) return clock;
        (clock.shared, clock.heads) = phyle.firstEarning(closed, epoch - 1);
        // an index that has run full leaves money waiting rather than claims refused
        if (clock.heads != 0) clock.index += Math.min(_undistributed / clock.heads, type(uint96).max - index);
    }

    /// @dev The Phyle and the epoch that runs; the same as {IPhyle.epoch}, which has the same start and length.
    function _phyleAndEpoch() private view returns (IPhyle phyle, uint256 epoch) {
        (uint256 first, , uint256 start, uint256 length) = CloneArgs.fourWords();
        phyle = IPhyle(address(uint160(first)));
        unchecked {
            if (block.timestamp > start) epoch = (block.timestamp - start) / length;
        }
    }

    /* THE ROOT */

    /// @inheritdoc ICommonsFund
    function setPolicy(Policy calldata policy_) external onlyRoot {
        if (
            uint256(policy_.machineBondsBps) + policy_.machineReserveBps > BPS ||
            uint256(policy_.otherBondsBps) + policy_.otherReserveBps > BPS
        ) revert PolicyInvalid(policy_);

        // the highest bit tells a policy of zeros from none
        _policy =
            (1 << 63) |
            (uint64(policy_.machineBondsBps) << 48) |
            (uint64(policy_.machineReserveBps) << 32) |
            (uint64(policy_.otherBondsBps) << 16) |
            policy_.otherReserveBps;
        emit PolicySet(policy_);
    }

    /// @inheritdoc ICommonsFund
    function spendReserve(address to, uint256 amount, bytes32 document) external nonReentrant onlyRoot {
        if (amount > _reserve) revert OverReserve(amount, _reserve);
        _reserve -= uint96(amount);
        _reserveBase -= int128(uint128(amount));
        emit ReserveSpent(to, amount, document);
        _payOut(to, amount);
    }

    /* BONDS */

    // Guarded by CommonsBonds; a call that comes between through the token leaves every sum as it should be, or fails
    // where money is taken in, because the amount that arrives is then another.

    /// @inheritdoc ICommonsFund
    function collect(address from, uint256 amount) external onlyBonds {
        if (amount > type(uint96).max) revert AmountTooLarge(amount);
        _till += amount << HELD;
        _takeIn(from, amount);
    }

    /// @inheritdoc ICommonsFund
    function buy(Purchase calldata purchase) external onlyBonds {
        if (_ledgers[purchase.seriesId] != 0) revert SeriesAlreadyBought(purchase.seriesId);

        uint256 leftOver = purchase.raised - purchase.price;
        uint256 capDue = Waterfall.capDue(purchase.raised, purchase.price, purchase.capBps);
        _ledgers[purchase.seriesId] = LedgerWord.pack(
            leftOver.toUint96(),
            capDue.toUint96(),
            purchase.units.toUint40(),
            purchase.endorsed
        );
        _origins[purchase.seriesId] = Origin(purchase.raised.toUint96(), purchase.machineId.toUint32());
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
        _till -= purchase.price << HELD;
        _payOut(purchase.supplier, purchase.price);
    }

    /// @inheritdoc ICommonsFund
    function giveBack(address to, uint256 amount) external onlyBonds {
        _till -= uint256(amount.toUint96()) << HELD;
        _payOut(to, amount);
    }

    /// @inheritdoc ICommonsFund
    function payDue(
        uint256 seriesId,
        uint256 holding,
        int256 correction,
        address to
    ) external returns (uint256 amount) {
        uint256 till = _till;
        if (msg.sender != address(uint160(till))) revert OnlyBonds(msg.sender);
        amount = dueOf(seriesId, holding, correction);
        if (amount == 0) return 0;
        _till = till - (amount << HELD);
        _payOut(to, amount);
    }

    /// @dev Enters a series in its place by id, and takes out those that are redeemed.
    function _enterTable(uint256 seriesId, uint256 stillDue) private {
        uint256 places = _income.places();
        uint256[] memory ids = _ids(places);
        (uint256[] memory dues, ) = _stillDue(places);
        (_idWords[0], _idWords[1]) = (0, 0);
        uint256 kept;
        for (uint256 i; i < places; ++i) {
            if (dues[i] == 0) {
                _ledgers[ids[i]] = _ledgers[ids[i]].asRedeemed();
                continue;
            }
            if (seriesId < ids[i] && stillDue != 0) {
                _sit(kept++, seriesId, stillDue);
                stillDue = 0;
            }
            if (kept == MOST_ENDORSED) revert EndorsedSeriesFull(seriesId);
            _sit(kept++, ids[i], dues[i]);
        }
        if (stillDue != 0) {
            if (kept == MOST_ENDORSED) revert EndorsedSeriesFull(seriesId);
            _sit(kept++, seriesId, stillDue);
        }
        _income = _income.withPlaces(kept);
    }

    function _sit(uint256 place, uint256 seriesId, uint256 stillDue) private {
        _ledgers[seriesId] = _ledgers[seriesId].withSeat(place + 1);
        _idWords[place / 8] |= seriesId << (32 * (place % 8));
        // the first of a pair clears the second, which is written after it
        if (place % 2 == 0) _dueWords[place / 2] = stillDue;
        else _dueWords[place / 2] |= stillDue << 128;
    }

    /* THE TABLE */

    function _ids(uint256 places) private view returns (uint256[] memory ids) {
        ids = new uint256[](places);
        uint256 word;
        for (uint256 i; i < places; ++i) {
            if (i % 8 == 0) word = _idWords[i / 8];
            ids[i] = uint32(word);
            word >>= 32;
        }
    }

    function _stillDue(uint256 places) private view returns (uint256[] memory dues, uint256 total) {
        dues = new uint256[](places);
        uint256 word;
        for (uint256 i; i < places; ++i) {
            word = i % 2 == 0 ? _dueWords[i / 2] : word >> 128;
            total += dues[i] = uint128(word);
        }
    }

    function _stillDueAt(uint256 place) private view returns (uint256) {
        return uint128(_dueWords[place >> 1] >> _shiftOf(place));
    }

    function _shiftOf(uint256 place) private pure returns (uint256) {
        return (place & 1) << 7;
    }

    /* BOOKS */

    /// @inheritdoc ICommonsFund
    function due(address person) external view returns (uint256) {
        (IPhyle phyle, uint256 epoch) = _phyleAndEpoch();
        uint256 head = phyle.headAsSettledInWord(person);
        (uint256 account, ) = _book(person, head, _accounts[person].word, _clock(phyle, epoch));
        return account.owed();
    }

    /// @inheritdoc ICommonsFund
    function closedEpochs() external view returns (uint256) {
        return _income.closed();
    }

    /// @inheritdoc ICommonsFund
    function indexAt(uint256 epoch) external view returns (uint256) {
        return _closings.upperLookupRecent(epoch.toUint96());
    }

    /// @inheritdoc ICommonsFund
    function policy() external view returns (Policy memory policy_) {
        (uint256 bondsBps, uint256 reserveBps) = _shares(true);
        (policy_.machineBondsBps, policy_.machineReserveBps) = (uint16(bondsBps), uint16(reserveBps));
        (bondsBps, reserveBps) = _shares(false);
        (policy_.otherBondsBps, policy_.otherReserveBps) = (uint16(bondsBps), uint16(reserveBps));
    }

    /// @inheritdoc ICommonsFund
    function ledgerOf(uint256 seriesId) external view returns (Ledger memory) {
        uint256 word = _ledgers[seriesId];
        Origin memory origin = _origins[seriesId];
        return Ledger(origin.machineId, origin.raised, _paidOf(word), word.capDue(), word.endorsed());
    }

    /// @inheritdoc ICommonsFund
    function paidOf(uint256 seriesId) public view returns (uint256) {
        return _paidOf(_ledgers[seriesId]);
    }

    /// @inheritdoc ICommonsFund
    function dueOf(uint256 seriesId, uint256 holding, int256 correction) public view returns (uint256) {
        uint256 word = _ledgers[seriesId];
        if (word == 0) return 0;
        // what was taken had been earned, and what is earned never falls
        unchecked {
            return Position.earned(_paidOf(word), holding.held(), correction, word.units()) - holding.taken();
        }
    }

    /// @inheritdoc ICommonsFund
    function endorsedSeries() external view returns (uint256[] memory seriesIds) {
        seriesIds = _ids(_income.places());
        (uint256[] memory dues, ) = _stillDue(seriesIds.length);
        uint256 found;
        for (uint256 i; i < dues.length; ++i) {
            if (dues[i] != 0) seriesIds[found++] = seriesIds[i];
        }
        assembly ("memory-safe") {
            mstore(seriesIds, found)
        }
    }

    /// @inheritdoc ICommonsFund
    function seriesOfMachine(uint256 machineId) external view returns (uint256) {
        return _seriesOfMachine[machineId];
    }

    /// @inheritdoc ICommonsFund
    function tracked() public view returns (uint256) {
        return (_till >> HELD) + _income.allotted() + _undistributed + _reserve;
    }

    /// @inheritdoc ICommonsFund
    function reserve() external view returns (uint256) {
        return _reserve;
    }

    /// @inheritdoc ICommonsFund
    function undistributed() external view returns (uint256) {
        return _undistributed;
    }

    /// @inheritdoc ICommonsFund
    function cash() external view returns (address) {
        return CloneArgs.addressInWord(1);
    }

    function _paidOf(uint256 word) private view returns (uint256) {
        uint256 seat = word.seat();
        if (seat == 0) return word.paid();
        unchecked {
            return word.capDue() - _stillDueAt(seat - 1);
        }
    }

    function _shares(bool machine) private view returns (uint256 bondsBps, uint256 reserveBps) {
        uint256 word = _policy;
        if (word == 0) return machine ? (0, 1_000) : (5_000, 1_000);
        if (machine) word >>= 32;
        return ((word >> 16) & 0x7fff, word & 0xffff);
    }

    /* MONEY */

    /// @dev Takes in exactly `amount` from the allowance of `from`.
    function _takeIn(address from, uint256 amount) private {
        IERC20 token = _cash();
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != amount) revert CashMismatch(amount, received);
    }

    function _payOut(address to, uint256 amount) private {
        if (to == address(0) || to == address(this)) revert RecipientInvalid(to);
        _cash().safeTransfer(to, amount);
    }

    /// @dev Keeps the address of CommonsBonds from its first call on: a phyle never changes it.
    function _meetBonds() private {
        if (uint160(_till) != 0 || msg.sender != _phyle().bonds()) revert OnlyBonds(msg.sender);
        _till |= uint160(msg.sender);
    }

    function _cash() private view returns (IERC20) {
        return IERC20(CloneArgs.addressInWord(1));
    }

    function _phyle() private view returns (IPhyle) {
        return IPhyle(CloneArgs.addressInWord(0));
    }
}

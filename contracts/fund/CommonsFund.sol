// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Waterfall} from "../libraries/Waterfall.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {Source} from "../types/Source.sol";
import {ICommonsFund} from "./ICommonsFund.sol";

/// @title CommonsFund
/// @dev A clone whose only argument is the Phyle. Money is kept in 96 bits: enough for 79 thousand million faces of a
/// token with 18 decimals.
contract CommonsFund is ICommonsFund, ReentrancyGuardTransient {
    using Checkpoints for Checkpoints.Trace160;
    using SafeCast for uint256;
    using SafeCast for int256;
    using SafeERC20 for IERC20;

    uint256 private constant MOST_ENDORSED = 16;
    uint256 private constant BPS = 10_000;
    uint32 private constant OPEN_END = type(uint32).max;

    /// @dev A series since its purchase. While an endorsed series is in the table, `paid` here is not kept: what it is
    /// still due stands in the table.
    struct Row {
        uint96 paid;
        uint96 capDue;
        uint32 machineId;
        bool endorsed;
        bool inTable;
        uint96 raised;
    }

    /// @dev A person's basic income.
    struct Account {
        /// the index up to which everything is booked
        uint96 upTo;
        /// booked and not paid
        uint96 owed;
        /// spells that are booked to their end
        uint16 spells;
        /// whether `upTo` is past the first epoch of the running spell
        bool started;
    }

    /// @dev Where the index stands: at the last close, and once what has ended is closed.
    struct Clock {
        uint256 epoch;
        uint256 closed;
        uint256 index;
        uint256 perHead;
        uint256 heads;
    }

    // what every movement of money touches
    address private _cash;
    uint96 private _tracked;

    // what waits, what one head has been allotted since the start, how many epochs are closed, and how many places of
    // the table are used
    uint96 private _undistributed;
    uint96 private _index;
    uint32 private _closed;
    uint8 private _places;

    // `_toBonds` since the last close; the policy is 0 until the root sets one
    uint96 private _reserve;
    uint96 private _toBonds;
    uint64 private _policy;

    // what the last close left, with which the sums of the running epoch are told: heads got _undistributed − _carried,
    // the reserve got _reserve − _reserveBase
    uint96 private _carried;
    int128 private _reserveBase;

    address private _bonds;

    // the endorsed series in the order of floating, and what each is still due
    uint32[MOST_ENDORSED] private _endorsedIds;
    uint128[MOST_ENDORSED] private _stillDue;

    mapping(uint256 seriesId => Row) private _rows;
    mapping(uint256 machineId => uint256) private _seriesOfMachine;
    mapping(address person => Account) private _accounts;
    Checkpoints.Trace160 private _closings;

    modifier onlyRoot() {
        if (msg.sender != _phyle().root()) revert NotDecidedByTheRoot(msg.sender);
        _;
    }

    modifier onlyBonds() {
        if (msg.sender != _bonds) _meetBonds();
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
        try IERC20Permit(cash()).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _pour(amount, source, ref);
    }

    /// @inheritdoc ICommonsFund
    function skim() external nonReentrant returns (uint256 amount) {
        IERC20 token = _meetCash();
        uint256 held = token.balanceOf(address(this));
        if (held <= _tracked) revert NothingToSkim();
        amount = held - _tracked;
        _closeEnded(_phyle());
        _track(amount);
        _distribute(address(this), amount, Source.GIFT, 0);
    }

    function _pour(uint256 amount, Source source, uint256 ref) private {
        IPhyle phyle = _phyle();
        if (amount == 0) revert NothingPoured();
        if (source == Source.LICENCE && msg.sender != phyle.licences()) revert OnlyLicences(msg.sender);
        if (source == Source.LEVY) {
            if (!phyle.isCoop(msg.sender)) revert LevyNotFromACoop(msg.sender);
            phyle.noteLevy(msg.sender, amount);
        }

        _closeEnded(phyle);
        _distribute(msg.sender, amount, source, ref);
        _takeIn(msg.sender, amount);
    }

    /// @dev Splits what is taken in: the machine's own series, endorsed series, reserve, heads.
    function _distribute(address from, uint256 amount, Source source, uint256 ref) private {
        (uint256 bondsBps, uint256 reserveBps) = _shares(source == Source.MACHINE);
        uint256 own = source == Source.MACHINE ? _payOwn(ref, amount) : 0;
        uint256 rest = amount - own;
        uint256 common = bondsBps == 0 ? 0 : _payEndorsed(Waterfall.share(rest, bondsBps));
        uint256 saved = Waterfall.share(rest, reserveBps);
        uint256 income = rest - common - saved;

        _reserve += uint96(saved);
        _toBonds += uint96(own + common);
        _undistributed += uint96(income);
        emit Poured(from, source, ref, amount, own, common, saved, income);
    }

    /// @dev Pays what a machine earned to its own series, as far as it is still due anything.
    function _payOwn(uint256 machineId, uint256 amount) private returns (uint256 part) {
        uint256 seriesId = _seriesOfMachine[machineId];
        if (seriesId == 0) revert UnknownMachine(machineId);
        Row storage row = _rows[seriesId];
        uint256 capDue = row.capDue;

        if (row.inTable) {
            uint256 place = _placeOf(seriesId);
            uint256 stillDue = _stillDue[place];
            part = Math.min(amount, stillDue);
            if (part != 0) _stillDue[place] = uint128(stillDue - part);
            if (part == stillDue && part != 0) emit SeriesRedeemed(seriesId, capDue);
        } else {
            uint256 paid = row.paid;
            part = Math.min(amount, capDue - paid);
            if (part != 0) row.paid = uint96(paid + part);
            if (part == capDue - paid && part != 0) emit SeriesRedeemed(seriesId, capDue);
        }

        if (part != 0) {
            uint256[] memory seriesIds = new uint256[](1);
            uint256[] memory parts = new uint256[](1);
            seriesIds[0] = seriesId;
            parts[0] = part;
            emit SeriesPaid(true, seriesIds, parts);
        }
    }

    /// @dev Pays up to `amount` to the endorsed series, pro rata to what they are still due.
    function _payEndorsed(uint256 amount) private returns (uint256 spent) {
        uint256 places = _places;
        if (places == 0 || amount == 0) return 0;
        uint256[] memory seriesIds = new uint256[](places);
        uint256[] memory stillDue = new uint256[](places);
        uint256 total;
        for (uint256 i; i < places; ++i) {
            seriesIds[i] = _endorsedIds[i];
            total += stillDue[i] = _stillDue[i];
        }
        if (total == 0) return 0;

        spent = Math.min(amount, total);
        uint256[] memory parts = Waterfall.proRata(spent, stillDue, total);
        for (uint256 i; i < places; ++i) {
            if (parts[i] == 0) continue;
            _stillDue[i] = uint128(stillDue[i] - parts[i]);
            if (parts[i] == stillDue[i]) emit SeriesRedeemed(seriesIds[i], _rows[seriesIds[i]].capDue);
        }
        emit SeriesPaid(false, seriesIds, parts);
    }

    /* BASIC INCOME */

    /// @inheritdoc ICommonsFund
    function closeEpoch() external {
        IPhyle phyle = _phyle();
        uint256 epoch = phyle.epoch();
        if (epoch <= _closed) revert EpochNotOver(epoch, phyle.epochStart(epoch + 1));
        _closeEnded(phyle);
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
        (Account memory account, ) = _settle(person);
        _accounts[person] = account;
    }

    function _claim(address person, address to) private returns (uint256 amount) {
        Account memory account;
        (account, amount) = _settle(person);
        account.owed = 0;
        _accounts[person] = account;
        if (amount == 0) return 0;
        emit Claimed(person, to, amount);
        _payOut(to, amount);
    }

    /// @dev Closes what has ended and books what `person` earned. The caller stores the account.
    function _settle(address person) private returns (Account memory account, uint256 owed) {
        IPhyle phyle = _phyle();
        IPhyle.Head memory head = phyle.settle(person);
        Clock memory clock = _closeEnded(phyle);
        uint256 back;
        (account, back) = _book(phyle, person, head, clock);
        owed = account.owed;
        if (back == 0) return (account, owed);
        _undistributed += uint96(back);
        _carried += uint96(back);
        emit Returned(person, back);
    }

    /// @dev What `person` has earned by `clock`, and what had been allotted to them beyond their ends.
    function _book(
        IPhyle phyle,
        address person,
        IPhyle.Head memory head,
        Clock memory clock
    ) private view returns (Account memory account, uint256 back) {
        account = _accounts[person];
        if (head.since == 0) return (account, 0);

        while (account.spells < head.spell) {
            IPhyle.Spell memory spell = phyle.spellOf(person, account.spells);
            back += _bookSpell(account, clock, spell.earnsFrom, spell.earnsTo, spell.countedTo);
        }
        if (account.spells == head.spell) {
            back += _bookSpell(account, clock, head.earnsFrom, head.earnsTo, head.countedTo);
        }
    }

    /// @dev Books one spell into `account`: to the index at its end, or to now while it runs.
    function _bookSpell(
        Account memory account,
        Clock memory clock,
        uint256 earnsFrom,
        uint256 earnsTo,
        uint256 countedTo
    ) private view returns (uint256 back) {
        uint256 low = account.upTo;
        if (!account.started && earnsFrom != 0) low = Math.max(low, _indexBy(clock, earnsFrom - 1));

        if (earnsTo == OPEN_END) {
            uint256 now_ = clock.index + clock.perHead;
            account.started = clock.epoch >= earnsFrom;
            account.owed += uint96(now_ - low);
            account.upTo = uint96(now_);
        } else {
            uint256 middle = Math.max(low, _indexBy(clock, earnsTo));
            uint256 high = Math.max(middle, _indexBy(clock, countedTo));
            back = high - middle;
            account.started = false;
            account.owed += uint96(middle - low);
            account.upTo = uint96(high);
            ++account.spells;
        }
    }

    /// @dev Closes every epoch that has ended, as one; those who earn in the last of them share.
    function _closeEnded(IPhyle phyle) private returns (Clock memory clock) {
        clock = _clock(phyle);
        if (clock.epoch == clock.closed) return clock;

        uint256 poured = _toBonds;
        uint256 saved = uint256(int256(uint256(_reserve)) - _reserveBase);
        uint256 income = _undistributed - _carried;
        uint256 index = clock.index + clock.perHead;
        uint256 carried = _undistributed - clock.perHead * clock.heads;

        _undistributed = uint96(carried);
        _index = index.toUint96();
        _closed = uint32(clock.epoch);
        _toBonds = 0;
        _carried = uint96(carried);
        _reserveBase = int128(uint128(_reserve));
        _closings.push(uint96(clock.epoch - 1), uint160(index));
        emit EpochClosed(clock.epoch - 1, poured + saved + income, poured, saved, clock.perHead, clock.heads, carried);

        clock.closed = clock.epoch;
        clock.index = index;
        clock.perHead = 0;
    }

    function _clock(IPhyle phyle) private view returns (Clock memory clock) {
        clock.epoch = phyle.epoch();
        clock.closed = _closed;
        clock.index = _index;
        if (clock.epoch == clock.closed) return clock;
        clock.heads = phyle.earningHeads(clock.epoch - 1);
        if (clock.heads != 0) clock.perHead = _undistributed / clock.heads;
    }

    /// @dev The index at the end of `epoch`; what has not ended counts as it stands. Everything that ended since the
    /// last close belongs to the last epoch that ended.
    function _indexBy(Clock memory clock, uint256 epoch) private view returns (uint256) {
        if (epoch + 1 >= clock.epoch) return clock.index + clock.perHead;
        if (epoch + 1 >= clock.closed) return clock.index;
        return _closings.upperLookupRecent(uint96(epoch));
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

    /// @inheritdoc ICommonsFund
    function collect(address from, uint256 amount) external nonReentrant onlyBonds {
        _takeIn(from, amount);
    }

    /// @inheritdoc ICommonsFund
    function buy(Purchase calldata purchase) external nonReentrant onlyBonds {
        Row storage row = _rows[purchase.seriesId];
        if (row.machineId != 0) revert SeriesAlreadyBought(purchase.seriesId);

        uint256 leftOver = purchase.raised - purchase.price;
        uint256 capDue = Waterfall.capDue(purchase.raised, purchase.price, purchase.capBps);
        row.paid = leftOver.toUint96();
        row.capDue = capDue.toUint96();
        row.machineId = purchase.machineId.toUint32();
        row.endorsed = purchase.endorsed;
        row.raised = purchase.raised.toUint96();
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
        _payOut(purchase.supplier, purchase.price);
    }

    /// @inheritdoc ICommonsFund
    function payOut(address to, uint256 amount) external nonReentrant onlyBonds {
        _payOut(to, amount);
    }

    /// @dev Enters a series in its place by id, and takes out those that are redeemed.
    function _enterTable(uint256 seriesId, uint256 stillDue) private {
        uint256[] memory ids = new uint256[](MOST_ENDORSED + 1);
        uint256[] memory dues = new uint256[](MOST_ENDORSED + 1);
        uint256 kept;
        bool entered;
        for (uint256 i; i < _places; ++i) {
            uint256 id = _endorsedIds[i];
            if (_stillDue[i] == 0) {
                Row storage redeemed = _rows[id];
                redeemed.paid = redeemed.capDue;
                redeemed.inTable = false;
                continue;
            }
            if (!entered && id > seriesId) {
                (ids[kept], dues[kept]) = (seriesId, stillDue);
                ++kept;
                entered = true;
            }
            (ids[kept], dues[kept]) = (id, _stillDue[i]);
            ++kept;
        }
        if (!entered) {
            (ids[kept], dues[kept]) = (seriesId, stillDue);
            ++kept;
        }
        if (kept > MOST_ENDORSED) revert EndorsedSeriesFull(seriesId);

        for (uint256 i; i < kept; ++i) {
            _endorsedIds[i] = uint32(ids[i]);
            _stillDue[i] = uint128(dues[i]);
        }
        _places = uint8(kept);
        _rows[seriesId].inTable = true;
    }

    /* BOOKS */

    /// @inheritdoc ICommonsFund
    function due(address person) external view returns (uint256) {
        IPhyle phyle = _phyle();
        (Account memory account, ) = _book(phyle, person, phyle.headAsSettled(person), _clock(phyle));
        return account.owed;
    }

    /// @inheritdoc ICommonsFund
    function closedEpochs() external view returns (uint256) {
        return _closed;
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
        Row storage row = _rows[seriesId];
        return Ledger(row.machineId, row.raised, _paidOf(seriesId), row.capDue, row.endorsed);
    }

    /// @inheritdoc ICommonsFund
    function paidOf(uint256 seriesId) external view returns (uint256) {
        return _paidOf(seriesId);
    }

    /// @inheritdoc ICommonsFund
    function endorsedSeries() external view returns (uint256[] memory seriesIds) {
        seriesIds = new uint256[](_places);
        uint256 found;
        for (uint256 i; i < _places; ++i) {
            if (_stillDue[i] != 0) seriesIds[found++] = _endorsedIds[i];
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
    function tracked() external view returns (uint256) {
        return _tracked;
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
    function cash() public view returns (address token) {
        token = _cash;
        if (token == address(0)) token = _phyle().cash();
    }

    function _paidOf(uint256 seriesId) private view returns (uint256) {
        Row storage row = _rows[seriesId];
        return row.inTable ? row.capDue - _stillDue[_placeOf(seriesId)] : row.paid;
    }

    /// @dev The place of a series that is in the table.
    function _placeOf(uint256 seriesId) private view returns (uint256 place) {
        while (_endorsedIds[place] != seriesId) ++place;
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
        IERC20 token = _meetCash();
        _track(amount);
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != amount) revert CashMismatch(amount, received);
    }

    function _payOut(address to, uint256 amount) private {
        if (to == address(0) || to == address(this)) revert RecipientInvalid(to);
        _tracked -= amount.toUint96();
        IERC20(_cash).safeTransfer(to, amount);
    }

    function _track(uint256 amount) private {
        uint256 sum = _tracked + amount;
        if (sum > type(uint96).max) revert AmountTooLarge(amount);
        _tracked = uint96(sum);
    }

    /// @dev The cash token, kept beside what is tracked from the first use on: a phyle never changes it.
    function _meetCash() private returns (IERC20) {
        address token = _cash;
        if (token == address(0)) {
            token = _phyle().cash();
            _cash = token;
        }
        return IERC20(token);
    }

    /// @dev Keeps the address of CommonsBonds from its first call on: a phyle never changes it.
    function _meetBonds() private {
        if (_bonds != address(0) || msg.sender != _phyle().bonds()) revert OnlyBonds(msg.sender);
        _bonds = msg.sender;
    }

    function _phyle() private view returns (IPhyle) {
        return IPhyle(abi.decode(Clones.fetchCloneArgs(address(this)), (address)));
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {HeadWord} from "../libraries/HeadWord.sol";
import {IHeirs} from "../phyle/IHeirs.sol";
import {IPhyle} from "../phyle/IPhyle.sol";

import {AccountWord} from "./AccountWord.sol";
import {Books} from "./Books.sol";
import {ICommonsFund} from "./ICommonsFund.sol";
import {IncomeWord} from "./IncomeWord.sol";

/// @title BasicIncome
/// @notice The equal share: closes what has ended, and books to each person what they earned.
abstract contract BasicIncome is Books {
    using Checkpoints for Checkpoints.Trace160;
    using SafeCast for uint256;

    /// @dev The most spells that one claim books.
    uint256 private constant MOST_SPELLS = 64;

    /// @dev Holds what a person is owed, see {AccountWord}. It is a struct, so that its slot is worked out once.
    struct Account {
        AccountWord word;
    }

    /// @dev The index at the last close, and as it will be once every ended epoch is closed, by the heads of `shared`.
    struct Clock {
        uint256 epoch;
        uint256 closed;
        uint256 shared;
        uint256 indexBefore;
        uint256 index;
        uint256 heads;
    }

    mapping(address person => Account) private _accounts;
    Checkpoints.Trace160 private _closings;

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
        // I16, FND-5
        return _claim(msg.sender, to);
    }

    /// @inheritdoc ICommonsFund
    function claimFor(address person) external nonReentrant returns (uint256) {
        // FND-8
        if (msg.sender != person && _phyle().estateOf(person).heir != address(0)) revert IHeirs.EstateHeld(person);
        return _claim(person, person);
    }

    /// @inheritdoc ICommonsFund
    function inheritFrom(address person, address to) external nonReentrant returns (uint256) {
        IHeirs.Estate memory estate = _phyle().estateOf(person);
        // FND-8, PHY-16
        if (!estate.passed || estate.heir != msg.sender) revert IHeirs.NotTheHeir(person, msg.sender);
        return _claim(person, to);
    }

    /// @inheritdoc ICommonsFund
    function settle(address person) external nonReentrant {
        Account storage kept = _accounts[person];
        (kept.word, _income) = _settle(person, kept);
    }

    /* READING */

    /// @inheritdoc ICommonsFund
    function due(address person) external view returns (uint256) {
        (IPhyle phyle, uint256 epoch) = _phyleAndEpoch();
        HeadWord head = phyle.headAsSettledInWord(person);
        (AccountWord account, ) = _book(person, head, _accounts[person].word, _clock(phyle, epoch));
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

    /* BOOKING, INSIDE */

    function _claim(address person, address to) private returns (uint256 amount) {
        Account storage kept = _accounts[person];
        (AccountWord account, IncomeWord income) = _settle(person, kept);
        amount = account.owed();
        kept.word = account.asPaid();
        _income = income.withLess(amount);
        if (amount == 0) return 0;
        emit Claimed(person, to, amount);
        _payOut(to, amount);
    }

    /// @dev Closes what has ended and books what `person` earned. The caller stores the account and the income.
    function _settle(address person, Account storage kept) private returns (AccountWord account, IncomeWord income) {
        (IPhyle phyle, uint256 epoch) = _phyleAndEpoch();
        HeadWord head = phyle.settleInWord(person);
        income = _income;
        if (epoch != income.closed()) income = _close(phyle, epoch);
        account = kept.word;
        uint256 index = income.index();
        // by far the most often: a spell that runs, and has been booked before
        if (head.runs() && account.isIn(head.spell())) {
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

    /// @dev Books what `person` has earned by `clock`, and tells what was allotted to them after their seats had ended.
    /// So many spells at a time: who has more comes again for the rest.
    function _book(
        address person,
        HeadWord head,
        AccountWord account,
        Clock memory clock
    ) private view returns (AccountWord, uint256 back) {
        if (!head.exists()) return (account, 0);

        uint256 more;
        // I16
        uint256 last = Math.min(head.spell(), account.spells() + MOST_SPELLS);
        while (account.spells() < last) {
            IPhyle.Spell memory spell = _phyle().spellOf(person, account.spells());
            (account, more) = _bookEnded(account, clock, spell.earnsFrom, spell.earnsTo, spell.countedTo);
            back += more;
        }
        if (account.spells() != head.spell()) return (account, back);

        uint256 from = head.earnsFrom();
        if (!head.runs()) {
            // written over by the next: it has neither earned nor been counted
            if (head.earnsTo() < from && head.countedTo() < from) return (account, back);
            (account, more) = _bookEnded(account, clock, from, head.earnsTo(), head.countedTo());
            return (account, back + more);
        }
        // I8, I10
        account = account.booked(clock.index, clock.index - _indexFrom(account, clock, from));
        return (clock.epoch <= from ? account : account.asStarted(), back);
    }

    /// @dev Books a spell that is over to its end.
    function _bookEnded(
        AccountWord account,
        Clock memory clock,
        uint256 earnsFrom,
        uint256 earnsTo,
        uint256 countedTo
    ) private view returns (AccountWord, uint256 back) {
        uint256 low = _indexFrom(account, clock, earnsFrom);
        uint256 middle = Math.max(low, _indexBy(clock, earnsTo));
        uint256 high = Math.max(middle, _indexBy(clock, countedTo));
        // I11, FND-4
        return (account.booked(high, middle - low).withSpellOver(), high - middle);
    }

    /// @dev From which index on a spell counts: its first epoch, or where it has been booked to.
    function _indexFrom(AccountWord account, Clock memory clock, uint256 earnsFrom) private view returns (uint256) {
        if (account.started() || earnsFrom == 0) return account.upTo();
        // I9
        return Math.max(account.upTo(), _indexBy(clock, earnsFrom - 1));
    }

    /// @dev The index at the end of `epoch`; what has not ended counts as it stands.
    function _indexBy(Clock memory clock, uint256 epoch) private view returns (uint256) {
        if (epoch + 1 >= clock.closed) return epoch < clock.shared ? clock.indexBefore : clock.index;
        return _closings.upperLookupRecent(uint96(epoch));
    }

    function _closeEnded() internal {
        (IPhyle phyle, uint256 epoch) = _phyleAndEpoch();
        if (epoch != _income.closed()) _close(phyle, epoch);
    }

    /// @dev Closes every epoch that has ended, as one. Every pour closes what has ended before it, so what waits came in
    /// during the first of them or earlier: it goes to whoever it would have gone to by closing in time.
    function _close(IPhyle phyle, uint256 epoch) private returns (IncomeWord income) {
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
        // I10, FND-4
        if (clock.heads != 0) clock.index += Math.min(_undistributed / clock.heads, type(uint96).max - index);
    }

    /// @dev The Phyle and the epoch that runs; the same as {IPhyle.epoch}, which has the same start and length.
    function _phyleAndEpoch() private view returns (IPhyle phyle, uint256 epoch) {
        (uint256 first, uint256 start, uint256 length) = CloneArgs.clock();
        phyle = IPhyle(address(uint160(first)));
        unchecked {
            if (block.timestamp > start) epoch = (block.timestamp - start) / length;
        }
    }
}

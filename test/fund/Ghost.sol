// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {MachineId} from "../../contracts/types/MachineId.sol";
import {NO_SERIES, SeriesId} from "../../contracts/types/SeriesId.sol";
import {Source} from "../../contracts/types/Source.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {Checks, VM} from "../kit/Vm.sol";
import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {Commons, IMintable} from "./Commons.sol";

/// @notice A commons in which anything may happen, and beside it an oracle that loops over everybody. Every act here
/// is lawful, so none may fail; what only holds across an act is checked in it. A breach is kept in `breach`, because
/// a failing act would be thrown away.
contract Ghost is Checks {
    uint256 public constant PEOPLE = 6;
    uint256 public constant MOST_SERIES = 12;
    uint32 private constant NEVER = type(uint32).max;

    /// @dev A seat: the first epoch that it earns for, the epochs in which it ended and in which that was noticed, and
    /// when it was given and ended.
    struct Sitting {
        uint32 from;
        uint32 ended;
        uint32 noticed;
        uint40 since;
        uint40 endedAt;
    }

    Commons public commons;
    CommonsFund private _fund;
    CommonsBonds private _bonds;
    IMintable private _cash;
    string public breach;
    mapping(string act => uint256) public acts;

    // cash that came into and left the fund, as the token moved it
    uint256 public cashIn;
    uint256 public cashOut;
    uint256 public suppliersGot;
    uint256 public machinesBought;

    // the oracle of bonds: sum of payment × units held then, over all payments
    mapping(SeriesId series => mapping(address holder => uint256)) public numerators;
    mapping(SeriesId series => uint256) public knownPaid;
    mapping(SeriesId series => uint256) public unitsAtClose;
    mapping(SeriesId series => mapping(address holder => uint256)) public paidIn;
    mapping(SeriesId series => mapping(address holder => uint256)) public paidBack;
    mapping(SeriesId series => mapping(address holder => bool)) public everHeld;

    // the oracle of basic income
    mapping(address person => Sitting[]) public sittings;
    mapping(address person => mapping(uint256 coop => uint256)) private _sittingIn;
    mapping(address person => uint256) public earned;
    mapping(address person => uint256) public claimed;
    mapping(address person => uint256) public beyond;
    mapping(address person => mapping(uint256 coop => bool)) public belongs;
    mapping(address person => mapping(uint256 coop => bool)) public sits;
    mapping(address person => mapping(uint256 coop => uint256)) public memberId;
    uint256 public closed;
    uint256 public undistributed;

    constructor() {
        commons = new Commons(address(new DemoEuro()));
        (_fund, _bonds, _cash) = (commons.fund(), commons.bonds(), commons.cash());
    }

    function person(uint256 seed) public pure returns (address) {
        return address(uint160(0xbe0000 + (seed % PEOPLE)));
    }

    function _expect(bool holds, string memory what) private {
        if (!holds && bytes(breach).length == 0) breach = what;
    }

    /* RAISING */

    function floatSeries(uint256 seed) external {
        if (_bonds.seriesCount() >= MOST_SERIES) return;
        uint256 least = _within(seed, 4, 60);
        ICommonsBonds.SeriesTerms memory terms = commons.terms(uint40(least), 0);
        terms.price = uint96(_within(seed >> 8, 1, least * commons.FACE()));
        terms.mostUnits = uint40(least + _within(seed >> 64, 0, 40));
        terms.mostPerPerson = uint40((least - 1) / 3);
        commons.float(terms, seed % 4 != 0);
        ++acts["float"];
    }

    function subscribe(uint256 seed, uint256 units) external {
        (SeriesId id, ICommonsBonds.Series memory series) = _series(seed);
        address who = person(seed >> 8);
        if (id == NO_SERIES || block.timestamp < series.terms.opensAt || !commons.phyle().isSeated(who)) return;
        uint256 left = _pledgeable(id, series, who);
        if (left == 0) return;
        // often all of it, so that series are sold at all
        units = units % 2 == 0 ? left : _within(units, 1, left);
        cashIn += units * commons.FACE();
        paidIn[id][who] += units * commons.FACE();
        everHeld[id][who] = true;
        commons.subscribe(id, who, units);
        ++acts["subscribe"];
    }

    function withdraw(uint256 seed, uint256 units) external {
        (SeriesId id, ICommonsBonds.Series memory series) = _series(seed);
        address who = person(seed >> 8);
        if (id == NO_SERIES) return;
        uint256 most = _bonds.pledgeOf(id, who).withdrawable;
        bool early = block.timestamp < series.terms.subscribeUntil;
        if (early)
            _expect(
                most == _bonds.balanceOf(who, SeriesId.unwrap(id)),
                "BND7: until subscribeUntil all can be withdrawn"
            );
        if (most == 0) return;
        units = _within(units, 1, most);
        uint256 before = _cash.balanceOf(who);
        VM.prank(who);
        _bonds.withdraw(id, units);
        uint256 got = _cash.balanceOf(who) - before;
        _expect(got == units * commons.FACE(), "I4: a withdrawal gives back what was pledged");
        cashOut += got;
        paidIn[id][who] -= got;
        ++acts["withdraw"];
    }

    /// @dev What a person may pledge now; after `subscribeUntil` only what withdrawals set free.
    function _pledgeable(
        SeriesId id,
        ICommonsBonds.Series memory series,
        address who
    ) private view returns (uint256 left) {
        if (series.status != ICommonsBonds.Status.OPEN || _bonds.pledgeOf(id, who).shutOut) return 0;
        uint256 mine = series.terms.mostPerPerson - _bonds.balanceOf(who, SeriesId.unwrap(id));
        bool early = block.timestamp < series.terms.subscribeUntil;
        left = early ? series.terms.mostUnits - series.units : series.freedUnits;
        if (mine < left) left = mine;
    }

    function buy(uint256 seed) external {
        (SeriesId id, ICommonsBonds.Series memory series) = _series(seed);
        if (id == NO_SERIES || series.status != ICommonsBonds.Status.FUNDED) return;
        uint256 before = _cash.balanceOf(commons.SUPPLIER());
        MachineId machineId = _bonds.buy(id);
        uint256 paid = _cash.balanceOf(commons.SUPPLIER()) - before;
        _expect(paid == series.terms.price, "I14: the supplier got the price");
        _expect(commons.machines().machineOf(machineId).seriesId == id, "I14: the machine is in the register");
        cashOut += paid;
        suppliersGot += paid;
        ++machinesBought;
        unitsAtClose[id] = series.units;
        _notePayments();
        ++acts["buy"];
    }

    function refund(uint256 seed) external {
        (SeriesId id, ICommonsBonds.Series memory series) = _series(seed);
        address who = person(seed >> 8);
        if (id == NO_SERIES || series.status != ICommonsBonds.Status.FAILED) return;
        if (_bonds.balanceOf(who, SeriesId.unwrap(id)) == 0) return;
        uint256 before = _cash.balanceOf(who);
        if (seed % 2 == 0) {
            _bonds.refundFor(id, who);
        } else {
            VM.prank(who);
            _bonds.refund(id);
        }
        uint256 got = _cash.balanceOf(who) - before;
        cashOut += got;
        paidBack[id][who] += got;
        _expect(paidBack[id][who] == paidIn[id][who], "I15: who leaves a failed series gets what they paid");
        ++acts["refund"];
    }

    /* INCOME */

    function pour(uint256 seed, uint256 amount) external {
        amount = _within(amount, 1, 400 * commons.FACE());
        uint256 machine = commons.machines().count();
        bool fromMachine = machine != 0 && seed % 3 != 0;
        _closeFirst();
        uint256[3] memory before = [_paidToAll(), _fund.reserve(), _fund.undistributed()];
        commons.fill(address(this), amount);
        _cash.approve(address(_fund), amount);
        _fund.pour(amount, fromMachine ? Source.MACHINE : Source.GIFT, fromMachine ? 1 + ((seed >> 8) % machine) : 0);
        cashIn += amount;
        undistributed += _fund.undistributed() - before[2];
        uint256 parts = _paidToAll() - before[0] + _fund.reserve() - before[1];
        _expect(parts + _fund.undistributed() - before[2] == amount, "I13: the parts are the whole");
        _notePayments();
        ++acts["pour"];
    }

    function levy(uint256 amount) external {
        amount = _within(amount, 1, 100 * commons.FACE());
        address coop = address(commons.coops(1));
        _closeFirst();
        uint256 before = _fund.undistributed();
        commons.fill(coop, amount);
        commons.coops(1).act(address(_fund), abi.encodeCall(ICommonsFund.pour, (amount, Source.LEVY, 2026)));
        cashIn += amount;
        undistributed += _fund.undistributed() - before;
        _notePayments();
        ++acts["levy"];
    }

    function donate(uint256 amount) external {
        amount = _within(amount, 1, 50 * commons.FACE());
        uint256 before = _allDue();
        uint256 tracked = _fund.tracked();
        _cash.mint(address(_fund), amount);
        _expect(_allDue() == before, "I3: a direct transfer changes no due");
        _expect(_fund.tracked() == tracked, "I3: a direct transfer is not tracked");
        ++acts["donate"];
    }

    function skim() external {
        uint256 over = _cash.balanceOf(address(_fund)) - _fund.tracked();
        if (over == 0) return;
        _closeFirst();
        uint256 before = _fund.undistributed();
        _fund.skim();
        cashIn += over;
        undistributed += _fund.undistributed() - before;
        _notePayments();
        ++acts["skim"];
    }

    function setPolicy(uint256 seed) external {
        ICommonsFund.Policy memory policy;
        (uint256 machine, uint256 other) = _fund.promisedBps();
        policy.machineBondsBps = uint16(_within(seed, machine, 10_000));
        policy.machineReserveBps = uint16(_within(seed >> 16, 0, 10_000 - policy.machineBondsBps));
        policy.otherBondsBps = uint16(_within(seed >> 32, other, 10_000));
        policy.otherReserveBps = uint16(_within(seed >> 48, 0, 10_000 - policy.otherBondsBps));
        commons.root().act(address(_fund), abi.encodeCall(ICommonsFund.setPolicy, (policy)));
        ++acts["setPolicy"];
    }

    function spendReserve(uint256 amount) external {
        uint256 reserve = _fund.reserve();
        if (reserve == 0) return;
        amount = _within(amount, 1, reserve);
        commons.root().act(
            address(_fund),
            abi.encodeCall(ICommonsFund.spendReserve, (address(0xca5e), amount, bytes32("why")))
        );
        cashOut += amount;
        ++acts["spendReserve"];
    }

    function take(uint256 seed) external {
        (SeriesId id, ) = _series(seed);
        address who = person(seed >> 8);
        if (id == NO_SERIES) return;
        uint256 shown = _bonds.dueOf(id, who);
        uint256 before = _cash.balanceOf(who);
        if (seed % 2 == 0) {
            _bonds.takeFor(id, who);
        } else {
            VM.prank(who);
            _bonds.take(id);
        }
        uint256 got = _cash.balanceOf(who) - before;
        _expect(got == shown, "what is shown as due is what taking pays");
        _expect(_bonds.dueOf(id, who) == 0, "I4: taking twice gives nothing");
        cashOut += got;
        if (got != 0) ++acts["take"];
    }

    function transfer(uint256 seed, uint256 units) external {
        (SeriesId id, ICommonsBonds.Series memory series) = _series(seed);
        (address from, address to) = (person(seed >> 8), person(seed >> 16));
        if (id == NO_SERIES || series.machineId == 0 || !commons.phyle().isCooperator(to)) return;
        for (uint256 p; p < PEOPLE && _bonds.balanceOf(from, SeriesId.unwrap(id)) == 0; ++p) from = person(p);
        units = _within(units, 0, _bonds.balanceOf(from, SeriesId.unwrap(id)));
        uint256[2] memory before = [_history(id, from), _history(id, to)];
        VM.prank(from);
        _bonds.transfer(to, SeriesId.unwrap(id), units);
        everHeld[id][to] = true;
        _expect(_history(id, from) == before[0], "I5: who gives keeps their history");
        _expect(_history(id, to) == before[1], "I5: who gets keeps their history");
        if (commons.phyle().isCooperator(from)) _thereAndBack(id, from, to, units);
        if (units != 0) ++acts["transfer"];
    }

    function _thereAndBack(SeriesId id, address from, address to, uint256 units) private {
        uint256 before = _history(id, from) + _history(id, to);
        VM.prank(to);
        _bonds.transfer(from, SeriesId.unwrap(id), units);
        VM.prank(from);
        _bonds.transfer(to, SeriesId.unwrap(id), units);
        _expect(_history(id, from) + _history(id, to) == before, "I4: a round trip gains nothing");
    }

    /* PEOPLE */

    function join(uint256 seed) external {
        (address who, uint256 coop) = (person(seed), (seed >> 8) % 3);
        if (sits[who][coop] || belongs[who][coop]) return;
        uint256 before = earned[who];
        uint256 due = _fund.due(who);
        _noticeEnd(who);
        memberId[who][coop] = commons.coops(coop).admit(who, 0);
        commons.phyle().seat(address(commons.coops(coop)), who);
        (belongs[who][coop], sits[who][coop]) = (true, true);
        _sittingIn[who][coop] = sittings[who].length;
        sittings[who].push(Sitting(_startOf(who, coop), NEVER, NEVER, uint40(block.timestamp), 0));
        _expect(_fund.due(who) == due && earned[who] == before, "I11: coming back keeps what is owed");
        ++acts["join"];
    }

    function depart(uint256 seed) external {
        (address who, uint256 coop) = (person(seed), (seed >> 8) % 3);
        if (!belongs[who][coop]) return;
        uint256 due = _fund.due(who);
        if (seed % 2 == 0) commons.coops(coop).resign(who);
        else commons.coops(coop).changeClass(who, 1);
        belongs[who][coop] = false;
        Sitting storage sitting = sittings[who][_sittingIn[who][coop]];
        (sitting.ended, sitting.endedAt) = (uint32(commons.phyle().epoch()), uint40(block.timestamp));
        _expect(_fund.due(who) == due, "I11: leaving lowers nothing that is owed");
        ++acts["depart"];
    }

    function unseat(uint256 seed) external {
        (address who, uint256 coop) = (person(seed), (seed >> 8) % 3);
        if (!sits[who][coop] || belongs[who][coop]) return;
        commons.phyle().unseat(address(commons.coops(coop)), memberId[who][coop]);
        _noticeEnd(who);
        ++acts["unseat"];
    }

    function hasten(uint256 seed) external {
        (address who, uint256 coop) = (person(seed), (seed >> 8) % 3);
        Sitting storage sitting = sittings[who][_sittingIn[who][coop]];
        if (!belongs[who][coop] || sitting.from <= commons.phyle().epoch()) return;
        uint256 due = _fund.due(who);
        _noticeEnd(who);
        uint32 start = commons.phyle().hasten(address(commons.coops(coop)), who);
        _expect(start <= sitting.from, "P4: nobody who waits is set back");
        if (start != sitting.from) ++acts["hasten"];
        sitting.from = start;
        _expect(_startOf(who, coop) == start, "P4: the start is kept");
        _expect(_fund.due(who) == due, "I11: hastening lowers nothing that is owed");
    }

    function claim(uint256 seed) external {
        address who = person(seed);
        uint256 shown = _fund.due(who);
        uint256 before = _cash.balanceOf(who);
        _oracleCloses();
        if (seed % 2 == 0) {
            VM.prank(who);
            _fund.claim();
        } else {
            _fund.claimFor(who);
        }
        _noticeEnd(who);
        _giveBack(who);
        uint256 got = _cash.balanceOf(who) - before;
        _expect(got == shown, "what is shown as due is what a claim pays");
        _expect(_fund.due(who) == 0, "I4: claiming twice gives nothing");
        claimed[who] += got;
        cashOut += got;
        if (got != 0) ++acts["claim"];
    }

    function settle(uint256 seed) external {
        address who = person(seed);
        uint256 due = _fund.due(who);
        _oracleCloses();
        _fund.settle(who);
        _noticeEnd(who);
        _giveBack(who);
        _expect(_fund.due(who) == due, "settling changes nothing that is owed");
        ++acts["settle"];
    }

    function closeEpoch() external {
        if (commons.phyle().epoch() == _fund.closedEpochs()) return;
        _oracleCloses();
        _fund.closeEpoch();
        ++acts["closeEpoch"];
    }

    function pass(uint256 seed) external {
        VM.warp(block.timestamp + _within(seed, 1 hours, seed % 9 == 0 ? 45 days : 3 days));
        ++acts["pass"];
    }

    /* THE ORACLE */

    function _closeFirst() private {
        if (commons.phyle().epoch() == _fund.closedEpochs()) return;
        _oracleCloses();
        _fund.closeEpoch();
    }

    /// @dev Everybody who is counted in the first ended epoch in which anybody is gets the same; those whose spell was
    /// over by then, unnoticed, get it for nobody.
    function _oracleCloses() private {
        uint256 epoch = commons.phyle().epoch();
        if (epoch == closed) return;
        (uint256 shared, uint256 heads) = (closed, _heads(closed));
        while (heads == 0 && shared + 1 < epoch) heads = _heads(++shared);
        closed = epoch;
        if (heads == 0) return;
        uint256 perHead = undistributed / heads;
        undistributed -= perHead * heads;
        for (uint256 p; p < PEOPLE; ++p) {
            uint256 how = _countedIn(person(p), shared);
            if (how == 1) earned[person(p)] += perHead;
            if (how == 2) beyond[person(p)] += perHead;
        }
    }

    function _heads(uint256 epoch) private view returns (uint256 count) {
        for (uint256 p; p < PEOPLE; ++p) if (_countedIn(person(p), epoch) != 0) ++count;
    }

    /// @dev 0: not counted in `epoch`; 1: earns; 2: counted, but no seat ran any more.
    function _countedIn(address who, uint256 epoch) private view returns (uint256) {
        if (!_covers(who, epoch, true)) return 0;
        return _covers(who, epoch, false) ? 1 : 2;
    }

    /// @dev Whether a seat that has started runs for the whole of `epoch`, or hands over to one that starts with the
    /// next; by when ends were noticed, or by when they came.
    function _covers(address who, uint256 epoch, bool byNotice) private view returns (bool) {
        Sitting[] memory all = sittings[who];
        uint40 until;
        for (uint256 i; i < all.length; ++i) {
            if (all[i].from > epoch) continue;
            if (_last(all[i], byNotice) > epoch) return true;
            if (all[i].ended == epoch && all[i].endedAt > until) until = all[i].endedAt;
        }
        bool more = until != 0;
        while (more) {
            more = false;
            for (uint256 i; i < all.length; ++i) {
                if (all[i].from != epoch + 1 || all[i].since > until) continue;
                if (_last(all[i], byNotice) > epoch) return true;
                // it handed over in its turn
                if (all[i].endedAt > until) (until, more) = (all[i].endedAt, true);
            }
        }
        return false;
    }

    function _last(Sitting memory sitting, bool byNotice) private pure returns (uint256) {
        return byNotice ? sitting.noticed : sitting.ended;
    }

    function _startOf(address who, uint256 coop) private view returns (uint32) {
        IPhyle.SeatNow[] memory seats = commons.phyle().seatsOf(who);
        uint256 i;
        while (seats[i].coop != address(commons.coops(coop))) ++i;
        return seats[i].start;
    }

    /// @dev Phyle ends every seat of a person that has run out.
    function _noticeEnd(address who) private {
        for (uint256 c; c < 3; ++c) {
            if (belongs[who][c] || !sits[who][c]) continue;
            sits[who][c] = false;
            sittings[who][_sittingIn[who][c]].noticed = uint32(commons.phyle().epoch());
        }
    }

    function _giveBack(address who) private {
        undistributed += beyond[who];
        beyond[who] = 0;
    }

    /// @dev Every payment that a series got since the last look is shared by those who hold it.
    function _notePayments() private {
        for (uint256 number = 1; number <= _bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            uint256 paid = _fund.paidOf(id);
            uint256 payment = paid - knownPaid[id];
            if (payment == 0) continue;
            knownPaid[id] = paid;
            for (uint256 p; p < PEOPLE; ++p) {
                numerators[id][person(p)] += payment * _bonds.balanceOf(person(p), SeriesId.unwrap(id));
            }
        }
    }

    /* SUMS */

    function _series(uint256 seed) private view returns (SeriesId id, ICommonsBonds.Series memory series) {
        uint256 count = _bonds.seriesCount();
        if (count == 0) return (NO_SERIES, series);
        id = SeriesId.wrap(1 + (seed % count));
        series = _bonds.seriesOf(id);
    }

    function _history(SeriesId id, address who) private view returns (uint256) {
        return _bonds.dueOf(id, who) + _bonds.takenOf(id, who);
    }

    function _paidToAll() private view returns (uint256 sum) {
        for (uint256 id = 1; id <= _bonds.seriesCount(); ++id) sum += _fund.paidOf(SeriesId.wrap(id));
    }

    function _allDue() private view returns (uint256 sum) {
        for (uint256 p; p < PEOPLE; ++p) {
            sum += _fund.due(person(p));
            for (uint256 id = 1; id <= _bonds.seriesCount(); ++id) sum += _bonds.dueOf(SeriesId.wrap(id), person(p));
        }
    }

    function sittingCount(address who) external view returns (uint256) {
        return sittings[who].length;
    }
}

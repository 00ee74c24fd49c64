// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {MachineId} from "../../contracts/types/MachineId.sol";
import {NO_SERIES, SeriesId} from "../../contracts/types/SeriesId.sol";
import {Source} from "../../contracts/types/Source.sol";
import {VM} from "../kit/Vm.sol";
import {Oracle} from "./Oracle.sol";

/// @notice A commons in which anything may happen, and beside it an oracle that loops over everybody. Every act here
/// is lawful, so none may fail; what only holds across an act is checked in it.
contract Ghost is Oracle {
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
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {Phyle} from "../../contracts/phyle/Phyle.sol";
import {MachineId} from "../../contracts/types/MachineId.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {VM} from "../kit/Vm.sol";
import {Ghost} from "./Ghost.sol";
import {Sums} from "./Sums.sol";

/// @notice Bonds are offered, pledged for, bought or given back.
contract RaisingHandler {
    Ghost private _ghost;

    constructor(Ghost ghost) {
        _ghost = ghost;
    }

    function float(uint256 seed) external {
        _ghost.floatSeries(seed);
    }

    function subscribe(uint256 seed, uint256 units) external {
        _ghost.subscribe(seed, units);
    }

    function withdraw(uint256 seed, uint256 units) external {
        _ghost.withdraw(seed, units);
    }

    function buy(uint256 seed) external {
        _ghost.buy(seed);
    }

    function refund(uint256 seed) external {
        _ghost.refund(seed);
    }

    function pass(uint256 seed) external {
        _ghost.pass(seed);
    }
}

/// @notice Income comes in, is collected, and positions change hands.
contract IncomeHandler {
    Ghost private _ghost;

    constructor(Ghost ghost) {
        _ghost = ghost;
    }

    function pour(uint256 seed, uint256 amount) external {
        _ghost.pour(seed, amount);
    }

    function levy(uint256 amount) external {
        _ghost.levy(amount);
    }

    function donate(uint256 amount) external {
        _ghost.donate(amount);
    }

    function skim() external {
        _ghost.skim();
    }

    function setPolicy(uint256 seed) external {
        _ghost.setPolicy(seed);
    }

    function spendReserve(uint256 amount) external {
        _ghost.spendReserve(amount);
    }

    function take(uint256 seed) external {
        _ghost.take(seed);
    }

    function transfer(uint256 seed, uint256 units) external {
        _ghost.transfer(seed, units);
    }
}

/// @notice People come, leave, are noticed late, and collect their basic income.
contract PeopleHandler {
    Ghost private _ghost;

    constructor(Ghost ghost) {
        _ghost = ghost;
    }

    function join(uint256 seed) external {
        _ghost.join(seed);
    }

    function depart(uint256 seed) external {
        _ghost.depart(seed);
    }

    function unseat(uint256 seed) external {
        _ghost.unseat(seed);
    }

    function hasten(uint256 seed) external {
        _ghost.hasten(seed);
    }

    function claim(uint256 seed) external {
        _ghost.claim(seed);
    }

    function settle(uint256 seed) external {
        _ghost.settle(seed);
    }

    function closeEpoch() external {
        _ghost.closeEpoch();
    }

    function pass(uint256 seed) external {
        _ghost.pass(seed);
    }
}

/// @notice The money invariants, after any sequence of lawful acts in all phases of a series' and a person's life.
contract FundInvariantsTest is Sums {
    address[] private _targets;
    mapping(address handler => bytes4[]) private _selectors;

    function setUp() public {
        VM.warp(1_800_000_000);
        ghost = new Ghost();
        fund = ghost.commons().fund();
        bonds = ghost.commons().bonds();
        _begin();
        _handle(
            address(new RaisingHandler(ghost)),
            [
                RaisingHandler.float.selector,
                RaisingHandler.subscribe.selector,
                RaisingHandler.subscribe.selector,
                RaisingHandler.withdraw.selector,
                RaisingHandler.buy.selector,
                RaisingHandler.refund.selector,
                RaisingHandler.pass.selector,
                RaisingHandler.pass.selector
            ]
        );
        _handle(
            address(new IncomeHandler(ghost)),
            [
                IncomeHandler.pour.selector,
                IncomeHandler.levy.selector,
                IncomeHandler.donate.selector,
                IncomeHandler.skim.selector,
                IncomeHandler.setPolicy.selector,
                IncomeHandler.spendReserve.selector,
                IncomeHandler.take.selector,
                IncomeHandler.transfer.selector
            ]
        );
        _handle(
            address(new PeopleHandler(ghost)),
            [
                PeopleHandler.join.selector,
                PeopleHandler.depart.selector,
                PeopleHandler.unseat.selector,
                PeopleHandler.hasten.selector,
                PeopleHandler.claim.selector,
                PeopleHandler.settle.selector,
                PeopleHandler.closeEpoch.selector,
                PeopleHandler.pass.selector
            ]
        );
    }

    function _handle(address handler, bytes4[8] memory selectors) private {
        _targets.push(handler);
        for (uint256 i; i < selectors.length; ++i) _selectors[handler].push(selectors[i]);
    }

    /// @dev Four heads in two co-ops, a machine that is bought, and a series that is open.
    function _begin() private {
        for (uint256 p; p < 4; ++p) ghost.join(p | ((p % 2) << 8));
        ghost.floatSeries(1 + 4 * 15);
        VM.warp(block.timestamp + 1 days);
        for (uint256 p; p < ghost.PEOPLE(); ++p) ghost.subscribe(p << 8, 0);
        VM.warp(block.timestamp + 12 days);
        ghost.buy(0);
        ghost.floatSeries(31);
        VM.warp(block.timestamp + 1 days);
        ghost.subscribe(1 | (1 << 8), 7);
    }

    function targetContracts() public view returns (address[] memory) {
        return _targets;
    }

    function invariant_everyLawfulActSucceedsAndKeepsItsWord() public view {
        _check(bytes(ghost.breach()).length == 0, ghost.breach());
    }

    function invariant_FND1_I1_bucketsSumToMeasuredInLessOut() public view {
        uint256 measured = ghost.cashIn() - ghost.cashOut();
        _equal(fund.tracked(), measured, "tracked");
        _check(ghost.commons().cash().balanceOf(address(fund)) >= fund.tracked(), "cash covers what is tracked");
        uint256 sum = fund.reserve() + fund.undistributed() + _escrow() + _paidNotTaken() + _owedToPersons();
        _equal(sum, fund.tracked(), "buckets");
    }

    function invariant_I2_escrowOfAnOpenSeriesIsItsPledges() public view {
        for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            ICommonsBonds.Series memory series = bonds.seriesOf(id);
            if (series.status != ICommonsBonds.Status.OPEN) continue;
            uint256 paidIn;
            uint256 units;
            for (uint256 p; p < ghost.PEOPLE(); ++p) {
                paidIn += ghost.paidIn(id, ghost.person(p));
                units += bonds.balanceOf(ghost.person(p), SeriesId.unwrap(id));
            }
            _equal(uint256(series.units) * ghost.commons().FACE(), paidIn, "pledges");
            _equal(units, series.units, "units");
        }
    }

    function invariant_I6_unitsTimesFaceIsWhatWasRaisedForEver() public view {
        for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            uint256 atClose = ghost.unitsAtClose(id);
            if (atClose == 0) continue;
            uint256 held;
            for (uint256 p; p < ghost.PEOPLE(); ++p) held += bonds.balanceOf(ghost.person(p), SeriesId.unwrap(id));
            _equal(held, atClose, "units held");
            _equal(bonds.seriesOf(id).units, atClose, "units sold");
            _equal(fund.ledgerOf(id).raised, atClose * ghost.commons().FACE(), "raised");
        }
    }

    function invariant_I7_duesAreCovered() public view {
        for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            (uint256 dues, uint256 taken, uint256 holders) = _dues(id);
            uint256 held = fund.paidOf(id) - taken;
            _check(dues <= held, "dues are at most what is held for them");
            _check(held == dues || held - dues < holders, "the gap is smaller than the number of holders");
        }
    }

    function invariant_I8_everybodyEqualsTheLoopingOracle() public view {
        for (uint256 p; p < ghost.PEOPLE(); ++p) {
            address who = ghost.person(p);
            for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
                SeriesId id = SeriesId.wrap(number);
                uint256 sold = ghost.unitsAtClose(id);
                if (sold == 0) continue;
                uint256 got = bonds.dueOf(id, who) + bonds.takenOf(id, who);
                _equal(got, ghost.numerators(id, who) / sold, "bonds");
            }
            if (ghost.closed() != ghost.commons().phyle().epoch()) continue;
            _equal(fund.due(who) + ghost.claimed(who), ghost.earned(who), "basic income");
        }
        _equal(fund.undistributed(), ghost.undistributed(), "undistributed");
    }

    function invariant_I9_aNewcomerGetsNothingFromClosedEpochs() public view {
        for (uint256 p; p < ghost.PEOPLE(); ++p) {
            address who = ghost.person(p);
            if (ghost.sittingCount(who) != 1) continue;
            (uint32 from, , , , ) = ghost.sittings(who, 0);
            if (fund.closedEpochs() > from || ghost.commons().phyle().epoch() > from) continue;
            _equal(fund.due(who), 0, "due of a newcomer");
        }
    }

    function invariant_I10_equalHeadsEqualPay() public view {
        for (uint256 p; p < ghost.PEOPLE(); ++p) {
            for (uint256 q; q < p; ++q) {
                (address a, address b) = (ghost.person(p), ghost.person(q));
                if (ghost.sittingCount(a) != 1 || ghost.sittingCount(b) != 1) continue;
                (uint32 fromA, uint32 endedA, , , ) = ghost.sittings(a, 0);
                (uint32 fromB, uint32 endedB, , , ) = ghost.sittings(b, 0);
                if (fromA != fromB || endedA != endedB) continue;
                _equal(fund.due(a) + ghost.claimed(a), fund.due(b) + ghost.claimed(b), "pay of two heads");
            }
        }
    }

    function invariant_P4_whoEarnsFitsIntoThePlaces() public view {
        Phyle phyle = ghost.commons().phyle();
        for (uint256 c; c < 3; ++c) {
            IPhyle.PlacesNow memory now_ = phyle.placesOf(address(ghost.commons().coops(c)));
            _check(now_.earning <= now_.places, "earning");
            _check(now_.earning <= now_.seated, "seated");
        }
    }

    function invariant_I12_noSeriesIsPaidMoreThanItsCap() public view {
        for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            ICommonsFund.Ledger memory ledger = fund.ledgerOf(id);
            _check(ledger.paid <= ledger.capDue, "paid is at most capDue");
        }
    }

    function invariant_FND6_I14_principalLeftOnlyForMachines() public view {
        _equal(ghost.commons().machines().count(), ghost.machinesBought(), "machines");
        _equal(ghost.commons().cash().balanceOf(ghost.commons().SUPPLIER()), ghost.suppliersGot(), "suppliers");
        uint256 prices;
        for (uint256 number = 1; number <= ghost.machinesBought(); ++number) {
            MachineId id = MachineId.wrap(number);
            prices += ghost.commons().machines().machineOf(id).price;
        }
        _equal(prices, ghost.suppliersGot(), "prices in the register");
    }

    function invariant_I15_aFailedSeriesPaysOutWhatWasPaidIn() public view {
        for (uint256 number = 1; number <= bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            if (bonds.statusOf(id) != ICommonsBonds.Status.FAILED) continue;
            for (uint256 p; p < ghost.PEOPLE(); ++p) {
                address who = ghost.person(p);
                uint256 still = bonds.balanceOf(who, SeriesId.unwrap(id)) * ghost.commons().FACE();
                _equal(still + ghost.paidBack(id, who), ghost.paidIn(id, who), "refunds");
            }
        }
    }

    /// @dev Replays acts of every kind, so that the handlers are known to reach them all.
    function test_everyActIsReached() public {
        uint256 seed = 7;
        for (uint256 i; i < 1500; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            address target = _targets[seed % 3];
            bytes4 selector = _selectors[target][(seed >> 8) % _selectors[target].length];
            (bool ok, bytes memory result) = target.call(abi.encodePacked(selector, seed >> 16, seed));
            if (!ok) {
                assembly {
                    revert(add(result, 0x20), mload(result))
                }
            }
        }
        string[19] memory names = [
            "float",
            "subscribe",
            "withdraw",
            "buy",
            "refund",
            "pass",
            "pour",
            "levy",
            "donate",
            "skim",
            "setPolicy",
            "spendReserve",
            "take",
            "transfer",
            "join",
            "depart",
            "unseat",
            "claim",
            "settle"
        ];
        for (uint256 i; i < names.length; ++i) _check(ghost.acts(names[i]) != 0, names[i]);
        _check(bytes(ghost.breach()).length == 0, ghost.breach());
    }
}

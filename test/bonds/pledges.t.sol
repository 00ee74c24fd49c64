// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Commons} from "../fund/Commons.sol";
import {Checks, VM} from "../kit/Vm.sol";

/// @notice Pledging, taking back, and when a series closes: nobody holds a free option on the others.
contract PledgesTest is Checks {
    address private constant ADA = address(0xada);
    address private constant BO = address(0xb0);

    Commons private commons;
    CommonsFund private fund;
    CommonsBonds private bonds;
    DemoEuro private euro;
    SeriesId private id;
    uint256 private until;

    function setUp() public {
        VM.warp(1_800_000_000);
        euro = new DemoEuro();
        commons = new Commons(address(euro));
        (fund, bonds) = (commons.fund(), commons.bonds());
        commons.seat(0, ADA);
        commons.seat(1, BO);
        ICommonsBonds.SeriesTerms memory terms = commons.terms(100, 90e6);
        until = terms.subscribeUntil;
        id = commons.float(terms, false);
        VM.warp(terms.opensAt);
    }

    function _is(ICommonsBonds.Status status) private view {
        _equal(uint256(bonds.statusOf(id)), uint256(status), "status");
    }

    function _withdraw(address who, uint256 units) private {
        VM.prank(who);
        bonds.withdraw(id, units);
    }

    function _refusesToWithdraw(address who, uint256 units, uint256 withdrawable) private {
        VM.prank(who);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.PledgeBinding.selector, id, units, withdrawable));
        bonds.withdraw(id, units);
    }

    function _refusesToSubscribe(address who, uint256 units, bytes memory expected) private {
        commons.fill(who, units * commons.FACE());
        VM.prank(who);
        VM.expectRevert(expected);
        bonds.subscribe(id, units);
    }

    function _closesAt(uint256 time) private view {
        _equal(bonds.seriesOf(id).closesAt, time, "closes");
    }

    /* TAKING BACK */

    function test_I17_BND7_withdraw_notInTheLastSecondWhatWasPledgedLongAgo() public {
        commons.subscribe(id, BO, 33);
        commons.fillUp(id);
        VM.warp(until);
        _equal(bonds.pledgeOf(id, BO).withdrawable, 0, "nothing can be withdrawn");
        VM.warp(until + 4 days - 1);
        _refusesToWithdraw(BO, 1, 0);
        VM.warp(until + 4 days);
        _is(ICommonsBonds.Status.FUNDED);
    }

    function test_I17_BND7_withdraw_allUntilSubscribeUntil() public {
        commons.subscribe(id, BO, 33);
        VM.warp(until - 1);
        ICommonsBonds.Pledge memory pledge = bonds.pledgeOf(id, BO);
        _equal(pledge.withdrawable, 33, "withdrawable");
        _equal(pledge.until, until, "until");
        _withdraw(BO, 33);
        _equal(euro.balanceOf(BO), 33e6, "all is back");
        _equal(bonds.seriesOf(id).freedUnits, 33, "and free for others");
    }

    function test_I17_BND7_withdraw_forFourDaysFromWhenItWasMadeTheNewestFirst() public {
        commons.subscribe(id, BO, 10);
        VM.warp(until - 4 days);
        commons.subscribe(id, BO, 2);
        VM.warp(until - 3 days);
        commons.subscribe(id, BO, 5);
        VM.warp(until - 1 days);
        commons.subscribe(id, BO, 7);
        VM.warp(until);
        ICommonsBonds.Pledge memory pledge = bonds.pledgeOf(id, BO);
        _equal(pledge.withdrawable, 12, "pledged within four days");
        _equal(pledge.until, until + 1 days, "until");
        _refusesToWithdraw(BO, 13, 12);
        _withdraw(BO, 8);
        _equal(bonds.pledgeOf(id, BO).withdrawable, 4, "seven of the last pledge, one of that before");
        VM.warp(until + 1 days - 1);
        _withdraw(BO, 1);
        VM.warp(until + 1 days);
        _refusesToWithdraw(BO, 1, 0);
        _equal(bonds.balanceOf(BO, SeriesId.unwrap(id)), 15, "held");
    }

    /* WHAT IS SET FREE */

    function test_I17_BND7_subscribe_whatWithdrawalsSetFreeUntilTheClose() public {
        commons.fillUp(id, 60);
        VM.warp(until - 1);
        commons.subscribe(id, BO, 20);
        VM.warp(until + 2 days);
        _refusesToSubscribe(ADA, 1, abi.encodeWithSelector(ICommonsBonds.SubscriptionOver.selector, id, until));
        _withdraw(BO, 8);
        _equal(bonds.seriesOf(id).freedUnits, 8, "free");
        _refusesToSubscribe(ADA, 9, abi.encodeWithSelector(ICommonsBonds.OverTheMost.selector, id, 9, 8));
        _closesAt(until + 4 days);
        commons.subscribe(id, ADA, 8);
        _closesAt(until + 6 days);
        VM.warp(until + 6 days - 1);
        ICommonsBonds.Pledge memory pledge = bonds.pledgeOf(id, ADA);
        _equal(pledge.withdrawable, 8, "a whole cooling-off");
        _equal(pledge.until, until + 6 days, "until");
        VM.warp(until + 6 days);
        _is(ICommonsBonds.Status.FAILED);
        _refusesToSubscribe(ADA, 1, abi.encodeWithSelector(ICommonsBonds.SubscriptionOver.selector, id, until));
    }

    function test_I17_BND7_subscribe_whoIsLateSavesASeriesThatSomebodyLeft() public {
        commons.fillUp(id, 80);
        VM.warp(until - 1);
        commons.subscribe(id, BO, 20);
        VM.warp(until + 4 days - 2);
        _withdraw(BO, 20);
        commons.subscribe(id, ADA, 20);
        VM.warp(until + 4 days);
        _is(ICommonsBonds.Status.OPEN);
        VM.warp(until + 8 days - 2);
        _is(ICommonsBonds.Status.FUNDED);
        bonds.buy(id);
        _is(ICommonsBonds.Status.BOUGHT);
    }

    function test_BND7_theCloseMovesToFourteenDaysAtMost() public {
        commons.subscribe(id, ADA, 5);
        commons.fillUp(id, 80);
        VM.warp(until - 1);
        commons.subscribe(id, BO, 20);
        (address from, address to) = (BO, ADA);
        for (uint256 day = 3; day < 14; day += 3) {
            VM.warp(until + day * 1 days);
            _withdraw(from, 1);
            uint256 closesAt = until + (day + 4 > 14 ? 14 : day + 4) * 1 days;
            commons.subscribe(id, to, 1);
            _closesAt(closesAt);
            (from, to) = (to, from);
        }
        VM.warp(until + 13 days);
        _equal(bonds.pledgeOf(id, from).until, until + 14 days, "nothing is withdrawn after the close");
        VM.warp(until + 14 days);
        _is(ICommonsBonds.Status.FUNDED);
        VM.prank(from);
        VM.expectRevert(
            abi.encodeWithSelector(ICommonsBonds.NotWithdrawable.selector, id, ICommonsBonds.Status.FUNDED)
        );
        bonds.withdraw(id, 1);
    }

    /* SHUT OUT */

    function test_BND7_whoWithdrewMoreThanHalfIsShutOut() public {
        commons.subscribe(id, BO, 10);
        _withdraw(BO, 5);
        _check(!bonds.pledgeOf(id, BO).shutOut, "half is not more than half");
        commons.subscribe(id, BO, 1);
        _withdraw(BO, 1);
        _check(bonds.pledgeOf(id, BO).shutOut, "six of eleven");
        _equal(bonds.pledgeOf(id, BO).pledged, 11, "all that was ever pledged");
        _refusesToSubscribe(BO, 1, abi.encodeWithSelector(ICommonsBonds.ShutOut.selector, id, BO, 11, 6));
        _withdraw(BO, 5);
        commons.subscribe(id, ADA, 1);
        _equal(bonds.seriesOf(id).units, 1, "others are not");
    }

    /// @dev Whatever one person does between, the others raise what the least needs of them.
    function testFuzz_I17_BND7_onePersonAloneNeverEndsASeries(uint8[6] calldata units, uint32[6] calldata when) public {
        ICommonsBonds.SeriesTerms memory terms = commons.terms(100, 60e6);
        terms.leastUnits = 100;
        terms.mostUnits = 140;
        id = commons.float(terms, false);
        until = terms.subscribeUntil;
        VM.warp(terms.opensAt);
        commons.fillUp(id, 107);
        for (uint256 i; i < 6; ++i) {
            VM.warp(block.timestamp + (when[i] % 3 days));
            ICommonsBonds.Series memory series = bonds.seriesOf(id);
            ICommonsBonds.Pledge memory pledge = bonds.pledgeOf(id, BO);
            if (series.status != ICommonsBonds.Status.OPEN) break;
            if (i % 2 == 1 && pledge.withdrawable != 0) {
                _withdraw(BO, 1 + (units[i] % pledge.withdrawable));
                continue;
            }
            bool early = block.timestamp < until;
            uint256 most = early ? terms.mostUnits - series.units : series.freedUnits;
            uint256 mine = terms.mostPerPerson - bonds.balanceOf(BO, SeriesId.unwrap(id));
            if (mine < most) most = mine;
            if (most != 0 && !pledge.shutOut) commons.subscribe(id, BO, 1 + (units[i] % most));
        }
        VM.warp(until + 14 days);
        _is(ICommonsBonds.Status.FUNDED);
        uint256 escrow = uint256(bonds.seriesOf(id).units) * commons.FACE();
        _check(fund.tracked() >= escrow, "I2: what is held is what is pledged");
    }
}

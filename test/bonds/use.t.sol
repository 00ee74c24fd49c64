// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {MachineId} from "../../contracts/types/MachineId.sol";
import {RentMode} from "../../contracts/types/RentMode.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Source} from "../../contracts/types/Source.sol";
import {Commons} from "../fund/Commons.sol";
import {StandInCoop} from "../fund/StandInCoop.sol";
import {Checks, VM} from "../kit/Vm.sol";

/// @notice What a series is offered on is looked at again when it is used: the co-op's standing, the root's backing, and
/// the share of common income that it was sold under.
contract UseOfBondsTest is Checks {
    address private constant ADA = address(0xada);

    Commons private commons;
    CommonsFund private fund;
    CommonsBonds private bonds;
    DemoEuro private euro;

    function setUp() public {
        VM.warp(1_800_000_000);
        euro = new DemoEuro();
        commons = new Commons(address(euro));
        (fund, bonds) = (commons.fund(), commons.bonds());
        commons.seat(1, ADA);
        euro.mint(address(this), 1e15);
        euro.approve(address(fund), type(uint256).max);
    }

    function _is(SeriesId id, ICommonsBonds.Status status) private view {
        _equal(uint256(bonds.statusOf(id)), uint256(status), "status");
    }

    function _free() private view returns (ICommonsBonds.SeriesTerms memory terms) {
        terms = commons.terms(100, 90e6);
        (terms.rentMode, terms.rent, terms.rentPeriod) = (RentMode.USUFRUCT, 0, 0);
    }

    function _raise(ICommonsBonds.SeriesTerms memory terms, bool endorsed) private returns (SeriesId id) {
        id = commons.float(terms, endorsed);
        VM.warp(terms.opensAt);
        commons.subscribe(id, ADA, 30);
        commons.fillUp(id);
        VM.warp(terms.subscribeUntil + 4 days);
    }

    function _leave(uint256 coop) private {
        address account = address(commons.coops(coop));
        commons.root().resign(account);
        commons.phyle().depart(account);
    }

    function _setPolicy(uint16 otherBps, bytes memory expected) private {
        ICommonsFund.Policy memory policy = ICommonsFund.Policy(0, 1_000, otherBps, 1_000);
        StandInCoop root = commons.root();
        if (expected.length != 0) VM.expectRevert(expected);
        root.act(address(fund), abi.encodeCall(fund.setPolicy, (policy)));
    }

    /* STANDING */

    function test_I18_BND8_buy_notForACoopThatLeft() public {
        SeriesId id = _raise(commons.terms(100, 90e6), false);
        _is(id, ICommonsBonds.Status.FUNDED);
        address coop = address(commons.coops(0));
        _leave(0);
        _is(id, ICommonsBonds.Status.FAILED);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotInGoodStanding.selector, coop));
        bonds.buy(id);
        _equal(euro.balanceOf(commons.SUPPLIER()), 0, "the supplier gets nothing");
        VM.prank(ADA);
        _equal(bonds.refund(id), 30e6, "I15: everyone gets back what they paid");
    }

    function test_I18_BND8_buy_whoIsInGoodStandingAgainInTimeMay() public {
        SeriesId id = _raise(commons.terms(100, 90e6), false);
        VM.warp(block.timestamp + 1);
        commons.coops(0).resign(address(0xdead02));
        _is(id, ICommonsBonds.Status.FAILED);
        commons.coops(0).admit(address(0xdead02), 1);
        _is(id, ICommonsBonds.Status.FUNDED);
        bonds.buy(id);
        _is(id, ICommonsBonds.Status.BOUGHT);
    }

    function test_BND8_I15_afterOneRefundItIsNeverBought() public {
        SeriesId id = _raise(commons.terms(100, 90e6), false);
        commons.coops(0).resign(address(0xdead02));
        bonds.refundFor(id, ADA);
        commons.coops(0).admit(address(0xdead02), 1);
        _is(id, ICommonsBonds.Status.FAILED);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotBuyable.selector, id, ICommonsBonds.Status.FAILED));
        bonds.buy(id);
        _equal(fund.tracked(), 70e6, "the others' money is there");
    }

    function test_I18_BND8_endorse_givesNoPlaceAwayWhoseCoopMayStandAgain() public {
        ICommonsBonds.SeriesTerms memory terms = commons.terms(10, 10e6);
        for (uint256 i; i < 16; ++i) commons.float(terms, true);
        VM.warp(terms.opensAt);
        for (uint256 id = 1; id < 17; ++id) commons.fillUp(SeriesId.wrap(id));
        VM.warp(terms.subscribeUntil + 4 days);
        commons.coops(0).resign(address(0xdead02));
        _is(SeriesId.wrap(1), ICommonsBonds.Status.FAILED);

        commons.coops(1).act(address(bonds), abi.encodeCall(bonds.float, (commons.terms(10, 10e6))));
        StandInCoop root = commons.root();
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.TooManyEndorsed.selector, 16));
        root.act(address(bonds), abi.encodeCall(bonds.endorse, (SeriesId.wrap(17))));

        commons.coops(0).admit(address(0xdead02), 1);
        for (uint256 id = 1; id < 17; ++id) bonds.buy(SeriesId.wrap(id));
        _equal(fund.endorsedSeries().length, 16, "each has its place");
    }

    /* A SOURCE OF REPAYMENT */

    function test_BND8_subscribe_notForAMachineLentFreeThatTheRootDoesNotBack() public {
        ICommonsBonds.SeriesTerms memory terms = _free();
        SeriesId id = commons.float(terms, false);
        SeriesId backed = commons.float(terms, true);
        VM.warp(terms.opensAt);
        commons.fill(ADA, 1e6);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NothingRepays.selector, id));
        bonds.subscribe(id, 1);
        commons.subscribe(backed, ADA, 1);
        _equal(bonds.balanceOf(ADA, SeriesId.unwrap(backed)), 1, "the root stands behind it");
    }

    /* WHAT IT WAS SOLD UNDER */

    function test_I18_FND7_setPolicy_notBelowWhatASeriesWasSoldUnder() public {
        ICommonsBonds.SeriesTerms memory terms = commons.terms(100, 90e6);
        SeriesId id = commons.float(terms, true);
        _setPolicy(3_000, "");
        VM.warp(terms.opensAt);
        bytes memory refused = abi.encodeWithSelector(ICommonsFund.BelowPromise.selector, id, 0, 3_000);
        _setPolicy(2_999, refused);
        _setPolicy(6_000, "");
        (, uint256 least) = fund.promisedBps();
        _equal(least, 3_000, "what it was sold under");
        commons.fillUp(id);
        VM.warp(terms.subscribeUntil + 4 days);
        MachineId machine = bonds.buy(id);
        _setPolicy(2_999, refused);
        fund.pour(90e6, Source.MACHINE, MachineId.unwrap(machine));
        _is(id, ICommonsBonds.Status.REDEEMED);
        _setPolicy(0, "");
    }

    function test_I18_FND7_setPolicy_atMostHalfIsPromised() public {
        _setPolicy(8_000, "");
        ICommonsBonds.SeriesTerms memory terms = commons.terms(100, 90e6);
        SeriesId id = commons.float(terms, true);
        VM.warp(terms.opensAt);
        _setPolicy(5_000, "");
        _setPolicy(4_999, abi.encodeWithSelector(ICommonsFund.BelowPromise.selector, id, 0, 5_000));
    }

    function test_I18_FND7_setPolicy_freeWhenItWasNotBoughtOrTwoYearsAfterItsHope() public {
        ICommonsBonds.SeriesTerms memory terms = commons.terms(100, 90e6);
        commons.float(terms, true);
        VM.warp(terms.buyBy);
        _setPolicy(0, "");
        _setPolicy(5_000, "");
        terms = commons.terms(100, 90e6);
        terms.expectedBy = uint40(block.timestamp + 40 days);
        bonds.buy(_raise(terms, true));
        VM.warp(terms.expectedBy + 730 days - 1);
        _setPolicy(4_999, abi.encodeWithSelector(ICommonsFund.BelowPromise.selector, 2, 0, 5_000));
        VM.warp(terms.expectedBy + 730 days);
        _setPolicy(0, "");
    }

    function test_FND7_aSeriesTwoYearsAfterItsHopeGivesItsPlaceToAnother() public {
        ICommonsBonds.SeriesTerms memory terms = commons.terms(10, 10e6);
        // their hope is two years over when the next is endorsed
        terms.expectedBy = uint40(block.timestamp - 700 days);
        for (uint256 i; i < 16; ++i) commons.float(terms, true);
        VM.warp(terms.opensAt);
        for (uint256 id = 1; id < 17; ++id) commons.fillUp(SeriesId.wrap(id));
        VM.warp(terms.subscribeUntil + 4 days);
        for (uint256 id = 1; id < 17; ++id) bonds.buy(SeriesId.wrap(id));
        fund.pour(1_600, Source.GIFT, 0);
        _equal(fund.paidOf(SeriesId.wrap(1)), 50, "from common income");
        VM.warp(block.timestamp + 20 days);
        terms = commons.terms(10, 10e6);
        SeriesId next = commons.float(terms, true);
        VM.warp(terms.opensAt);
        commons.fillUp(next);
        VM.warp(terms.subscribeUntil + 4 days);
        bonds.buy(next);
        SeriesId[] memory ids = fund.endorsedSeries();
        _check(ids.length == 1 && ids[0] == next, "the new one alone");
        fund.pour(1_600, Source.GIFT, 0);
        _equal(fund.paidOf(SeriesId.wrap(1)), 50, "keeps what it was paid");
        _equal(fund.paidOf(next), 800, "the new one is paid");
        fund.pour(7, Source.MACHINE, 1);
        _equal(fund.paidOf(SeriesId.wrap(1)), 57, "its machine still repays it");
    }
}

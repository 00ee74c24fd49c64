// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {
    BlacklistingToken,
    FalseReturningToken,
    FeeTakingToken,
    OddDecimalsToken,
    ReenteringToken,
    SilentToken
} from "../../contracts/mocks/HostileTokens.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Source} from "../../contracts/types/Source.sol";
import {Checks, VM} from "../kit/Vm.sol";
import {Commons} from "./Commons.sol";

/// @notice Cash tokens that misbehave, and third parties that the token refuses.
contract HostileTokensTest is Checks {
    address private constant ADA = address(0xada);
    address private constant BO = address(0xb0);
    address private constant SAFE = address(0x5afe);

    Commons private commons;
    CommonsFund private fund;
    CommonsBonds private bonds;

    function setUp() public {
        VM.warp(1_800_000_000);
    }

    function _on(address token) private {
        commons = new Commons(token);
        (fund, bonds) = (commons.fund(), commons.bonds());
        commons.seat(0, ADA);
        commons.seat(1, BO);
    }

    /// @dev 30 units by Ada, 20 by Bo and 50 by others, open.
    function _open() private returns (SeriesId id) {
        id = commons.float(commons.terms(100, 100e6), true);
        VM.warp(block.timestamp + 1 days);
        commons.subscribe(id, ADA, 30);
        commons.subscribe(id, BO, 20);
        commons.fillUp(id);
    }

    function _bought() private returns (SeriesId id) {
        id = _open();
        VM.warp(block.timestamp + 12 days);
        bonds.buy(id);
    }

    function _pour(uint256 amount) private {
        commons.fill(address(this), amount);
        commons.cash().approve(address(fund), amount);
        fund.pour(amount, Source.GIFT, 0);
    }

    function test_I1_aFeeTakingTokenIsRefusedWhereverMoneyComesIn() public {
        _on(address(new FeeTakingToken()));
        SeriesId id = commons.float(commons.terms(100, 100e6), true);
        VM.warp(block.timestamp + 1 days);
        commons.fill(ADA, 100e6);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.CashMismatch.selector, 10e6, 9.9e6));
        bonds.subscribe(id, 10);
        commons.fill(address(this), 1e6);
        commons.cash().approve(address(fund), 1e6);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.CashMismatch.selector, 1e6, 0.99e6));
        fund.pour(1e6, Source.GIFT, 0);
        _equal(fund.tracked(), 0, "tracked");
    }

    function test_I1_aTokenThatAnswersFalseMovesNothingInTheBooks() public {
        FalseReturningToken token = new FalseReturningToken();
        _on(address(token));
        SeriesId id = _bought();
        _pour(10e6);
        uint256 due = bonds.dueOf(id, ADA);
        uint256 tracked = fund.tracked();
        token.lie(true);
        VM.prank(ADA);
        VM.expectRevert();
        bonds.take(id);
        commons.fill(address(this), 1e6);
        commons.cash().approve(address(fund), 1e6);
        VM.expectRevert();
        fund.pour(1e6, Source.GIFT, 0);
        _equal(bonds.dueOf(id, ADA), due, "due");
        _equal(fund.tracked(), tracked, "tracked");
    }

    function test_cashHasEighteenDecimalsAtMost() public {
        _on(address(new OddDecimalsToken(19)));
        ICommonsBonds.SeriesTerms memory terms = commons.terms(100, 90e6);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.CashDecimalsInvalid.selector, 19, 18));
        commons.float(terms, false);
    }

    /// @dev The largest sale of a coin with 18 decimals that anybody could pay for, and the smallest of one with none.
    function test_I1_cashWithEighteenDecimalsAndWithNone() public {
        for (uint256 decimals; decimals < 19; decimals += 18) {
            _on(address(new OddDecimalsToken(uint8(decimals))));
            uint256 face = 10 ** decimals;
            uint40 units = decimals == 0 ? 4 : 4_000_000_000;
            ICommonsBonds.SeriesTerms memory terms = commons.terms(units, uint96(units * face));
            SeriesId id = commons.float(terms, true);
            VM.warp(terms.opensAt);
            _equal(bonds.face(), face, "face");
            commons.fill(ADA, terms.mostPerPerson * face);
            VM.prank(ADA);
            bonds.subscribe(id, terms.mostPerPerson);
            _equal(fund.tracked(), terms.mostPerPerson * face, "tracked");
            VM.prank(ADA);
            bonds.withdraw(id, terms.mostPerPerson);
            _equal(fund.tracked(), 0, "given back");
            _pour(10);
            _equal(fund.tracked(), 10, "poured");
        }
    }

    function test_aTokenThatAnswersNothingWorks() public {
        _on(address(new SilentToken()));
        SeriesId id = _open();
        VM.prank(ADA);
        bonds.withdraw(id, 30);
        _equal(commons.cash().balanceOf(ADA), 30e6, "withdrawn");
    }

    function test_FND5_BND6_I16_aBlacklistedHolderBlocksNobodyAndCollectsElsewhere() public {
        BlacklistingToken token = new BlacklistingToken();
        _on(address(token));
        SeriesId id = _bought();
        _pour(10e6);
        token.refuseTo(BO, true);

        _pour(10e6);
        VM.prank(ADA);
        _equal(bonds.take(id), 3e6, "Ada takes");
        VM.expectRevert(abi.encodeWithSelector(BlacklistingToken.NotServed.selector, BO));
        bonds.takeFor(id, BO);
        VM.prank(BO);
        _equal(bonds.takeTo(id, SAFE), 2e6, "Bo takes elsewhere");

        VM.warp(block.timestamp + 40 days);
        _pour(10e6);
        VM.warp(block.timestamp + 40 days);
        fund.closeEpoch();
        VM.prank(ADA);
        uint256 income = fund.claim();
        _check(income != 0, "Ada has income");
        VM.expectRevert(abi.encodeWithSelector(BlacklistingToken.NotServed.selector, BO));
        fund.claimFor(BO);
        VM.prank(BO);
        _equal(fund.claimTo(SAFE), income, "Bo claims elsewhere");
    }

    function test_BND6_I16_refundsAndWithdrawalsGoWhereTheHolderSays() public {
        BlacklistingToken token = new BlacklistingToken();
        _on(address(token));
        SeriesId id = _open();
        token.refuseTo(ADA, true);
        token.refuseTo(BO, true);
        VM.prank(ADA);
        bonds.withdrawTo(id, 30, SAFE);
        VM.warp(block.timestamp + 12 days);
        VM.prank(BO);
        bonds.refundTo(id, SAFE);
        _equal(commons.cash().balanceOf(SAFE), 50e6, "all is back");
        _equal(fund.tracked(), 50e6, "what is held is of others");
    }

    function test_I16_aSupplierWhoCannotBePaidEndsInRefunds() public {
        BlacklistingToken token = new BlacklistingToken();
        _on(address(token));
        SeriesId id = _open();
        token.refuseTo(commons.SUPPLIER(), true);
        VM.warp(block.timestamp + 12 days);
        VM.expectRevert();
        bonds.buy(id);
        _equal(commons.machines().count(), 0, "I14: no machine without payment");
        VM.warp(block.timestamp + 30 days);
        VM.prank(ADA);
        _equal(bonds.refund(id), 30e6, "Ada is refunded");
        _equal(bonds.refundFor(id, BO), 20e6, "Bo is refunded");
    }

    function test_I16_withNobodySeatedAndNoVotesEverythingStaysCollectable() public {
        _on(address(new BlacklistingToken()));
        SeriesId id = _bought();
        VM.warp(block.timestamp + 60 days);
        _pour(50e6);
        VM.warp(block.timestamp + 30 days);
        commons.coops(0).resign(ADA);
        commons.coops(1).resign(BO);
        uint256 income = fund.due(ADA);
        _check(income != 0, "there is income");
        VM.prank(ADA);
        _equal(fund.claim(), income, "income after leaving");
        VM.prank(ADA);
        _equal(bonds.take(id), 7.5e6, "bonds after leaving");
        VM.prank(BO);
        fund.claim();
        _pour(7e6);
        VM.warp(block.timestamp + 70 days);
        uint256 waiting = fund.undistributed();
        fund.closeEpoch();
        _equal(fund.undistributed(), waiting, "with no heads the money waits");
    }

    function testFuzz_I1_reenteringGainsNothing(uint8 outer, uint8 inner, bool early) public {
        ReenteringToken token = new ReenteringToken();
        token.comeEarly(early);
        _on(address(token));
        SeriesId id = _bought();
        commons.seat(0, address(token));
        commons.fill(address(token), 100e6);
        SeriesId open = commons.float(commons.terms(100, 100e6), false);
        VM.warp(block.timestamp + 40 days);
        _pour(50e6);
        VM.warp(block.timestamp + 31 days);
        fund.closeEpoch();
        bytes[7] memory calls = [
            abi.encodeCall(bonds.takeFor, (id, ADA)),
            abi.encodeCall(bonds.takeFor, (id, BO)),
            abi.encodeCall(fund.claimFor, (BO)),
            abi.encodeCall(fund.skim, ()),
            abi.encodeCall(fund.pour, (1e6, Source.GIFT, 0)),
            abi.encodeCall(bonds.refundFor, (SeriesId.wrap(SeriesId.unwrap(open)), BO)),
            abi.encodeCall(bonds.dueOf, (id, ADA))
        ];
        uint256 which = inner % 7;
        bool toBonds = which < 2 || which > 4;
        token.arm(toBonds ? address(bonds) : address(fund), calls[which], false);
        uint256 sum = bonds.dueOf(id, ADA) + bonds.dueOf(id, BO) + fund.due(ADA) + fund.due(BO);
        uint256 had = commons.cash().balanceOf(ADA) + commons.cash().balanceOf(BO);

        if (outer % 3 == 0) bonds.takeFor(id, ADA);
        else if (outer % 3 == 1) fund.claimFor(ADA);
        else _pourOrFail(5e6);

        _check(commons.cash().balanceOf(address(fund)) >= fund.tracked(), "cash covers what is tracked");
        uint256 got = commons.cash().balanceOf(ADA) + commons.cash().balanceOf(BO) - had;
        uint256 still = bonds.dueOf(id, ADA) + bonds.dueOf(id, BO) + fund.due(ADA) + fund.due(BO);
        if (outer % 3 != 2 && which != 3 && which != 4) _equal(got + still, sum, "nothing gained, nothing lost");
        else _check(got <= sum + 6e6, "at most what was poured");
    }

    /// @dev A pour between which money leaves fails as a whole, which is right too.
    function _pourOrFail(uint256 amount) private {
        commons.fill(address(this), amount);
        commons.cash().approve(address(fund), amount);
        try fund.pour(amount, Source.GIFT, 0) {} catch {}
    }

    /// @dev A token that calls before it moves the money, at each of the ways on which money of bonds leaves.
    function test_I1_noMoneyIsBookedTwiceWhileItIsOnItsWay() public {
        for (uint256 way; way < 4; ++way) {
            ReenteringToken token = new ReenteringToken();
            _on(address(token));
            SeriesId id = _open();
            if (way == 0) VM.warp(block.timestamp + 12 days);
            if (way == 1) VM.warp(block.timestamp + 40 days);
            if (way == 3) {
                VM.warp(block.timestamp + 12 days);
                bonds.buy(id);
                _pour(50e6);
            }
            token.comeEarly(true);
            token.arm(address(fund), abi.encodeCall(fund.skim, ()), false);
            if (way == 0) bonds.buy(id);
            if (way == 1) bonds.refundFor(id, ADA);
            if (way == 2) {
                VM.prank(ADA);
                bonds.withdraw(id, 10);
            }
            if (way == 3) bonds.takeFor(id, ADA);
            _check(token.called() && !token.succeeded(), "skim waits");
            _check(token.balanceOf(address(fund)) >= fund.tracked(), "cash covers what is tracked");
        }
    }

    /// @dev The same where money of bonds comes in, whether the token calls before it moves it or after.
    function test_I1_nothingIsSkimmedOfAPledgeOnItsWay() public {
        for (uint256 way; way < 2; ++way) {
            ReenteringToken token = new ReenteringToken();
            _on(address(token));
            SeriesId id = commons.float(commons.terms(100, 100e6), false);
            VM.warp(block.timestamp + 1 days);
            commons.fill(ADA, 60e6);
            // A gift that nobody has booked is not taken for the pledge.
            token.mint(address(fund), 3e6);
            token.comeEarly(way == 0);
            token.arm(address(fund), abi.encodeCall(fund.skim, ()), false);
            VM.prank(ADA);
            bonds.subscribe(id, 33);
            _check(token.called(), "the token calls");
            _check(token.balanceOf(address(fund)) >= fund.tracked(), "cash covers what is tracked");
            VM.warp(block.timestamp + 12 days);
            _equal(bonds.refundFor(id, ADA), 33e6, "the pledge is whole");
            _check(token.balanceOf(address(fund)) >= fund.tracked(), "what was given is left");
        }
    }

    function test_theBooksOfATakeCannotBeReadHalfWay() public {
        ReenteringToken token = new ReenteringToken();
        _on(address(token));
        SeriesId id = _bought();
        _pour(50e6);
        token.arm(address(bonds), abi.encodeCall(bonds.dueOf, (id, ADA)), false);
        bonds.takeFor(id, ADA);
        _check(token.called() && !token.succeeded(), "dueOf does not answer while it is being paid");
    }
}

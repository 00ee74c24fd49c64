// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccountWord} from "../../contracts/fund/AccountWord.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {IncomeWord} from "../../contracts/fund/IncomeWord.sol";
import {HeadWord, HeadWords} from "../../contracts/libraries/HeadWord.sol";
import {BlacklistingToken, ReenteringToken} from "../../contracts/mocks/HostileTokens.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {Phyle} from "../../contracts/phyle/Phyle.sol";
import {Source} from "../../contracts/types/Source.sol";
import {Checks, VM} from "../kit/Vm.sol";
import {Commons} from "./Commons.sol";
import {StandInCoop} from "./StandInCoop.sol";

/// @notice Attacks on the basic income: seats that come and go, foreign claims, boundary seconds, full words.
contract ClaimsTest is Checks {
    address private constant ADA = address(0xada);
    address private constant BO = address(0xb0);
    address private constant SAFE = address(0x5afe);

    uint256 private constant HOSTILE_SPELLS = 10_000;

    Commons private commons;
    CommonsFund private fund;
    Phyle private phyle;

    function setUp() public {
        VM.warp(1_800_000_000);
        _on(address(new DemoEuro()));
    }

    function _on(address token) private {
        commons = new Commons(token);
        (fund, phyle) = (commons.fund(), commons.phyle());
        commons.seat(0, ADA);
        commons.seat(1, BO);
    }

    function _gift(uint256 amount) private {
        commons.fill(address(this), amount);
        commons.cash().approve(address(fund), amount);
        fund.pour(amount, Source.GIFT, 0);
    }

    function _epochs(uint256 count) private {
        VM.warp(block.timestamp + count * commons.EPOCH());
    }

    /// @dev A month of its own for every gift, from the next epoch on.
    function _earn(uint256 months) private {
        for (uint256 i; i < months; ++i) {
            _epochs(1);
            _gift(100e6);
        }
        _epochs(1);
    }

    function _balance(address who) private view returns (uint256) {
        return commons.cash().balanceOf(who);
    }

    /* SEATS */

    function test_P2_ofSeveralSeatsTheLastToEndCountsInWhateverOrderThatIsNoticed() public {
        commons.seat(2, BO);
        uint256 first = commons.coops(1).memberOf(BO).id;
        uint256 second = commons.coops(2).memberOf(BO).id;
        _earn(2);
        commons.coops(2).resign(BO);
        _gift(100e6);
        _epochs(1);
        commons.coops(1).resign(BO);
        _gift(100e6);
        _epochs(3);
        uint256 due = fund.due(BO);
        _equal(due, 45e6 * 3, "two months with two seats, one with one");
        // the later end is noticed first
        phyle.unseat(address(commons.coops(1)), first);
        _equal(fund.due(BO), due, "noticed");
        address other = address(commons.coops(2));
        VM.expectRevert(abi.encodeWithSelector(IPhyle.NotSeated.selector, other, second));
        phyle.unseat(other, second);
        _equal(fund.claimFor(BO), due, "paid");
        _equal(phyle.heads(), 1, "heads");
        _epochs(1);
        _equal(fund.due(BO), 0, "no more");
    }

    function test_I4_hoppingBetweenCoopsEarnsNothingTwice() public {
        for (uint256 i; i < 8; ++i) {
            _earn(1);
            uint256 from = 1 + (i % 2);
            commons.coops(from).resign(BO);
            uint256 due = fund.due(BO);
            commons.seat(3 - from, BO);
            _equal(fund.due(BO), due, "moving changes nothing that is owed");
            if (i % 3 == 0) fund.settle(BO);
            _equal(phyle.heads(), 2, "one head");
        }
        _epochs(3);
        fund.closeEpoch();
        uint256 ofAda = fund.claimFor(ADA);
        uint256 ofBo = fund.claimFor(BO);
        _check(ofBo <= ofAda, "never more than who stayed");
        _check(commons.cash().balanceOf(address(fund)) >= fund.tracked(), "covered");
    }

    function test_I4_aSeatTakenAndGivenUpInOneSecondEarnsNothing() public {
        _earn(1);
        fund.claimFor(BO);
        for (uint256 i; i < 3; ++i) {
            uint256 id = commons.coops(1).memberOf(BO).id;
            commons.coops(1).resign(BO);
            phyle.unseat(address(commons.coops(1)), id);
            commons.seat(1, BO);
            fund.settle(BO);
        }
        _equal(phyle.headOf(BO).spell, 1, "spells that earned or were counted");
        _equal(fund.due(BO), 0, "nothing");
        _gift(100e6);
        _epochs(1);
        _equal(fund.due(BO), 0, "nor for the epoch that ran");
        _equal(fund.due(ADA), 45e6 + 90e6, "which is Ada's");
    }

    /// @dev Whatever anybody calls for Bo, and when, changes nothing that Bo gets in all.
    function testFuzz_I10_foreignCallsChangeNothingThatIsPaid(uint256 seed) public {
        commons.seat(2, ADA);
        for (uint256 i; i < 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            if (seed % 3 == 0) _gift(1 + ((seed >> 8) % 1e9));
            if ((seed >> 40) % 2 == 0) fund.claimFor(BO);
            if ((seed >> 41) % 3 == 0) fund.settle(BO);
            if ((seed >> 43) % 3 == 0) phyle.settle(BO);
            VM.warp(block.timestamp + 1 + ((seed >> 48) % 50 days));
        }
        fund.claimFor(ADA);
        fund.claimFor(BO);
        _equal(_balance(BO), _balance(ADA), "equal heads, equal pay");
    }

    /// @dev A co-op whose roll says whatever it likes seats and unseats somebody as often as it can pay for.
    function test_I16_aHostileCoopThatSeatsSomebodyOftenMakesNoClaimDear() public {
        _earn(2);
        commons.coops(1).resign(BO);
        _epochs(1);
        phyle.settle(BO);
        uint256 due = fund.due(BO);
        StandInCoop hostile = commons.coops(2);
        for (uint256 i; i < HOSTILE_SPELLS; ++i) {
            uint256 id = hostile.admit(BO, 0);
            phyle.seat(address(hostile), BO);
            hostile.resign(BO);
            phyle.unseat(address(hostile), id);
        }
        _equal(phyle.headOf(BO).spell, 1, "what never earned is written over");
        uint256 gas = gasleft();
        _equal(fund.claimFor(BO), due, "all that was earned");
        _check(gas - gasleft() < 300_000, "at the cost of a claim");
    }

    /// @dev A spell that was counted before its end was noticed has money to give back, and is kept.
    function test_I16_whoHasManySpellsIsPaidInParts() public {
        _earn(1);
        StandInCoop hostile = commons.coops(1);
        uint256 id = hostile.memberOf(BO).id;
        for (uint256 i; i < 70; ++i) {
            hostile.resign(BO);
            _epochs(2);
            phyle.unseat(address(hostile), id);
            id = hostile.admit(BO, 0);
            phyle.seat(address(hostile), BO);
            _epochs(2);
            _gift(100e6);
        }
        _epochs(2);
        _equal(phyle.headOf(BO).spell, 70, "spells");
        fund.closeEpoch();
        uint256 ofAda = fund.claimFor(ADA);
        uint256 paid;
        for (uint256 i; i < 2; ++i) {
            uint256 due = fund.due(BO);
            uint256 gas = gasleft();
            uint256 got = fund.claimFor(BO);
            _check(gas - gasleft() < 3_000_000, "each part at a cost that is bounded");
            _equal(got, due, "what is shown is what is paid");
            paid += got;
        }
        _check(paid != 0 && paid <= ofAda, "all, and no more than who stayed");
        _equal(fund.due(BO), 0, "nothing is left");
        _check(commons.cash().balanceOf(address(fund)) >= fund.tracked(), "covered");
    }

    /* SECONDS */

    function test_P2_theSecondsAroundTheEndOfAnEpoch() public {
        address[4] memory who = [address(0xe1), address(0xe2), address(0xe3), address(0xe4)];
        VM.warp(phyle.epochStart(3) - 1);
        commons.seat(0, who[0]);
        VM.warp(phyle.epochStart(3));
        commons.seat(1, who[1]);
        _equal(phyle.epoch(), 3, "the first second belongs to the new epoch");
        _equal(phyle.headOf(who[0]).earnsFrom, 3, "the last second of 2 is in time for 3");
        _equal(phyle.headOf(who[1]).earnsFrom, 4, "the first of 3 is not");
        commons.seat(2, who[2]);
        commons.seat(2, who[3]);
        VM.warp(phyle.epochStart(5) - 1);
        commons.coops(2).resign(who[2]);
        VM.warp(phyle.epochStart(5));
        commons.coops(2).resign(who[3]);
        _equal(phyle.settle(who[2]).earnsTo, 3, "not for the whole of 4");
        _equal(phyle.settle(who[3]).earnsTo, 4, "for the whole of 4");
    }

    function test_theFundAndThePhyleReadTheSameClock() public {
        uint256 start = phyle.start();
        VM.warp(start);
        _equal(phyle.epoch(), 0, "the first second");
        uint256 endsAt = phyle.epochStart(1);
        VM.warp(endsAt - 1);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.EpochNotOver.selector, 0, endsAt));
        fund.closeEpoch();
        VM.warp(endsAt);
        fund.closeEpoch();
        _equal(fund.closedEpochs(), phyle.epoch(), "closed");
    }

    /* TOKENS */

    function test_I16_aBlacklistedPersonWhoLeftUnnoticedCollectsElsewhere() public {
        BlacklistingToken token = new BlacklistingToken();
        _on(address(token));
        _earn(2);
        commons.coops(1).resign(BO);
        _epochs(3);
        uint256 due = fund.due(BO);
        token.refuseTo(BO, true);
        VM.expectRevert(abi.encodeWithSelector(BlacklistingToken.NotServed.selector, BO));
        fund.claimFor(BO);
        _equal(fund.due(BO), due, "a claim that fails takes nothing");
        _equal(phyle.headOf(BO).seats, 1, "and books nothing");
        fund.settle(BO);
        _equal(fund.due(BO), due, "settling pays nobody and needs no token");
        VM.prank(BO);
        _equal(fund.claimTo(SAFE), due, "elsewhere");
        _equal(fund.claimFor(ADA), due, "and Ada as ever");
    }

    function testFuzz_I4_aClaimThatIsReenteredPaysOnce(uint8 which, bool early) public {
        ReenteringToken token = new ReenteringToken();
        _on(address(token));
        _earn(2);
        bytes[5] memory calls = [
            abi.encodeCall(fund.claimFor, (BO)),
            abi.encodeCall(fund.settle, (BO)),
            abi.encodeCall(fund.closeEpoch, ()),
            abi.encodeCall(fund.skim, ()),
            abi.encodeCall(phyle.settle, (BO))
        ];
        uint256 call = which % 5;
        uint256 due = fund.due(BO);
        token.comeEarly(early);
        token.arm(call == 4 ? address(phyle) : address(fund), calls[call], false);
        _equal(fund.claimFor(BO), due, "paid");
        _check(token.called(), "reentered");
        _equal(_balance(BO), due, "once");
        _equal(fund.due(BO), 0, "nothing left");
        _equal(fund.claimFor(ADA), due, "Ada too");
        _check(_balance(address(fund)) >= fund.tracked(), "covered");
    }

    /* WORDS */

    function testFuzz_headWord(uint16[2] calldata a, uint32[3] calldata b, uint40 since) public pure {
        HeadWord word = HeadWords.pack(a[0], a[1], b[0], b[1], b[2], since);
        _equal(word.seats(), a[0], "seats");
        _equal(word.spell(), a[1], "spell");
        _equal(word.earnsFrom(), b[0], "earnsFrom");
        _equal(word.earnsTo(), b[1], "earnsTo");
        _equal(word.countedTo(), b[2], "countedTo");
        _check(word.exists() == (since != 0) && word.runs() == (b[1] == type(uint32).max), "since and end");
    }

    /// @dev The word is read from storage as it lies there, and must say what the struct says.
    function testFuzz_theHeadInStorageReadsAsItsWord(uint256 seed) public {
        for (uint256 i; i < 8; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 coop = 1 + (seed % 2);
            bool belongs = commons.coops(coop).isMember(BO);
            if ((seed >> 8) % 2 == 0 && !belongs) commons.seat(coop, BO);
            if ((seed >> 8) % 2 == 1 && belongs) commons.coops(coop).resign(BO);
            VM.warp(block.timestamp + ((seed >> 16) % 40 days));
            HeadWord shown = phyle.headAsSettledInWord(BO);
            HeadWord word = phyle.settleInWord(BO);
            _equal(uint168(HeadWord.unwrap(word)), HeadWord.unwrap(shown), "as foreseen");
            IPhyle.Head memory head = phyle.headOf(BO);
            HeadWord packed = HeadWords.pack(
                head.seats,
                head.spell,
                head.earnsFrom,
                head.earnsTo,
                head.countedTo,
                head.since
            );
            uint256 whole = HeadWord.unwrap(packed) | (uint256(head.lastEnd) << 168);
            _equal(HeadWord.unwrap(word), whole, "as the struct");
        }
    }

    function testFuzz_accountWord(uint96 upTo, uint96 owed, uint16 spells, bool started, uint96 rise) public pure {
        VM.assume(uint256(owed) + rise <= type(uint96).max && uint256(upTo) + rise <= type(uint96).max);
        VM.assume(spells < type(uint16).max);
        AccountWord word = AccountWord.wrap(upTo | (uint256(owed) << 96) | (uint256(spells) << 192));
        if (started) word = word.asStarted();
        AccountWord risen = word.risenTo(uint256(upTo) + rise);
        _equal(risen.upTo(), uint256(upTo) + rise, "up to");
        _equal(risen.owed(), uint256(owed) + rise, "owed");
        _check(risen.spells() == spells && risen.started() == started, "the rest stands");
        AccountWord booked = word.booked(uint256(upTo) + rise, rise);
        _equal(AccountWord.unwrap(booked), AccountWord.unwrap(risen), "booked whole");
        AccountWord over = risen.withSpellOver();
        _check(over.spells() == uint256(spells) + 1 && !over.started(), "a spell over");
        _check(over.owed() == risen.owed() && over.upTo() == risen.upTo(), "and the sums stand");
        AccountWord paid = risen.asPaid();
        _check(paid.owed() == 0 && paid.upTo() == risen.upTo(), "paid");
        _check(paid.spells() == spells && paid.started() == started, "and the rest stands");
    }

    function testFuzz_incomeWord(uint96 allotted, uint96 more, uint96 index, uint32 closed, uint8 rows) public pure {
        VM.assume(uint256(allotted) + more <= type(uint96).max);
        IncomeWord word = IncomeWord.wrap(0).withRows(rows).withClose(allotted, 0, 0).withClose(more, index, closed);
        _equal(word.allotted(), uint256(allotted) + more, "allotted");
        _equal(word.index(), index, "index");
        _equal(word.closed(), closed, "closed");
        _equal(word.rows(), rows, "rows");
        IncomeWord less = word.withLess(allotted);
        _equal(less.allotted(), more, "less");
        _equal(IncomeWord.unwrap(less) >> 96, IncomeWord.unwrap(word) >> 96, "and the rest stands");
        _equal(word.withRows(3).rows(), 3, "rows anew");
    }

    /// @dev More money than any token has: what one head was allotted in all no longer fits, and nobody is locked out.
    function test_I16_anIndexThatHasRunFullLocksNobodyOut() public {
        commons.coops(1).resign(BO);
        phyle.settle(BO);
        uint256 most = type(uint96).max;
        for (uint256 i; i < 3; ++i) {
            _epochs(1);
            _gift(most - fund.tracked());
            _epochs(1);
            uint256 due = fund.due(ADA);
            _equal(fund.claimFor(ADA), due, "paid");
            commons.root().act(
                address(fund),
                abi.encodeCall(ICommonsFund.spendReserve, (SAFE, fund.reserve(), bytes32(0)))
            );
        }
        _equal(fund.indexAt(phyle.epoch()), most, "full");
        _check(fund.undistributed() != 0, "the rest waits");
        _epochs(2);
        fund.closeEpoch();
        _equal(fund.claimFor(ADA), 0, "and nothing fails");
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {VM} from "../kit/Vm.sol";
import {FundTest} from "./FundTest.sol";

/// @notice How the basic income goes: who earns in which epoch, and what is paid.
contract BasicIncomeTest is FundTest {
    function test_closeEpoch_onlyWhatHasEnded() public {
        uint256 endsAt = commons.phyle().epochStart(1);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.EpochNotOver.selector, 0, endsAt));
        fund.closeEpoch();
        _epochs(3);
        fund.closeEpoch();
        _equal(fund.closedEpochs(), 3, "several as one");
    }

    function test_FND4_I9_aNewcomerEarnsFromTheFirstWholeEpoch() public {
        _epochs(1);
        _gift(100e6);
        commons.seat(1, BO);
        _epochs(1);
        fund.closeEpoch();
        _equal(fund.due(ADA), 90e6, "Ada earned");
        _equal(fund.due(BO), 0, "Bo was not there for the whole");
        _gift(100e6);
        _epochs(1);
        _equal(fund.due(BO), 45e6, "shown before the close");
        VM.prank(BO);
        _equal(fund.claim(), 45e6, "paid");
        VM.prank(ADA);
        _equal(fund.claim(), 135e6, "I10: and the same to Ada");
    }

    function test_I9_severalEpochsClosedAsOneGoToThoseWhoEarnInTheFirst() public {
        _epochs(1);
        _gift(100e6);
        commons.seat(1, BO);
        _epochs(3);
        _equal(fund.due(ADA), 90e6, "shown before the close");
        _equal(fund.due(BO), 0, "nothing to who came during the first");
        VM.prank(ADA);
        _equal(fund.claim(), 90e6, "all to who was there");
        _equal(fund.due(BO), 0, "I9: nor after the close");
        _equal(fund.closedEpochs(), 4, "all are closed");
        _equal(fund.indexAt(0), 0, "the index by epoch");
        _equal(fund.indexAt(1), 90e6, "rises in the first");
        _equal(fund.indexAt(3), 90e6, "and stands still until the last");
    }

    function test_I11_whoLeftInMonthsThatEndedUnnoticedLosesNothing() public {
        commons.seat(1, BO);
        _epochs(1);
        _gift(100e6);
        _epochs(1);
        uint256 member = commons.coops(1).memberOf(BO).id;
        commons.coops(1).resign(BO);
        _equal(fund.due(BO), 45e6, "owed before anybody closes");
        _epochs(1);
        commons.phyle().unseat(address(commons.coops(1)), member);
        _epochs(5);
        _equal(fund.due(BO), 45e6, "owed however late");
        fund.closeEpoch();
        _equal(fund.due(BO), 45e6, "owed after the close");
        _equal(fund.due(ADA), 45e6, "nobody gains by waiting");
        _equal(fund.claimFor(BO), 45e6, "and paid");
    }

    function test_unnoticedMonthsGoToTheFirstThatHasHeads() public {
        commons.coops(0).resign(ADA);
        commons.phyle().settle(ADA);
        _epochs(1);
        _gift(100e6);
        _epochs(1);
        commons.seat(1, BO);
        _epochs(2);
        commons.coops(1).resign(BO);
        commons.phyle().settle(BO);
        commons.seat(2, CHI);
        _epochs(40);
        _equal(fund.due(BO), 90e6, "Bo alone earned in the first month with heads");
        _equal(fund.claimFor(CHI), 0, "nothing to who came after");
        _equal(fund.claimFor(BO), 90e6, "paid");
    }

    function test_moneyWaitsWhereNobodyEarnedForLongerThanIsLookedAt() public {
        commons.coops(0).resign(ADA);
        commons.phyle().settle(ADA);
        _epochs(1);
        _gift(100e6);
        _epochs(101);
        commons.seat(1, BO);
        _epochs(3);
        fund.closeEpoch();
        _equal(fund.undistributed(), 90e6, "waits");
        _epochs(1);
        _equal(fund.claimFor(BO), 90e6, "for the next close");
    }

    /// @dev Bo is there for the whole of epoch 1 alone, however late somebody looks.
    function test_I8_whoLeftUnnoticedIsOwedWhatALoopSays() public {
        commons.seat(1, BO);
        uint256 waiting;
        uint256 owed;
        for (uint256 epoch; epoch < 5; ++epoch) {
            if (epoch == 2) commons.coops(1).resign(BO);
            _gift(100e6);
            waiting += 90e6;
            if (epoch != 0) {
                if (epoch == 1) owed = waiting / 2;
                waiting = 0;
            }
            _epochs(1);
            fund.closeEpoch();
            _equal(fund.due(BO), owed, "by the loop");
        }
        _equal(fund.claimFor(BO), owed, "and paid");
    }

    function test_FND4_I10_whoSettlesOftenIsPaidTheSame() public {
        commons.seat(1, BO);
        for (uint256 epoch; epoch < 4; ++epoch) {
            _gift(100e6);
            _epochs(1);
            fund.settle(BO);
        }
        uint256 paid = fund.claimFor(ADA);
        _check(paid != 0, "there is income");
        _equal(fund.claimFor(BO), paid, "Bo is paid the same");
    }

    function test_FND4_I11_leavingKeepsWhatWasEarnedAndReturnsWhatWasAllottedBeyond() public {
        commons.seat(1, BO);
        _epochs(1);
        _gift(100e6);
        _epochs(1);
        fund.closeEpoch();
        _equal(fund.due(BO), 45e6, "earned in epoch 1");
        commons.coops(1).resign(BO);
        _gift(100e6);
        _epochs(2);
        fund.closeEpoch();
        _equal(fund.due(ADA), 90e6, "nobody had noticed");
        _equal(fund.due(BO), 45e6, "Bo earns no more");
        uint256 waiting = fund.undistributed();
        fund.settle(BO);
        _equal(fund.undistributed() - waiting, 45e6, "what was allotted beyond is back");
        fund.settle(BO);
        _equal(fund.undistributed() - waiting, 45e6, "once");
        _equal(fund.claimFor(BO), 45e6, "I11: Bo's own is paid");
        _epochs(1);
        _equal(fund.due(ADA), 135e6, "and Ada shares what came back");
    }

    function test_I11_whoComesBackKeepsWhatTheyHadNotClaimed() public {
        commons.seat(1, BO);
        _epochs(1);
        _gift(100e6);
        _epochs(1);
        fund.closeEpoch();
        commons.coops(1).resign(BO);
        _epochs(2);
        commons.seat(2, BO);
        _equal(fund.due(BO), 45e6, "still owed");
        _epochs(1);
        _gift(100e6);
        _epochs(1);
        VM.prank(BO);
        _equal(fund.claim(), 45e6 + 45e6, "both spells");
    }

    function test_noHeadsTheMoneyWaits() public {
        commons.coops(0).resign(ADA);
        commons.phyle().settle(ADA);
        _gift(100e6);
        _epochs(2);
        fund.closeEpoch();
        _equal(fund.undistributed(), 90e6, "waits");
        commons.seat(1, BO);
        _epochs(2);
        VM.prank(BO);
        _equal(fund.claim(), 90e6, "for the next who earns");
    }

    function test_claim_nobodyGetsNothing() public {
        _gift(100e6);
        _epochs(2);
        VM.prank(CHI);
        _equal(fund.claim(), 0, "a stranger");
        _equal(fund.due(CHI), 0, "due of a stranger");
    }

    function test_claimTo_needsAnAddressThatIsNotTheFund() public {
        _gift(100e6);
        _epochs(2);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.RecipientInvalid.selector, address(fund)));
        fund.claimTo(address(fund));
        VM.prank(ADA);
        _equal(fund.claimTo(CHI), 90e6, "elsewhere");
        _equal(euro.balanceOf(CHI), 90e6, "arrived");
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {HoldingWord} from "../../contracts/libraries/HoldingWord.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Source} from "../../contracts/types/Source.sol";
import {VM} from "../kit/Vm.sol";
import {FundTest} from "./FundTest.sol";

/// @notice Who may do what with common cash, and how income is split.
contract CommonsFundTest is FundTest {
    function _paid(uint256 series) private view returns (uint256) {
        return fund.paidOf(SeriesId.wrap(series));
    }

    /// @dev Series of `units` each, all bought now; by default endorsed.
    function _series(uint256 count, uint40 units, bool endorsed) private {
        uint256 first = bonds.seriesCount() + 1;
        for (uint256 i; i < count; ++i) commons.float(commons.terms(units, uint96(units * 1e6)), endorsed);
        VM.warp(block.timestamp + 1 days);
        for (uint256 i; i < count; ++i) commons.fillUp(SeriesId.wrap(first + i));
        VM.warp(block.timestamp + 12 days);
        for (uint256 i; i < count; ++i) bonds.buy(SeriesId.wrap(first + i));
    }

    function _rootDoes(bytes memory data, bytes memory expected) private {
        address root = address(commons.root());
        VM.prank(root);
        if (expected.length != 0) VM.expectRevert(expected);
        (bool ok, ) = address(fund).call(data);
        _check(ok || expected.length != 0, "the root's decision");
    }

    /* WHO MAY */

    function test_pour_refusals() public {
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.NothingPoured.selector));
        fund.pour(0, Source.GIFT, 0);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.UnknownMachine.selector, 7));
        fund.pour(1, Source.MACHINE, 7);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.OnlyLicences.selector, address(this)));
        fund.pour(1, Source.LICENCE, 7);
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.LevyNotFromACoop.selector, address(this)));
        fund.pour(1, Source.LEVY, 7);
        uint256 tooMuch = uint256(type(uint96).max) + 1;
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.AmountTooLarge.selector, tooMuch));
        fund.pour(tooMuch, Source.GIFT, 0);
    }

    function test_pour_licencesAndLevies() public {
        commons.fill(commons.LICENCES(), 10e6);
        VM.prank(commons.LICENCES());
        fund.pour(10e6, Source.LICENCE, 1);
        commons.fill(address(commons.coops(1)), 5e6);
        commons.coops(1).act(address(fund), abi.encodeCall(fund.pour, (5e6, Source.LEVY, 2026)));
        _equal(fund.tracked(), 15e6, "tracked");
    }

    function test_onlyBondsMovesTheMoneyOfBonds() public {
        bytes memory refused = abi.encodeWithSelector(ICommonsFund.OnlyBonds.selector, address(this));
        ICommonsFund.Purchase memory purchase;
        VM.expectRevert(refused);
        fund.collect(ADA, 1);
        VM.expectRevert(refused);
        fund.giveBack(ADA, 1);
        VM.expectRevert(refused);
        fund.payDue(SeriesId.wrap(1), HoldingWord.wrap(1), 0, ADA);
        VM.expectRevert(refused);
        fund.buy(purchase);
    }

    function test_onlyTheRootSetsThePolicyAndSpendsTheReserve() public {
        bytes memory refused = abi.encodeWithSelector(IPhyle.NotTheRoot.selector, address(this));
        ICommonsFund.Policy memory policy = fund.policy();
        _equal(policy.machineReserveBps + policy.machineBondsBps, 1_000, "default of machines");
        _equal(policy.otherBondsBps, 5_000, "default of bonds");
        _equal(policy.otherReserveBps, 1_000, "default of the reserve");
        VM.expectRevert(refused);
        fund.setPolicy(policy);
        VM.expectRevert(refused);
        fund.spendReserve(ADA, 1, 0);
        policy.otherReserveBps = 5_001;
        _rootDoes(
            abi.encodeCall(fund.setPolicy, (policy)),
            abi.encodeWithSelector(ICommonsFund.PolicyInvalid.selector, policy)
        );
        policy = ICommonsFund.Policy(0, 0, 0, 0);
        _rootDoes(abi.encodeCall(fund.setPolicy, (policy)), "");
        _gift(10e6);
        _equal(fund.undistributed(), 10e6, "a policy of zeros is a policy");
    }

    function test_spendReserve() public {
        _gift(10e6);
        _equal(fund.reserve(), 1e6, "reserve");
        _rootDoes(
            abi.encodeCall(fund.spendReserve, (BO, 1e6 + 1, bytes32("why"))),
            abi.encodeWithSelector(ICommonsFund.OverReserve.selector, 1e6 + 1, 1e6)
        );
        address[2] memory wrong = [address(0), address(fund)];
        for (uint256 i; i < 2; ++i) {
            _rootDoes(
                abi.encodeCall(fund.spendReserve, (wrong[i], 1, bytes32("why"))),
                abi.encodeWithSelector(ICommonsFund.RecipientInvalid.selector, wrong[i])
            );
        }
        _rootDoes(abi.encodeCall(fund.spendReserve, (BO, 0.4e6, bytes32("why"))), "");
        _equal(euro.balanceOf(BO), 0.4e6, "paid");
        _equal(fund.reserve(), 0.6e6, "left");
        _equal(fund.tracked(), 9.6e6, "tracked");
        _epochs(2);
        fund.closeEpoch();
    }

    function test_I3_skimBooksADirectTransferAsAGift() public {
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.NothingToSkim.selector));
        fund.skim();
        euro.mint(address(fund), 20e6);
        _equal(fund.tracked(), 0, "not tracked");
        _equal(fund.skim(), 20e6, "skimmed");
        _equal(fund.reserve(), 2e6, "reserve");
        _equal(fund.undistributed(), 18e6, "heads");
    }

    function test_FND1_I3_aDirectTransferChangesNoDue() public {
        _epochs(1);
        _gift(100e6);
        euro.mint(address(fund), 20e6);
        _epochs(1);
        _equal(fund.due(ADA), 90e6, "due before the close");
        fund.closeEpoch();
        _equal(fund.due(ADA), 90e6, "due after it");
    }

    /* SPLITTING */

    function testFuzz_FND2_I13_partsAreTheWhole(uint96 amount, uint16[4] calldata bps, bool machine) public {
        _series(3, 100, true);
        ICommonsFund.Policy memory policy;
        policy.machineBondsBps = bps[0] % 10_001;
        policy.machineReserveBps = bps[1] % (10_001 - policy.machineBondsBps);
        // what the series were sold under
        policy.otherBondsBps = 5_000 + (bps[2] % 5_001);
        policy.otherReserveBps = bps[3] % (10_001 - policy.otherBondsBps);
        _rootDoes(abi.encodeCall(fund.setPolicy, (policy)), "");
        uint256 poured = 1 + (amount % 1000e6);
        uint256 tracked = fund.tracked();
        fund.pour(poured, machine ? Source.MACHINE : Source.GIFT, machine ? 2 : 0);
        uint256 parts = _paid(1) + _paid(2) + _paid(3) + fund.reserve() + fund.undistributed();
        _equal(parts, poured, "parts");
        _equal(fund.tracked() - tracked, poured, "tracked");
        for (uint256 id = 1; id < 4; ++id) _check(_paid(id) <= 100e6, "I12: at most capDue");
    }

    function test_FND3_I12_machineIncomeOverflowsPastTheCap() public {
        _series(1, 100, false);
        fund.pour(150e6, Source.MACHINE, 1);
        _equal(_paid(1), 100e6, "capped");
        _equal(fund.reserve(), 5e6, "a tenth of the overflow");
        _equal(fund.undistributed(), 45e6, "the rest to the heads");
    }

    function test_I13_sixteenEndorsedSeriesShareExactlyInOrder() public {
        _series(16, 10, true);
        _equal(fund.endorsedSeries().length, 16, "all endorsed");
        _gift(1_000_003);
        uint256 sum;
        uint256 toBonds = 500_001;
        for (uint256 number = 1; number <= 16; ++number) {
            SeriesId id = SeriesId.wrap(number);
            uint256 expected = (toBonds * number) / 16 - (toBonds * (number - 1)) / 16;
            _equal(fund.paidOf(id), expected, "cumulative rounding in order of floating");
            sum += fund.paidOf(id);
        }
        _equal(sum, toBonds, "no unit lost");
        // five machines repay their own; their places are free for new series, in order
        for (uint256 m = 2; m <= 10; m += 2) fund.pour(20e6, Source.MACHINE, m);
        _equal(fund.endorsedSeries().length, 11, "redeemed ones share no more");
        _series(5, 10, true);
        SeriesId[] memory ids = fund.endorsedSeries();
        _equal(ids.length, 16, "again sixteen");
        for (uint256 i = 1; i < 16; ++i) _check(ids[i - 1] < ids[i], "in order");
        for (uint256 m = 2; m <= 10; m += 2) _equal(_paid(m), 10e6, "redeemed stay paid");
        _gift(1_000_003);
        _check(_paid(21) != 0, "new ones share");
    }

    function test_theEndorsedTakeNoMoreThanTheyAreDue() public {
        _series(2, 10, true);
        _gift(100e6);
        _equal(_paid(1) + _paid(2), 20e6, "all paid");
        _equal(fund.reserve(), 10e6, "reserve");
        _equal(fund.undistributed(), 70e6, "what bonds cannot take goes to the heads");
        _equal(fund.endorsedSeries().length, 0, "redeemed");
        _gift(10e6);
        _equal(fund.undistributed(), 79e6, "without endorsed series");
    }

    function test_aSeriesBoughtOutOfOrderStandsInItsPlace() public {
        commons.float(commons.terms(10, 10e6), true);
        commons.float(commons.terms(10, 10e6), true);
        VM.warp(block.timestamp + 1 days);
        commons.fillUp(SeriesId.wrap(1));
        commons.fillUp(SeriesId.wrap(2));
        VM.warp(block.timestamp + 12 days);
        bonds.buy(SeriesId.wrap(2));
        bonds.buy(SeriesId.wrap(1));
        SeriesId[] memory ids = fund.endorsedSeries();
        _check(ids[0] == SeriesId.wrap(1) && ids[1] == SeriesId.wrap(2), "order of floating");
        _gift(3);
        _gift(6);
        _equal(_paid(1), 0 + 1, "rounded down first");
        _equal(_paid(2), 1 + 2, "and made up after");
    }

    function test_I7_whatHoldersAreDueIsRoundedDown() public {
        address[4] memory holders = [ADA, BO, CHI, DEE];
        for (uint256 i = 1; i < 4; ++i) commons.seat(i % 3, holders[i]);
        SeriesId id = commons.float(commons.terms(4, 4e6), false);
        VM.warp(block.timestamp + 1 days);
        for (uint256 i; i < 4; ++i) commons.subscribe(id, holders[i], 1);
        VM.warp(block.timestamp + 12 days);
        bonds.buy(id);
        for (uint256 paid = 1; paid < 7; ++paid) {
            fund.pour(1, Source.MACHINE, 1);
            uint256 due;
            for (uint256 i; i < 4; ++i) due += bonds.dueOf(id, holders[i]);
            _check(due <= paid, "never more than is held");
            _check(paid - due < 4, "the gap is smaller than the number of holders");
        }
    }
}

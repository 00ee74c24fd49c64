// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {IMachines} from "../../contracts/commons/IMachines.sol";
import {Machines} from "../../contracts/commons/Machines.sol";
import {ICommonsFund} from "../../contracts/fund/ICommonsFund.sol";
import {HoldingWord} from "../../contracts/libraries/HoldingWord.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {MachineId} from "../../contracts/types/MachineId.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Source} from "../../contracts/types/Source.sol";
import {VM} from "../kit/Vm.sol";
import {BondsTest} from "./BondsTest.sol";

/// @notice Every state of a series, and who holds what of it.
contract CommonsBondsTest is BondsTest {
    /* SUBSCRIBING AND WITHDRAWING */

    function test_subscribe_refusals() public {
        commons.fill(ADA, 1_000e6);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.SeriesUnknown.selector, 1));
        bonds.subscribe(SeriesId.wrap(1), 1);
        ICommonsBonds.SeriesTerms memory terms = _terms();
        SeriesId id = commons.float(terms, false);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotOpenYet.selector, id, terms.opensAt));
        bonds.subscribe(id, 1);
        VM.warp(terms.opensAt);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NoUnits.selector));
        bonds.subscribe(id, 0);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.OverTheMostPerPerson.selector, id, 34, 33));
        bonds.subscribe(id, 34);
        VM.prank(EVE);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotACooperator.selector, EVE));
        bonds.subscribe(id, 1);
        commons.fillUp(id, 90);
        commons.fill(BO, 1_000e6);
        VM.prank(BO);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.OverTheMost.selector, id, 11, 10));
        bonds.subscribe(id, 11);
        VM.warp(terms.subscribeUntil);
        VM.prank(BO);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.SubscriptionOver.selector, id, terms.subscribeUntil));
        bonds.subscribe(id, 1);
    }

    function test_BND1_subscribe_whoseSeatEndedMayNot() public {
        SeriesId id = _open();
        commons.coops(0).resign(ADA);
        commons.phyle().settle(ADA);
        commons.fill(ADA, 1e6);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotACooperator.selector, ADA));
        bonds.subscribe(id, 1);
    }

    function test_subscribeWithPermit_oneSignatureOneTransaction() public {
        uint256 key = 0xca401;
        address cal = VM.addr(key);
        commons.seat(2, cal);
        SeriesId id = _open();
        euro.mint(cal, 5e6);
        bytes32 message = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                cal,
                address(fund),
                5e6,
                0,
                block.timestamp
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", euro.DOMAIN_SEPARATOR(), message));
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(key, digest);
        // somebody may carry the permit first; that stops nothing
        euro.permit(cal, address(fund), 5e6, block.timestamp, v, r, s);
        VM.prank(cal);
        bonds.subscribeWithPermit(id, 5, block.timestamp, v, r, s);
        _equal(bonds.balanceOf(cal, SeriesId.unwrap(id)), 5, "units");
        _equal(fund.tracked(), 5e6, "escrow");
    }

    function test_BND2_withdraw_notMoreThanPledged() public {
        SeriesId id = _open();
        commons.subscribe(id, ADA, 10);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.OverTheHolding.selector, id, ADA, 11, 10));
        bonds.withdraw(id, 11);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NoUnits.selector));
        bonds.withdraw(id, 0);
        ICommonsBonds.Series memory series = bonds.seriesOf(id);
        _equal(series.closesAt, series.terms.subscribeUntil + 4 days, "cooling off");
        VM.warp(series.terms.subscribeUntil - 1);
        VM.prank(ADA);
        bonds.withdraw(id, 4);
        _equal(euro.balanceOf(ADA), 4e6, "exactly what was pledged");
        VM.warp(series.closesAt);
        VM.prank(ADA);
        VM.expectRevert(
            abi.encodeWithSelector(ICommonsBonds.NotWithdrawable.selector, id, ICommonsBonds.Status.FAILED)
        );
        bonds.withdraw(id, 6);
    }

    /* STATES */

    function test_BND3_states_openFundedBoughtRedeemed() public {
        _is(SeriesId.wrap(1), ICommonsBonds.Status.NONE);
        SeriesId id = _open();
        _is(id, ICommonsBonds.Status.OPEN);
        commons.subscribe(id, ADA, 30);
        commons.subscribe(id, BO, 20);
        commons.fillUp(id);
        _is(id, ICommonsBonds.Status.OPEN);
        VM.warp(bonds.seriesOf(id).closesAt);
        _is(id, ICommonsBonds.Status.FUNDED);
        bonds.buy(id);
        _is(id, ICommonsBonds.Status.BOUGHT);
        _equal(fund.paidOf(id), 10e6, "the left-over is paid at once");
        _equal(bonds.dueOf(id, ADA), 3e6, "and due to the holders");
        _pour(95e6);
        _is(id, ICommonsBonds.Status.REDEEMED);
        _equal(fund.paidOf(id), 100e6, "I12: never more than capDue");
        VM.prank(ADA);
        _equal(bonds.take(id), 30e6, "all that is due");
        VM.prank(ADA);
        _equal(bonds.take(id), 0, "and no more");
    }

    function test_BND3_states_failedBelowTheLeast() public {
        SeriesId id = _open();
        commons.subscribe(id, ADA, 33);
        VM.warp(bonds.seriesOf(id).closesAt);
        _is(id, ICommonsBonds.Status.FAILED);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotBuyable.selector, id, ICommonsBonds.Status.FAILED));
        bonds.buy(id);
        VM.warp(block.timestamp + 3650 days);
        VM.prank(ADA);
        _equal(bonds.refund(id), 33e6, "I15: for ever, exactly");
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NoUnits.selector));
        bonds.refund(id);
    }

    function test_BND3_states_failedWhenNotBoughtInTime() public {
        SeriesId id = _funded();
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotRefundable.selector, id, ICommonsBonds.Status.FUNDED));
        bonds.refundFor(id, ADA);
        VM.warp(bonds.seriesOf(id).terms.buyBy);
        _is(id, ICommonsBonds.Status.FAILED);
        _equal(bonds.refundFor(id, ADA), 30e6, "I15: all that was paid in");
    }

    function test_BND4_MCH2_I14_buyOnceAndWithARegisterEntry() public {
        SeriesId id = _funded();
        MachineId machineId = bonds.buy(id);
        IMachines.Machine memory machine = commons.machines().machineOf(machineId);
        _equal(euro.balanceOf(commons.SUPPLIER()), machine.price, "the price, and an entry");
        _equal(machine.price, 90e6, "price");
        _equal(SeriesId.unwrap(machine.seriesId), SeriesId.unwrap(id), "series");
        _check(machine.coop == address(commons.coops(0)) && machine.boughtAt == block.timestamp, "entry");
        _check(commons.machines().owner() == address(fund), "it belongs to the fund");
        _equal(SeriesId.unwrap(fund.seriesOfMachine(machineId)), SeriesId.unwrap(id), "the fund knows whose it is");
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotBuyable.selector, id, ICommonsBonds.Status.BOUGHT));
        bonds.buy(id);
    }

    function test_take_beforeTheFirstPledge() public {
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.SeriesUnknown.selector, 1));
        bonds.take(SeriesId.wrap(1));
        SeriesId id = commons.float(_terms(), false);
        _equal(bonds.take(id), 0, "nothing is due");
        _equal(bonds.takeFor(id, ADA), 0, "nor to anybody");
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.OnlyBonds.selector, address(this)));
        fund.payDue(id, HoldingWord.wrap(0), 0, ADA);
    }

    /* POSITIONS */

    function test_MCH3_aNewerRegisterOfMachinesTakesNoIncomeFromASeries() public {
        SeriesId id = _funded();
        MachineId machineId = bonds.buy(id);
        bytes memory args = abi.encode(commons.phyle(), fund, euro, 0, 1);
        address newer = Clones.cloneWithImmutableArgs(address(new Machines()), args);
        commons.root().act(address(commons.phyle()), abi.encodeCall(IPhyle.replace, ("machines", newer)));
        SeriesId second = _funded();
        VM.expectRevert(abi.encodeWithSelector(ICommonsFund.SeriesAlreadyBought.selector, id));
        bonds.buy(second);
        _equal(SeriesId.unwrap(fund.seriesOfMachine(machineId)), SeriesId.unwrap(id), "whose machine it is");
        VM.warp(bonds.seriesOf(second).terms.buyBy);
        VM.prank(ADA);
        _equal(bonds.refund(second), 30e6, "I15: what cannot be bought is paid back");
    }

    function test_BND1_transfer_onlyOnceBoughtAndOnlyToCooperators() public {
        SeriesId id = _funded();
        VM.prank(ADA);
        VM.expectRevert(
            abi.encodeWithSelector(ICommonsBonds.NotTransferable.selector, id, ICommonsBonds.Status.FUNDED)
        );
        bonds.transfer(BO, SeriesId.unwrap(id), 1);
        bonds.buy(id);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotACooperator.selector, EVE));
        bonds.transfer(EVE, SeriesId.unwrap(id), 1);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.OverTheHolding.selector, id, ADA, 31, 30));
        bonds.transfer(BO, SeriesId.unwrap(id), 31);
        commons.coops(1).resign(BO);
        VM.prank(ADA);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotACooperator.selector, BO));
        bonds.transfer(BO, SeriesId.unwrap(id), 1);
        VM.prank(BO);
        bonds.transfer(ADA, SeriesId.unwrap(id), 20);
        _equal(bonds.balanceOf(ADA, SeriesId.unwrap(id)), 50, "who left may sell, not buy");
        _equal(bonds.dueOf(id, BO), 2e6, "I5: and keeps what was due");
    }

    function test_transferFrom_withAllowanceOrAsOperator() public {
        SeriesId id = _funded();
        bonds.buy(id);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.OverTheAllowance.selector, address(this), 5, 0));
        bonds.transferFrom(ADA, BO, SeriesId.unwrap(id), 5);
        VM.prank(ADA);
        bonds.approve(address(this), SeriesId.unwrap(id), 5);
        bonds.transferFrom(ADA, BO, SeriesId.unwrap(id), 2);
        _equal(bonds.allowance(ADA, address(this), SeriesId.unwrap(id)), 3, "allowance");
        VM.prank(ADA);
        bonds.setOperator(address(this), true);
        bonds.transferFrom(ADA, BO, SeriesId.unwrap(id), 28);
        _equal(bonds.balanceOf(BO, SeriesId.unwrap(id)), 50, "moved");
        _equal(bonds.allowance(ADA, address(this), SeriesId.unwrap(id)), 3, "an operator uses no allowance");
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.HolderInvalid.selector, address(0)));
        bonds.approve(address(0), SeriesId.unwrap(id), 1);
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.HolderInvalid.selector, address(0)));
        bonds.setOperator(address(0), true);
        _check(bonds.supportsInterface(type(IERC6909).interfaceId), "ERC-6909");
        _check(bonds.supportsInterface(type(IERC165).interfaceId), "ERC-165");
    }

    function testFuzz_BND5_I5_aTransferKeepsBothHistories(
        uint32 before,
        uint32 between,
        uint8 units,
        bool take
    ) public {
        SeriesId id = _funded();
        bonds.buy(id);
        _pour(1 + (before % 40e6));
        if (take) bonds.takeFor(id, ADA);
        uint256[2] memory history = [_history(id, ADA), _history(id, BO)];
        VM.prank(ADA);
        bonds.transfer(BO, SeriesId.unwrap(id), units % 31);
        _equal(_history(id, ADA), history[0], "giver");
        _equal(_history(id, BO), history[1], "taker");
        _pour(1 + (between % 40e6));
        uint256 sum = _history(id, ADA) + _history(id, BO);
        uint256 half = fund.paidOf(id) / 2;
        _check(sum <= half && half - sum < 2, "I7: the gap is below the number of holders");
    }

    function testFuzz_BND5_I4_takingLateOrEarlyIsTheSame(uint24[5] calldata pours, uint8 when) public {
        SeriesId id = _funded();
        bonds.buy(id);
        uint256 total;
        for (uint256 i; i < 5; ++i) {
            _pour(1 + uint256(pours[i]));
            if ((when >> i) & 1 == 1) total += bonds.takeFor(id, ADA);
        }
        total += bonds.takeFor(id, ADA);
        _equal(total, (fund.paidOf(id) * 30) / 100, "the same in the end");
    }

    function _history(SeriesId id, address who) private view returns (uint256) {
        return bonds.dueOf(id, who) + bonds.takenOf(id, who);
    }

    function _pour(uint256 amount) private {
        commons.fill(address(this), amount);
        euro.approve(address(fund), amount);
        fund.pour(amount, Source.MACHINE, 1);
    }
}

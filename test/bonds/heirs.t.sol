// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {MachineId} from "../../contracts/types/MachineId.sol";
import {SeriesId} from "../../contracts/types/SeriesId.sol";
import {Source} from "../../contracts/types/Source.sol";
import {Phyle} from "../../contracts/phyle/Phyle.sol";
import {IHeirs} from "../../contracts/phyle/IHeirs.sol";
import {VM} from "../kit/Vm.sol";
import {BondsTest} from "./BondsTest.sol";

/// @notice What a person held and was owed passes to their heir, whole, and to nobody else.
contract HeirsOfBondsTest is BondsTest {
    address private constant HEIR = address(0x4e14);
    address private constant PURSE = address(0x9042e);
    bytes32 private constant PROOF = sha256("certificate of inheritance");

    Phyle private phyle;

    function setUp() public override {
        super.setUp();
        phyle = commons.phyle();
    }

    function _name(uint256 coop, address person, address heir) private {
        bytes memory call_ = abi.encodeCall(IHeirs.nameHeir, (person, heir, PROOF));
        commons.coops(coop).act(address(phyle), call_);
    }

    /// @dev Ada died, and the estate passed on.
    function _passed() private {
        _name(0, ADA, HEIR);
        VM.warp(block.timestamp + 30 days);
        phyle.passOn(ADA);
    }

    function _earn(MachineId machineId, uint256 amount) private {
        commons.fill(address(this), amount);
        euro.approve(address(fund), type(uint256).max);
        fund.pour(amount, Source.MACHINE, MachineId.unwrap(machineId));
    }

    function _bought() private returns (SeriesId id, MachineId machineId) {
        id = _funded();
        machineId = bonds.buy(id);
        _earn(machineId, 40e6);
    }

    function _notTheHeir(address caller) private {
        VM.expectRevert(abi.encodeWithSelector(IHeirs.NotTheHeir.selector, ADA, caller));
        VM.prank(caller);
    }

    function test_BND9_inheritFrom_movesBondsAndPaysWhatWasDue() public {
        (SeriesId id, MachineId machineId) = _bought();
        uint256 due = bonds.dueOf(id, ADA);
        uint256 dueOfBo = bonds.dueOf(id, BO);
        _check(due != 0, "something is due");
        _passed();
        VM.prank(HEIR);
        _equal(bonds.inheritFrom(id, ADA, PURSE), due, "paid");
        _equal(euro.balanceOf(PURSE), due, "to where the heir said");
        _equal(bonds.balanceOf(HEIR, SeriesId.unwrap(id)), 30, "the bonds");
        _equal(bonds.balanceOf(ADA, SeriesId.unwrap(id)), 0, "none are left");
        _equal(bonds.dueOf(id, HEIR), 0, "I4: nothing twice");
        _equal(bonds.dueOf(id, BO), dueOfBo, "nobody else's moves");

        _earn(machineId, 40e6);
        _equal(bonds.dueOf(id, HEIR), 12e6, "I5, I8: as they would have been due");
        _equal(bonds.dueOf(id, ADA), 0, "and no more to whom they were");
        VM.prank(HEIR);
        bonds.take(id);
        VM.prank(HEIR);
        _equal(bonds.inheritFrom(id, ADA, PURSE), 0, "a second time brings nothing");
        _equal(euro.balanceOf(HEIR), 12e6, "taken");
    }

    function test_BND9_theHeirSellsAndDoesNotBuy() public {
        (SeriesId id, ) = _bought();
        _passed();
        VM.prank(HEIR);
        bonds.inheritFrom(id, ADA, HEIR);
        VM.prank(HEIR);
        bonds.transfer(BO, SeriesId.unwrap(id), 10);
        _equal(bonds.balanceOf(BO, SeriesId.unwrap(id)), 30, "sold");
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotACooperator.selector, HEIR));
        VM.prank(BO);
        bonds.transfer(HEIR, SeriesId.unwrap(id), 1);
    }

    function test_BND9_inheritFrom_refundsWhatFailed() public {
        SeriesId id = _open();
        commons.subscribe(id, ADA, 30);
        _name(0, ADA, HEIR);
        VM.warp(block.timestamp + 5 days);
        VM.expectRevert(abi.encodeWithSelector(IHeirs.EstateHeld.selector, ADA));
        bonds.refundFor(id, ADA);
        VM.warp(block.timestamp + 25 days);
        phyle.passOn(ADA);
        _is(id, ICommonsBonds.Status.FAILED);
        VM.prank(HEIR);
        _equal(bonds.inheritFrom(id, ADA, PURSE), 30e6, "I15: what was paid in");
        VM.expectRevert(ICommonsBonds.NoUnits.selector);
        VM.prank(HEIR);
        bonds.inheritFrom(id, ADA, PURSE);
    }

    function test_BND9_nobodyTakesAPledgeBackForAnother() public {
        _passed();
        SeriesId id = _open();
        VM.expectRevert(abi.encodeWithSelector(ICommonsBonds.NotTransferable.selector, id, ICommonsBonds.Status.OPEN));
        VM.prank(HEIR);
        bonds.inheritFrom(id, ADA, PURSE);
    }

    function test_BND9_onlyTheHeir_andOnlyOnceItPassedOn() public {
        (SeriesId id, ) = _bought();
        _notTheHeir(HEIR);
        bonds.inheritFrom(id, ADA, PURSE);
        _name(0, ADA, HEIR);
        VM.warp(block.timestamp + 31 days);
        _notTheHeir(HEIR);
        bonds.inheritFrom(id, ADA, PURSE);
        phyle.passOn(ADA);
        _notTheHeir(EVE);
        bonds.inheritFrom(id, ADA, PURSE);
        _notTheHeir(address(commons.coops(0)));
        bonds.inheritFrom(id, ADA, PURSE);
    }

    function test_BND9_FND8_nobodySendsItToTheDeadWallet() public {
        (SeriesId id, ) = _bought();
        _name(0, ADA, HEIR);
        VM.expectRevert(abi.encodeWithSelector(IHeirs.EstateHeld.selector, ADA));
        bonds.takeFor(id, ADA);
        VM.expectRevert(abi.encodeWithSelector(IHeirs.EstateHeld.selector, ADA));
        fund.claimFor(ADA);
        VM.prank(ADA);
        bonds.takeFor(id, ADA);
        bonds.takeFor(id, BO);
    }

    function test_PHY16_whoLivesKeepsAll() public {
        (SeriesId id, ) = _bought();
        _name(0, ADA, HEIR);
        VM.warp(block.timestamp + 29 days);
        VM.prank(ADA);
        phyle.dismissHeir(ADA);
        VM.warp(block.timestamp + 2 days);
        VM.expectRevert(abi.encodeWithSelector(IHeirs.NoHeirNamed.selector, ADA));
        phyle.passOn(ADA);
        _notTheHeir(HEIR);
        bonds.inheritFrom(id, ADA, PURSE);
        VM.prank(ADA);
        _check(bonds.take(id) != 0, "collects as before");
        _check(phyle.isCooperator(ADA), "has the seat");
    }

    /* INCOME */

    function test_I11_FND8_inheritFrom_paysWhatWasEarnedUntilThen() public {
        commons.fill(address(this), 1e9);
        euro.approve(address(fund), type(uint256).max);
        VM.warp(block.timestamp + commons.EPOCH());
        fund.pour(100e6, Source.GIFT, 0);
        VM.warp(block.timestamp + commons.EPOCH());
        uint256 due = fund.due(ADA);
        _equal(due, 45e6, "one of two, after the reserve");
        _name(0, ADA, HEIR);
        VM.warp(block.timestamp + 30 days);
        phyle.passOn(ADA);
        _equal(fund.due(ADA), due, "I11: what was earned stays");
        VM.warp(block.timestamp + commons.EPOCH());
        fund.pour(100e6, Source.GIFT, 0);
        VM.warp(block.timestamp + commons.EPOCH());
        _notTheHeir(EVE);
        fund.inheritFrom(ADA, PURSE);
        VM.prank(HEIR);
        _equal(fund.inheritFrom(ADA, PURSE), due, "and nothing after that is earned");
        _equal(euro.balanceOf(PURSE), due, "paid");
        VM.prank(HEIR);
        _equal(fund.inheritFrom(ADA, PURSE), 0, "once");
        _equal(fund.due(BO), 135e6, "I10: the others share what comes later");
        _equal(fund.due(HEIR), 0, "the heir is no head");
    }

    function test_PHY17_nobodySitsDownAgainForTheDead() public {
        _passed();
        _equal(phyle.headOf(ADA).seats, 0, "no seat");
        address coop = address(commons.coops(0));
        VM.expectRevert(abi.encodeWithSelector(IHeirs.PassedOnAlready.selector, ADA));
        phyle.seat(coop, ADA);
        VM.prank(ADA);
        phyle.dismissHeir(ADA);
        phyle.seat(coop, ADA);
        _check(phyle.isCooperator(ADA), "who turns out to live sits down again");
    }
}

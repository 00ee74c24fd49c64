// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {IMembership} from "../../contracts/membership/IMembership.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {Phyle} from "../../contracts/phyle/Phyle.sol";
import {ClassDef, ClassFlags} from "../../contracts/types/Classes.sol";
import {Source} from "../../contracts/types/Source.sol";
import {Commons} from "../fund/Commons.sol";
import {Checks, VM} from "../kit/Vm.sol";

/// @notice A co-op that moved to a roll of its own code: everybody is on it, under the id that it says, and it answers
/// as it likes.
contract HostileCoop {
    enum Mood {
        ANSWERS,
        REVERTS,
        BURNS,
        SAYS_LITTLE
    }

    Mood public mood;
    uint32 public id = 1;
    uint48 public left;

    function turn(Mood mood_) external {
        mood = mood_;
    }

    function number(uint32 id_) external {
        id = id_;
    }

    function date(uint48 left_) external {
        left = left_;
    }

    function memberOf(address) external view returns (IMembership.Member memory member) {
        if (mood == Mood.REVERTS) revert("no");
        while (mood == Mood.BURNS) {}
        if (mood == Mood.SAYS_LITTLE) {
            assembly {
                return(0, 32)
            }
        }
        return IMembership.Member(id, 0, 1, left, 0, 0);
    }

    function wordOf(address) external view returns (uint256) {
        if (mood == Mood.REVERTS) revert("no");
        while (mood == Mood.BURNS) {}
        return id | (uint256(1) << 40) | (uint256(left) << 88);
    }

    function formerMember(uint256 id_) external view returns (IMembership.Member memory) {
        if (mood == Mood.REVERTS) revert("no");
        while (mood == Mood.BURNS) {}
        return IMembership.Member(uint32(id_), 0, 1, left, 0, 0);
    }

    function membership() external view returns (address) {
        return address(this);
    }

    function statutes() external view returns (address) {
        return address(this);
    }

    function classOf(uint8) external pure returns (ClassDef memory) {
        return ClassDef("class", 5_000, ClassFlags.USER | ClassFlags.COOPERATOR);
    }
}

/// @notice What a co-op of hostile code can do to a person of other co-ops.
contract HostileRollTest is Checks {
    address private constant ADA = address(0xada);
    address private constant BO = address(0xb0);

    Commons private commons;
    CommonsFund private fund;
    Phyle private phyle;
    HostileCoop private hostile;

    function setUp() public {
        VM.warp(1_800_000_000);
        commons = new Commons(address(new DemoEuro()));
        (fund, phyle) = (commons.fund(), commons.phyle());
        commons.seat(0, ADA);
        commons.seat(1, BO);
        hostile = new HostileCoop();
        commons.root().admit(address(hostile), 0);
        phyle.enter(address(hostile), address(commons.root()));
    }

    function _earn() private {
        VM.warp(block.timestamp + 31 days);
        commons.fill(address(this), 200e6);
        commons.cash().approve(address(fund), 200e6);
        fund.pour(200e6, Source.GIFT, 0);
        VM.warp(block.timestamp + 30 days);
    }

    function _claimsAs(HostileCoop.Mood mood) private {
        phyle.seat(address(hostile), ADA);
        _earn();
        uint256 due = fund.due(ADA);
        _check(due > 0, "income is due");
        hostile.turn(mood);
        _equal(fund.due(ADA), due, "due stays");
        _check(phyle.isCooperator(ADA), "still a cooperator");
        phyle.isSettledUser(ADA);
        VM.prank(ADA);
        _equal(fund.claim{gas: 1_500_000}(), due, "claimed");
        _check(phyle.isCooperator(ADA), "still a cooperator");
    }

    function test_I16_aRollThatRevertsBlocksNoClaim() public {
        _claimsAs(HostileCoop.Mood.REVERTS);
    }

    function test_I16_aRollThatBurnsGasBlocksNoClaim() public {
        _claimsAs(HostileCoop.Mood.BURNS);
    }

    function test_I16_aRollThatSaysTooLittleBlocksNoClaim() public {
        _claimsAs(HostileCoop.Mood.SAYS_LITTLE);
    }

    function test_I16_aPersonOfNoOtherCoopCollectsWhatWasEarned() public {
        address cy = address(0xc1);
        phyle.seat(address(hostile), cy);
        _earn();
        fund.closeEpoch();
        uint256 due = fund.due(cy);
        _check(due > 0, "income is due");
        hostile.turn(HostileCoop.Mood.REVERTS);
        VM.prank(cy);
        _equal(fund.claim(), due, "claimed");
    }

    function test_I16_aRollCannotSeatAPersonOverAndOver() public {
        phyle.seat(address(hostile), ADA);
        hostile.number(2);
        // the first membership is known as a former one that has not ended
        VM.expectRevert(abi.encodeWithSelector(IPhyle.AlreadySeated.selector, address(hostile), 1));
        phyle.seat(address(hostile), ADA);
        _equal(phyle.headOf(ADA).seats, 2, "seats");
    }

    function test_P2_aMembershipWithoutANumberHasNoSeat() public {
        hostile.number(0);
        VM.expectRevert(abi.encodeWithSelector(IPhyle.NotACooperatorClass.selector, address(hostile), 0));
        phyle.seat(address(hostile), ADA);
    }

    function test_P2_nobodyEndsASeatByGivingItsRollTooLittleGas() public {
        phyle.seat(address(hostile), ADA);
        (bool ok, ) = address(phyle).call{gas: 90_000}(abi.encodeCall(phyle.settle, (ADA)));
        _check(!ok, "too little gas");
        _equal(phyle.headOf(ADA).seats, 2, "seats");
    }

    function test_I7_aLeavingDatedAheadEarnsNothingMore() public {
        address ghost = address(0x6057);
        phyle.seat(address(hostile), ghost);
        _earn();
        hostile.date(uint48(block.timestamp + 3_650 days));
        phyle.unseat(address(hostile), 1);
        fund.closeEpoch();
        uint256 earned = fund.due(ghost);
        _earn();
        _earn();
        _equal(fund.due(ghost), earned, "earned");
    }
}

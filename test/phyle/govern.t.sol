// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMembership} from "../../contracts/membership/IMembership.sol";
import {Tally} from "../../contracts/libraries/Tally.sol";
import {Coop} from "../../contracts/phyle/Coop.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {OpenCoopTest} from "../../contracts/phyle/OpenCoopTest.sol";
import {BPS} from "../../contracts/types/Bps.sol";
import {Lock} from "../../contracts/types/Charter.sol";
import {ClassDef, ClassFlags, ClassTally} from "../../contracts/types/Classes.sol";
import {Kind} from "../../contracts/types/Kind.sol";
import {Count, NO_LIMIT, Rule} from "../../contracts/types/Rule.sol";
import {Checks} from "../kit/Vm.sol";

/// @notice A co-op with any classes and any rule, as much of it as the open co-op test reads.
contract AnyCoop {
    ClassTally[] private _classes;
    Rule private _rule;

    function set(Rule memory rule, ClassTally[] memory all) external {
        _rule = rule;
        delete _classes;
        for (uint256 i; i < all.length; ++i) _classes.push(all[i]);
    }

    function membership() external view returns (address) {
        return address(this);
    }

    function statutes() external view returns (address) {
        return address(this);
    }

    function purpose() external pure returns (bytes32) {
        return bytes32("for the common good");
    }

    function lock() external pure returns (Lock) {
        return Lock.COMMON_OWNERSHIP;
    }

    function ruleOf(Kind) external view returns (Rule memory) {
        return _rule;
    }

    function classes() external view returns (ClassDef[] memory all) {
        all = new ClassDef[](_classes.length);
        for (uint256 i; i < all.length; ++i) {
            all[i] = ClassDef("class", _classes[i].shareBps, _classes[i].user ? ClassFlags.USER : 0);
        }
    }

    function counts() external view returns (uint256 word) {
        for (uint256 i; i < _classes.length; ++i) word |= uint256(_classes[i].members) << (26 * i);
    }

    function total() external view returns (uint256 sum) {
        for (uint256 i; i < _classes.length; ++i) sum += _classes[i].members;
    }
}

/// @notice Who governs a co-op, beside what its everyday rule really counts.
contract GovernTest is Checks {
    Coop private _record;
    AnyCoop private _coop = new AnyCoop();

    constructor() {
        (_record.membership, _record.enteredAt) = (address(_coop), uint40(block.timestamp));
    }

    function testFuzz_PHY12_noClassThatGovernsAloneCarriesAnEverydayVoteAgainstAllOthers(uint256 seed) public {
        ClassTally[] memory classes = new ClassTally[](_within(seed, 2, 5));
        Rule memory rule = _rule(seed >> 8);
        for (uint256 i; i < classes.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            classes[i].shareBps = uint16(_within(seed, 0, 5) * 1_000);
            classes[i].user = (seed >> 16) & 3 != 0;
            classes[i].members =
                (seed >> 24) & 3 == 0 ? 0 : uint32(_within(seed >> 32, 1, (seed >> 40) & 1 == 0 ? 3 : 60));
        }
        bool isOne;
        for (uint256 i; i < classes.length; ++i) if (_carries(rule, classes, i)) isOne = true;
        IPhyle.Answer memory answer = _ask(rule, classes);
        if (isOne) _check(!answer.ok, "one class is above half");
        if (answer.reason == IPhyle.Reason.CLASS_ABOVE_HALF) _check(isOne, "none is above half");
    }

    function test_PHY12_aPuppetIsNoSecondClassWhereMoreThanTenBelong() public {
        Rule memory rule = _rule(0);
        _is(rule, _two(5_000, 5_000, 9, 1), IPhyle.Reason.NONE);
        _is(rule, _two(5_000, 5_000, 10, 1), IPhyle.Reason.ONE_CLASS_ONLY);
        _is(rule, _two(5_000, 5_000, 10, 2), IPhyle.Reason.NONE);
    }

    function test_PHY12_sharesOfEmptyClassesFallToTheOthers() public {
        Rule memory rule = _rule(0);
        ClassTally[] memory classes = new ClassTally[](3);
        for (uint256 i; i < 3; ++i) (classes[i].user, classes[i].members) = (true, 5);
        (classes[0].shareBps, classes[1].shareBps, classes[2].shareBps) = (4_000, 3_000, 3_000);
        _is(rule, classes, IPhyle.Reason.NONE);
        classes[2].members = 0;
        _is(rule, classes, IPhyle.Reason.CLASS_ABOVE_HALF);
    }

    function test_PHY12_aCapThatLeavesNonUsersAThirdGivesUsersTheRest() public {
        Rule memory rule = _rule(0);
        ClassTally[] memory classes = _two(5_000, 5_000, 9, 9);
        classes[1].user = false;
        _is(rule, classes, IPhyle.Reason.NONE);
        rule.nonUserCapBps = 3_300;
        _is(rule, classes, IPhyle.Reason.CLASS_ABOVE_HALF);
        rule.nonUserCapBps = 0;
        _is(rule, classes, IPhyle.Reason.ONE_CLASS_ONLY);
    }

    function test_PHY12_byHeadsTheCapCountsToo() public {
        Rule memory rule = _rule(1);
        ClassTally[] memory classes = _two(0, 0, 20, 20);
        _is(rule, classes, IPhyle.Reason.NONE);
        classes[1].user = false;
        rule.nonUserCapBps = 2_500;
        _is(rule, classes, IPhyle.Reason.CLASS_ABOVE_HALF);
    }

    /* THE RULE AND ITS COUNT */

    /// @dev More than half of what was cast, by class or by head, with any cap for non-users.
    function _rule(uint256 seed) private pure returns (Rule memory rule) {
        rule.count = seed & 1 == 0 ? Count.CLASS_SHARE : Count.HEADCOUNT;
        (rule.threshold, rule.maxObjections) = (5_000, NO_LIMIT);
        rule.nonUserCapBps = seed & 2 == 0 ? uint16(BPS) : uint16(_within(seed >> 2, 0, 9) * 1_000);
    }

    /// @dev Whether one class passes what all others vote against.
    function _carries(Rule memory rule, ClassTally[] memory classes, uint256 one) private pure returns (bool) {
        for (uint256 i; i < classes.length; ++i) {
            uint32 members = classes[i].members;
            (classes[i].votesFor, classes[i].votesAgainst) = i == one ? (members, uint32(0)) : (uint32(0), members);
        }
        return Tally.isSupported(rule, classes);
    }

    function _two(uint16 a, uint16 b, uint32 c, uint32 d) private pure returns (ClassTally[] memory classes) {
        classes = new ClassTally[](2);
        (classes[0].shareBps, classes[0].members, classes[0].user) = (a, c, true);
        (classes[1].shareBps, classes[1].members, classes[1].user) = (b, d, true);
    }

    function _ask(Rule memory rule, ClassTally[] memory classes) private returns (IPhyle.Answer memory) {
        _coop.set(rule, classes);
        return OpenCoopTest.answersOf(_record, address(_coop))[1];
    }

    function _is(Rule memory rule, ClassTally[] memory classes, IPhyle.Reason reason) private {
        _equal(uint256(_ask(rule, classes).reason), uint256(reason), "reason");
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {Years} from "../libraries/Years.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {BPS} from "../types/Bps.sol";
import {Lock} from "../types/Charter.sol";
import {ClassDef, ClassFlags, membersIn} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {Count, Rule} from "../types/Rule.sol";

import {Coop} from "./Coop.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title OpenCoopTest
/// @notice The four questions of the open co-op test, of a co-op that belongs.
/// @dev Deployed once and linked, so that its code does not weigh on Phyle. It runs as the phyle that calls it.
library OpenCoopTest {
    /// @dev A part in the commons counts for this long; a co-op that entered has this long to make one.
    uint256 private constant COMMONS_PERIOD = 730 days;

    /// @dev On a roll of more members a class of one governs nothing.
    uint256 private constant FEW = 10;

    /// @dev An account of a year is due this long after the year.
    uint256 private constant ACCOUNT_PERIOD = 180 days;

    /// @notice Common good, all stakeholders govern, makes commons, open books.
    function answersOf(Coop storage record, address coop) external view returns (IPhyle.Answer[4] memory answers) {
        IMembership roll = IMembership(ICooperative(coop).membership());
        IStatutes statutes = IStatutes(roll.statutes());
        answers[0] = _commonGood(record, statutes);
        answers[1] = _allGovern(statutes, roll);
        answers[2] = _makesCommons(record);
        answers[3] = _account(record.enteredAt, record.booksYear, IPhyle.Reason.BOOKS_OVERDUE);
    }

    function _commonGood(Coop storage record, IStatutes statutes) private view returns (IPhyle.Answer memory) {
        if (statutes.purpose() == 0) return IPhyle.Answer(false, IPhyle.Reason.NO_PURPOSE, 0);
        if (statutes.lock() < Lock.COMMON_OWNERSHIP) return IPhyle.Answer(false, IPhyle.Reason.LOCK_TOO_LOW, 0);
        return _account(record.enteredAt, record.socialYear, IPhyle.Reason.SOCIAL_ACCOUNT_OVERDUE);
    }

    /// @dev A class without members brings nothing, and non-users together at most what the cap leaves them.
    function _allGovern(IStatutes statutes, IMembership roll) private view returns (IPhyle.Answer memory) {
        ClassDef[] memory classes = statutes.classes();
        Rule memory rule = statutes.ruleOf(Kind.ORDINARY);
        uint256[] memory members = _membersOf(roll, classes.length);
        (uint256[] memory weights, uint256 users, uint256 others) = _weightsOf(classes, members, rule.count);
        uint256 cap = rule.nonUserCapBps;
        uint256 rest = BPS - cap;
        bool isCapped = others * rest > users * cap;
        uint256 least = roll.total() > FEW ? 2 : 1;
        uint256 governing = 0;
        bool isAbove = false;
        for (uint256 c = 0; c < classes.length; ++c) {
            (uint256 part, uint256 whole) = (weights[c], users + others);
            if (isCapped && _isUser(classes[c])) (part, whole) = (part * rest, users * BPS);
            else if (isCapped) (part, whole) = (part * users * cap, others * users * BPS);
            // PHY-12
            if (part != 0 && members[c] >= least) ++governing;
            if (part * 2 > whole) isAbove = true;
        }
        if (governing < 2) return IPhyle.Answer(false, IPhyle.Reason.ONE_CLASS_ONLY, 0);
        if (isAbove) return IPhyle.Answer(false, IPhyle.Reason.CLASS_ABOVE_HALF, 0);
        return IPhyle.Answer(true, IPhyle.Reason.NONE, 0);
    }

    /// @dev Tells what each class brings if all vote alike, and what users and the others bring together.
    function _weightsOf(
        ClassDef[] memory classes,
        uint256[] memory members,
        Count count
    ) private pure returns (uint256[] memory weights, uint256 users, uint256 others) {
        weights = new uint256[](classes.length);
        for (uint256 c = 0; c < classes.length; ++c) {
            if (members[c] == 0) continue;
            weights[c] = count == Count.CLASS_SHARE ? classes[c].shareBps : members[c];
            if (_isUser(classes[c])) users += weights[c];
            else others += weights[c];
        }
    }

    function _membersOf(IMembership roll, uint256 classes) private view returns (uint256[] memory members) {
        uint256 counts = roll.counts();
        members = new uint256[](classes);
        for (uint256 c = 0; c < classes; ++c) members[c] = membersIn(counts, c);
    }

    function _isUser(ClassDef memory class) private pure returns (bool) {
        return class.flags & ClassFlags.USER != 0;
    }

    function _makesCommons(Coop storage record) private view returns (IPhyle.Answer memory) {
        uint256 grace = record.enteredAt + COMMONS_PERIOD;
        uint256 worksTo = _max(grace, record.lastWork + COMMONS_PERIOD);
        uint256 part = _max(record.lastMachine, record.lastLevy);
        uint256 partTo = _max(grace, part + COMMONS_PERIOD);
        if (worksTo < block.timestamp) return IPhyle.Answer(false, IPhyle.Reason.NO_WORK, uint48(worksTo));
        if (partTo < block.timestamp) return IPhyle.Answer(false, IPhyle.Reason.NO_PART_IN_MACHINES, uint48(partTo));
        return IPhyle.Answer(true, IPhyle.Reason.NONE, uint48(worksTo < partTo ? worksTo : partTo));
    }

    /// @dev The year whose account comes next: that of entering, or the one after the last that was filed.
    function nextYearOf(uint256 enteredAt, uint256 lastYear) internal pure returns (uint256) {
        uint256 first = Years.yearOf(enteredAt);
        return lastYear < first ? first : lastYear + 1;
    }

    function _account(
        uint256 enteredAt,
        uint256 lastYear,
        IPhyle.Reason overdue
    ) private view returns (IPhyle.Answer memory) {
        uint256 due = Years.startOf(nextYearOf(enteredAt, lastYear) + 1) + ACCOUNT_PERIOD;
        if (due < block.timestamp) return IPhyle.Answer(false, overdue, uint48(due));
        return IPhyle.Answer(true, IPhyle.Reason.NONE, uint48(due));
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}

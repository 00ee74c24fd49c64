// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {Years} from "../libraries/Years.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Lock} from "../types/Charter.sol";
import {ClassDef} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {Count} from "../types/Rule.sol";

import {Coop} from "./Coop.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title OpenCoopTest
/// @notice The four questions of the open co-op test, of a co-op that belongs.
/// @dev Deployed once and linked, so that its code does not weigh on Phyle. It runs as the phyle that calls it.
library OpenCoopTest {
    /// @dev A part in the commons counts for this long; a co-op that entered has this long to make one.
    uint256 private constant COMMONS_PERIOD = 730 days;

    /// @dev An account of a year is due this long after the year.
    uint256 private constant ACCOUNT_PERIOD = 180 days;

    /// @notice Common good, all stakeholders govern, makes commons, open books.
    function answersOf(Coop storage record, address coop) external view returns (IPhyle.Answer[4] memory answers) {
        IStatutes statutes = IStatutes(ICooperative(coop).statutes());
        answers[0] = _commonGood(record, statutes);
        answers[1] = _allGovern(statutes, IMembership(record.membership));
        answers[2] = _makesCommons(record);
        answers[3] = _account(record.enteredAt, record.booksYear, IPhyle.Reason.BOOKS_OVERDUE);
    }

    function _commonGood(Coop storage record, IStatutes statutes) private view returns (IPhyle.Answer memory) {
        if (statutes.purpose() == 0) return IPhyle.Answer(false, IPhyle.Reason.NO_PURPOSE, 0);
        if (statutes.lock() < Lock.COMMON_OWNERSHIP) return IPhyle.Answer(false, IPhyle.Reason.LOCK_TOO_LOW, 0);
        return _account(record.enteredAt, record.socialYear, IPhyle.Reason.SOCIAL_ACCOUNT_OVERDUE);
    }

    /// @dev A class's control is its share where everyday decisions count by class, else its part of the roll.
    function _allGovern(IStatutes statutes, IMembership roll) private view returns (IPhyle.Answer memory) {
        ClassDef[] memory classes = statutes.classes();
        bool byShare = statutes.ruleOf(Kind.ORDINARY).count == Count.CLASS_SHARE;
        uint256 counts = roll.counts();
        uint256 total = roll.total();
        uint256 governing = 0;
        bool above = false;
        for (uint256 c = 0; c < classes.length; ++c) {
            uint256 members = (counts >> (26 * c)) & 0x3ffffff;
            uint256 share = classes[c].shareBps;
            if (members != 0 && (!byShare || share != 0)) ++governing;
            if (byShare ? share > 5_000 : members * 2 > total) above = true;
        }
        if (governing < 2) return IPhyle.Answer(false, IPhyle.Reason.ONE_CLASS_ONLY, 0);
        if (above) return IPhyle.Answer(false, IPhyle.Reason.CLASS_ABOVE_HALF, 0);
        return IPhyle.Answer(true, IPhyle.Reason.NONE, 0);
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

    /// @dev The account that comes next is that of the year of entering, or of the year after the last one filed.
    function _account(
        uint256 enteredAt,
        uint256 lastYear,
        IPhyle.Reason overdue
    ) private view returns (IPhyle.Answer memory) {
        uint256 next = lastYear == 0 ? Years.yearOf(enteredAt) : lastYear + 1;
        uint256 due = Years.startOf(next + 1) + ACCOUNT_PERIOD;
        if (due < block.timestamp) return IPhyle.Answer(false, overdue, uint48(due));
        return IPhyle.Answer(true, IPhyle.Reason.NONE, uint48(due));
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}

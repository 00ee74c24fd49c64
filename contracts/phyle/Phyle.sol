// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {Chapter} from "../libraries/Chapter.sol";
import {Years} from "../libraries/Years.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {FUND, MACHINES, WORKS} from "../types/ChapterNames.sol";
import {Lock} from "../types/Charter.sol";
import {ClassDef} from "../types/Classes.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {Count} from "../types/Rule.sol";

import {Heads} from "./Heads.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title Phyle
/// @notice See {IPhyle}. Here: the founding, the floors of what is decided about it, the open co-op test and what it needs to know.
contract Phyle is Heads, Chapter {
    // P1, PHY-1: nothing in this contract moves or approves money.

    /// @dev A part in the commons counts for this long; a co-op that entered has this long to make one.
    uint256 private constant COMMONS_PERIOD = 730 days;

    /// @dev An account of a year is due this long after the year.
    uint256 private constant ACCOUNT_PERIOD = 180 days;

    /* FOUNDING */

    /// @inheritdoc IPhyle
    function begin(address root_, address[] calldata chapters, address registrar) external {
        if (_root != address(0)) revert AlreadyBegun();

        _root = root_;
        emit Begun(root_, cash(), start(), epochLength());
        for (uint256 i = 0; i < chapters.length; ++i) _openFirst(chapters[i]);

        _acceptRegistrar(registrar, true);
        _setEarningLimit(3, 1_000);
        _setNoticePeriod(90 days);
        _setLeastLevy(0);
    }

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "phyle";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        if (selector == IPhyle.setLeastLevy.selector) return Kind.ORDINARY;
        if (
            selector == IPhyle.setEarningLimit.selector ||
            selector == IPhyle.setNoticePeriod.selector ||
            selector == IPhyle.giveNotice.selector ||
            selector == IPhyle.fileSocialAccount.selector ||
            selector == IPhyle.fileBooks.selector ||
            selector == IPhyle.enter.selector ||
            selector == IPhyle.depart.selector ||
            selector == IPhyle.refresh.selector ||
            selector == IPhyle.seat.selector ||
            selector == IPhyle.unseat.selector ||
            selector == IPhyle.settle.selector ||
            selector == IPhyle.settleInWord.selector
        ) return Kind.SPECIAL;
        return Kind.ENTRENCHED;
    }

    /* THE OPEN CO-OP TEST */

    /// @inheritdoc IPhyle
    function inGoodStanding(address coop) external view returns (bool) {
        Answer[4] memory answers = standing(coop);
        return answers[0].ok && answers[1].ok && answers[2].ok && answers[3].ok;
    }

    /// @inheritdoc IPhyle
    function standing(address coop) public view returns (Answer[4] memory answers) {
        Coop storage record = _coops[coop];
        if (record.enteredAt == 0 || !isCoop(coop)) {
            for (uint256 i = 0; i < 4; ++i) answers[i] = Answer(false, Reason.NOT_ADMITTED, 0);
            return answers;
        }
        IStatutes statutes = IStatutes(ICooperative(coop).statutes());
        answers[0] = _commonGood(record, statutes);
        answers[1] = _allGovern(statutes, IMembership(record.membership));
        answers[2] = _makesCommons(record);
        answers[3] = _account(record.enteredAt, record.booksYear, Reason.BOOKS_OVERDUE);
    }

    function _commonGood(Coop storage record, IStatutes statutes) private view returns (Answer memory) {
        if (statutes.purpose() == 0) return Answer(false, Reason.NO_PURPOSE, 0);
        if (statutes.lock() < Lock.COMMON_OWNERSHIP) return Answer(false, Reason.LOCK_TOO_LOW, 0);
        return _account(record.enteredAt, record.socialYear, Reason.SOCIAL_ACCOUNT_OVERDUE);
    }

    /// @dev A class's control is its share where everyday decisions count by class, else its part of the roll.
    function _allGovern(IStatutes statutes, IMembership roll) private view returns (Answer memory) {
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
        if (governing < 2) return Answer(false, Reason.ONE_CLASS_ONLY, 0);
        if (above) return Answer(false, Reason.CLASS_ABOVE_HALF, 0);
        return Answer(true, Reason.NONE, 0);
    }

    function _makesCommons(Coop storage record) private view returns (Answer memory) {
        uint256 grace = record.enteredAt + COMMONS_PERIOD;
        uint256 worksTo = _max(grace, record.lastWork + COMMONS_PERIOD);
        uint256 part = _max(record.lastMachine, record.lastLevy);
        uint256 partTo = _max(grace, part + COMMONS_PERIOD);
        if (worksTo < block.timestamp) return Answer(false, Reason.NO_WORK, uint48(worksTo));
        if (partTo < block.timestamp) return Answer(false, Reason.NO_PART_IN_MACHINES, uint48(partTo));
        return Answer(true, Reason.NONE, uint48(worksTo < partTo ? worksTo : partTo));
    }

    /// @dev The account that comes next is that of the year of entering, or of the year after the last one filed.
    function _account(uint256 enteredAt, uint256 lastYear, Reason overdue) private view returns (Answer memory) {
        uint256 next = lastYear == 0 ? Years.yearOf(enteredAt) : lastYear + 1;
        uint256 due = Years.startOf(next + 1) + ACCOUNT_PERIOD;
        if (due < block.timestamp) return Answer(false, overdue, uint48(due));
        return Answer(true, Reason.NONE, uint48(due));
    }

    /* WHAT STANDING NEEDS */

    /// @inheritdoc IPhyle
    function fileSocialAccount(uint32 year, bytes32 document, address attester) external onlyCoop {
        Coop storage record = _coops[msg.sender];
        _refuseRunning(year);

        if (year > record.socialYear) record.socialYear = uint16(year);

        emit SocialAccountFiled(msg.sender, year, document, attester);
    }

    /// @inheritdoc IPhyle
    function fileBooks(uint32 year, bytes32 document) external onlyCoop {
        Coop storage record = _coops[msg.sender];
        _refuseRunning(year);

        if (year > record.booksYear) record.booksYear = uint16(year);

        emit BooksFiled(msg.sender, year, document);
    }

    /// @inheritdoc IPhyle
    function noteWork(address coop) external {
        if (msg.sender != _chapters[WORKS]) revert NotTheChapter(msg.sender);
        _coops[coop].lastWork = uint40(block.timestamp);
        emit WorkNoted(coop, uint48(block.timestamp));
    }

    /// @inheritdoc IPhyle
    function noteMachine(address coop) external {
        if (msg.sender != _chapters[MACHINES]) revert NotTheChapter(msg.sender);
        _coops[coop].lastMachine = uint40(block.timestamp);
        emit MachineNoted(coop, uint48(block.timestamp));
    }

    /// @inheritdoc IPhyle
    function noteLevy(address coop, uint256 amount) external {
        if (msg.sender != _chapters[FUND]) revert NotTheChapter(msg.sender);
        Coop storage record = _coops[coop];

        uint256 levies = record.levies + amount;
        if (levies >= _leastLevy) {
            record.lastLevy = uint40(block.timestamp);
            record.levies = 0;
        } else {
            // below the least levy, which has 128 bits
            record.levies = uint128(levies);
        }

        emit LevyNoted(coop, amount, uint48(block.timestamp));
    }

    function _refuseRunning(uint32 year) private view {
        if (year < 1970 || year > type(uint16).max - 1 || Years.startOf(year + 1) > block.timestamp) {
            revert YearNotOver(year);
        }
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}

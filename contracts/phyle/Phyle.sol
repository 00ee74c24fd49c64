// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {Chapter} from "../libraries/Chapter.sol";
import {FUND, MACHINES, WORKS} from "../types/ChapterNames.sol";
import {Founder} from "../types/Charter.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";

import {Coop} from "./Coop.sol";
import {Filings} from "./Filings.sol";
import {IExpulsions} from "./IExpulsions.sol";
import {IFilings} from "./IFilings.sol";
import {IHeirs} from "./IHeirs.sol";
import {IPhyle} from "./IPhyle.sol";
import {OpenCoopTest} from "./OpenCoopTest.sol";

/// @title Phyle
/// @notice See {IPhyle}. Here: the founding, the floors of what is decided about it, and what the open co-op test needs to know.
contract Phyle is Filings, Chapter {
    // P1, PHY-1: nothing in this contract moves or approves money.

    /// @dev In whole units of cash.
    uint256 private constant LEAST_LEVY = 50;

    /* FOUNDING */

    /// @inheritdoc IPhyle
    function begin(
        address root_,
        address[] calldata chapters,
        address registrar,
        Founder[] calldata founders,
        uint32[] calldata granted
    ) external {
        if (_root != address(0)) revert AlreadyBegun();

        _root = root_;
        emit Begun(root_, cash(), start(), epochLength());
        for (uint256 i = 0; i < chapters.length; ++i) _openFirst(chapters[i]);

        _acceptRegistrar(registrar, true);
        _beginLeastHeads();
        _setNoticePeriod(90 days);
        // PHY-13
        _setLeastLevy(uint128(LEAST_LEVY * 10 ** IERC20Metadata(cash()).decimals()));
        for (uint256 i = 0; i < founders.length; ++i) {
            _grant(founders[i].wallet, granted[i], uint48(block.timestamp - 1));
        }
    }

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "phyle";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        if (
            selector == IPhyle.setLeastLevy.selector ||
            selector == IFilings.acceptAttester.selector ||
            selector == IHeirs.dismissHeir.selector ||
            selector == IPhyle.enter.selector ||
            selector == IPhyle.grant.selector ||
            selector == IExpulsions.appeal.selector ||
            selector == IExpulsions.answerCharges.selector
        ) return Kind.ORDINARY;
        if (
            selector == IPhyle.setLeastHeads.selector ||
            selector == IPhyle.setNoticePeriod.selector ||
            selector == IPhyle.giveNotice.selector ||
            selector == IFilings.fileSocialAccount.selector ||
            selector == IFilings.fileBooks.selector ||
            selector == IFilings.vouch.selector ||
            selector == IHeirs.nameHeir.selector ||
            selector == IHeirs.passOn.selector ||
            selector == IPhyle.depart.selector ||
            selector == IExpulsions.expel.selector ||
            selector == IPhyle.refresh.selector ||
            selector == IPhyle.seat.selector ||
            selector == IPhyle.unseat.selector ||
            selector == IPhyle.hasten.selector ||
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
        Coop storage record = _people.coops[coop];
        if (record.enteredAt == 0 || !isCoop(coop)) {
            for (uint256 i = 0; i < 4; ++i) answers[i] = Answer(false, Reason.NOT_ADMITTED, 0);
            return answers;
        }
        // PHY-14
        if (_rollOf(coop) == address(0)) {
            for (uint256 i = 0; i < 4; ++i) answers[i] = Answer(false, Reason.ORGANS_NOT_READ, 0);
            return answers;
        }
        return OpenCoopTest.answersOf(record, coop);
    }

    /* WHAT STANDING NEEDS */

    /// @inheritdoc IPhyle
    function noteWork(address coop) external {
        if (msg.sender != _chapters[WORKS]) revert NotTheChapter(msg.sender);
        _people.coops[coop].lastWork = uint40(block.timestamp);
        emit WorkNoted(coop, uint48(block.timestamp));
    }

    /// @inheritdoc IPhyle
    function noteMachine(address coop) external {
        if (msg.sender != _chapters[MACHINES]) revert NotTheChapter(msg.sender);
        _people.coops[coop].lastMachine = uint40(block.timestamp);
        emit MachineNoted(coop, uint48(block.timestamp));
    }

    /// @inheritdoc IPhyle
    function noteLevy(address coop, uint256 amount) external {
        if (msg.sender != _chapters[FUND]) revert NotTheChapter(msg.sender);
        Coop storage record = _people.coops[coop];

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
}

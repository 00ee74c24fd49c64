// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {EntryWord} from "../libraries/EntryWord.sol";
import {MemberWord} from "../libraries/MemberWord.sol";

import {IMembership} from "./IMembership.sol";
import {Membership} from "./Membership.sol";

/// @title SuccessorRoll
/// @notice A roll that goes on where the roll before it ended. What is not written here yet, it asks there.
/// @dev Cloned with the arguments of a Membership and the address of the roll before, packed. WHAT THIS CONTRACT TRUSTS
/// - The roll before: that it stands still, and that every id it gave has one word. A Registrar builds successors only of
///   rolls that it, or a Registrar before it, made.
contract SuccessorRoll is Membership {
    /// @dev The roll before stands here in the clone's arguments.
    uint256 private constant PREDECESSOR_AT = 73;
    /// @dev So that a word is found within the gas that others give for it.
    uint256 private constant MOST_LINKS = 4;
    uint256 private constant ALL_CARRIED = 1;

    /// @dev How many memberships are still only there, and 1; 0: the co-op has not moved here.
    uint256 private _toCarry;

    /* SUCCESSION */

    /// @inheritdoc IMembership
    function takeOver() external override onlyCooperative {
        if (ICooperative(msg.sender).membership() != address(this)) revert RollNotInForce();
        if (_toCarry != 0) revert TookOverAlready();
        IMembership before = IMembership(predecessor());
        if (before.links() >= MOST_LINKS) revert WordsNotCarried(address(before));

        RollNow memory roll;
        EntryWord[] memory ofClasses;
        // G14, MEM-9
        (roll.lastId, roll.counts, roll.entries, ofClasses) = before.handOver();
        for (uint256 class = 0; class < ofClasses.length; ++class) {
            if (EntryWord.unwrap(ofClasses[class]) != 0) _entries[class] = ofClasses[class];
        }
        _toCarry = roll.lastId + ALL_CARRIED;
        _close(roll);
        emit TookOver(address(before), roll.lastId, roll.counts);
    }

    /// @inheritdoc IMembership
    function carry(address[] calldata wallets) external override inForce {
        for (uint256 i = 0; i < wallets.length; ++i) _take(wallets[i]);
    }

    /* READING */

    /// @inheritdoc IMembership
    function predecessor() public view override returns (address) {
        return address(bytes20(CloneArgs.bytesAt(PREDECESSOR_AT)));
    }

    /// @inheritdoc IMembership
    function toCarry() external view override returns (uint256) {
        uint256 left = _toCarry;
        return left == 0 ? _open().lastId : left - ALL_CARRIED;
    }

    /// @inheritdoc IMembership
    function links() external view override returns (uint256) {
        return _isLinked() ? 1 + IMembership(predecessor()).links() : 0;
    }

    /// @inheritdoc IMembership
    function wordsOf(address[] calldata wallets) public view override returns (MemberWord[] memory words) {
        // Answers, and comes back no more.
        if (!_isLinked()) super.wordsOf(wallets);
        words = IMembership(predecessor()).wordsOf(wallets);
        for (uint256 i = 0; i < wallets.length; ++i) {
            MemberWord word = _words[wallets[i]];
            if (word.exists()) words[i] = word;
        }
    }

    /// @inheritdoc IMembership
    /// @dev A co-op can move here with nobody on its roll: moving does not begin the wait anew.
    function emptySince() public view override returns (uint256) {
        uint256 before = IMembership(predecessor()).emptySince();
        return before == 0 ? super.emptySince() : before;
    }

    /* INSIDE */

    /// @dev Tells whether words are still only in the roll before.
    function _isLinked() private view returns (bool) {
        return _toCarry != ALL_CARRIED;
    }

    function _isInForce() internal view override returns (bool) {
        return _toCarry != 0 && super._isInForce();
    }

    function _open() internal view override returns (RollNow memory roll) {
        roll = super._open();
        // Not adopted yet: as it would be if it were adopted now.
        if (roll.checkpoints == 0) (roll.lastId, roll.counts, roll.entries, ) = IMembership(predecessor()).handOver();
    }

    function _countsBefore(uint256 t) internal view override returns (uint256) {
        return IMembership(predecessor()).countsAt(t);
    }

    function _wordOf(address wallet) internal view override returns (MemberWord word) {
        word = _words[wallet];
        // G14
        if (!word.exists() && _isLinked()) word = IMembership(predecessor()).wordOf(wallet);
    }

    function _formerOf(uint256 id) internal view override returns (MemberWord word) {
        word = _former[id];
        // G14
        if (!word.exists() && _isLinked()) word = IMembership(predecessor()).formerWordOf(id);
    }

    function _movesOf(uint256 id) internal view override returns (uint256[] memory moves) {
        moves = _moves[id];
        // G14
        if (moves.length == 0 && _isLinked()) moves = IMembership(predecessor()).movesOf(id);
    }

    function _take(address wallet) internal override returns (MemberWord word) {
        word = _words[wallet];
        uint256 left = _toCarry;
        if (word.exists() || left == ALL_CARRIED) return word;
        IMembership before = IMembership(predecessor());
        MemberWord kept = before.wordOf(wallet);
        if (!kept.exists()) return word;

        word = kept;
        _words[wallet] = word;
        _moves[word.id()] = before.movesOf(word.id());
        --left;
        for (uint256 id = word.previousId(); id != 0; id = _former[id].previousId()) {
            _former[id] = before.formerWordOf(id);
            _moves[id] = before.movesOf(id);
            --left;
        }
        _toCarry = left;

        emit Carried(wallet, word.id());
        if (!word.isOnTheRoll()) return word;
        emit IERC721.Transfer(address(0), wallet, uint160(wallet));
        emit Locked(uint160(wallet));
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {Coins} from "../libraries/Coins.sol";
import {IMembership} from "../membership/IMembership.sol";
import {FUND} from "../types/ChapterNames.sol";
import {Lock} from "../types/Charter.sol";

import {Constitution} from "./Constitution.sol";
import {Federations} from "./Federations.sol";
import {IStatutes} from "./IStatutes.sol";

/// @title Remainders
/// @notice Who gets what is left when nobody is a member any more.
/// @dev Deployed once and linked, so that its code does not weigh on Statutes. It runs as the statutes that call it.
library Remainders {
    using Constitution for bytes;

    /// @dev What was amended; in force where `amended`.
    struct Remainder {
        address body;
        bool amended;
        /// to whom whoever would get it now gave way; zero: to nobody
        address next;
    }

    /* AMENDMENTS */

    /// @dev See {IStatutes-setBody}.
    function set(Remainder storage remainder, address body) external {
        // STA-12
        if (_isOurOwn(body)) revert IStatutes.BodyIsOurOwn(body);
        (address before, ) = to(remainder);
        address next = remainder.next;

        _name(remainder, body);
        if (IStatutes(address(this)).lock() == Lock.NONE) return;
        address then = someone(remainder);
        bool gaveWay = before == address(0) || before == then || next == then;
        // G7, STA-12
        if (!gaveWay) revert IStatutes.BodyKeepsItsPlace(before, then);
    }

    /// @dev See {IStatutes-giveWay}.
    function giveWay(Remainder storage remainder, address next) external {
        (address body, ) = to(remainder);
        // STA-12
        if (msg.sender != body) revert IStatutes.NotTheBody(msg.sender);

        remainder.next = next;
        emit IStatutes.BodyGaveWay(body, next);
    }

    /// @dev Checks that a federation may take the place of the one before, see {IStatutes-joinFederation}. If the assets are
    /// locked and no body is named, what is left stays promised to the one before.
    function leaveFor(Remainder storage remainder, address phyle) external {
        IStatutes statutes = IStatutes(address(this));
        address before = statutes.federation();
        address root = Federations.rootOf(before);
        // A root was founded with its federation. Whoever says so of a co-op that joined later does not keep it.
        // STA-3
        if (before == _args().federation() && root == msg.sender) revert IStatutes.FederationIsOurOwn(before);
        if (phyle != address(0) && Federations.rootOf(phyle) == address(0)) revert IStatutes.NotAFederation(phyle);

        if (phyle == before || bodyOf(remainder) != address(0) || statutes.lock() == Lock.NONE) return;
        // G13, STA-12
        if (root == address(0) && phyle == address(0)) revert IStatutes.BodyMissing();
        // G7, STA-12
        if (root != address(0)) _name(remainder, root);
    }

    /* READING */

    /// @dev See {IStatutes-body}.
    function bodyOf(Remainder storage remainder) public view returns (address) {
        return remainder.amended ? remainder.body : _args().body();
    }

    /// @dev See {IStatutes-remainderTo}.
    function toFor(Remainder storage remainder, address asset) external view returns (address account, address cash) {
        address phyle;
        (account, phyle) = to(remainder);
        address itsCash = Federations.cashOf(phyle);
        if (itsCash == address(0) || Coins.assetOf(itsCash) != Coins.assetOf(asset)) return (account, address(0));
        address pot = Federations.chapterOf(phyle, FUND);
        return pot == address(0) ? (account, address(0)) : (pot, itsCash);
    }

    /// @dev Who gets what is left, and the federation if they are its root. A root leaves nothing to itself.
    function to(Remainder storage remainder) public view returns (address account, address phyle) {
        account = bodyOf(remainder);
        phyle = IStatutes(address(this)).federation();
        address root = Federations.rootOf(phyle);
        if (account == address(0) && root != IStatutes(address(this)).cooperative()) account = root;
        if (account == address(0) || account != root) phyle = address(0);
    }

    /// @dev Who gets it; reverts where nobody does.
    function someone(Remainder storage remainder) public view returns (address account) {
        (account, ) = to(remainder);
        // G13, STA-12
        if (account == address(0)) revert IStatutes.BodyMissing();
    }

    /* PRIVATE */

    function _name(Remainder storage remainder, address body) private {
        (remainder.body, remainder.amended, remainder.next) = (body, true, address(0));
        emit IStatutes.BodySet(body);
    }

    function _args() private view returns (bytes memory) {
        return Clones.fetchCloneArgs(address(this));
    }

    /// @dev Tells whether it is the account, an organ or a member. Only the account comes here.
    function _isOurOwn(address body) private view returns (bool) {
        address roll = ICooperative(msg.sender).membership();
        return
            body == msg.sender ||
            body == address(this) ||
            body == roll ||
            body == ICooperative(msg.sender).assembly_() ||
            IMembership(roll).isMember(body);
    }
}

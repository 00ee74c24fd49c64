// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {Kind} from "../types/Kind.sol";

import {IHeirs} from "./IHeirs.sol";
import {Organs} from "./Organs.sol";
import {People} from "./People.sol";

/// @title Estates
/// @notice Names heirs, dismisses them, and passes on.
/// @dev Deployed once and linked, so that its code does not weigh on Phyle. It runs as the phyle that calls it, which says
/// what it was called by.
library Estates {
    uint256 private constant WAIT = 30 days;
    uint256 private constant BARRED = 365 days;

    /// @notice See {IHeirs-nameHeir}.
    /// @param roll The one by which the calling co-op goes; zero where none is read.
    function name(People storage people, address roll, address person, address heir, bytes32 document) external {
        _requireKnown(roll, person);
        (, Kind kind, , ) = ICooperative(msg.sender).executing();
        // PHY-16
        if (kind < Kind.SPECIAL) revert IHeirs.HeirNeedsMajority(person);
        if (document == 0) revert IHeirs.HeirWithoutProof(person);
        if (heir == address(0) || heir == person || heir == msg.sender) revert IHeirs.HeirInvalid(heir);
        IHeirs.Estate memory estate = people.estates[person];
        if (estate.heir != address(0)) revert IHeirs.HeirAlreadyNamed(person, estate.heir);
        // PHY-16
        if (block.timestamp < estate.barredUntil) revert IHeirs.HeirBarred(person, estate.barredUntil);

        uint40 from = uint40(block.timestamp + WAIT);
        people.estates[person] = IHeirs.Estate(heir, from, 0, false, msg.sender);
        emit IHeirs.HeirNamed(person, heir, msg.sender, document, from);
    }

    /// @notice See {IHeirs-dismissHeir}; by the person's own wallet, at any time.
    function dismiss(People storage people) external {
        _requireNamed(people, msg.sender);
        _end(people, msg.sender, uint40(block.timestamp + BARRED));
    }

    /// @notice See {IHeirs-dismissHeir}; by a co-op, which goes by `roll`.
    function dismissBy(People storage people, address roll, address person) external {
        IHeirs.Estate storage estate = _requireNamed(people, person);
        if (estate.passed) revert IHeirs.PassedOnAlready(person);
        _requireKnown(roll, person);
        _end(people, person, 0);
    }

    /// @notice See {IHeirs-passOn}; the caller ends the person's seats.
    function passOn(People storage people, address person) external {
        IHeirs.Estate storage estate = _requireNamed(people, person);
        if (estate.passed) revert IHeirs.PassedOnAlready(person);
        // PHY-16
        if (block.timestamp < estate.from) revert IHeirs.HeirWaits(person, estate.from);

        estate.passed = true;
        emit IHeirs.EstatePassed(person, estate.heir);
    }

    function _end(People storage people, address person, uint40 barredUntil) private {
        delete people.estates[person];
        people.estates[person].barredUntil = barredUntil;
        emit IHeirs.HeirDismissed(person, msg.sender, barredUntil);
    }

    function _requireNamed(People storage people, address person) private view returns (IHeirs.Estate storage estate) {
        estate = people.estates[person];
        if (estate.heir == address(0)) revert IHeirs.NoHeirNamed(person);
    }

    /// @dev Whoever is or was on the roll has an id there.
    function _requireKnown(address roll, address person) private view {
        // PHY-16
        if (Organs.memberOf(roll, person).id == 0) revert IHeirs.NeverOnTheRoll(msg.sender, person);
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {IRegistrar} from "../cooperative/IRegistrar.sol";

import {Coop} from "./Coop.sol";
import {IPhyle} from "./IPhyle.sol";
import {Organs} from "./Organs.sol";
import {People} from "./People.sol";

/// @dev Since when and until when the root accepts each Registrar: 1 or 0 by time.
struct Registrars {
    mapping(address registrar => Checkpoints.Trace208) accepted;
}

/// @title Adoptions
/// @notice Tells whether the register reads the roll to which a co-op has moved, and what its moving ends.
/// @dev Deployed once and linked, so that its code does not weigh on Phyle. It runs as the phyle that calls it. When a co-op
/// moved to which roll is asked of its account, whose code a Registrar that was accepted made; so nothing depends on when
/// somebody looks.
library Adoptions {
    using Checkpoints for Checkpoints.Trace208;

    uint208 private constant ACCEPTED = 1;
    /// @dev A co-op moves by decisions that take weeks, so that this is years.
    uint256 private constant MOST_STEPS = 32;

    /* REGISTRARS */

    function set(Registrars storage registrars, address registrar, bool accepted) external {
        registrars.accepted[registrar].push(uint48(block.timestamp), accepted ? ACCEPTED : 0);
    }

    function accepts(Registrars storage registrars, address registrar) public view returns (bool) {
        return registrars.accepted[registrar].latest() == ACCEPTED;
    }

    /// @notice Tells whether a roll of `coop` is read: the one that it was founded with, or one that a Registrar built
    /// that is accepted, or was when the co-op moved.
    function reads(Registrars storage registrars, address coop, address roll) public view returns (bool) {
        (address by, , uint48 time) = Organs.successionOf(coop, roll);
        if (by == address(0)) return true;
        // Nobody else than an accepted Registrar is asked: others may answer anything, or nothing.
        if (!accepts(registrars, by) && !_accepted(registrars, by, time)) return false;
        return IRegistrar(by).built(roll) == coop;
    }

    /* MOVING */

    /// @notice Notes the roll that `coop` has now. Where it moved to a roll of a Registrar that was not accepted then, all
    /// its seats ended in that second.
    function follow(People storage people, Registrars storage registrars, address coop) external {
        Coop storage record = people.coops[coop];
        address roll = Organs.rollOf(coop);
        if (roll == record.membership || roll == address(0)) return;

        address unread = people.unread[coop];
        uint48 end = _endOf(registrars, coop, roll, unread == address(0) ? record.membership : unread);
        // If the roll before was not read, nobody has sat down since.
        if (end != 0 && unread == address(0)) {
            // PHY-14
            people.leftAt[coop][record.spell] = uint40(end);
            ++record.spell;
            emit IPhyle.SeatsEnded(coop, roll, end);
        }
        if (reads(registrars, coop, roll)) {
            record.membership = roll;
            if (unread != address(0)) delete people.unread[coop];
        } else if (unread != roll) {
            people.unread[coop] = roll;
        }
    }

    /// @dev When the co-op first moved, after the roll `known`, to one that was not read then; 0: it did not.
    function _endOf(
        Registrars storage registrars,
        address coop,
        address roll,
        address known
    ) private view returns (uint48 end) {
        for (uint256 steps = 0; roll != known; ++steps) {
            (address by, address before, uint48 time) = Organs.successionOf(coop, roll);
            if (by == address(0)) return end;
            if (!_accepted(registrars, by, time) || IRegistrar(by).built(roll) != coop) end = time;
            if (steps == MOST_STEPS) return time;
            roll = before;
        }
    }

    function _accepted(Registrars storage registrars, address registrar, uint48 time) private view returns (bool) {
        return registrars.accepted[registrar].upperLookupRecent(time) == ACCEPTED;
    }
}

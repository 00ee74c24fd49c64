// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Estates} from "./Estates.sol";
import {Heads} from "./Heads.sol";
import {IHeirs} from "./IHeirs.sol";
import {Seats} from "./Seats.sol";

/// @title Heirs
/// @notice See {IHeirs}. What the heir takes, the chapters keep that hold it.
abstract contract Heirs is Heads {
    /// @inheritdoc IHeirs
    function nameHeir(address person, address heir, bytes32 document) external onlyCoop {
        Estates.name(_people, _rollOf(msg.sender), person, heir, document);
    }

    /// @inheritdoc IHeirs
    function dismissHeir(address person) external {
        if (msg.sender == person) return Estates.dismiss(_people);
        if (!isCoop(msg.sender)) revert NotACoop(msg.sender);
        Estates.dismissBy(_people, _rollOf(msg.sender), person);
    }

    /// @inheritdoc IHeirs
    function passOn(address person) external {
        Estates.passOn(_people, person);
        // I11, PHY-17
        Seats.endAll(_people, person);
    }

    /// @inheritdoc IHeirs
    function estateOf(address person) external view returns (Estate memory) {
        return _people.estates[person];
    }
}

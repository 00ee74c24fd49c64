// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IHeirs} from "./IHeirs.sol";

/// @title Inheritance
/// @notice It asks the register who may take what a person is owed; for the chapters that hold it.
library Inheritance {
    /// @dev Refuses whoever is not the heir to whom the estate of `person` has passed.
    function requireHeir(IHeirs register, address person) internal view {
        IHeirs.Estate memory estate = register.estateOf(person);
        // BND-9, FND-8, PHY-16
        if (!estate.passed || estate.heir != msg.sender) revert IHeirs.NotTheHeir(person, msg.sender);
    }

    /// @dev While an heir is named, nobody else sends what is owed to a wallet that perhaps nobody opens.
    function requireNotHeld(IHeirs register, address person) internal view {
        // BND-9, FND-8
        if (msg.sender != person && register.estateOf(person).heir != address(0)) revert IHeirs.EstateHeld(person);
    }
}

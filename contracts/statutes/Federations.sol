// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Chapters} from "../libraries/Chapters.sol";

import {IFederation} from "./IFederation.sol";

/// @title Federations
/// @notice Asks the register of a federation, without trusting it.
library Federations {
    /// @dev The account of its co-op of co-ops; zero where it does not answer.
    function rootOf(address phyle) internal view returns (address) {
        return _address(phyle, abi.encodeCall(IFederation.root, ()));
    }

    /// @dev The token in which it counts; zero where it does not answer.
    function cashOf(address phyle) internal view returns (address) {
        return _address(phyle, abi.encodeCall(IFederation.cash, ()));
    }

    /// @dev The chapter that stands under a name; zero where none does.
    function chapterOf(address phyle, bytes32 name) internal view returns (address) {
        return _address(phyle, abi.encodeCall(IFederation.chapterOf, (name)));
    }

    function _address(address phyle, bytes memory question) private view returns (address) {
        if (phyle == address(0)) return address(0);
        (bytes32 answer, ) = Chapters.askTwo(phyle, question);
        return address(uint160(uint256(answer)));
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Signatures} from "../libraries/Signatures.sol";

import {IAssembly} from "./IAssembly.sol";

/// @title Accounts
/// @notice It finds out who signed what others carry: a key, or an account with code, which is asked with a stated amount of
/// gas.
library Accounts {
    uint256 internal constant GAS = 200_000;
    /// @dev One account's check needs this besides its allowance: to reach the account, and to note its answer.
    uint256 private constant OVERHEAD = 80_000;

    /// @dev It reverts rather than ask an account with less gas than it may use.
    function hasSigned(address wallet, bytes32 digest, bytes memory signature) internal view returns (bool) {
        if (Signatures.isByKey(wallet, digest, signature)) return true;
        if (wallet.code.length == 0) return false;
        // The call passes on at most 63 of 64 parts of what is left.
        uint256 needed = GAS + GAS / 63 + OVERHEAD;
        // G9
        if (gasleft() < needed) revert IAssembly.NotEnoughGas(gasleft(), needed);
        return Signatures.isByAccount(wallet, digest, signature, GAS);
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Coins
/// @notice Tells the asset that a token moves: some chains show their own coin as a token too, and both are one balance.
library Coins {
    /// @dev CELO, on Celo and on its test network.
    address private constant CELO = 0x471EcE3750Da237f93B8E339c536989b8978a438;

    /// @dev Zero for the chain's own coin, by whichever of its two faces it is named.
    function assetOf(address token) internal pure returns (address) {
        return token == CELO ? address(0) : token;
    }
}

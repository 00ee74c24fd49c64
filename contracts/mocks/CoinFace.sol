// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title CoinFace
/// @notice Shows the chain's own coin as a token, as Celo does. It answers that it moved what it cannot move.
contract CoinFace {
    function balanceOf(address account) external view returns (uint256) {
        return account.balance;
    }

    function transfer(address, uint256) external pure returns (bool) {
        return true;
    }

    function approve(address, uint256) external pure returns (bool) {
        return true;
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Ground} from "../types/Ground.sol";

/// @title ICoverage
/// @notice The account asks this when a payment names a line of the budget: a chapter keeps the lines, and the statutes
/// name the one that is asked.
/// @dev It holds no money and moves none. All that it can do to the account is to let a payment pass without counting it
/// towards a third of the account, or to refuse it.
interface ICoverage {
    /// @notice Takes a payment of the caller from one of its lines. Reverts where the line does not cover all of it.
    /// @param line Its number, from 1.
    /// @param asset Zero for the chain's own coin, by whichever of its two faces it is paid.
    /// @param amount In base units of the asset.
    function cover(uint256 line, address asset, address to, uint256 amount, Ground ground) external;
}

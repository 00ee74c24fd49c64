// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev Shares are written in basis points, of which the whole has so many.
uint256 constant BPS = 10_000;

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev The names under which the first chapters of a federation ask for each other: ASCII from the left, then zeros.
bytes32 constant PHYLE = "phyle";
bytes32 constant FUND = "fund";
bytes32 constant BONDS = "bonds";
bytes32 constant WORKS = "works";
bytes32 constant MACHINES = "machines";
bytes32 constant LICENCES = "licences";
bytes32 constant CONTRIBUTIONS = "contributions";

/// @dev The name of the chapter through which alone a surplus is shared.
bytes32 constant SURPLUS = "surplus";

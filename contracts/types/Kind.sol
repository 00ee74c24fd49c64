// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev How weighty a decision is. A proposal takes the highest kind among its actions.
enum Kind {
    ORDINARY,
    CONSENT,
    SPECIAL,
    ENTRENCHED
}

/// @dev The number of kinds.
uint256 constant KINDS = 4;

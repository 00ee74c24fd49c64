// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev It says what a ballot can say. The first three follow the Governor convention; the fourth is a reasoned block.
library Choice {
    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;
    uint8 internal constant OBJECT = 3;
}

/// @dev How a ballot came in. A higher one replaces a lower one; DIRECT also replaces DIRECT.
library Route {
    uint8 internal constant NONE = 0;
    uint8 internal constant STAND_IN = 1;
    uint8 internal constant CARRIED = 2;
    uint8 internal constant DIRECT = 3;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev Why money leaves the account. Reserves are never a ground.
enum Ground {
    WAGE,
    INVOICE,
    EXPENSE,
    REFUND,
    SHARE_INTEREST,
    SURPLUS
}

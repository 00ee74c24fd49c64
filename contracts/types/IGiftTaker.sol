// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Source} from "./Source.sol";

/// @title IGiftTaker
/// @notice How the account knows the fund of a federation: it takes income in.
interface IGiftTaker {
    /// @notice Takes `amount` from the caller, who has allowed it.
    function pour(uint256 amount, Source source, uint256 ref) external;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {BPS} from "../types/Bps.sol";

/// @title Waterfall
/// @notice Splits income among series, and says how much a series can be paid. All in base units; nothing is lost.
/// @dev The same as `proRata` in `sdk/src/chapters/fund/model.ts` and `capDueOf` in `bonds/model.ts`.
library Waterfall {
    /// @dev The share of `amount`, rounded down.
    function share(uint256 amount, uint256 bps) internal pure returns (uint256) {
        return (amount * bps) / BPS;
    }

    /// @dev The most a series is ever paid: its left-over, and the price times its cap.
    function capDue(uint256 raised, uint256 price, uint256 capBps) internal pure returns (uint256) {
        return raised - price + share(price, capBps);
    }

    /// @dev Splits `amount`, at most `total`, over `weights` that sum to `total`: each part is the running total
    /// rounded down less what went before. The parts sum to `amount`, and none is above its weight.
    function proRata(
        uint256 amount,
        uint256[] memory weights,
        uint256 total
    ) internal pure returns (uint256[] memory parts) {
        parts = new uint256[](weights.length);
        if (amount == 0) return parts;
        uint256 running;
        uint256 spent;
        for (uint256 i = 0; i < weights.length; ++i) {
            running += weights[i];
            uint256 upTo = (amount * running) / total;
            // I13
            parts[i] = upTo - spent;
            spent = upTo;
        }
    }
}

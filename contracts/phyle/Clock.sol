// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {CloneArgs} from "../libraries/CloneArgs.sol";

/// @title Clock
/// @notice The epochs of the running phyle.
library Clock {
    /// @dev The time before the start belongs to epoch 0.
    function epochOf(uint256 time) internal view returns (uint32) {
        (, uint256 first, uint256 length) = CloneArgs.clock();
        // 2^32 epochs of a day are more than the clock of 48 bits has
        return time < first ? 0 : uint32((time - first) / length);
    }

    function epochNow() internal view returns (uint32) {
        return epochOf(block.timestamp);
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev A pledge that can still be taken back when pledges made earlier no longer can.
struct LatePledge {
    uint40 units;
    uint40 madeAt;
}

/// @title LatePledges
/// @notice The pledges of one person for one series that were made so late that each ends its cooling-off on its own.
library LatePledges {
    /// @dev For how long a pledge can be taken back, however late it was made.
    uint256 internal constant COOLING_OFF = 4 days;

    function note(LatePledge[] storage pledges, uint256 units) internal {
        pledges.push(LatePledge(uint40(units), uint40(block.timestamp)));
    }

    /// @dev Takes `units` out, the newest first; where they are more than all of these, the rest is of earlier pledges.
    function takeBack(LatePledge[] storage pledges, uint256 units) internal {
        for (uint256 left = pledges.length; left != 0 && units != 0; --left) {
            LatePledge storage newest = pledges[left - 1];
            uint256 some = newest.units;
            if (some > units) {
                newest.units = uint40(some - units);
                return;
            }
            units -= some;
            pledges.pop();
        }
    }

    /// @dev How many units are still within their own cooling-off, and when the first of them leaves it; 0: none is.
    function cooling(LatePledge[] storage pledges) internal view returns (uint256 units, uint256 until) {
        for (uint256 i = pledges.length; i != 0; --i) {
            LatePledge memory pledge = pledges[i - 1];
            uint256 end = pledge.madeAt + COOLING_OFF;
            if (block.timestamp >= end) break;
            (units, until) = (units + pledge.units, end);
        }
    }
}

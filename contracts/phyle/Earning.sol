// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {Coops} from "./Coops.sol";
import {IPhyle} from "./IPhyle.sol";
import {Counts} from "./People.sol";

/// @title Earning
/// @notice How many heads earn in each epoch, and how few are too few.
abstract contract Earning is Coops {
    /// @dev How many epochs are looked at for the first with enough heads: each costs one read.
    uint256 private constant MOST_LOOKED_AT = 100;

    /// @dev A federation begins with this number, until its root sets another.
    uint32 private constant LEAST_HEADS = 10;

    /* READING AND SETTING */

    /// @inheritdoc IPhyle
    function heads() external view returns (uint256) {
        return _people.counts.persons;
    }

    /// @inheritdoc IPhyle
    function leastHeads() external view returns (uint256) {
        return _people.counts.leastHeads;
    }

    /// @inheritdoc IPhyle
    function firstEarning(uint256 from, uint256 to) external view returns (uint256 epoch_, uint256 count) {
        Counts memory counts = _people.counts;
        uint256 last = to - from < MOST_LOOKED_AT ? to : from + MOST_LOOKED_AT - 1;
        (epoch_, count) = (from, earningHeads(from));
        while (count < _leastIn(counts, epoch_)) {
            if (epoch_ >= last) return (to, 0);
            ++epoch_;
            if (epoch_ < counts.rolledTo) count = _people.earnedIn[epoch_];
            else if (epoch_ == counts.rolledTo) count = counts.earning;
            else count += _people.starts[epoch_];
        }
    }

    /// @inheritdoc IPhyle
    function earningHeads(uint256 epoch_) public view returns (uint256 count) {
        uint256 rolledTo = _people.counts.rolledTo;
        if (epoch_ < rolledTo) return _people.earnedIn[epoch_];
        count = _people.counts.earning;
        for (uint256 e = rolledTo + 1; e <= epoch_; ++e) {
            // beyond the next epochs nothing is queued, but an epoch far ahead costs only the reader
            count += _people.starts[e];
        }
    }

    /// @inheritdoc IPhyle
    function setLeastHeads(uint32 least) external onlyRoot {
        if (least == 0) revert LimitInvalid();
        Counts storage counts = _people.counts;
        // what has been earned is not judged anew
        uint32 next = Clock.epochNow() + 1;
        if (counts.leastSince < next) (counts.leastBefore, counts.leastSince) = (counts.leastHeads, next);
        counts.leastHeads = least;
        emit LeastHeadsSet(least, next);
    }

    function _beginLeastHeads() internal {
        (_people.counts.leastHeads, _people.counts.leastBefore) = (LEAST_HEADS, LEAST_HEADS);
        emit LeastHeadsSet(LEAST_HEADS, 0);
    }

    function _leastIn(Counts memory counts, uint256 epoch_) private pure returns (uint256) {
        return epoch_ < counts.leastSince ? counts.leastBefore : counts.leastHeads;
    }
}

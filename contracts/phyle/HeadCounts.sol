// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Clock} from "./Clock.sol";
import {IPhyle} from "./IPhyle.sol";
import {OPEN, People} from "./People.sol";

/// @title HeadCounts
/// @notice How many heads of the whole phyle earn in each epoch.
/// @dev Counts are kept by epoch: the past is fixed when the first change after it is booked, the future is the count of
/// today and the starts that are due.
library HeadCounts {
    /// @notice Fixes the counts of the epochs that are over.
    function roll(People storage people) internal returns (uint32 now_) {
        now_ = Clock.epochNow();
        uint32 epoch = people.counts.rolledTo;
        if (epoch == now_) return now_;
        uint32 earning = people.counts.earning;
        while (epoch < now_) {
            people.earnedIn[epoch] = earning;
            ++epoch;
            earning += people.starts[epoch];
        }
        people.counts.rolledTo = now_;
        people.counts.earning = earning;
    }

    /// @notice Counts a person who had no seat, from `start` on, which is to come.
    function begin(People storage people, uint32 start) internal {
        ++people.starts[start];
        ++people.counts.persons;
    }

    /// @notice Moves the start of a head that waits.
    function moveStart(People storage people, IPhyle.Head memory head, uint32 start) internal {
        --people.starts[head.earnsFrom];
        ++people.starts[start];
        head.earnsFrom = start;
    }

    /// @notice Counts a head as it is after some of its seats ended; the spell that ran before began in `from`.
    function follow(People storage people, uint32 from, IPhyle.Head memory head) internal {
        uint32 now_ = people.counts.rolledTo;
        if (from > now_) --people.starts[from];
        else --people.counts.earning;
        if (head.earnsTo != OPEN) --people.counts.persons;
        else if (head.earnsFrom > now_) ++people.starts[head.earnsFrom];
        else ++people.counts.earning;
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Clock} from "./Clock.sol";
import {IPhyle} from "./IPhyle.sol";
import {OPEN} from "./People.sol";

/// @dev It is one seat of a person; their spells follow from all of them. `end` 0: it runs.
struct Sitting {
    uint32 start;
    uint40 since;
    uint40 end;
}

/// @title Spells
/// @notice It finds what a person earns for: the epochs in which one of their seats has started and runs, as spells
/// without gaps.
/// @dev A seat earns to the last whole epoch before it ends; the epoch in which it ends too, where another seat that the
/// person had by then starts with the next.
library Spells {
    uint40 private constant FOR_EVER = type(uint40).max;

    /// @notice Tells whether a spell has neither earned nor been counted.
    function isVoid(uint32 earnsFrom, uint32 earnsTo, uint32 countedTo) internal pure returns (bool) {
        return earnsTo < earnsFrom && countedTo < earnsFrom;
    }

    /// @notice Follows a running spell through the ends of some of its seats, and begins others after gaps.
    /// @param head Changed to the spell that runs now, or to the last, with its end.
    /// @return over The spells that were finished, from the number of the running one on; the rest is empty.
    function follow(
        IPhyle.Head memory head,
        Sitting[] memory sittings
    ) internal view returns (IPhyle.Spell[] memory over) {
        uint32 now_ = Clock.epochNow();
        over = new IPhyle.Spell[](sittings.length);
        uint256 count = 0;
        // seats that were taken away before reach so far
        uint40 until = head.lastEnd;
        while (true) {
            until = _reach(sittings, head.earnsFrom, until);
            if (until == FOR_EVER) break;
            uint32 upTo = _most(head.earnsFrom, Clock.epochOf(until));
            uint32 next = _nextAfter(sittings, upTo);
            // P2
            head.earnsTo = upTo - 1;
            head.countedTo = _most(head.earnsFrom, now_ < next ? now_ : next) - 1;
            if (next == OPEN) break;
            if (!isVoid(head.earnsFrom, head.earnsTo, head.countedTo)) {
                over[count++] = IPhyle.Spell(head.earnsFrom, head.earnsTo, head.countedTo);
                ++head.spell;
            }
            (head.earnsFrom, head.earnsTo, head.countedTo) = (next, OPEN, OPEN);
            until = 0;
        }
        for (uint256 i = 0; i < sittings.length; ++i) {
            if (sittings[i].end > head.lastEnd) head.lastEnd = sittings[i].end;
        }
    }

    /// @dev The time up to which seats follow on one another without a gap, in a spell from epoch `from` on that has
    /// reached `until`.
    function _reach(Sitting[] memory sittings, uint32 from, uint40 until) private view returns (uint40) {
        bool more = true;
        while (more && until != FOR_EVER) {
            more = false;
            uint32 ended = Clock.epochOf(until);
            for (uint256 i = 0; i < sittings.length; ++i) {
                Sitting memory one = sittings[i];
                uint40 end = one.end == 0 ? FOR_EVER : one.end;
                bool meets = one.start <= _most(from, ended);
                bool takesOver = ended >= from && one.start == ended + 1 && one.since <= until;
                if (end <= until || !(meets || takesOver)) continue;
                until = end;
                more = true;
                break;
            }
        }
        return until;
    }

    /// @dev The first epoch after a gap in which a seat that has started runs.
    function _nextAfter(Sitting[] memory sittings, uint32 upTo) private view returns (uint32 next) {
        next = OPEN;
        for (uint256 i = 0; i < sittings.length; ++i) {
            Sitting memory one = sittings[i];
            bool ran = one.end == 0 || Clock.epochOf(one.end) >= one.start;
            if (ran && one.start > upTo && one.start < next) next = one.start;
        }
    }

    function _most(uint32 a, uint32 b) private pure returns (uint32) {
        return a > b ? a : b;
    }
}

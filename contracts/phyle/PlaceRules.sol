// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IPhyle} from "./IPhyle.sol";
import {Places} from "./People.sol";

/// @title PlaceRules
/// @notice The places of a co-op: how many of its heads may earn in each epoch, and who starts when.
/// @dev Twin of the sdk's model. In every epoch the seats that have started are at most the places (P4). A base is only
/// renewed to what the seats need or to what it has grown to, so no start that was given is set back.
library PlaceRules {
    uint256 private constant LEAST_GROWTH = 3;
    uint256 private constant GROWTH_DIVISOR = 10;

    /// @dev How far ahead a start is looked for. From nothing, places for more than two million open by then.
    uint256 private constant EPOCHS_AHEAD = 128;

    /// @dev Starts in one word.
    uint256 private constant IN_WORD = 8;
    uint256 private constant START_BITS = 32;

    /// @dev Places never grow beyond what a count can hold.
    uint256 private constant MOST_PLACES = type(uint32).max;

    /* READING */

    /// @notice The places in `epoch`, which is not before the base's.
    function placesIn(Places memory places, uint256 epoch) internal pure returns (uint256 count) {
        count = places.base;
        // a tenth more each time: at most some two hundred steps
        for (uint256 e = places.since; e < epoch && count < MOST_PLACES; ++e) count = _grown(count);
    }

    /// @dev The counts as they are in `now_`: seats whose start has come earn.
    function rolled(
        Places memory places,
        mapping(uint256 epochs => uint256) storage starts,
        uint32 now_
    ) internal view returns (Places memory) {
        uint256 last = places.lastStart < now_ ? places.lastStart : now_;
        for (uint256 e = places.rolledTo + 1; e <= last; ++e) places.earning += _startsIn(starts, e);
        places.rolledTo = now_;
        return places;
    }

    /* STARTS */

    /// @notice Gives one more seat the first epoch from which on there is room, and counts it.
    function give(
        Places storage kept,
        mapping(uint256 epochs => uint256) storage starts,
        uint32 now_
    ) internal returns (uint32 start) {
        Places memory places = rolled(kept, starts, now_);
        _renew(places, now_);
        uint256 last = now_ + EPOCHS_AHEAD;
        // P4, PHY-3
        start = _firstRoom(places, starts, places.lastStart, last);
        if (start == 0) revert IPhyle.NoPlaceInSight(last);
        if (start > places.lastStart) places.lastStart = start;
        ++places.seated;
        _put(kept, places);
        _add(starts, start);
    }

    /// @notice Moves a seat that waits for `start` to the first epoch from which on there is room until then.
    function moveUp(
        Places storage kept,
        mapping(uint256 epochs => uint256) storage starts,
        uint32 start,
        uint32 now_
    ) internal returns (uint32 earlier) {
        Places memory places = rolled(kept, starts, now_);
        // P4
        earlier = _firstRoom(places, starts, start - 1, start - 1);
        if (earlier == 0) return start;
        _put(kept, places);
        _remove(starts, start);
        _add(starts, earlier);
    }

    /// @notice Counts a seat that started, or was to start, in `start` no longer.
    function release(
        Places storage kept,
        mapping(uint256 epochs => uint256) storage starts,
        uint32 start,
        uint32 now_
    ) internal {
        Places memory places = rolled(kept, starts, now_);
        if (start > now_) _remove(starts, start);
        else --places.earning;
        --places.seated;
        _put(kept, places);
    }

    /// @notice Lets at least `granted` of a co-op start together from `now_` on.
    function grant(
        Places storage kept,
        mapping(uint256 epochs => uint256) storage starts,
        uint32 granted,
        uint32 now_
    ) internal {
        Places memory places = rolled(kept, starts, now_);
        places.granted = granted;
        if (granted > placesIn(places, now_)) (places.base, places.since) = (granted, now_);
        _put(kept, places);
    }

    /* PRIVATE */

    function _grown(uint256 count) private pure returns (uint256) {
        uint256 tenth = count / GROWTH_DIVISOR;
        return count + (tenth > LEAST_GROWTH ? tenth : LEAST_GROWTH);
    }

    /// @dev Growth that nobody used does not pile up: with the first seat of a later epoch the base is what those seated
    /// before need, at most what it has grown to.
    function _renew(Places memory places, uint32 now_) private pure {
        if (now_ <= places.since) return;
        uint256 base = placesIn(places, now_);
        if (base > places.seated) base = places.seated;
        if (base < places.granted) base = places.granted;
        // at most what was seated or granted, each of 32 bits
        (places.base, places.since) = (uint32(base), now_);
    }

    /// @dev The first epoch after `places.rolledTo` from which on there is room for one more in every epoch looked at;
    /// 0: there is none. It looks at all up to `least`, and on to `most` while it has found none.
    function _firstRoom(
        Places memory places,
        mapping(uint256 epochs => uint256) storage starts,
        uint256 least,
        uint256 most
    ) private view returns (uint32 first) {
        uint256 room = placesIn(places, places.rolledTo);
        uint256 count = places.earning;
        uint256 word = starts[places.rolledTo / IN_WORD];
        for (uint256 e = places.rolledTo + 1; e <= most && (first == 0 || e <= least); ++e) {
            if (e % IN_WORD == 0) word = e <= places.lastStart ? starts[e / IN_WORD] : 0;
            room = _grown(room);
            count += uint32(word >> (START_BITS * (e % IN_WORD)));
            if (count >= room) first = 0;
            else if (first == 0) first = uint32(e);
        }
    }

    function _startsIn(mapping(uint256 epochs => uint256) storage starts, uint256 epoch) private view returns (uint32) {
        return uint32(starts[epoch / IN_WORD] >> (START_BITS * (epoch % IN_WORD)));
    }

    function _add(mapping(uint256 epochs => uint256) storage starts, uint256 epoch) private {
        starts[epoch / IN_WORD] += 1 << (START_BITS * (epoch % IN_WORD));
    }

    function _remove(mapping(uint256 epochs => uint256) storage starts, uint256 epoch) private {
        starts[epoch / IN_WORD] -= 1 << (START_BITS * (epoch % IN_WORD));
    }

    function _put(Places storage kept, Places memory places) private {
        (kept.base, kept.since, kept.granted, kept.seated) = (places.base, places.since, places.granted, places.seated);
        (kept.earning, kept.rolledTo, kept.lastStart) = (places.earning, places.rolledTo, places.lastStart);
    }
}

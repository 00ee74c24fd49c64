// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IMembership} from "../membership/IMembership.sol";
import {ClassFlags} from "../types/Classes.sol";

import {Clock} from "./Clock.sol";
import {Coop} from "./Coop.sol";
import {HeadCounts} from "./HeadCounts.sol";
import {IPhyle} from "./IPhyle.sol";
import {Organs} from "./Organs.sol";
import {OPEN, People, Seat, Sitter} from "./People.sol";
import {PlaceRules} from "./PlaceRules.sol";
import {Sitting, Spells} from "./Spells.sol";

/// @title Seats
/// @notice Gives seats, ends them, and follows what a person earns for.
/// @dev Deployed once and linked, so that its code does not weigh on Phyle. It runs as the phyle that calls it.
library Seats {
    using HeadCounts for People;
    using PlaceRules for *;

    /// @dev No time of a chain.
    uint256 private constant UNKNOWN = 1;

    /* GIVING AND ENDING */

    /// @notice See {IPhyle-seat}; the caller knows that `coop` belongs.
    function seat(People storage people, address coop, address wallet) external {
        Coop storage record = people.coops[coop];
        address roll = record.membership;
        address unread = people.unread[coop];
        // PHY-14
        if (unread != address(0)) revert IPhyle.RollNotRead(coop, unread);
        IMembership.Member memory member = IMembership(roll).memberOf(wallet);
        if (!_cooperates(roll, member)) revert IPhyle.NotACooperatorClass(coop, member.class);

        IPhyle.Head memory head = _settle(people, wallet);
        if (people.sitters[coop][member.id].wallet != address(0)) revert IPhyle.AlreadySeated(coop, member.id);
        // One seat a co-op, whatever its roll says: a person has few, and can always be settled.
        (bool sits, uint256 at_) = _find(people, head, coop, wallet);
        if (sits) revert IPhyle.AlreadySeated(coop, people.seats[wallet][at_].memberId);

        uint32 now_ = people.roll();
        uint32 start = people.places[coop].give(people.coopStarts[coop], now_);
        // P2, PHY-2
        if (head.seats == 0) _begin(people, head, wallet, start);
        else if (start < head.earnsFrom) people.moveStart(head, start);
        uint16 index = head.seats++;
        people.heads[wallet] = head;
        people.seats[wallet][index] = Seat(coop, member.id, member.class, record.spell, uint40(block.timestamp));
        people.sitters[coop][member.id] = Sitter(wallet, index, start);

        emit IPhyle.Seated(coop, member.id, wallet, start);
    }

    /// @notice See {IPhyle-grant}: at most the cooperators whom the co-op had on its `roll` at `asOf`.
    function grant(People storage people, address coop, address roll, uint32 granted, uint48 asOf) external {
        uint256 most = Organs.cooperatorsAt(roll, asOf);
        // P4
        if (granted > most) granted = uint32(most);
        people.places[coop].grant(people.coopStarts[coop], granted, Clock.epochNow());
        emit IPhyle.PlacesGranted(coop, granted, asOf);
    }

    /// @notice See {IPhyle-unseat}. What has ended of the same person's is settled with it, so that one end never
    /// depends on which was looked at first.
    function unseat(People storage people, address coop, uint256 memberId) external {
        Sitter memory sitter = people.sitters[coop][memberId];
        if (sitter.wallet == address(0)) revert IPhyle.NotSeated(coop, memberId);
        if (_endOf(people, people.seats[sitter.wallet][sitter.index], sitter.wallet) == 0) {
            revert IPhyle.StillEntitled(coop, memberId);
        }
        _settle(people, sitter.wallet);
    }

    /// @notice See {IPhyle-hasten}.
    function hasten(People storage people, address coop, address wallet) external returns (uint32 start) {
        IPhyle.Head memory head = _settle(people, wallet);
        (bool sits, uint256 index) = _find(people, head, coop, wallet);
        if (!sits) revert IPhyle.NoSeatIn(coop, wallet);
        uint256 memberId = people.seats[wallet][index].memberId;
        Sitter storage sitter = people.sitters[coop][memberId];
        uint32 waited = sitter.start;
        uint32 now_ = people.roll();
        if (waited <= now_) revert IPhyle.StartedAlready(coop, memberId, waited);

        start = people.places[coop].moveUp(people.coopStarts[coop], waited, now_);
        if (start == waited) return start;
        // P4, PHY-8
        sitter.start = start;
        if (start < head.earnsFrom) {
            people.moveStart(head, start);
            people.heads[wallet] = head;
        }

        emit IPhyle.Hastened(coop, memberId, wallet, start);
    }

    /// @notice See {IPhyle-settle}.
    function settle(People storage people, address wallet) external returns (IPhyle.Head memory) {
        return _settle(people, wallet);
    }

    /// @notice Ends every seat of a person, now where it has not ended before.
    function endAll(People storage people, address wallet) external {
        IPhyle.Head memory head = people.heads[wallet];
        (Sitting[] memory sittings, ) = _sittingsOf(people, head, wallet);
        for (uint256 i = 0; i < sittings.length; ++i) {
            if (sittings[i].end == 0) sittings[i].end = uint40(block.timestamp);
        }
        if (sittings.length != 0) _write(people, head, wallet, sittings);
    }

    /* READING */

    /// @notice The head as {settle} would leave it, and the spells that it would write down, from the number of the
    /// running one on.
    function foresee(
        People storage people,
        address wallet
    ) external view returns (IPhyle.Head memory head, IPhyle.Spell[] memory over) {
        head = people.heads[wallet];
        (Sitting[] memory sittings, uint256 gone) = _sittingsOf(people, head, wallet);
        if (gone == 0) return (head, over);
        over = Spells.follow(head, sittings);
        head.seats -= uint16(gone);
    }

    /// @notice See {IPhyle-isCooperator}.
    function isCooperator(People storage people, address wallet) external view returns (bool) {
        uint256 count = people.heads[wallet].seats;
        for (uint256 index = 0; index < count; ++index) {
            if (_endOf(people, people.seats[wallet][index], wallet) == 0) return true;
        }
        return false;
    }

    /// @notice See {IPhyle-isSettledUser}.
    function isSettledUser(People storage people, address wallet) external view returns (bool) {
        uint256 count = people.heads[wallet].seats;
        uint32 now_ = Clock.epochNow();
        for (uint256 index = 0; index < count; ++index) {
            Seat memory seat_ = people.seats[wallet][index];
            if (_endOf(people, seat_, wallet) != 0) continue;
            address roll = people.coops[seat_.coop].membership;
            IMembership.Member memory member = Organs.memberOf(roll, wallet);
            if (Organs.flagsOf(roll, member.class) & ClassFlags.USER == 0) continue;
            uint256 since = member.classChanged > seat_.since ? member.classChanged : seat_.since;
            if (Clock.epochOf(since) + 2 <= now_) return true;
        }
        return false;
    }

    /* A PERSON'S SPELLS */

    /// @dev Begins a spell of somebody without a seat. One that never earned and was never counted is written over, so
    /// that nobody grows another's list of them.
    function _begin(People storage people, IPhyle.Head memory head, address wallet, uint32 start) private {
        if (head.since != 0 && !Spells.isVoid(head.earnsFrom, head.earnsTo, head.countedTo)) {
            // I16
            people.spells[wallet][head.spell] = IPhyle.Spell(head.earnsFrom, head.earnsTo, head.countedTo);
            ++head.spell;
        }
        people.begin(start);
        head.earnsFrom = start;
        head.earnsTo = OPEN;
        head.countedTo = OPEN;
        head.since = uint40(block.timestamp);
        head.lastEnd = 0;
    }

    function _settle(People storage people, address wallet) private returns (IPhyle.Head memory head) {
        head = people.heads[wallet];
        (Sitting[] memory sittings, uint256 gone) = _sittingsOf(people, head, wallet);
        if (gone != 0) _write(people, head, wallet, sittings);
    }

    /// @dev Writes down what a person earns for, as some of their seats have ended, and releases those.
    function _write(People storage people, IPhyle.Head memory head, address wallet, Sitting[] memory sittings) private {
        uint32 now_ = people.roll();
        uint32 before = head.earnsFrom;
        uint256 spell = head.spell;
        IPhyle.Spell[] memory over = Spells.follow(head, sittings);
        for (uint256 i = 0; spell < head.spell; ++i) people.spells[wallet][spell++] = over[i];
        people.follow(before, head);
        for (uint256 index = sittings.length; index > 0; --index) {
            if (sittings[index - 1].end != 0) _release(people, head, wallet, index - 1, sittings[index - 1], now_);
        }
        people.heads[wallet] = head;
    }

    /// @dev Takes a seat away; the last of the list moves into its place.
    function _release(
        People storage people,
        IPhyle.Head memory head,
        address wallet,
        uint256 index,
        Sitting memory sitting,
        uint32 now_
    ) private {
        Seat memory gone = people.seats[wallet][index];
        uint16 last = --head.seats;
        if (index != last) {
            Seat memory moved = people.seats[wallet][last];
            people.seats[wallet][index] = moved;
            people.sitters[moved.coop][moved.memberId].index = uint16(index);
        }
        delete people.seats[wallet][last];
        delete people.sitters[gone.coop][gone.memberId];
        people.places[gone.coop].release(people.coopStarts[gone.coop], sitting.start, now_);

        emit IPhyle.Unseated(gone.coop, gone.memberId, wallet, sitting.end);
    }

    /* SEATS OF A PERSON */

    function _find(
        People storage people,
        IPhyle.Head memory head,
        address coop,
        address wallet
    ) private view returns (bool found, uint256 index) {
        for (; index < head.seats; ++index) {
            if (people.seats[wallet][index].coop == coop) return (true, index);
        }
    }

    /// @dev Each seat with its end, and how many have ended.
    function _sittingsOf(
        People storage people,
        IPhyle.Head memory head,
        address wallet
    ) private view returns (Sitting[] memory sittings, uint256 gone) {
        sittings = new Sitting[](head.seats);
        for (uint256 index = 0; index < sittings.length; ++index) {
            Seat memory seat_ = people.seats[wallet][index];
            uint32 start = people.sitters[seat_.coop][seat_.memberId].start;
            uint40 end = _endOf(people, seat_, wallet);
            sittings[index] = Sitting(start, seat_.since, end);
            if (end != 0) ++gone;
        }
    }

    /* WHEN A SEAT ENDED */

    /// @dev When a seat ended, the earliest of all that could have ended it; 0: it has not.
    function _endOf(People storage people, Seat memory seat_, address wallet) private view returns (uint40) {
        Coop storage record = people.coops[seat_.coop];
        uint256 end = block.timestamp + 1;
        uint256 left = people.leftAt[seat_.coop][seat_.spell];
        // P2
        if (left != 0 && left < end) end = left;
        uint256 lost = _lostSince(record.membership, seat_, wallet);
        // A roll of other code may name any time; nobody earns beyond now.
        if (lost > block.timestamp) lost = block.timestamp;
        if (lost != 0 && lost < end) end = lost;
        return end > block.timestamp ? 0 : uint40(end);
    }

    /// @dev As {_lostAt}, for a co-op that may have moved to the roll after the seat was given. What was before it moved,
    /// the roll that it had then knows: a roll ends no seat before the second in which the co-op came to it.
    function _lostSince(address roll, Seat memory seat_, address wallet) private view returns (uint256 lost) {
        lost = _lostAt(roll, seat_, wallet);
        while (lost != 0) {
            (, address before, uint256 since) = Organs.successionOf(seat_.coop, roll);
            if (since <= seat_.since) return lost == UNKNOWN ? block.timestamp : lost;
            if (lost >= since) return lost;
            roll = before;
            lost = _lostAt(roll, seat_, wallet);
            // G14, I11
            if (lost == 0 || lost > since) return since;
        }
    }

    /// @dev When the membership behind a seat ended or moved to a class that is no cooperator's; 0: it did not, {UNKNOWN}:
    /// the roll does not know it, or does not answer.
    function _lostAt(address roll, Seat memory seat_, address wallet) private view returns (uint256) {
        IMembership.Member memory member = Organs.memberOf(roll, wallet);
        if (member.id != seat_.memberId) member = Organs.formerMember(roll, seat_.memberId);
        if (member.id == 0) return UNKNOWN;
        uint256 moved = 0;
        if (member.classChanged >= seat_.since && member.classChanged != 0) {
            moved = Organs.leftCooperatorsAt(roll, wallet, seat_.memberId, seat_.since);
            bool out = member.class != seat_.class && Organs.flagsOf(roll, member.class) & ClassFlags.COOPERATOR == 0;
            if (moved == 0 && out) moved = member.classChanged;
        }
        if (moved == 0 || (member.left != 0 && member.left < moved)) return member.left;
        return moved;
    }

    function _cooperates(address roll, IMembership.Member memory member) private view returns (bool) {
        // rolls number from 1; 0 is how an answer that failed reads
        if (member.id == 0 || member.joined == 0 || member.left != 0) return false;
        return Organs.flagsOf(roll, member.class) & ClassFlags.COOPERATOR != 0;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {Phyle} from "../../contracts/phyle/Phyle.sol";
import {Founder} from "../../contracts/types/Charter.sol";
import {StandInCoop} from "../fund/StandInCoop.sol";
import {Checks, VM} from "../kit/Vm.sol";

/// @notice A co-op that remembers each move between its two classes, and how many cooperators it had.
contract MovingCoop is StandInCoop {
    mapping(uint256 id => uint256[]) private _outs;

    function moveOut(address wallet) external {
        _outs[this.memberOf(wallet).id].push(block.timestamp);
        this.changeClass(wallet, 1);
    }

    function leftCooperatorsAt(address, uint256 id, uint256 since) external view returns (uint256) {
        for (uint256 i; i < _outs[id].length; ++i) if (_outs[id][i] >= since) return _outs[id][i];
        return 0;
    }

    function countsAt(uint256) external view returns (uint256) {
        return this.counts();
    }
}

/// @notice Seats, places and spells beside an oracle that keeps every seat there ever was and loops over all of them in
/// every epoch.
contract PlacesTest is Checks {
    uint256 private constant COOPS = 3;
    uint256 private constant PEOPLE = 8;
    uint256 private constant STEPS = 48;
    uint32 private constant EPOCH = 30 days;

    /// @dev One seat, for ever. `end` 0: it runs; `cleared` 0: nobody has noted its end.
    struct Kept {
        uint256 coop;
        uint256 person;
        uint256 id;
        uint256 start;
        /// what `start` was before it was moved up at `hastened`
        uint256 first;
        uint256 hastened;
        uint256 since;
        uint256 end;
        bool cleared;
    }

    /// @dev The places of a co-op, by the words of the design.
    struct Room {
        uint256 base;
        uint256 since;
        uint256 granted;
    }

    Phyle private phyle;
    StandInCoop private root;
    MovingCoop[COOPS] private coops;
    Kept[] private kept;
    Room[COOPS] private rooms;
    bool[COOPS] private belongs;

    function setUp() public {
        VM.warp(1_800_000_000);
        phyle = Phyle(
            Clones.cloneWithImmutableArgs(
                address(new Phyle()),
                abi.encode(0, 0, new DemoEuro(), block.timestamp, EPOCH)
            )
        );
        root = new StandInCoop();
        address[] memory chapters = new address[](1);
        chapters[0] = address(phyle);
        phyle.begin(address(root), chapters, address(root), new Founder[](0), new uint32[](0));
        VM.warp(block.timestamp + 1);
        for (uint256 c; c < COOPS; ++c) {
            coops[c] = new MovingCoop();
            _enter(c);
        }
    }

    function testFuzz_P2_P4_PHY3_PHY8_seatsAndPlacesAreWhatAnOracleOfLoopsSays(uint256 seed) public {
        for (uint256 i; i < STEPS; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            _act(seed);
            _compareRooms();
            _compareStarts();
            _compareSpells(seed >> 200);
        }
        _compareCounts();
    }

    /* ACTS */

    function _act(uint256 seed) private {
        uint256 what = seed % 16;
        uint256 c = (seed >> 8) % COOPS;
        uint256 p = (seed >> 16) % PEOPLE;
        if (what < 4) _sit(c, p);
        else if (what < 6) _quit(c, p);
        else if (what == 6) phyle.settle(_wallet(p));
        else if (what == 7) _unseat((seed >> 24));
        else if (what < 10) _hasten(c, p);
        else if (what == 10) _moveOut(c, p);
        else if (what == 11) _grant(c, (seed >> 24) % 6);
        else if (what == 12 && (seed >> 24) % 3 == 0) _turn(c);
        else VM.warp(block.timestamp + 1 + ((seed >> 32) % ((seed >> 64) % 4 == 0 ? 3 * EPOCH : EPOCH / 2)));
        if (what < 8) VM.warp(block.timestamp + 1);
        _notice();
    }

    function _enter(uint256 c) private {
        root.admit(address(coops[c]), 0);
        phyle.enter(address(coops[c]), address(root));
        belongs[c] = true;
    }

    /// @dev The co-op is taken out, or comes back.
    function _turn(uint256 c) private {
        VM.warp(block.timestamp + 1);
        if (belongs[c]) {
            root.act(address(phyle), abi.encodeCall(phyle.expel, (address(coops[c]), bytes32("grounds"))));
            VM.warp(block.timestamp + 30 days);
            phyle.depart(address(coops[c]));
            belongs[c] = false;
            for (uint256 i; i < kept.length; ++i) if (kept[i].coop == c) _end(kept[i]);
        } else {
            _enter(c);
        }
    }

    function _sit(uint256 c, uint256 p) private {
        MovingCoop coop = coops[c];
        address wallet = _wallet(p);
        if (!belongs[c]) return;
        if (!coop.isMember(wallet)) coop.admit(wallet, 0);
        if (coop.memberOf(wallet).class == 1) coop.changeClass(wallet, 0);
        VM.warp(block.timestamp + 1);
        if (_runs(c, p)) return;
        _clear(p);
        Room storage room = rooms[c];
        uint256 now_ = phyle.epoch();
        if (now_ > room.since) {
            uint256 base = _places(c, now_);
            uint256 seated = _seated(c);
            if (base > seated) base = seated;
            (room.base, room.since) = (base < room.granted ? room.granted : base, now_);
        }
        uint256 start = _firstRoom(c, now_ + 1, now_ + 128);
        phyle.seat(address(coop), wallet);
        uint256 id = coop.memberOf(wallet).id;
        kept.push(Kept(c, p, id, start, start, 0, block.timestamp, 0, false));
    }

    function _quit(uint256 c, uint256 p) private {
        if (!coops[c].isMember(_wallet(p))) return;
        coops[c].resign(_wallet(p));
        _endIn(c, p);
    }

    function _moveOut(uint256 c, uint256 p) private {
        if (!coops[c].isMember(_wallet(p)) || coops[c].memberOf(_wallet(p)).class == 1) return;
        coops[c].moveOut(_wallet(p));
        _endIn(c, p);
        VM.warp(block.timestamp + 1);
    }

    function _unseat(uint256 seed) private {
        if (kept.length == 0) return;
        Kept storage one = kept[seed % kept.length];
        if (one.end == 0 || one.cleared) return;
        phyle.unseat(address(coops[one.coop]), one.id);
    }

    function _hasten(uint256 c, uint256 p) private {
        uint256 now_ = phyle.epoch();
        for (uint256 i; i < kept.length; ++i) {
            Kept storage one = kept[i];
            if (one.coop != c || one.person != p || one.end != 0 || one.start <= now_) continue;
            _clear(p);
            (uint256 start, bool found) = _roomBefore(one);
            uint256 moved = phyle.hasten(address(coops[c]), _wallet(p));
            _equal(moved, found ? start : one.start, "hastened");
            if (found) (one.first, one.start, one.hastened) = (one.start, start, block.timestamp);
        }
    }

    function _grant(uint256 c, uint256 granted) private {
        if (!belongs[c]) return;
        uint256 most = coops[c].counts() % (1 << 26);
        root.act(address(phyle), abi.encodeCall(phyle.grant, (address(coops[c]), uint32(granted))));
        if (granted > most) granted = most;
        rooms[c].granted = granted;
        uint256 now_ = phyle.epoch();
        if (granted > _places(c, now_)) (rooms[c].base, rooms[c].since) = (granted, now_);
    }

    /* THE ORACLE */

    function _wallet(uint256 p) private pure returns (address) {
        return address(uint160(0xa11ce + p));
    }

    function _end(Kept storage one) private {
        if (one.end == 0) one.end = block.timestamp;
    }

    function _endIn(uint256 c, uint256 p) private {
        for (uint256 i; i < kept.length; ++i) if (kept[i].coop == c && kept[i].person == p) _end(kept[i]);
    }

    function _runs(uint256 c, uint256 p) private view returns (bool) {
        for (uint256 i; i < kept.length; ++i) {
            if (kept[i].coop == c && kept[i].person == p && kept[i].end == 0) return true;
        }
        return false;
    }

    /// @dev Whatever is done for a person clears what has ended of theirs.
    function _clear(uint256 p) private {
        for (uint256 i; i < kept.length; ++i) if (kept[i].person == p && kept[i].end != 0) kept[i].cleared = true;
    }

    /// @dev Takes over from the register which ends it has noted: what it says of them is compared all the same.
    function _notice() private {
        for (uint256 p; p < PEOPLE; ++p) {
            uint256 open;
            for (uint256 i; i < kept.length; ++i) if (kept[i].person == p && !kept[i].cleared) ++open;
            uint256 seats = phyle.headOf(_wallet(p)).seats;
            if (seats == open) continue;
            _clear(p);
            open = 0;
            for (uint256 i; i < kept.length; ++i) if (kept[i].person == p && !kept[i].cleared) ++open;
            _equal(seats, open, "seats of a person");
        }
    }

    function _places(uint256 c, uint256 e) private view returns (uint256 count) {
        count = rooms[c].base;
        for (uint256 i = rooms[c].since; i < e; ++i) count += count / 10 > 3 ? count / 10 : 3;
    }

    function _seated(uint256 c) private view returns (uint256 count) {
        for (uint256 i; i < kept.length; ++i) if (kept[i].coop == c && !kept[i].cleared) ++count;
    }

    function _earning(uint256 c, uint256 e) private view returns (uint256 count) {
        for (uint256 i; i < kept.length; ++i) {
            if (kept[i].coop == c && !kept[i].cleared && kept[i].start <= e) ++count;
        }
    }

    /// @dev The first epoch from which on there is room in every one, far beyond any start.
    function _firstRoom(uint256 c, uint256 from, uint256 to) private view returns (uint256 first) {
        for (uint256 e = to; e >= from; --e) {
            if (_earning(c, e) >= _places(c, e)) return e + 1;
        }
        return from;
    }

    function _roomBefore(Kept storage one) private view returns (uint256 start, bool found) {
        uint256 from = phyle.epoch() + 1;
        if (one.start == from) return (0, false);
        start = _firstRoom(one.coop, from, one.start - 1);
        return (start, start < one.start);
    }

    /// @dev Whether a person earns for an epoch: by one seat, or by seats that take over from one another.
    function _earns(uint256 p, uint256 e) private view returns (bool) {
        (uint256 from, uint256 to) = (phyle.epochStart(e), phyle.epochStart(e + 1));
        uint256 until;
        for (uint256 i; i < kept.length; ++i) {
            Kept storage one = kept[i];
            if (one.person != p || one.start > e) continue;
            if (one.end == 0 || one.end >= to) return true;
            if (one.end >= from && one.end > until) until = one.end;
        }
        bool more = until != 0;
        while (more) {
            more = false;
            for (uint256 i; i < kept.length; ++i) {
                Kept storage one = kept[i];
                uint256 start = one.hastened > until ? one.first : one.start;
                if (one.person != p || start != e + 1 || one.since > until) continue;
                if (one.end == 0 || one.end >= to) return true;
                if (one.end <= until) continue;
                (until, more) = (one.end, true);
            }
        }
        return false;
    }

    /* COMPARED */

    function _compareRooms() private view {
        uint256 now_ = phyle.epoch();
        for (uint256 c; c < COOPS; ++c) {
            IPhyle.PlacesNow memory places = phyle.placesOf(address(coops[c]));
            _equal(places.places, _places(c, now_), "places");
            _equal(places.seated, _seated(c), "seated");
            _equal(places.earning, _earning(c, now_), "earning");
            for (uint256 e = now_; e < now_ + 12; ++e) _check(_earning(c, e) <= _places(c, e), "P4 within the places");
        }
    }

    function _compareStarts() private view {
        for (uint256 p; p < PEOPLE; ++p) {
            IPhyle.SeatNow[] memory seats = phyle.seatsOf(_wallet(p));
            for (uint256 s; s < seats.length; ++s) {
                for (uint256 i; i < kept.length; ++i) {
                    Kept storage one = kept[i];
                    if (one.person != p || one.id != seats[s].memberId || one.cleared) continue;
                    if (address(coops[one.coop]) != seats[s].coop) continue;
                    _equal(seats[s].start, one.start, "start");
                }
            }
        }
    }

    function _compareSpells(uint256 seed) private view {
        uint256 p = seed % PEOPLE;
        uint256 now_ = phyle.epoch();
        IPhyle.Head memory head = phyle.headAsSettled(_wallet(p));
        for (uint256 e; e < now_; ++e) {
            bool earns = head.since != 0 && head.earnsFrom <= e && e <= head.earnsTo;
            for (uint256 s; s < head.spell && !earns; ++s) {
                IPhyle.Spell memory spell = phyle.spellOf(_wallet(p), s);
                earns = spell.earnsFrom <= e && e <= spell.earnsTo;
            }
            _check(earns == _earns(p, e), "P2 earns");
        }
    }

    /// @dev The count of each epoch is of the heads that say so themselves.
    function _compareCounts() private view {
        uint256 now_ = phyle.epoch();
        for (uint256 e; e <= now_ + 2; ++e) {
            uint256 count;
            for (uint256 p; p < PEOPLE; ++p) {
                IPhyle.Head memory head = phyle.headOf(_wallet(p));
                bool counted = head.since != 0 && head.earnsFrom <= e && e <= head.countedTo;
                for (uint256 s; s < head.spell && !counted; ++s) {
                    IPhyle.Spell memory spell = phyle.spellOf(_wallet(p), s);
                    counted = spell.earnsFrom <= e && e <= spell.countedTo;
                }
                if (counted) ++count;
            }
            _equal(phyle.earningHeads(e), count, "heads counted");
        }
    }
}

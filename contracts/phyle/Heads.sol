// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {HeadWord, HeadWords} from "../libraries/HeadWord.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {IMembership} from "../membership/IMembership.sol";

import {Clock} from "./Clock.sol";
import {Coop, LEFT} from "./Coop.sol";
import {Earning} from "./Earning.sol";
import {IPhyle} from "./IPhyle.sol";
import {Organs} from "./Organs.sol";
import {Places, Seat} from "./People.sol";
import {PlaceRules} from "./PlaceRules.sol";
import {Seats} from "./Seats.sol";

/// @title Heads
/// @notice The persons of the phyle: a seat for each membership in a cooperator class, a head for each person.
/// @dev A head is counted once however many seats it has. What a claim needs is here; the rest is in {Seats}.
abstract contract Heads is Earning {
    using PlaceRules for *;

    /* SEATS */

    /// @inheritdoc IPhyle
    function seat(address coop, address wallet) external {
        if (!isCoop(coop)) revert NotACoop(coop);
        // PHY-17
        if (_people.estates[wallet].passed) revert PassedOnAlready(wallet);
        _follow(coop);
        Seats.seat(_people, coop, wallet);
    }

    /// @inheritdoc IPhyle
    function unseat(address coop, uint256 memberId) external {
        Seats.unseat(_people, coop, memberId);
    }

    /// @inheritdoc IPhyle
    function hasten(address coop, address wallet) external returns (uint32) {
        return Seats.hasten(_people, coop, wallet);
    }

    /// @inheritdoc IPhyle
    function settle(address wallet) external returns (Head memory) {
        return Seats.settle(_people, wallet);
    }

    /// @inheritdoc IPhyle
    function settleInWord(address wallet) external returns (HeadWord headWord) {
        headWord = _wordOf(wallet);
        uint256 seats = headWord.seats();
        // by far the most often: one seat, that runs
        if (seats == 1 && _runsUnchanged(wallet)) return headWord;
        if (seats == 0) return headWord;
        Seats.settle(_people, wallet);
        headWord = _wordOf(wallet);
    }

    /* PLACES */

    /// @inheritdoc IPhyle
    function grant(address coop, uint32 granted) external onlyRoot {
        if (!isCoop(coop)) revert NotACoop(coop);
        // whoever names the moment would have places for people who came while it was voted on, or left long ago
        _grant(coop, granted, uint48(_snapshotNow()));
    }

    /// @inheritdoc IPhyle
    function placesOf(address coop) external view returns (PlacesNow memory) {
        uint32 now_ = Clock.epochNow();
        Places memory places = _people.places[coop].rolled(_people.coopStarts[coop], now_);
        uint256 open = places.placesIn(now_);
        return PlacesNow(places.granted, places.base, places.since, open, places.seated, places.earning);
    }

    /// @inheritdoc IPhyle
    function seatsOf(address wallet) external view returns (SeatNow[] memory seats) {
        seats = new SeatNow[](_people.heads[wallet].seats);
        for (uint256 index = 0; index < seats.length; ++index) {
            Seat storage seat_ = _people.seats[wallet][index];
            uint32 start = _people.sitters[seat_.coop][seat_.memberId].start;
            seats[index] = SeatNow(seat_.coop, seat_.memberId, start);
        }
    }

    /// @dev At most the cooperators whom the co-op had at `asOf`.
    function _grant(address coop, uint32 granted, uint48 asOf) internal {
        Seats.grant(_people, coop, _rollOf(coop), granted, asOf);
    }

    /* READING */

    /// @inheritdoc IPhyle
    function headOf(address wallet) external view returns (Head memory) {
        return _people.heads[wallet];
    }

    /// @inheritdoc IPhyle
    function headAsSettledInWord(address wallet) external view returns (HeadWord) {
        Head memory head = headAsSettled(wallet);
        return HeadWords.pack(head.seats, head.spell, head.earnsFrom, head.earnsTo, head.countedTo, head.since);
    }

    /// @inheritdoc IPhyle
    function headAsSettled(address wallet) public view returns (Head memory head) {
        (head, ) = Seats.foresee(_people, wallet);
    }

    /// @inheritdoc IPhyle
    function spellOf(address wallet, uint256 spell) external view returns (Spell memory) {
        uint256 running = _people.heads[wallet].spell;
        if (spell < running) return _people.spells[wallet][spell];
        (, Spell[] memory over) = Seats.foresee(_people, wallet);
        return spell - running < over.length ? over[spell - running] : Spell(0, 0, 0);
    }

    /// @inheritdoc IPhyle
    function isSeated(address wallet) external view returns (bool) {
        return _people.heads[wallet].seats != 0;
    }

    /// @inheritdoc IPhyle
    function isCooperator(address wallet) external view returns (bool) {
        if (_wordOf(wallet).seats() == 0) return false;
        return _runsUnchanged(wallet) || Seats.isCooperator(_people, wallet);
    }

    /// @inheritdoc IPhyle
    function isSettledUser(address wallet) external view returns (bool) {
        return Seats.isSettledUser(_people, wallet);
    }

    /* WHAT A CLAIM READS */

    /// @dev The slot of a head as it is.
    function _wordOf(address wallet) private view returns (HeadWord word) {
        Head storage head = _people.heads[wallet];
        assembly ("memory-safe") {
            word := sload(head.slot)
        }
    }

    /// @dev Tells whether the first seat of a person is as it was given: the same co-op in its same time here, the same
    /// membership and class. Reads whole slots: {Seats} tells more, and costs more.
    function _runsUnchanged(address wallet) private view returns (bool) {
        Seat storage seat_ = _people.seats[wallet][0];
        uint256 seatWord;
        assembly ("memory-safe") {
            seatWord := sload(seat_.slot)
        }
        Coop storage record = _people.coops[address(uint160(seatWord))];
        uint256 coopWord;
        assembly ("memory-safe") {
            coopWord := sload(record.slot)
        }
        if (uint40(coopWord >> 200) == LEFT) return false;
        // the spell of the co-op: bits 240 to 255 there, 200 to 215 here
        if (coopWord >> 240 != uint16(seatWord >> 200)) return false;
        // A roll that fails is asked again in {Seats}, with as much gas. A call takes the lowest 160 bits for the roll.
        Organs.requireGasToAsk();
        uint256 answerGas = Organs.ANSWER_GAS;
        uint256 member;
        bytes4 selector = IMembership.wordOf.selector;
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, wallet)
            let ok := staticcall(answerGas, coopWord, 0, 0x24, 0, 0x20)
            if and(ok, gt(returndatasize(), 31)) {
                member := mload(0)
            }
        }
        // id and class stand together here too, in bits 160 to 199; when the seat was given is in the highest 40
        MemberWord word = MemberWord.wrap(member);
        return word.isStill(uint40(seatWord >> 160)) && word.classChanged() <= seatWord >> 216;
    }
}

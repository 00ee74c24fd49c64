// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {HeadWord} from "../libraries/HeadWord.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {ClassFlags} from "../types/Classes.sol";

import {Earning} from "./Earning.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title Heads
/// @notice The persons of the phyle: a seat for each membership in a cooperator class, a head for each person.
/// @dev A head is counted once however many seats it has.
abstract contract Heads is Earning {
    using HeadWord for uint256;

    uint32 private constant OPEN = type(uint32).max;

    /// @dev The most gas that the organs of a co-op get for one answer, and what asking them needs besides.
    uint256 private constant ANSWER_GAS = 100_000;
    uint256 private constant ANSWER_OVERHEAD = 5_000;

    /// @dev One seat of a person: 20 + 4 + 1 + 2 + 5 bytes.
    struct Seat {
        address coop;
        uint32 memberId;
        uint8 class;
        uint16 spell;
        uint40 since;
    }

    /// @dev The person on a seat, and the number of the seat in their list.
    struct Sitter {
        address wallet;
        uint16 index;
    }

    mapping(address wallet => Head) private _heads;
    mapping(address wallet => address coop) private _homes;
    mapping(address wallet => mapping(uint256 spell => Spell)) private _spells;
    mapping(address wallet => mapping(uint256 index => Seat)) private _seats;
    mapping(address coop => mapping(uint256 memberId => Sitter)) private _sitters;

    /* SEATS */

    /// @inheritdoc IPhyle
    function seat(address coop, address wallet) external {
        if (!isCoop(coop)) revert NotACoop(coop);
        Coop storage record = _coops[coop];
        address roll = ICooperative(coop).membership();
        IMembership.Member memory member = IMembership(roll).memberOf(wallet);
        if (!_cooperates(roll, member)) revert NotACooperatorClass(coop, member.class);
        if (_sitters[coop][member.id].wallet != address(0)) revert AlreadySeated(coop, member.id);

        if (record.membership != roll) record.membership = roll;
        Head memory head = _settle(wallet);
        // One seat a co-op, whatever its roll says: a person has few, and can always be settled.
        for (uint256 i = 0; i < head.seats; ++i) {
            Seat storage other = _seats[wallet][i];
            if (other.coop == coop) revert AlreadySeated(coop, other.memberId);
        }
        // P2, PHY-2
        if (head.seats == 0) _begin(head, coop, wallet);
        uint16 index = head.seats++;
        _heads[wallet] = head;
        _seats[wallet][index] = Seat(coop, member.id, member.class, record.spell, uint40(block.timestamp));
        _sitters[coop][member.id] = Sitter(wallet, index);

        emit Seated(coop, member.id, wallet, head.earnsFrom);
    }

    /// @inheritdoc IPhyle
    function unseat(address coop, uint256 memberId) external {
        Sitter memory sitter = _sitters[coop][memberId];
        if (sitter.wallet == address(0)) revert NotSeated(coop, memberId);
        uint40 end = _endOf(_seats[sitter.wallet][sitter.index], sitter.wallet);
        if (end == 0) revert StillEntitled(coop, memberId);

        Head memory head = _heads[sitter.wallet];
        _release(head, sitter.wallet, sitter.index, end);
        _heads[sitter.wallet] = head;
    }

    /// @inheritdoc IPhyle
    function settle(address wallet) external returns (Head memory) {
        return _settle(wallet);
    }

    /// @inheritdoc IPhyle
    function settleInWord(address wallet) external returns (uint256 headWord) {
        headWord = _wordOf(wallet);
        uint256 seats = headWord.seats();
        // by far the most often: one seat, that runs
        if (seats == 0 || (seats == 1 && _runsUnchanged(wallet))) return headWord;
        _settle(wallet);
        headWord = _wordOf(wallet);
    }

    /* READING */

    /// @inheritdoc IPhyle
    function headOf(address wallet) external view returns (Head memory) {
        return _heads[wallet];
    }

    /// @inheritdoc IPhyle
    function headAsSettledInWord(address wallet) external view returns (uint256) {
        Head memory head = headAsSettled(wallet);
        return HeadWord.pack(head.seats, head.spell, head.earnsFrom, head.earnsTo, head.countedTo, head.since);
    }

    /// @inheritdoc IPhyle
    function headAsSettled(address wallet) public view returns (Head memory head) {
        head = _heads[wallet];
        uint256 had = head.seats;
        for (uint256 index = 0; index < had; ++index) {
            uint40 end = _endOf(_seats[wallet][index], wallet);
            if (end == 0) continue;
            --head.seats;
            if (end > head.lastEnd) head.lastEnd = end;
        }
        if (had != 0 && head.seats == 0) _close(head);
    }

    /// @inheritdoc IPhyle
    function spellOf(address wallet, uint256 spell) external view returns (Spell memory) {
        return _spells[wallet][spell];
    }

    /// @inheritdoc IPhyle
    function isSeated(address wallet) external view returns (bool) {
        return _heads[wallet].seats != 0;
    }

    /// @inheritdoc IPhyle
    function isCooperator(address wallet) external view returns (bool) {
        uint256 count = _heads[wallet].seats;
        for (uint256 index = 0; index < count; ++index) {
            if (_endOf(_seats[wallet][index], wallet) == 0) return true;
        }
        return false;
    }

    /// @inheritdoc IPhyle
    function isSettledUser(address wallet) external view returns (bool) {
        uint256 count = _heads[wallet].seats;
        uint32 now_ = _epochOf(block.timestamp);
        for (uint256 index = 0; index < count; ++index) {
            Seat memory seat_ = _seats[wallet][index];
            if (_endOf(seat_, wallet) != 0) continue;
            address roll = _coops[seat_.coop].membership;
            IMembership.Member memory member = _memberOf(roll, wallet);
            if (_flagsOf(roll, member.class) & ClassFlags.USER == 0) continue;
            uint256 since = member.classChanged > seat_.since ? member.classChanged : seat_.since;
            if (_epochOf(since) + 2 <= now_) return true;
        }
        return false;
    }

    /* A PERSON'S SPELL */

    /// @dev Begins a spell in the first epoch that has room for another head of the co-op.
    function _begin(Head memory head, address coop, address wallet) private {
        if (head.since != 0) {
            _spells[wallet][head.spell] = Spell(head.earnsFrom, head.earnsTo, head.countedTo);
            ++head.spell;
        }
        uint32 now_ = _roll();
        Coop storage home = _coops[coop];
        _rollCoop(home, coop, now_);

        uint32 from = home.queueEpoch > now_ + 1 ? home.queueEpoch : now_ + 1;
        // PHY-3
        if (_coopStarts[coop][from] >= _limitOf(home.earning)) ++from;
        home.queueEpoch = from;
        ++_coopStarts[coop][from];
        ++_starts[from];
        ++_counts.persons;
        _homes[wallet] = coop;

        head.earnsFrom = from;
        head.earnsTo = OPEN;
        head.countedTo = OPEN;
        head.since = uint40(block.timestamp);
        head.lastEnd = 0;
    }

    /// @dev Ends a spell: it earned to the last whole epoch before its last seat ended, and is counted no longer.
    function _end(Head memory head, address wallet) private {
        uint32 now_ = _roll();
        address coop = _homes[wallet];
        Coop storage home = _coops[coop];
        _rollCoop(home, coop, now_);

        if (head.earnsFrom > now_) {
            --_starts[head.earnsFrom];
            --_coopStarts[coop][head.earnsFrom];
        } else {
            --_counts.earning;
            // a co-op that left and entered again starts its own count anew
            if (home.earning != 0) --home.earning;
        }
        --_counts.persons;
        _close(head);
    }

    function _close(Head memory head) private view {
        uint32 beforeFirst = head.earnsFrom - 1;
        uint32 ended = _epochOf(head.lastEnd);
        uint32 now_ = _epochOf(block.timestamp);
        // P2
        head.earnsTo = ended > head.earnsFrom ? ended - 1 : beforeFirst;
        head.countedTo = now_ > head.earnsFrom ? now_ - 1 : beforeFirst;
    }

    function _settle(address wallet) private returns (Head memory head) {
        head = _heads[wallet];
        bool changed = false;
        for (uint256 index = head.seats; index > 0; --index) {
            uint40 end = _endOf(_seats[wallet][index - 1], wallet);
            if (end == 0) continue;
            _release(head, wallet, uint16(index - 1), end);
            changed = true;
        }
        if (changed) _heads[wallet] = head;
    }

    /// @dev Takes a seat away; the last of the list moves into its place.
    function _release(Head memory head, address wallet, uint16 index, uint40 end) private {
        Seat memory gone = _seats[wallet][index];
        uint16 last = --head.seats;
        if (index != last) {
            Seat memory moved = _seats[wallet][last];
            _seats[wallet][index] = moved;
            _sitters[moved.coop][moved.memberId].index = index;
        }
        delete _seats[wallet][last];
        delete _sitters[gone.coop][gone.memberId];
        if (end > head.lastEnd) head.lastEnd = end;
        if (last == 0) _end(head, wallet);

        emit Unseated(gone.coop, gone.memberId, wallet, end);
    }

    /// @dev The slot of a head as it is.
    function _wordOf(address wallet) private view returns (uint256 word) {
        Head storage head = _heads[wallet];
        assembly ("memory-safe") {
            word := sload(head.slot)
        }
    }

    /// @dev Whether the first seat of a person is as it was given: the same co-op in its same time here, the same
    /// membership and class. Reads whole slots: {_endOf} tells more, and costs more.
    function _runsUnchanged(address wallet) private view returns (bool) {
        Seat storage seat_ = _seats[wallet][0];
        uint256 seatWord;
        assembly ("memory-safe") {
            seatWord := sload(seat_.slot)
        }
        Coop storage record = _coops[address(uint160(seatWord))];
        uint256 coopWord;
        assembly ("memory-safe") {
            coopWord := sload(record.slot)
        }
        uint256 leavesAt = uint40(coopWord >> 200);
        if (leavesAt != 0 && leavesAt <= block.timestamp) return false;
        // the spell of the co-op: bits 240 to 255 there, 200 to 215 here
        if (coopWord >> 240 != uint16(seatWord >> 200)) return false;
        // A roll that fails is asked again in {_endOf}, with as much gas. A call takes the lowest 160 bits for the roll.
        _requireGasToAsk();
        uint256 member;
        bytes4 selector = IMembership.wordOf.selector;
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, wallet)
            let ok := staticcall(ANSWER_GAS, coopWord, 0, 0x24, 0, 0x20)
            if and(ok, gt(returndatasize(), 31)) {
                member := mload(0)
            }
        }
        // id and class are the lowest 40 bits there, and bits 160 to 199 here
        return MemberWord.wrap(member).left() == 0 && uint40(member) == uint40(seatWord >> 160);
    }

    /// @dev When a seat ended; 0: it has not.
    function _endOf(Seat memory seat_, address wallet) private view returns (uint40 end) {
        Coop storage record = _coops[seat_.coop];
        if (record.spell != seat_.spell) return _leftAt[seat_.coop][seat_.spell];

        if (_hasLeft(record)) end = record.leavesAt;
        IMembership.Member memory member = _memberOf(record.membership, wallet);
        if (member.id != seat_.memberId) member = _formerMember(record.membership, seat_.memberId);
        uint40 lost = _lostAt(record.membership, member, seat_);
        if (lost != 0 && (end == 0 || lost < end)) end = lost;
        // A roll of other code may name any time; nobody earns beyond now.
        if (end > block.timestamp) end = uint40(block.timestamp);
    }

    /// @dev When the membership behind a seat ended or moved to a class that is no cooperator's; 0: it did not.
    function _lostAt(address roll, IMembership.Member memory member, Seat memory seat_) private view returns (uint40) {
        // the co-op moved to a roll that does not know this membership, or does not answer
        if (member.id == 0) return uint40(block.timestamp);
        if (member.left != 0) return uint40(member.left);
        if (member.class == seat_.class || _flagsOf(roll, member.class) & ClassFlags.COOPERATOR != 0) return 0;
        return uint40(member.classChanged);
    }

    function _cooperates(address roll, IMembership.Member memory member) private view returns (bool) {
        // rolls number from 1; 0 is how an answer that failed reads
        if (member.id == 0 || member.joined == 0 || member.left != 0) return false;
        return _flagsOf(roll, member.class) & ClassFlags.COOPERATOR != 0;
    }

    function _flagsOf(address roll, uint8 class) private view returns (uint8) {
        bytes memory answer = _ask(roll, abi.encodeCall(IMembership.statutes, ()), 32);
        address statutes = address(uint160(abi.decode(answer, (uint256))));
        answer = _ask(statutes, abi.encodeCall(IStatutes.classOf, (class)), 96);
        (, , uint256 flags) = abi.decode(answer, (uint256, uint256, uint256));
        return uint8(flags);
    }

    /* ASKING THE ORGANS OF A CO-OP */

    function _memberOf(address roll, address wallet) private view returns (IMembership.Member memory) {
        return _memberIn(_ask(roll, abi.encodeCall(IMembership.memberOf, (wallet)), 192));
    }

    function _formerMember(address roll, uint256 id) private view returns (IMembership.Member memory) {
        return _memberIn(_ask(roll, abi.encodeCall(IMembership.formerMember, (id)), 192));
    }

    function _memberIn(bytes memory answer) private pure returns (IMembership.Member memory) {
        (uint256 id, uint256 class, uint256 joined, uint256 left, uint256 before, uint256 changed) = abi.decode(
            answer,
            (uint256, uint256, uint256, uint256, uint256, uint256)
        );
        // A roll keeps each in so many bits; what other code says is cut off.
        return
            IMembership.Member(uint32(id), uint8(class), uint48(joined), uint48(left), uint8(before), uint48(changed));
    }

    function _requireGasToAsk() private view {
        uint256 needed = ANSWER_GAS + ANSWER_GAS / 63 + ANSWER_OVERHEAD;
        if (gasleft() < needed) revert NotEnoughGasToAsk(gasleft(), needed);
    }

    /// @dev What `organ` answers; zeros where it fails. A co-op can move to organs of any code, and nobody may lose what
    /// they are owed by others because such code fails or burns gas (I16).
    function _ask(address organ, bytes memory question, uint256 size) private view returns (bytes memory answer) {
        _requireGasToAsk();
        answer = new bytes(size);
        bool answered;
        assembly ("memory-safe") {
            let ok := staticcall(ANSWER_GAS, organ, add(question, 0x20), mload(question), add(answer, 0x20), size)
            answered := and(ok, iszero(lt(returndatasize(), size)))
        }
        // I16
        if (!answered) answer = new bytes(size);
    }
}

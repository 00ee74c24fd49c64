// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {EntryWord} from "../libraries/EntryWord.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {ClassFlags, MAX_CLASSES, MAX_CLASS_SIZE} from "../types/Classes.sol";
import {LONGEST_VOTE} from "../types/Periods.sol";

import {IERC5192} from "./IERC5192.sol";
import {IMembership} from "./IMembership.sol";

/// @title Roll
/// @notice It keeps who is on the roll, who was, and how many there are in each class, now and at any time before.
abstract contract Roll is IMembership, IERC5192 {
    uint256 internal constant CLASS_BITS = 26;
    uint256 private constant COUNTS_MASK = (1 << (CLASS_BITS * MAX_CLASSES)) - 1;
    uint256 private constant TIME_SHIFT = CLASS_BITS * MAX_CLASSES;
    uint256 private constant CHECKPOINTS_MASK = (1 << 31) - 1;
    /// @dev In `_head`: the co-op has moved to another roll.
    uint256 private constant ENDED = 1 << 63;

    /// @dev The time stands at this bit of a move, above the class that was left.
    uint256 private constant MOVED_SHIFT = 8;

    /// @dev The number of founding classes stands here in the clone's arguments.
    uint256 private constant CLASSES_AT = 72;

    /// @dev It holds what every change of the roll reads and writes once.
    struct RollNow {
        uint256 lastId;
        uint256 checkpoints;
        /// who came into any class
        EntryWord entries;
        uint256 counts;
        /// when `counts` were last written
        uint256 time;
    }

    mapping(address wallet => MemberWord) internal _words;
    /// @dev Memberships that ended, by id, kept when their wallet comes back under a new id.
    mapping(uint256 id => MemberWord) internal _former;
    /// @dev Class counts in the lower 208 bits, above them when they began to hold. One for each second with a change.
    mapping(uint256 index => uint256 checkpoint) private _trace;
    /// @dev lastId 32, checkpoints 31, {ENDED} 1, entries {EntryWords-BITS}.
    uint256 private _head;
    /// @dev The moves between classes before the latest of a membership, which stands in its word: the class that was
    /// left, above it when.
    mapping(uint256 id => uint256[] moves) internal _moves;

    /// @dev Everything that writes: only while the co-op goes by this roll.
    modifier inForce() {
        // MEM-8
        if (!_isInForce()) revert RollNotInForce();
        _;
    }

    /* READING */

    /// @inheritdoc IMembership
    function cooperative() public view returns (address) {
        return CloneArgs.addressAt(0);
    }

    /// @inheritdoc IMembership
    function statutes() public view returns (address) {
        return CloneArgs.addressAt(1);
    }

    /// @inheritdoc IMembership
    function isMember(address wallet) public view returns (bool) {
        return _wordOf(wallet).isOnTheRoll();
    }

    /// @inheritdoc IMembership
    function memberOf(address wallet) external view returns (Member memory) {
        return _inWords(_wordOf(wallet));
    }

    /// @inheritdoc IMembership
    function formerMember(uint256 id) external view returns (Member memory) {
        return _inWords(_formerOf(id));
    }

    /// @inheritdoc IMembership
    function formerWordOf(uint256 id) external view returns (MemberWord) {
        return _formerOf(id);
    }

    /// @inheritdoc IMembership
    function movesOf(uint256 id) external view returns (uint256[] memory) {
        return _movesOf(id);
    }

    /// @inheritdoc IMembership
    function wordOf(address wallet) external view returns (MemberWord) {
        return _wordOf(wallet);
    }

    /// @inheritdoc IMembership
    function wordsOf(address[] calldata wallets) public view virtual returns (MemberWord[] memory words) {
        // Looked up and returned by hand: a batch of ballots waits for nothing else. The scratch space holds the key and
        // the slot of the mapping, the answer is laid out where it is returned from. What is no address has the word 0.
        assembly ("memory-safe") {
            words := mload(0x40)
            mstore(words, 0x20)
            mstore(add(words, 0x20), wallets.length)
            mstore(0x20, _words.slot)
            let size := shl(5, wallets.length)
            let to := add(words, 0x40)
            for {
                let at := 0
            } lt(at, size) {
                at := add(at, 0x20)
            } {
                mstore(0, calldataload(add(wallets.offset, at)))
                mstore(add(to, at), sload(keccak256(0, 0x40)))
            }
            return(words, add(size, 0x40))
        }
    }

    /// @inheritdoc IMembership
    function memberAt(address wallet, uint256 t) public view returns (uint256 id, uint8 class) {
        MemberWord word = _wordOf(wallet);
        // Goes back from membership to membership of this wallet, each of which knows the id of the one before.
        while (word.exists() && t < word.joined()) word = _formerOf(word.previousId());
        if (!word.isOnTheRollAt(t)) return (0, 0);
        return (word.id(), word.classAt(t));
    }

    /// @inheritdoc IMembership
    function leftCooperatorsAt(address wallet, uint256 id, uint256 since) external view returns (uint256) {
        MemberWord word = _wordOf(wallet);
        if (word.id() != id) word = _formerOf(id);
        uint256[] memory moves = _movesOf(id);
        uint256 count = moves.length;
        for (uint256 i = 0; i < count; ++i) {
            uint256 moved = moves[i];
            // the class that the next move left is the one that this move led to
            uint8 to = i + 1 < count ? uint8(moves[i + 1]) : word.classBefore();
            if (moved >> MOVED_SHIFT >= since && _isMoveOut(uint8(moved), to)) return moved >> MOVED_SHIFT;
        }
        uint256 changed = word.classChanged();
        bool out = changed != 0 && changed >= since && _isMoveOut(word.classBefore(), word.class());
        return out ? changed : 0;
    }

    /// @inheritdoc IMembership
    function counts() public view returns (uint256) {
        return _open().counts;
    }

    /// @inheritdoc IMembership
    function countsAt(uint256 t) public view returns (uint256) {
        if (t >= block.timestamp) revert FutureLookup(t, clock());
        // Checkpoints before `low` began at or before `t`, those from `high` on after it.
        uint256 low;
        uint256 high = _open().checkpoints;
        // The last ones are asked for most.
        if (high != 0 && _trace[high - 1] >> TIME_SHIFT <= t) low = high;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (_trace[middle] >> TIME_SHIFT <= t) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? _countsBefore(t) : _trace[low - 1] & COUNTS_MASK;
    }

    /// @inheritdoc IMembership
    function total() external view returns (uint256) {
        return _sum(counts());
    }

    /// @inheritdoc IMembership
    function emptySince() public view virtual returns (uint256) {
        RollNow memory roll = _open();
        return roll.counts == 0 && roll.lastId != 0 ? roll.time : 0;
    }

    /// @inheritdoc IMembership
    function lastId() external view returns (uint256) {
        return _open().lastId;
    }

    /// @inheritdoc IERC6372
    function clock() public view returns (uint48) {
        return Time.timestamp();
    }

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    /* WHAT A ROLL BEFORE THIS ONE KNOWS; see {SuccessorRoll} */

    function _wordOf(address wallet) internal view virtual returns (MemberWord) {
        return _words[wallet];
    }

    function _formerOf(uint256 id) internal view virtual returns (MemberWord) {
        return _former[id];
    }

    function _movesOf(uint256 id) internal view virtual returns (uint256[] memory) {
        return _moves[id];
    }

    /// @dev The counts at a time before the first checkpoint here.
    function _countsBefore(uint256) internal view virtual returns (uint256) {
        return 0;
    }

    /// @dev The word of a wallet, which is written into next. All that is known of the wallet stands here then.
    function _take(address wallet) internal virtual returns (MemberWord) {
        return _words[wallet];
    }

    /// @dev Tells whether the co-op goes by this roll.
    function _isInForce() internal view virtual returns (bool) {
        return _head & ENDED == 0;
    }

    /* WRITING */

    function _open() internal view virtual returns (RollNow memory roll) {
        uint256 head = _head;
        roll.lastId = uint32(head);
        roll.checkpoints = (head >> 32) & CHECKPOINTS_MASK;
        roll.entries = EntryWord.wrap(head >> 64);
        if (roll.checkpoints != 0) {
            uint256 checkpoint = _trace[roll.checkpoints - 1];
            roll.counts = checkpoint & COUNTS_MASK;
            roll.time = checkpoint >> TIME_SHIFT;
        }
    }

    function _close(RollNow memory roll) internal {
        if (roll.time != block.timestamp || roll.checkpoints == 0) ++roll.checkpoints;
        _trace[roll.checkpoints - 1] = (block.timestamp << TIME_SHIFT) | roll.counts;
        _head = roll.lastId | (roll.checkpoints << 32) | (EntryWord.unwrap(roll.entries) << 64);
    }

    /// @dev When the first change was written here: the founding, or the co-op's move to this roll.
    function _begun() internal view returns (uint256) {
        return _trace[0] >> TIME_SHIFT;
    }

    /// @dev Nothing is written here any more.
    function _end() internal {
        _head |= ENDED;
    }

    /// @param word The one that the wallet has, from {_take}.
    function _enrol(RollNow memory roll, address wallet, MemberWord word, uint8 class, bool bySponsors) internal {
        _requireClass(class);
        if (word.exists()) {
            // MEM-1
            if (word.isOnTheRoll()) revert AlreadyOnTheRoll(wallet);
            uint256 from = word.left() + LONGEST_VOTE;
            if (block.timestamp < from) revert TooSoonToReturn(wallet, from);
            _former[word.id()] = word;
        }
        // MEM-1
        uint256 id = ++roll.lastId;
        _words[wallet] = word.joining(id, class, block.timestamp);
        _count(roll, class);
        emit Admitted(wallet, id, class, bySponsors);
        emit IERC721.Transfer(address(0), wallet, uint160(wallet));
        emit Locked(uint160(wallet));
    }

    /// @dev Ends the entry of a person who resigns or is struck off. Nothing but its end is written into it.
    function _leave(RollNow memory roll, address wallet, MemberWord word) internal {
        // G8, P3, MEM-3
        _words[wallet] = word.withLeft(block.timestamp);
        roll.counts -= 1 << (CLASS_BITS * word.class());
        emit IERC721.Transfer(wallet, address(0), uint160(wallet));
    }

    /// @dev Takes somebody off the roll who is on it.
    function _resign(address wallet, MemberWord word) internal {
        RollNow memory roll = _open();
        _leave(roll, wallet, word);
        _close(roll);
        emit Resigned(wallet, word.id());
    }

    function _move(RollNow memory roll, address wallet, MemberWord word, uint8 class) internal {
        uint256 changed = word.classChanged();
        if (changed != 0) _moves[word.id()].push((changed << MOVED_SHIFT) | word.classBefore());
        _words[wallet] = word.withClass(class, block.timestamp);
        roll.counts -= 1 << (CLASS_BITS * word.class());
        _count(roll, class);
    }

    function _count(RollNow memory roll, uint8 class) private pure {
        // A class that there is, is one of eight, and its count has room.
        unchecked {
            uint256 shift = CLASS_BITS * class;
            if ((roll.counts >> shift) % MAX_CLASS_SIZE == MAX_CLASS_SIZE - 1) revert ClassFull(class);
            roll.counts += 1 << shift;
        }
    }

    function _wordOnTheRoll(address wallet) internal returns (MemberWord word) {
        word = _take(wallet);
        if (!word.isOnTheRoll()) revert NotOnTheRoll(wallet);
    }

    function _requireClass(uint8 class) internal view {
        // Classes are only ever added: what was one at the founding is one.
        if (class < uint8(CloneArgs.bytesAt(CLASSES_AT)[0])) return;
        if (class >= IStatutes(statutes()).classCount()) revert ClassUnknown(class);
    }

    function _isMoveOut(uint8 from, uint8 to) private view returns (bool) {
        return _isCooperator(from) && !_isCooperator(to);
    }

    function _isCooperator(uint8 class) private view returns (bool) {
        return IStatutes(statutes()).classOf(class).flags & ClassFlags.COOPERATOR != 0;
    }

    function _inWords(MemberWord word) private pure returns (Member memory) {
        return
            Member(
                // Each value was stored in so many bits.
                uint32(word.id()),
                word.class(),
                uint48(word.joined()),
                uint48(word.left()),
                word.classBefore(),
                uint48(word.classChanged())
            );
    }

    function _inClass(uint256 counts_, uint8 class) internal pure returns (uint256) {
        return (counts_ >> (CLASS_BITS * class)) % MAX_CLASS_SIZE;
    }

    function _sum(uint256 counts_) internal pure returns (uint256 sum) {
        // Eight counts of 26 bits do not overflow.
        unchecked {
            for (; counts_ != 0; counts_ >>= CLASS_BITS) sum += counts_ % MAX_CLASS_SIZE;
        }
    }
}

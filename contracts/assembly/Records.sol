// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {
    // solhint-disable no-unused-import
    // The assembly below uses them.
    MEMBER_CLASS,
    MEMBER_CLASS_BEFORE,
    MEMBER_CLASS_CHANGED,
    MEMBER_ID_MASK,
    MEMBER_JOINED,
    MEMBER_LEFT,
    MEMBER_TIME_MASK,
    // solhint-enable no-unused-import
    MemberWord
} from "../libraries/MemberWord.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Words} from "../libraries/Words.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {CHOICES, CLASS_BITS, Poll} from "./Minutes.sol";
import {PollHead} from "./PollHead.sol";
import {Polls} from "./Polls.sol";

/* ONE BATCH IN MEMORY. The loops over its ballots keep what they read and write at fixed places, because Solidity has no
   more room on its stack. The places are the first that it would give out; {_reserveBatch} takes them before anything else
   can. In order:

   0x080  second of the snapshot
   0x0a0  slot of the proposal's mapping of records
   0x0c0  keccak256 of the word of each of the four choices
   0x140  the proposal's four tally words
   0x1c0  the ballot as it is signed: type hash, cooperative, resolution, choice, member, proposal, motion
   0x2a0  what its signature is over: 0x1901 in the last two bytes of a word, domain, hash of the ballot
   0x300  input of ecrecover: digest, v, r, s
   0x380  the word of records in hand: its number, its slot (0: none yet), what it holds */

uint256 constant BATCH = 0x80;
uint256 constant SNAPSHOT = 0x80;
uint256 constant RECORDS_SLOT = 0xa0;
uint256 constant CHOICE_HASHES = 0xc0;
uint256 constant TALLIES = 0x140;
uint256 constant BALLOT = 0x1c0;
uint256 constant BALLOT_COOPERATIVE = 0x1e0;
uint256 constant BALLOT_RESOLUTION = 0x200;
uint256 constant BALLOT_CHOICE = 0x220;
uint256 constant BALLOT_MEMBER = 0x240;
uint256 constant BALLOT_PROPOSAL = 0x260;
uint256 constant BALLOT_MOTION = 0x280;
uint256 constant DIGEST_PREFIX = 0x2a0;
uint256 constant DIGEST = 0x2be;
uint256 constant DIGEST_DOMAIN = 0x2c0;
uint256 constant DIGEST_STRUCT = 0x2e0;
uint256 constant RECOVER = 0x300;
uint256 constant RECOVER_V = 0x320;
uint256 constant RECOVER_R = 0x340;
uint256 constant RECOVER_S = 0x360;
uint256 constant CHUNK = 0x380;
uint256 constant SLOT = 0x3a0;
uint256 constant HELD = 0x3c0;
uint256 constant BATCH_END = 0x3e0;

uint256 constant BALLOT_BYTES = 0xe0;
uint256 constant DIGEST_BYTES = 0x42;
uint256 constant RECOVER_BYTES = 0x80;

/* A RECORD as it is handed in: wallet 20 bytes, choice 1, then r and s with v in its highest bit (EIP-2098). */

uint256 constant RECORD_BYTES = 85;
uint256 constant RECORD_CHOICE = 20;
uint256 constant RECORD_R = 21;
uint256 constant RECORD_S = 53;

/* A MEMBER'S FOUR BITS as they are stored, see {Minutes}. */

uint256 constant CARRIED = 8;
uint256 constant CHOICE_MASK = 3;
/// @dev It says what each choice of a record counts as, a byte each: against, for, abstain, against.
uint256 constant COUNTED_AS = 0x0001020000000000000000000000000000000000000000000000000000000000;
uint256 constant LANE_BITS = CLASS_BITS;

/// @title Records
/// @notice The loops over the signed records of a batch, and the memory that they share.
abstract contract Records is Polls {
    bytes32 internal constant BALLOT_TYPEHASH = keccak256(
        "Ballot(string cooperative,string resolution,string choice,address member,uint256 proposal,bytes32 motion)"
    );

    function _reserveBatch() internal pure {
        assembly ("memory-safe") {
            if xor(mload(0x40), BATCH) {
                invalid()
            }
            mstore(0x40, BATCH_END)
        }
    }

    /// @dev Lays out a batch in memory: everything that its ballots have in common.
    function _openBatch(ProposalId proposalId) internal view {
        PollHead head = _requireActive(proposalId);
        for (uint8 choice = 0; choice < CHOICES; ++choice) {
            _keep(CHOICE_HASHES + 0x20 * choice, keccak256(bytes(Words.choiceWord(head.language(), choice))));
        }
        mapping(uint256 index => uint256 word) storage tallies = _minutes.tallies[proposalId];
        for (uint256 w = 0; w < 4; ++w) {
            _keep(TALLIES + 0x20 * w, 2 * w < head.classes() ? bytes32(tallies[w]) : bytes32(0));
        }
        Poll storage poll = _minutes.polls[proposalId];
        _keep(SNAPSHOT, bytes32(head.snapshot()));
        _keep(BALLOT, BALLOT_TYPEHASH);
        _keep(BALLOT_COOPERATIVE, poll.nameHash);
        _keep(BALLOT_RESOLUTION, poll.resolutionHash);
        _keep(BALLOT_PROPOSAL, bytes32(ProposalId.unwrap(proposalId)));
        // G12
        _keep(BALLOT_MOTION, poll.motion);
        _keep(DIGEST_PREFIX, bytes32(uint256(0x1901)));
        _keep(DIGEST_DOMAIN, TypedData.domain());
        // No member has such an id.
        _keep(CHUNK, bytes32(type(uint256).max));
        _keep(SLOT, 0);
        mapping(uint256 index => uint256 word) storage records = _minutes.records[proposalId];
        assembly ("memory-safe") {
            mstore(RECORDS_SLOT, records.slot)
        }
    }

    /// @dev A bitmap for so many records and accounts in which every record stands and no account does.
    function _bitmapOf(uint256 signed, uint256 wallets) internal pure returns (bytes memory bitmap) {
        bitmap = new bytes((wallets + 7) / 8);
        assembly ("memory-safe") {
            let at := add(bitmap, 0x20)
            let end := add(at, shr(3, signed))
            for {} lt(at, end) {
                at := add(at, 0x20)
            } {
                mstore(at, not(0))
            }
            // The memory behind the whole bytes was allocated in words. It is 0 but for the records of the last byte.
            let left := sub(at, end)
            if left {
                at := sub(at, 0x20)
                mstore(at, shl(shl(3, left), shr(shl(3, left), not(0))))
            }
            let rest := and(signed, 7)
            if rest {
                mstore8(end, sub(shl(rest, 1), 1))
            }
        }
    }

    /// @dev Passes over, by clearing its word, each record that is not for one of the four choices, or not by a member of
    /// the snapshot, or not signed by that wallet. Nothing in a record can revert it. The class in a word that it leaves is
    /// that of the snapshot.
    function _checkRecords(bytes calldata records, MemberWord[] memory words) internal view {
        assembly ("memory-safe") {
            let snapshot := mload(SNAPSHOT)
            let record := records.offset
            let at := add(words, 0x20)
            for {
                let end := add(record, records.length)
            } lt(record, end) {
                record := add(record, RECORD_BYTES)
                at := add(at, 0x20)
            } {
                let word := mload(at)
                let start := calldataload(record)
                let wallet := shr(96, start)
                let choice := byte(RECORD_CHOICE, start)

                // joined <= snapshot < left, where a `left` of 0 becomes the highest number. A wallet that was never on
                // the roll has the id 0, in the lowest bits.
                if or(
                    or(iszero(and(word, MEMBER_ID_MASK)), gt(choice, CHOICE_MASK)),
                    or(
                        // G4
                        gt(and(shr(MEMBER_JOINED, word), MEMBER_TIME_MASK), snapshot),
                        lt(sub(and(shr(MEMBER_LEFT, word), MEMBER_TIME_MASK), 1), snapshot)
                    )
                ) {
                    mstore(at, 0)
                    continue
                }

                mstore(BALLOT_CHOICE, mload(add(CHOICE_HASHES, shl(5, choice))))
                mstore(BALLOT_MEMBER, wallet)
                mstore(DIGEST_STRUCT, keccak256(BALLOT, BALLOT_BYTES))
                // G10
                mstore(RECOVER, keccak256(DIGEST, DIGEST_BYTES))
                // EIP-2098 leaves 255 bits for s: the high half does not fit.
                let s := calldataload(add(record, RECORD_S))
                mstore(RECOVER_V, add(27, shr(255, s)))
                mstore(RECOVER_R, calldataload(add(record, RECORD_R)))
                mstore(RECOVER_S, shr(1, shl(1, s)))
                mstore(0, 0)
                pop(staticcall(gas(), 1, RECOVER, RECOVER_BYTES, 0, 0x20))
                // Nobody's key gives 0, and 0 is on no roll.
                // G9, ASM-3
                if xor(mload(0), wallet) {
                    mstore(at, 0)
                    continue
                }

                // Most never changed their class, and were no members before.
                if shr(MEMBER_CLASS_CHANGED, word) {
                    if lt(snapshot, and(shr(MEMBER_CLASS_CHANGED, word), MEMBER_TIME_MASK)) {
                        mstore(at, or(and(word, MEMBER_ID_MASK), shl(MEMBER_CLASS, shr(MEMBER_CLASS_BEFORE, word))))
                    }
                }
            }
        }
    }

    /// @dev Counts what {_checkRecords} left of `records` and is the first of its member to be carried, and returns that,
    /// in order. A member's four bits sit in a word with those of 63 others, which is held in memory until another word is
    /// needed; {_storeRecords} stores the last. What a ballot replaces is taken back. What is not counted is cleared in
    /// `bitmap`, where all stand; what is counted between is copied in one go.
    function _countRecords(
        bytes calldata records,
        MemberWord[] memory words,
        bytes memory bitmap
    ) internal returns (bytes memory accepted) {
        assembly ("memory-safe") {
            accepted := mload(0x40)
            let out := add(accepted, 0x20)
            let end := add(records.offset, records.length)
            let from := records.offset
            bitmap := add(bitmap, 0x20)
            for {} lt(records.offset, end) {
                records.offset := add(records.offset, RECORD_BYTES)
            } {
                words := add(words, 0x20)
                let word := mload(words)
                let place := shl(2, and(word, 63))
                let before := CARRIED
                if word {
                    let chunk := shr(6, and(word, MEMBER_ID_MASK))
                    if xor(chunk, mload(CHUNK)) {
                        if mload(SLOT) {
                            sstore(mload(SLOT), mload(HELD))
                        }
                        mstore(CHUNK, chunk)
                        mstore(0, chunk)
                        mstore(0x20, mload(RECORDS_SLOT))
                        mstore(SLOT, keccak256(0, 0x40))
                        mstore(HELD, sload(mload(SLOT)))
                    }
                    before := and(shr(place, mload(HELD)), 15)
                }
                let class := shr(MEMBER_CLASS, word)
                let tally := add(TALLIES, shl(5, and(shr(1, class), 3)))
                let lane := shl(2, and(class, 1))
                if before {
                    // G1, G10, ASM-4: only nothing and a stand-in's ballot (route 1) give way to one that is carried.
                    if and(before, CARRIED) {
                        calldatacopy(out, from, sub(records.offset, from))
                        out := add(out, sub(records.offset, from))
                        from := add(records.offset, RECORD_BYTES)
                        let i := div(add(sub(records.offset, end), records.length), RECORD_BYTES)
                        let mark := add(bitmap, shr(3, i))
                        mstore8(mark, xor(byte(0, mload(mark)), shl(and(i, 7), 1)))
                        continue
                    }
                    mstore(tally, sub(mload(tally), shl(mul(LANE_BITS, add(lane, and(before, CHOICE_MASK))), 1)))
                }
                // ASM-9: a record has no room for a reason, so that an objection is against.
                let choice := byte(byte(RECORD_CHOICE, calldataload(records.offset)), COUNTED_AS)
                // The bits of a stand-in's ballot are turned off, those of this one are turned on.
                mstore(HELD, xor(mload(HELD), shl(place, xor(before, or(CARRIED, choice)))))
                mstore(tally, add(mload(tally), shl(mul(LANE_BITS, add(lane, choice)), 1)))
            }
            calldatacopy(out, from, sub(end, from))
            out := add(out, sub(end, from))
            mstore(accepted, sub(sub(out, accepted), 0x20))
            mstore(0x40, and(add(out, 31), not(31)))
        }
    }

    /// @dev Stores the word of records in hand.
    function _storeRecords() internal {
        assembly ("memory-safe") {
            if mload(SLOT) {
                sstore(mload(SLOT), mload(HELD))
            }
        }
    }

    function _storeTallies(ProposalId proposalId) internal {
        mapping(uint256 index => uint256 word) storage tallies = _minutes.tallies[proposalId];
        for (uint256 w = 0; w < 4; ++w) {
            uint256 tally = uint256(_kept(TALLIES + 0x20 * w));
            // Words of classes that the co-op does not have stay 0 and cost nothing.
            if (tally != 0) tallies[w] = tally;
        }
    }

    function _digestIn(uint8 choice, address member) internal pure returns (bytes32 digest) {
        assembly ("memory-safe") {
            mstore(BALLOT_CHOICE, mload(add(CHOICE_HASHES, shl(5, choice))))
            mstore(BALLOT_MEMBER, member)
            mstore(DIGEST_STRUCT, keccak256(BALLOT, BALLOT_BYTES))
            digest := keccak256(DIGEST, DIGEST_BYTES)
        }
    }

    /// @dev Writes a word of the batch.
    function _keep(uint256 place, bytes32 value) private pure {
        assembly ("memory-safe") {
            mstore(place, value)
        }
    }

    /// @dev Reads a word of the batch.
    function _kept(uint256 place) internal pure returns (bytes32 value) {
        assembly ("memory-safe") {
            value := mload(place)
        }
    }
}

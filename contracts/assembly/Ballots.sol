// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {MemberWord} from "../libraries/MemberWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Words} from "../libraries/Words.sol";
import {IMembership} from "../membership/IMembership.sol";
import {Choice, Route} from "../types/Choice.sol";

import {IAssembly} from "./IAssembly.sol";
import {Polls} from "./Polls.sol";

/// @title Ballots
/// @notice Casting votes: directly, by one signature, or many signed ballots in one transaction.
abstract contract Ballots is Polls {
    using MemberWord for uint256;

    /// @inheritdoc IAssembly
    uint256 public constant ACCOUNT_GAS = 200_000;
    /// @dev What one account's check needs besides its allowance: reaching it, and noting its answer.
    uint256 private constant ACCOUNT_OVERHEAD = 80_000;

    bytes32 private constant BALLOT_TYPEHASH =
        keccak256("Ballot(string cooperative,string resolution,string choice,address member,uint256 proposal)");
    bytes32 private constant GOVERNOR_BALLOT_TYPEHASH =
        keccak256("Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)");
    bytes32 private constant EXTENDED_BALLOT_TYPEHASH =
        keccak256(
            "ExtendedBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,string reason,bytes params)"
        );

    uint256 private constant RECORD_BYTES = 85;
    /// @dev half the order of secp256k1: the highest s that is taken
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    /* One batch in memory: what the loop over its records reads and writes, at these offsets. */

    /// @dev second of the snapshot
    uint256 private constant SNAPSHOT = 0x00;
    /// @dev slot of the proposal's mapping of records
    uint256 private constant RECORDS_SLOT = 0x20;
    /// @dev keccak256 of the words of the four choices
    uint256 private constant CHOICE_HASHES = 0x40;
    /// @dev the proposal's four tally words
    uint256 private constant TALLIES = 0xc0;
    /// @dev struct of a ballot: type hash, cooperative, resolution, choice, member, proposal
    uint256 private constant BALLOT = 0x140;
    uint256 private constant BALLOT_BYTES = 0xc0;
    uint256 private constant BALLOT_CHOICE = 0x1a0;
    uint256 private constant BALLOT_MEMBER = 0x1c0;
    /// @dev what is signed: 0x1901 in the last two bytes of a word, domain, struct hash
    uint256 private constant DIGEST = 0x21e;
    uint256 private constant DIGEST_BYTES = 0x42;
    uint256 private constant DIGEST_STRUCT = 0x240;
    /// @dev input of ecrecover: digest, v, r, s
    uint256 private constant RECOVER = 0x260;
    /// @dev slot of the word of records in hand, 0 for none; and the word
    uint256 private constant SLOT = 0x2e0;
    uint256 private constant HELD = 0x300;
    uint256 private constant BATCH_BYTES = 0x320;

    /* ONE VOTE */

    /// @inheritdoc IGovernor
    function castVote(uint256 proposalId, uint8 support) external returns (uint256) {
        return _castDirect(proposalId, support, "");
    }

    /// @inheritdoc IGovernor
    function castVoteWithReason(uint256 proposalId, uint8 support, string calldata reason)
        external
        returns (uint256)
    {
        return _castDirect(proposalId, support, reason);
    }

    /// @inheritdoc IGovernor
    function castVoteWithReasonAndParams(
        uint256 proposalId,
        uint8 support,
        string calldata reason,
        bytes calldata params
    ) external returns (uint256) {
        if (params.length != 0) revert ParamsNotTaken();
        return _castDirect(proposalId, support, reason);
    }

    /// @inheritdoc IGovernor
    function castVoteBySig(uint256 proposalId, uint8 support, address voter, bytes calldata signature)
        external
        returns (uint256)
    {
        bytes32 structHash = keccak256(abi.encode(GOVERNOR_BALLOT_TYPEHASH, proposalId, support, voter, 0));
        return _castSigned(proposalId, support, voter, "", structHash, signature);
    }

    /// @inheritdoc IGovernor
    function castVoteWithReasonAndParamsBySig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string calldata reason,
        bytes calldata params,
        bytes calldata signature
    ) external returns (uint256) {
        if (params.length != 0) revert ParamsNotTaken();
        bytes32 structHash = keccak256(
            abi.encode(
                EXTENDED_BALLOT_TYPEHASH,
                proposalId,
                support,
                voter,
                0,
                keccak256(bytes(reason)),
                keccak256("")
            )
        );
        return _castSigned(proposalId, support, voter, reason, structHash, signature);
    }

    /* MANY BALLOTS */

    /// @inheritdoc IAssembly
    function castBallots(uint256 proposalId, bytes calldata records, AccountBallot[] calldata accounts)
        external
        returns (uint256 counted, bytes memory bitmap)
    {
        if (records.length % RECORD_BYTES != 0) revert RecordsMalformed(records.length);
        uint256 batch = _openBatch(proposalId);
        uint256[] memory words = _wordsOf(records, accounts);
        bitmap = new bytes((words.length + 7) / 8);
        bytes memory accepted = _countRecords(batch, records, words, bitmap);
        _storeTallies(proposalId, batch);
        AccountBallot[] memory accountsAccepted = _countAccounts(proposalId, batch, accounts, words, bitmap);
        counted = accepted.length / RECORD_BYTES + accountsAccepted.length;
        if (counted != 0) emit BallotsCounted(proposalId, msg.sender, accepted, accountsAccepted);
    }

    /* READING */

    /// @inheritdoc IAssembly
    function ballotOf(uint256 proposalId, address account) public view returns (uint8 route, uint8 choice) {
        (uint256 id, ) = _memberAt(account, _pollOf(proposalId).snapshot);
        return id == 0 ? (Route.NONE, 0) : _recordOf(proposalId, id);
    }

    /// @inheritdoc IGovernor
    function hasVoted(uint256 proposalId, address account) external view returns (bool) {
        (uint8 route, ) = ballotOf(proposalId, account);
        return route != Route.NONE;
    }

    /// @inheritdoc IAssembly
    function ballotDigest(uint256 proposalId, uint8 choice, address member) external view returns (bytes32) {
        Poll storage poll = _pollOf(proposalId);
        bytes32 structHash = keccak256(
            abi.encode(
                BALLOT_TYPEHASH,
                poll.nameHash,
                poll.resolutionHash,
                keccak256(bytes(Words.choiceWord(poll.language, choice))),
                member,
                proposalId
            )
        );
        return TypedData.digest(TypedData.domain(), structHash);
    }

    /* ONE VOTE, INSIDE */

    function _castDirect(uint256 proposalId, uint8 support, string memory reason) private returns (uint256) {
        return _cast(proposalId, msg.sender, support, reason, Route.DIRECT);
    }

    /// @dev By the standard ballot of Governors. Its nonce is always 0: a carried record is replaced by nothing that is
    /// carried, so no signature counts twice.
    function _castSigned(
        uint256 proposalId,
        uint8 support,
        address voter,
        string memory reason,
        bytes32 structHash,
        bytes memory signature
    ) private returns (uint256) {
        if (!Signatures.isBy(voter, TypedData.digest(TypedData.domain(), structHash), signature)) {
            revert GovernorInvalidSignature(voter);
        }
        return _cast(proposalId, voter, support, reason, Route.CARRIED);
    }

    function _cast(uint256 proposalId, address voter, uint8 support, string memory reason, uint8 route)
        private
        returns (uint256)
    {
        Poll storage poll = _requireActive(proposalId);
        if (support > Choice.OBJECT) revert GovernorInvalidVoteType();
        if (support == Choice.OBJECT && bytes(reason).length == 0) revert ObjectionWithoutReason(proposalId);
        (uint256 id, uint8 class) = _memberAt(voter, poll.snapshot);
        if (id == 0) revert NotAMember(voter);
        if (route == Route.CARRIED) {
            (uint8 before, ) = _recordOf(proposalId, id);
            if (before >= route) revert GovernorAlreadyCastVote(voter);
        }
        _record(proposalId, id, class, route, support);
        emit VoteCast(voter, proposalId, support, 1, reason);
        return 1;
    }

    function _requireActive(uint256 proposalId) private view returns (Poll storage poll) {
        poll = _pollOf(proposalId);
        if (poll.canceled || block.timestamp < poll.voteStart || block.timestamp >= poll.voteEnd) {
            revert GovernorUnexpectedProposalState(
                proposalId,
                state(proposalId),
                bytes32(1 << uint8(ProposalState.Active))
            );
        }
    }

    /* MANY BALLOTS, INSIDE */

    /// @dev Lays out a batch in memory: everything that its ballots have in common.
    function _openBatch(uint256 proposalId) private view returns (uint256 batch) {
        Poll storage poll = _requireActive(proposalId);
        bytes2 language = poll.language;
        bytes32[4] memory choiceHashes;
        for (uint8 choice; choice < CHOICES; ++choice) {
            choiceHashes[choice] = keccak256(bytes(Words.choiceWord(language, choice)));
        }
        uint256[4] memory tallies;
        for (uint256 w; w < (poll.classes + 1) / 2; ++w) tallies[w] = _tallies[proposalId][w];

        bytes32 domain = TypedData.domain();
        bytes32 typehash = BALLOT_TYPEHASH;
        bytes32 nameHash = poll.nameHash;
        bytes32 resolutionHash = poll.resolutionHash;
        uint256 snapshot = poll.snapshot;
        mapping(uint256 index => uint256 word) storage recordWords = _records[proposalId];
        assembly ("memory-safe") {
            batch := mload(0x40)
            mstore(0x40, add(batch, BATCH_BYTES))
            mstore(add(batch, SNAPSHOT), snapshot)
            mstore(add(batch, RECORDS_SLOT), recordWords.slot)
            mcopy(add(batch, CHOICE_HASHES), choiceHashes, 0x80)
            mcopy(add(batch, TALLIES), tallies, 0x80)
            mstore(add(batch, BALLOT), typehash)
            mstore(add(batch, add(BALLOT, 0x20)), nameHash)
            mstore(add(batch, add(BALLOT, 0x40)), resolutionHash)
            mstore(add(batch, add(BALLOT, 0xa0)), proposalId)
            // The word before the domain ends with 0x1901.
            mstore(add(batch, sub(DIGEST, 0x1e)), 0x1901)
            mstore(add(batch, add(DIGEST, 2)), domain)
            mstore(add(batch, SLOT), 0)
        }
    }

    function _storeTallies(uint256 proposalId, uint256 batch) private {
        for (uint256 w; w < 4; ++w) {
            uint256 tally;
            assembly ("memory-safe") {
                tally := mload(add(add(batch, TALLIES), shl(5, w)))
            }
            // Words of classes that the co-op does not have stay 0 and cost nothing.
            if (tally != 0) _tallies[proposalId][w] = tally;
        }
    }

    /// @dev The roll's words of all wallets in the batch, accounts after records, in one call.
    function _wordsOf(bytes calldata records, AccountBallot[] calldata accounts)
        private
        view
        returns (uint256[] memory words)
    {
        address membership_ = membership();
        uint256 signed = records.length / RECORD_BYTES;
        uint256 wallets = signed + accounts.length;
        uint256 list;
        bytes4 selector = IMembership.wordsOf.selector;
        // The call is laid out by hand, because copying two arrays in and out of memory would cost more than counting.
        assembly ("memory-safe") {
            let call_ := mload(0x40)
            mstore(call_, selector)
            mstore(add(call_, 0x04), 0x20)
            mstore(add(call_, 0x24), wallets)
            list := add(call_, 0x44)
            mstore(0x40, add(list, shl(5, wallets)))
            let record := records.offset
            for { let at := list let end := add(list, shl(5, signed)) } lt(at, end) { at := add(at, 0x20) } {
                mstore(at, shr(96, calldataload(record)))
                record := add(record, RECORD_BYTES)
            }
        }
        for (uint256 i; i < accounts.length; ++i) {
            address wallet = accounts[i].wallet;
            assembly ("memory-safe") {
                mstore(add(list, shl(5, add(signed, i))), wallet)
            }
        }
        assembly ("memory-safe") {
            let call_ := sub(list, 0x44)
            let size := shl(5, wallets)
            // The answer is the offset 0x20, the number of words and the words.
            if iszero(staticcall(gas(), membership_, call_, add(0x44, size), call_, add(0x40, size))) {
                returndatacopy(call_, 0, returndatasize())
                revert(call_, returndatasize())
            }
            words := add(call_, 0x20)
        }
    }

    /// @dev Counts what can be counted of `records` and returns those, in order. Nothing in a record can revert it: what
    /// is not by a member of the snapshot, for one of the four choices, signed by that wallet and the first to be
    /// carried is passed over. A member's four bits sit in a word with those of 63 others, which is held in memory until
    /// another word is needed.
    function _countRecords(uint256 batch, bytes calldata records, uint256[] memory words, bytes memory bitmap)
        private
        returns (bytes memory accepted)
    {
        assembly ("memory-safe") {
            /// joined <= snapshot < left. A wallet that was never on the roll has the word 0.
            function isElector(word, snapshot) -> yes {
                let left := and(shr(88, word), 0xffffffffffff)
                yes := and(
                    and(iszero(iszero(word)), iszero(gt(and(shr(40, word), 0xffffffffffff), snapshot))),
                    or(iszero(left), gt(left, snapshot))
                )
            }

            /// The class held at the snapshot.
            function classAt(word, snapshot) -> class {
                class := and(shr(32, word), 0xff)
                if lt(snapshot, and(shr(144, word), 0xffffffffffff)) { class := and(shr(136, word), 0xff) }
            }

            /// Whether the record's wallet signed it. The high half of s is refused.
            function isSigned(frame, record, choice) -> yes {
                let wallet := shr(96, calldataload(record))
                mstore(add(frame, BALLOT_CHOICE), mload(add(add(frame, CHOICE_HASHES), shl(5, choice))))
                mstore(add(frame, BALLOT_MEMBER), wallet)
                mstore(add(frame, DIGEST_STRUCT), keccak256(add(frame, BALLOT), BALLOT_BYTES))
                let input := add(frame, RECOVER)
                let vs := calldataload(add(record, 53))
                let s := shr(1, shl(1, vs))
                mstore(input, keccak256(add(frame, DIGEST), DIGEST_BYTES))
                mstore(add(input, 0x20), add(27, shr(255, vs)))
                mstore(add(input, 0x40), calldataload(add(record, 21)))
                mstore(add(input, 0x60), s)
                mstore(0, 0)
                pop(staticcall(gas(), 1, input, 0x80, 0, 0x20))
                yes := and(and(eq(mload(0), wallet), iszero(iszero(wallet))), iszero(gt(s, HALF_ORDER)))
            }

            /// Notes the ballot in the member's four bits and in the tally, unless one was carried or cast before.
            function isNoted(frame, word, choice) -> yes {
                let id := and(word, 0xffffffff)
                mstore(0, shr(6, id))
                mstore(0x20, mload(add(frame, RECORDS_SLOT)))
                let slot := keccak256(0, 0x40)
                if xor(slot, mload(add(frame, SLOT))) {
                    flush(frame)
                    mstore(add(frame, SLOT), slot)
                    mstore(add(frame, HELD), sload(slot))
                }
                let place := shl(2, and(id, 63))
                let held := mload(add(frame, HELD))
                let before := and(shr(place, held), 15)
                // Only nothing and a stand-in's ballot (route 1) give way to one that is carried (route 2).
                yes := lt(before, 8)
                if yes {
                    mstore(add(frame, HELD), or(and(held, not(shl(place, 15))), shl(place, or(8, choice))))
                    let class := classAt(word, mload(add(frame, SNAPSHOT)))
                    let tally := add(add(frame, TALLIES), shl(5, shr(1, class)))
                    let lane := shl(2, and(class, 1))
                    let sum := add(mload(tally), shl(mul(CLASS_BITS, add(lane, choice)), 1))
                    if before { sum := sub(sum, shl(mul(CLASS_BITS, add(lane, and(before, 3))), 1)) }
                    mstore(tally, sum)
                }
            }

            function flush(frame) {
                if mload(add(frame, SLOT)) { sstore(mload(add(frame, SLOT)), mload(add(frame, HELD))) }
            }

            function mark(bits, i) {
                let at := add(add(bits, 0x20), shr(3, i))
                mstore8(at, or(byte(0, mload(at)), shl(and(i, 7), 1)))
            }

            accepted := mload(0x40)
            let out := add(accepted, 0x20)
            for { let i := 0 } lt(mul(i, RECORD_BYTES), records.length) { i := add(i, 1) } {
                let record := add(records.offset, mul(i, RECORD_BYTES))
                let choice := byte(20, calldataload(record))
                let word := mload(add(add(words, 0x20), shl(5, i)))
                if gt(choice, 3) { continue }
                if iszero(isElector(word, mload(add(batch, SNAPSHOT)))) { continue }
                if iszero(isSigned(batch, record, choice)) { continue }
                if iszero(isNoted(batch, word, choice)) { continue }
                calldatacopy(out, record, RECORD_BYTES)
                out := add(out, RECORD_BYTES)
                mark(bitmap, i)
            }
            flush(batch)
            mstore(accepted, sub(sub(out, accepted), 0x20))
            mstore(0x40, and(add(out, 31), not(31)))
        }
    }

    /// @dev Counts the ballots of accounts with code. Each is asked after everything before it is stored, and cannot
    /// change anything while it is asked.
    function _countAccounts(
        uint256 proposalId,
        uint256 batch,
        AccountBallot[] calldata accounts,
        uint256[] memory words,
        bytes memory bitmap
    ) private returns (AccountBallot[] memory accepted) {
        accepted = new AccountBallot[](accounts.length);
        uint256 first = words.length - accounts.length;
        uint256 counted;
        for (uint256 i; i < accounts.length; ++i) {
            if (!_countAccount(proposalId, batch, accounts[i], words[first + i])) continue;
            accepted[counted++] = accounts[i];
            uint256 place = first + i;
            bitmap[place / 8] = bitmap[place / 8] | bytes1(uint8(1 << (place % 8)));
        }
        assembly ("memory-safe") {
            mstore(accepted, counted)
        }
    }

    function _countAccount(uint256 proposalId, uint256 batch, AccountBallot calldata ballot, uint256 word)
        private
        returns (bool)
    {
        uint256 snapshot = _batchAt(batch, SNAPSHOT);
        if (ballot.choice > Choice.OBJECT || !word.isOnTheRollAt(snapshot)) return false;
        (uint8 before, ) = _recordOf(proposalId, word.id());
        if (before >= Route.CARRIED) return false;

        bytes32 digest = _digestIn(batch, ballot.choice, ballot.wallet);
        bytes memory signature = ballot.signature;
        if (!Signatures.isByKey(ballot.wallet, digest, signature)) {
            if (ballot.wallet.code.length == 0) return false;
            // The call passes on at most 63 of 64 parts of what is left.
            uint256 needed = ACCOUNT_GAS + ACCOUNT_GAS / 63 + ACCOUNT_OVERHEAD;
            if (gasleft() < needed) revert NotEnoughGas(gasleft(), needed);
            if (!Signatures.isByAccount(ballot.wallet, digest, signature, ACCOUNT_GAS)) return false;
        }
        _record(proposalId, word.id(), word.classAt(snapshot), Route.CARRIED, ballot.choice);
        return true;
    }

    function _digestIn(uint256 batch, uint8 choice, address member) private pure returns (bytes32 digest) {
        assembly ("memory-safe") {
            mstore(add(batch, BALLOT_CHOICE), mload(add(add(batch, CHOICE_HASHES), shl(5, choice))))
            mstore(add(batch, BALLOT_MEMBER), member)
            mstore(add(batch, DIGEST_STRUCT), keccak256(add(batch, BALLOT), BALLOT_BYTES))
            digest := keccak256(add(batch, DIGEST), DIGEST_BYTES)
        }
    }

    function _batchAt(uint256 batch, uint256 offset) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(add(batch, offset))
        }
    }
}

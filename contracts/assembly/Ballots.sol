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
import {CHOICES, CLASS_BITS, Poll} from "./Minutes.sol";
import {PollHead} from "./PollHead.sol";
import {Polls} from "./Polls.sol";

/// @title Ballots
/// @notice Casting votes: directly, by one signature, or many signed ballots in one transaction.
abstract contract Ballots is Polls {
    using MemberWord for uint256;

    /// @inheritdoc IAssembly
    uint256 public constant ACCOUNT_GAS = 200_000;
    /// @dev What one account's check needs besides its allowance: reaching it, and noting its answer.
    uint256 private constant ACCOUNT_OVERHEAD = 80_000;

    bytes32 private constant BALLOT_TYPEHASH = keccak256(
        "Ballot(string cooperative,string resolution,string choice,address member,uint256 proposal)"
    );
    bytes32 private constant GOVERNOR_BALLOT_TYPEHASH = keccak256(
        "Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)"
    );
    bytes32 private constant EXTENDED_BALLOT_TYPEHASH = keccak256(
        "ExtendedBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,string reason,bytes params)"
    );

    uint256 private constant RECORD_BYTES = 85;
    uint256 private constant LANE_BITS = CLASS_BITS;

    /* One batch in memory: what the loop over its records reads and writes, at these fixed places. They are the first
       that Solidity would give out; {_reserveBatch} takes them before anything else can. */

    uint256 private constant BATCH = 0x80;
    /// @dev second of the snapshot
    uint256 private constant SNAPSHOT = 0x80;
    /// @dev slot of the proposal's mapping of records
    uint256 private constant RECORDS_SLOT = 0xa0;
    /// @dev keccak256 of the words of the four choices
    uint256 private constant CHOICE_HASHES = 0xc0;
    /// @dev the proposal's four tally words
    uint256 private constant TALLIES = 0x140;
    /// @dev struct of a ballot: type hash, cooperative, resolution, choice, member, proposal
    uint256 private constant BALLOT = 0x1c0;
    uint256 private constant BALLOT_BYTES = 0xc0;
    uint256 private constant BALLOT_COOPERATIVE = 0x1e0;
    uint256 private constant BALLOT_RESOLUTION = 0x200;
    uint256 private constant BALLOT_CHOICE = 0x220;
    uint256 private constant BALLOT_MEMBER = 0x240;
    uint256 private constant BALLOT_PROPOSAL = 0x260;
    /// @dev what is signed: 0x1901 in the last two bytes of a word, domain, struct hash
    uint256 private constant DIGEST_PREFIX = 0x280;
    uint256 private constant DIGEST = 0x29e;
    uint256 private constant DIGEST_BYTES = 0x42;
    uint256 private constant DIGEST_DOMAIN = 0x2a0;
    uint256 private constant DIGEST_STRUCT = 0x2c0;
    /// @dev input of ecrecover: digest, v, r, s
    uint256 private constant RECOVER = 0x2e0;
    uint256 private constant RECOVER_V = 0x300;
    uint256 private constant RECOVER_R = 0x320;
    uint256 private constant RECOVER_S = 0x340;
    /// @dev the word of records in hand: its place, its slot (0: none yet), what it holds
    uint256 private constant CHUNK = 0x360;
    uint256 private constant SLOT = 0x380;
    uint256 private constant HELD = 0x3a0;
    uint256 private constant BATCH_END = 0x3c0;

    uint256 private constant TIME_MASK = 0xffffffffffff;

    /* ONE VOTE */

    /// @inheritdoc IGovernor
    function castVote(uint256 proposalId, uint8 support) external returns (uint256) {
        return _cast(proposalId, msg.sender, support, "", Route.DIRECT);
    }

    /// @inheritdoc IGovernor
    function castVoteWithReason(uint256 proposalId, uint8 support, string calldata reason) external returns (uint256) {
        return _cast(proposalId, msg.sender, support, reason, Route.DIRECT);
    }

    /// @inheritdoc IGovernor
    function castVoteWithReasonAndParams(
        uint256 proposalId,
        uint8 support,
        string calldata reason,
        bytes calldata params
    ) external returns (uint256) {
        if (params.length != 0) revert ParamsNotTaken();
        return _cast(proposalId, msg.sender, support, reason, Route.DIRECT);
    }

    /// @inheritdoc IGovernor
    function castVoteBySig(
        uint256 proposalId,
        uint8 support,
        address voter,
        bytes calldata signature
    ) external returns (uint256) {
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
            abi.encode(EXTENDED_BALLOT_TYPEHASH, proposalId, support, voter, 0, keccak256(bytes(reason)), keccak256(""))
        );
        return _castSigned(proposalId, support, voter, reason, structHash, signature);
    }

    /* MANY BALLOTS */

    /// @inheritdoc IAssembly
    function castBallots(
        uint256 proposalId,
        bytes calldata records,
        AccountBallot[] calldata accounts
    ) external returns (uint256 counted, bytes memory bitmap) {
        _reserveBatch();
        if (records.length % RECORD_BYTES != 0) revert RecordsMalformed(records.length);
        _openBatch(proposalId);
        uint256[] memory words = _wordsOf(records, accounts);
        bitmap = new bytes((words.length + 7) / 8);
        bytes memory accepted = _countRecords(records, words, bitmap);
        _storeTallies(proposalId);
        AccountBallot[] memory accountsAccepted = _countAccounts(proposalId, accounts, words, bitmap);
        counted = accepted.length / RECORD_BYTES + accountsAccepted.length;
        if (counted != 0) emit BallotsCounted(proposalId, msg.sender, accepted, accountsAccepted);
    }

    /* READING */

    /// @inheritdoc IAssembly
    function ballotOf(uint256 proposalId, address account) public view returns (uint8 route, uint8 choice) {
        (uint256 id, ) = _memberAt(account, _pollOf(proposalId).head.snapshot());
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
                keccak256(bytes(Words.choiceWord(poll.head.language(), choice))),
                member,
                proposalId
            )
        );
        return TypedData.digest(TypedData.domain(), structHash);
    }

    /* ONE VOTE, INSIDE */

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

    function _cast(
        uint256 proposalId,
        address voter,
        uint8 support,
        string memory reason,
        uint8 route
    ) private returns (uint256) {
        PollHead head = _requireActive(proposalId);
        if (support > Choice.OBJECT) revert GovernorInvalidVoteType();
        if (support == Choice.OBJECT && bytes(reason).length == 0) revert ObjectionWithoutReason(proposalId);
        (uint256 id, uint8 class) = _memberAt(voter, head.snapshot());
        if (id == 0) revert NotAMember(voter);
        if (route == Route.CARRIED) {
            (uint8 before, ) = _recordOf(proposalId, id);
            if (before >= route) revert GovernorAlreadyCastVote(voter);
        }
        _record(proposalId, id, class, route, support);
        emit VoteCast(voter, proposalId, support, 1, reason);
        return 1;
    }

    function _requireActive(uint256 proposalId) private view returns (PollHead head) {
        head = _minutes.polls[proposalId].head;
        // A head of 0 never is active; what there is not is refused by `state`.
        if (!head.isActive()) {
            revert GovernorUnexpectedProposalState(
                proposalId,
                state(proposalId),
                bytes32(1 << uint8(ProposalState.Active))
            );
        }
    }

    /* MANY BALLOTS, INSIDE */

    function _reserveBatch() private pure {
        assembly ("memory-safe") {
            if xor(mload(0x40), BATCH) {
                invalid()
            }
            mstore(0x40, BATCH_END)
        }
    }

    /// @dev Lays out a batch in memory: everything that its ballots have in common.
    function _openBatch(uint256 proposalId) private view {
        PollHead head = _requireActive(proposalId);
        for (uint8 choice; choice < CHOICES; ++choice) {
            _keep(CHOICE_HASHES + 0x20 * choice, keccak256(bytes(Words.choiceWord(head.language(), choice))));
        }
        mapping(uint256 index => uint256 word) storage tallies = _minutes.tallies[proposalId];
        for (uint256 w; w < 4; ++w) {
            _keep(TALLIES + 0x20 * w, 2 * w < head.classes() ? bytes32(tallies[w]) : bytes32(0));
        }
        Poll storage poll = _minutes.polls[proposalId];
        _keep(SNAPSHOT, bytes32(head.snapshot()));
        _keep(BALLOT, BALLOT_TYPEHASH);
        _keep(BALLOT_COOPERATIVE, poll.nameHash);
        _keep(BALLOT_RESOLUTION, poll.resolutionHash);
        _keep(BALLOT_PROPOSAL, bytes32(proposalId));
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

    function _storeTallies(uint256 proposalId) private {
        mapping(uint256 index => uint256 word) storage tallies = _minutes.tallies[proposalId];
        for (uint256 w; w < 4; ++w) {
            uint256 tally = uint256(_kept(TALLIES + 0x20 * w));
            // Words of classes that the co-op does not have stay 0 and cost nothing.
            if (tally != 0) tallies[w] = tally;
        }
    }

    /// @dev The roll's words of all wallets in the batch, accounts after records, in one call.
    function _wordsOf(
        bytes calldata records,
        AccountBallot[] calldata accounts
    ) private view returns (uint256[] memory words) {
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
            for {
                let at := list
                let end := add(list, shl(5, signed))
            } lt(at, end) {
                at := add(at, 0x20)
            } {
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
    function _countRecords(
        bytes calldata records,
        uint256[] memory words,
        bytes memory bitmap
    ) private returns (bytes memory accepted) {
        assembly ("memory-safe") {
            function flush() {
                let slot := mload(SLOT)
                if slot {
                    sstore(slot, mload(HELD))
                }
            }

            accepted := mload(0x40)
            let out := add(accepted, 0x20)
            let end := add(records.offset, records.length)
            for {
                let i := 0
            } lt(records.offset, end) {
                i := add(i, 1)
                records.offset := add(records.offset, RECORD_BYTES)
            } {
                let word := mload(add(add(words, 0x20), shl(5, i)))
                let choice := byte(20, calldataload(records.offset))

                // One of four choices; joined <= snapshot < left, where a `left` of 0 becomes the highest number. A
                // wallet that was never on the roll has the word 0.
                {
                    let snapshot := mload(SNAPSHOT)
                    if or(
                        or(iszero(word), gt(choice, 3)),
                        or(
                            gt(and(shr(40, word), TIME_MASK), snapshot),
                            lt(sub(and(shr(88, word), TIME_MASK), 1), snapshot)
                        )
                    ) {
                        continue
                    }
                }

                // Signed by the record's wallet. EIP-2098 leaves 255 bits for s: the high half does not fit.
                {
                    let wallet := shr(96, calldataload(records.offset))
                    mstore(BALLOT_CHOICE, mload(add(CHOICE_HASHES, shl(5, choice))))
                    mstore(BALLOT_MEMBER, wallet)
                    mstore(DIGEST_STRUCT, keccak256(BALLOT, BALLOT_BYTES))
                    mstore(RECOVER, keccak256(DIGEST, DIGEST_BYTES))
                    let s := calldataload(add(records.offset, 53))
                    mstore(RECOVER_V, add(27, shr(255, s)))
                    mstore(RECOVER_R, calldataload(add(records.offset, 21)))
                    mstore(RECOVER_S, shr(1, shl(1, s)))
                    mstore(0, 0)
                    pop(staticcall(gas(), 1, RECOVER, 0x80, 0, 0x20))
                    // Nobody's key gives 0, and 0 is on no roll.
                    if xor(mload(0), wallet) {
                        continue
                    }
                }

                // The word of records that holds this member's four bits.
                {
                    let chunk := shr(6, and(word, 0xffffffff))
                    if xor(chunk, mload(CHUNK)) {
                        flush()
                        mstore(CHUNK, chunk)
                        mstore(0, chunk)
                        mstore(0x20, mload(RECORDS_SLOT))
                        chunk := keccak256(0, 0x40)
                        mstore(SLOT, chunk)
                        mstore(HELD, sload(chunk))
                    }
                }
                let before
                {
                    let place := shl(2, and(word, 63))
                    let held := mload(HELD)
                    before := and(shr(place, held), 15)
                    // Only nothing and a stand-in's ballot (route 1) give way to one that is carried (route 2).
                    if gt(before, 7) {
                        continue
                    }
                    mstore(HELD, or(and(held, not(shl(place, 15))), shl(place, or(8, choice))))
                }

                // In the class held at the snapshot; what it replaces is taken back.
                {
                    let class := shr(32, word)
                    if lt(mload(SNAPSHOT), and(shr(144, word), TIME_MASK)) {
                        class := shr(136, word)
                    }
                    let tally := add(TALLIES, shl(5, and(shr(1, class), 3)))
                    let lane := shl(2, and(class, 1))
                    let sum := add(mload(tally), shl(mul(LANE_BITS, add(lane, choice)), 1))
                    if before {
                        sum := sub(sum, shl(mul(LANE_BITS, add(lane, and(before, 3))), 1))
                    }
                    mstore(tally, sum)
                }

                calldatacopy(out, records.offset, RECORD_BYTES)
                out := add(out, RECORD_BYTES)
                let mark := add(add(bitmap, 0x20), shr(3, i))
                mstore8(mark, or(byte(0, mload(mark)), shl(and(i, 7), 1)))
            }
            flush()
            mstore(accepted, sub(sub(out, accepted), 0x20))
            mstore(0x40, and(add(out, 31), not(31)))
        }
    }

    /// @dev Counts the ballots of accounts with code. Each is asked after everything before it is stored, and cannot
    /// change anything while it is asked.
    function _countAccounts(
        uint256 proposalId,
        AccountBallot[] calldata accounts,
        uint256[] memory words,
        bytes memory bitmap
    ) private returns (AccountBallot[] memory accepted) {
        accepted = new AccountBallot[](accounts.length);
        uint256 first = words.length - accounts.length;
        uint256 counted;
        for (uint256 i; i < accounts.length; ++i) {
            if (!_countAccount(proposalId, accounts[i], words[first + i])) continue;
            accepted[counted++] = accounts[i];
            uint256 place = first + i;
            bitmap[place / 8] = bitmap[place / 8] | bytes1(uint8(1 << (place % 8)));
        }
        assembly ("memory-safe") {
            mstore(accepted, counted)
        }
    }

    function _countAccount(uint256 proposalId, AccountBallot calldata ballot, uint256 word) private returns (bool) {
        uint256 snapshot = uint256(_kept(SNAPSHOT));
        if (ballot.choice > Choice.OBJECT || !word.isOnTheRollAt(snapshot)) return false;
        (uint8 before, ) = _recordOf(proposalId, word.id());
        if (before >= Route.CARRIED) return false;

        bytes32 digest = _digestIn(ballot.choice, ballot.wallet);
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

    function _digestIn(uint8 choice, address member) private pure returns (bytes32 digest) {
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
    function _kept(uint256 place) private pure returns (bytes32 value) {
        assembly ("memory-safe") {
            value := mload(place)
        }
    }
}

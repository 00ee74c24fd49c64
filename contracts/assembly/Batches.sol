// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {MemberWord} from "../libraries/MemberWord.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Words} from "../libraries/Words.sol";
import {IMembership} from "../membership/IMembership.sol";
import {Choice, Route} from "../types/Choice.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {Accounts} from "./Accounts.sol";
import {Casts} from "./Casts.sol";
import {IAssembly} from "./IAssembly.sol";
import {Poll} from "./Minutes.sol";
import {BALLOT_COOPERATIVE, BALLOT_MOTION, BALLOT_RESOLUTION, RECORD_BYTES, Records, SNAPSHOT} from "./Records.sol";

/// @title Batches
/// @notice Counting many signed ballots in one transaction.
abstract contract Batches is Records {
    /// @inheritdoc IAssembly
    uint256 public constant ACCOUNT_GAS = Accounts.GAS;

    bytes32 private constant OBJECTION_TYPEHASH = keccak256(
        "Objection(string cooperative,string resolution,address member,uint256 proposal,bytes32 motion,string reason)"
    );

    /* COUNTING */

    /// @inheritdoc IAssembly
    function castBallots(
        ProposalId proposalId,
        bytes calldata records,
        TailBallot[] calldata tail
    ) external returns (uint256 counted, bytes memory bitmap) {
        _reserveBatch();
        if (records.length % RECORD_BYTES != 0) revert RecordsMalformed(records.length);
        _openBatch(proposalId);
        MemberWord[] memory words = _wordsOf(records, tail);
        bitmap = _bitmapOf(records.length / RECORD_BYTES, words.length);
        _checkRecords(records, words);
        bytes memory accepted = _countRecords(records, words, bitmap);
        _storeRecords();
        _storeTallies(proposalId);
        TailBallot[] memory tailAccepted = _countTail(proposalId, tail, words, bitmap);
        counted = accepted.length / RECORD_BYTES + tailAccepted.length;
        if (counted != 0) emit BallotsCounted(proposalId, msg.sender, accepted, tailAccepted);
    }

    /* READING */

    /// @inheritdoc IAssembly
    function ballotDigest(ProposalId proposalId, uint8 choice, address member) external view returns (bytes32) {
        Poll storage poll = _pollOf(proposalId);
        bytes32 structHash = keccak256(
            abi.encode(
                BALLOT_TYPEHASH,
                poll.nameHash,
                poll.resolutionHash,
                keccak256(bytes(Words.choiceWord(poll.head.language(), choice))),
                member,
                proposalId,
                poll.motion
            )
        );
        return TypedData.digest(TypedData.domain(), structHash);
    }

    /// @inheritdoc IAssembly
    function objectionDigest(
        ProposalId proposalId,
        address member,
        bytes calldata reason
    ) external view returns (bytes32) {
        Poll storage poll = _pollOf(proposalId);
        return _objectionDigest(poll.nameHash, poll.resolutionHash, member, proposalId, poll.motion, reason);
    }

    /* INSIDE */

    /// @dev The roll's words of all wallets in the batch, the tail after records, in one call.
    function _wordsOf(
        bytes calldata records,
        TailBallot[] calldata tail
    ) private view returns (MemberWord[] memory words) {
        address membership_ = membership();
        uint256 signed = records.length / RECORD_BYTES;
        uint256 wallets = signed + tail.length;
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
        for (uint256 i = 0; i < tail.length; ++i) {
            address wallet = tail[i].wallet;
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

    /// @dev Counts the ballots of the tail. An account with code is asked after everything before it is stored, and cannot
    /// change anything while it is asked.
    function _countTail(
        ProposalId proposalId,
        TailBallot[] calldata tail,
        MemberWord[] memory words,
        bytes memory bitmap
    ) private returns (TailBallot[] memory accepted) {
        accepted = new TailBallot[](tail.length);
        uint256 first = words.length - tail.length;
        uint256 counted;
        for (uint256 i = 0; i < tail.length; ++i) {
            if (!_countOne(proposalId, tail[i], words[first + i])) continue;
            accepted[counted++] = tail[i];
            uint256 place = first + i;
            bitmap[place / 8] = bitmap[place / 8] | bytes1(uint8(1 << (place % 8)));
        }
        assembly ("memory-safe") {
            mstore(accepted, counted)
        }
    }

    function _countOne(ProposalId proposalId, TailBallot calldata ballot, MemberWord word) private returns (bool) {
        uint256 snapshot = uint256(_kept(SNAPSHOT));
        if (ballot.choice > Choice.OBJECT || !word.isOnTheRollAt(snapshot)) return false;
        (uint8 before, ) = Casts.get(_minutes, proposalId, word.id());
        if (before >= Route.CARRIED) return false;

        bool reasoned = ballot.reason.length != 0;
        // Only the reason of an objection is signed.
        if (reasoned && ballot.choice != Choice.OBJECT) return false;
        bytes32 digest =
            reasoned
                ? _objectionDigest(
                    _kept(BALLOT_COOPERATIVE),
                    _kept(BALLOT_RESOLUTION),
                    ballot.wallet,
                    proposalId,
                    _kept(BALLOT_MOTION),
                    ballot.reason
                )
                : _digestIn(ballot.choice, ballot.wallet);
        if (!Accounts.hasSigned(ballot.wallet, digest, ballot.signature)) return false;
        // ASM-9
        uint8 choice = ballot.choice == Choice.OBJECT && !reasoned ? Choice.AGAINST : ballot.choice;
        Casts.put(_minutes, proposalId, word.id(), word.classAt(snapshot), Route.CARRIED, choice);
        return true;
    }

    function _objectionDigest(
        bytes32 nameHash,
        bytes32 resolutionHash,
        address member,
        ProposalId proposalId,
        bytes32 motion,
        bytes calldata reason
    ) private view returns (bytes32) {
        bytes32 reasonHash = keccak256(reason);
        bytes32 structHash = keccak256(
            abi.encode(OBJECTION_TYPEHASH, nameHash, resolutionHash, member, proposalId, motion, reasonHash)
        );
        return TypedData.digest(TypedData.domain(), structHash);
    }
}

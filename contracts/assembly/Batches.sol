// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {MemberWord} from "../libraries/MemberWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Words} from "../libraries/Words.sol";
import {IMembership} from "../membership/IMembership.sol";
import {Choice, Route} from "../types/Choice.sol";

import {IAssembly} from "./IAssembly.sol";
import {Poll} from "./Minutes.sol";
import {RECORD_BYTES, Records, SNAPSHOT} from "./Records.sol";

/// @title Batches
/// @notice Counting many signed ballots in one transaction.
abstract contract Batches is Records {
    /// @inheritdoc IAssembly
    uint256 public constant ACCOUNT_GAS = 200_000;
    /// @dev One account's check needs this besides its allowance: to reach the account, and to note its answer.
    uint256 private constant ACCOUNT_OVERHEAD = 80_000;

    /* COUNTING */

    /// @inheritdoc IAssembly
    function castBallots(
        uint256 proposalId,
        bytes calldata records,
        AccountBallot[] calldata accounts
    ) external returns (uint256 counted, bytes memory bitmap) {
        _reserveBatch();
        if (records.length % RECORD_BYTES != 0) revert RecordsMalformed(records.length);
        _openBatch(proposalId);
        MemberWord[] memory words = _wordsOf(records, accounts);
        bitmap = _bitmapOf(records.length / RECORD_BYTES, words.length);
        _checkRecords(records, words);
        bytes memory accepted = _countRecords(records, words, bitmap);
        _storeRecords();
        _storeTallies(proposalId);
        AccountBallot[] memory accountsAccepted = _countAccounts(proposalId, accounts, words, bitmap);
        counted = accepted.length / RECORD_BYTES + accountsAccepted.length;
        if (counted != 0) emit BallotsCounted(proposalId, msg.sender, accepted, accountsAccepted);
    }

    /* READING */

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
                proposalId,
                poll.motion
            )
        );
        return TypedData.digest(TypedData.domain(), structHash);
    }

    /* INSIDE */

    /// @dev The roll's words of all wallets in the batch, accounts after records, in one call.
    function _wordsOf(
        bytes calldata records,
        AccountBallot[] calldata accounts
    ) private view returns (MemberWord[] memory words) {
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
        for (uint256 i = 0; i < accounts.length; ++i) {
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

    /// @dev Counts the ballots of accounts with code. Each is asked after everything before it is stored, and cannot
    /// change anything while it is asked.
    function _countAccounts(
        uint256 proposalId,
        AccountBallot[] calldata accounts,
        MemberWord[] memory words,
        bytes memory bitmap
    ) private returns (AccountBallot[] memory accepted) {
        accepted = new AccountBallot[](accounts.length);
        uint256 first = words.length - accounts.length;
        uint256 counted;
        for (uint256 i = 0; i < accounts.length; ++i) {
            if (!_countAccount(proposalId, accounts[i], words[first + i])) continue;
            accepted[counted++] = accounts[i];
            uint256 place = first + i;
            bitmap[place / 8] = bitmap[place / 8] | bytes1(uint8(1 << (place % 8)));
        }
        assembly ("memory-safe") {
            mstore(accepted, counted)
        }
    }

    function _countAccount(uint256 proposalId, AccountBallot calldata ballot, MemberWord word) private returns (bool) {
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
            // G9
            if (gasleft() < needed) revert NotEnoughGas(gasleft(), needed);
            if (!Signatures.isByAccount(ballot.wallet, digest, signature, ACCOUNT_GAS)) return false;
        }
        _record(proposalId, word.id(), word.classAt(snapshot), Route.CARRIED, ballot.choice);
        return true;
    }
}

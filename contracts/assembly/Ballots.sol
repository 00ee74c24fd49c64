// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {MemberWord} from "../libraries/MemberWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {IMembership} from "../membership/IMembership.sol";
import {Choice, Route} from "../types/Choice.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {Casts} from "./Casts.sol";
import {Changes} from "./Changes.sol";
import {IAssembly} from "./IAssembly.sol";
import {PollHead} from "./PollHead.sol";
import {Polls} from "./Polls.sol";

/// @title Ballots
/// @notice Casting one vote: directly, or by one signature.
abstract contract Ballots is Polls {
    bytes32 private constant GOVERNOR_BALLOT_TYPEHASH = keccak256(
        "Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)"
    );
    bytes32 private constant EXTENDED_BALLOT_TYPEHASH = keccak256(
        "ExtendedBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,string reason,bytes params)"
    );

    /* VOTING */

    /// @inheritdoc IGovernor
    function castVote(uint256 proposalId, uint8 support) external returns (uint256) {
        return _cast(ProposalId.wrap(proposalId), msg.sender, support, "", Route.DIRECT);
    }

    /// @inheritdoc IGovernor
    function castVoteWithReason(uint256 proposalId, uint8 support, string calldata reason) external returns (uint256) {
        return _cast(ProposalId.wrap(proposalId), msg.sender, support, reason, Route.DIRECT);
    }

    /// @inheritdoc IGovernor
    function castVoteWithReasonAndParams(
        uint256 proposalId,
        uint8 support,
        string calldata reason,
        bytes calldata params
    ) external returns (uint256) {
        if (params.length != 0) revert ParamsNotTaken();
        return _cast(ProposalId.wrap(proposalId), msg.sender, support, reason, Route.DIRECT);
    }

    /// @inheritdoc IGovernor
    /// @dev Warning: what is signed names a proposal by its number alone, so that G12 does not hold for it.
    function castVoteBySig(
        uint256 proposalId,
        uint8 support,
        address voter,
        bytes calldata signature
    ) external returns (uint256) {
        bytes32 structHash = keccak256(abi.encode(GOVERNOR_BALLOT_TYPEHASH, proposalId, support, voter, 0));
        return _castSigned(ProposalId.wrap(proposalId), support, voter, "", structHash, signature);
    }

    /// @inheritdoc IGovernor
    /// @dev `params` is the motion, 32 bytes.
    function castVoteWithReasonAndParamsBySig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string calldata reason,
        bytes calldata params,
        bytes calldata signature
    ) external returns (uint256) {
        bytes32 motion = _pollOf(ProposalId.wrap(proposalId)).motion;
        // G12
        if (keccak256(params) != keccak256(abi.encode(motion))) {
            revert AnotherMotion(ProposalId.wrap(proposalId), motion);
        }
        bytes32 structHash = keccak256(
            abi.encode(
                EXTENDED_BALLOT_TYPEHASH,
                proposalId,
                support,
                voter,
                0,
                keccak256(bytes(reason)),
                keccak256(params)
            )
        );
        return _castSigned(ProposalId.wrap(proposalId), support, voter, reason, structHash, signature);
    }

    /// @inheritdoc IAssembly
    function castChanges(
        ProposalId proposalId,
        ChangedBallot[] calldata
    ) external returns (uint256 counted, bytes memory bitmap) {
        _requireActive(proposalId);
        // As it came in: to lay the list out anew would weigh on this contract.
        return Changes.cast(_minutes, msg.data[4:]);
    }

    /* READING */

    /// @inheritdoc IAssembly
    function changeDigest(
        ProposalId proposalId,
        uint8 choice,
        address member,
        uint256 change
    ) external view returns (bytes32) {
        _pollOf(proposalId);
        return Changes.digestOf(_minutes, proposalId, choice, member, change);
    }

    /// @inheritdoc IAssembly
    function changeOf(ProposalId proposalId, address account) external view returns (uint256) {
        (uint256 id, ) = _memberAt(account, _pollOf(proposalId).head.snapshot());
        return _minutes.changes[proposalId][id];
    }

    /// @inheritdoc IAssembly
    function ballotOf(ProposalId proposalId, address account) public view returns (uint8 route, uint8 choice) {
        (uint256 id, ) = _memberAt(account, _pollOf(proposalId).head.snapshot());
        return id == 0 ? (Route.NONE, 0) : Casts.get(_minutes, proposalId, id);
    }

    /// @inheritdoc IGovernor
    function hasVoted(uint256 proposalId, address account) external view returns (bool) {
        (uint8 route, ) = ballotOf(ProposalId.wrap(proposalId), account);
        return route != Route.NONE;
    }

    /* INSIDE */

    /// @dev By the standard ballot of Governors. Its nonce is always 0: a carried record is replaced by nothing that is
    /// carried, so no signature counts twice.
    function _castSigned(
        ProposalId proposalId,
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
        ProposalId proposalId,
        address voter,
        uint8 support,
        string memory reason,
        uint8 route
    ) private returns (uint256) {
        PollHead head = _requireActive(proposalId);
        if (support > Choice.OBJECT) revert GovernorInvalidVoteType();
        if (support == Choice.OBJECT && bytes(reason).length == 0) revert ObjectionWithoutReason(proposalId);
        // A person who was on the roll at the snapshot and left cannot have returned before this vote ends.
        MemberWord word = IMembership(membership()).wordOf(voter);
        // G4
        if (!word.isOnTheRollAt(head.snapshot())) revert NotAMember(voter);
        uint256 id = word.id();
        if (route == Route.CARRIED) {
            (uint8 before, ) = Casts.get(_minutes, proposalId, id);
            // G10, ASM-4
            if (before >= route) revert GovernorAlreadyCastVote(voter);
        }
        Casts.put(_minutes, proposalId, id, word.classAt(head.snapshot()), route, support);
        emit VoteCast(voter, ProposalId.unwrap(proposalId), support, 1, reason);
        return 1;
    }
}

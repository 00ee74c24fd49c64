// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Words} from "../libraries/Words.sol";
import {IMembership} from "../membership/IMembership.sol";
import {Choice, Route} from "../types/Choice.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {Accounts} from "./Accounts.sol";
import {Casts} from "./Casts.sol";
import {IAssembly} from "./IAssembly.sol";
import {CHOICES, Minutes, Poll} from "./Minutes.sol";

/// @title Changes
/// @notice How a vote that was carried and counted is changed by one more signature.
/// @dev Deployed once and linked, so that its code does not weigh on Assembly. It runs as the assembly that calls it.
library Changes {
    bytes32 private constant TYPEHASH = keccak256(
        "Change(string cooperative,string resolution,string choice,address member,uint256 proposal,bytes32 motion,uint256 change)"
    );

    /// @dev What all changes in one vote have in common.
    struct Paper {
        bytes32 domain;
        bytes32 nameHash;
        bytes32 resolutionHash;
        bytes32 motion;
        ProposalId proposalId;
        uint256 snapshot;
        bytes32[CHOICES] choiceHashes;
    }

    /* COUNTING */

    /// @dev As {IAssembly-castChanges}, whose arguments `given` holds. The caller has checked that the vote is open.
    function cast(
        Minutes storage minutes_,
        bytes calldata given
    ) external returns (uint256 counted, bytes memory bitmap) {
        (ProposalId proposalId, IAssembly.ChangedBallot[] memory ballots) = abi.decode(
            given,
            (ProposalId, IAssembly.ChangedBallot[])
        );
        Paper memory paper = _paperOf(minutes_, proposalId);
        IMembership roll = IMembership(CloneArgs.addressAt(2));
        IAssembly.ChangedBallot[] memory accepted = new IAssembly.ChangedBallot[](ballots.length);
        bitmap = new bytes((ballots.length + 7) / 8);
        for (uint256 i = 0; i < ballots.length; ++i) {
            if (!_countOne(minutes_, paper, roll.wordOf(ballots[i].wallet), ballots[i])) continue;
            accepted[counted++] = ballots[i];
            bitmap[i / 8] = bitmap[i / 8] | bytes1(uint8(1 << (i % 8)));
        }
        assembly ("memory-safe") {
            mstore(accepted, counted)
        }
        if (counted != 0) emit IAssembly.BallotsChanged(proposalId, msg.sender, accepted);
    }

    function _countOne(
        Minutes storage minutes_,
        Paper memory paper,
        MemberWord word,
        IAssembly.ChangedBallot memory ballot
    ) private returns (bool) {
        // G4
        if (ballot.choice > Choice.OBJECT || !word.isOnTheRollAt(paper.snapshot)) return false;
        uint256 id = word.id();
        mapping(uint256 memberId => uint256 change) storage changes = minutes_.changes[paper.proposalId];
        // G10, ASM-12
        if (ballot.change <= changes[id]) return false;
        (uint8 before, ) = Casts.get(minutes_, paper.proposalId, id);
        // G10, ASM-4, ASM-12
        if (before != Route.CARRIED) return false;
        bytes32 digest = _digest(paper, ballot.choice, ballot.wallet, ballot.change);
        // G9, ASM-3
        if (!Accounts.hasSigned(ballot.wallet, digest, ballot.signature)) return false;

        changes[id] = ballot.change;
        // ASM-9: a change has no room for a reason.
        uint8 choice = ballot.choice == Choice.OBJECT ? Choice.AGAINST : ballot.choice;
        Casts.put(minutes_, paper.proposalId, id, word.classAt(paper.snapshot), Route.CARRIED, choice);
        return true;
    }

    /* READING */

    /// @dev As {IAssembly-changeDigest}.
    function digestOf(
        Minutes storage minutes_,
        ProposalId proposalId,
        uint8 choice,
        address member,
        uint256 change
    ) external view returns (bytes32) {
        if (choice > Choice.OBJECT) revert Words.ChoiceWithoutWord(choice);
        return _digest(_paperOf(minutes_, proposalId), choice, member, change);
    }

    function _paperOf(Minutes storage minutes_, ProposalId proposalId) private view returns (Paper memory paper) {
        Poll storage poll = minutes_.polls[proposalId];
        paper.domain = TypedData.domain();
        paper.nameHash = poll.nameHash;
        paper.resolutionHash = poll.resolutionHash;
        // G12
        paper.motion = poll.motion;
        paper.proposalId = proposalId;
        paper.snapshot = poll.head.snapshot();
        bytes2 language = poll.head.language();
        for (uint8 choice = 0; choice < CHOICES; ++choice) {
            paper.choiceHashes[choice] = keccak256(bytes(Words.choiceWord(language, choice)));
        }
    }

    function _digest(Paper memory paper, uint8 choice, address member, uint256 change) private pure returns (bytes32) {
        bytes32 structHash = keccak256(
            abi.encode(
                TYPEHASH,
                paper.nameHash,
                paper.resolutionHash,
                paper.choiceHashes[choice],
                member,
                paper.proposalId,
                paper.motion,
                change
            )
        );
        return TypedData.digest(paper.domain, structHash);
    }
}

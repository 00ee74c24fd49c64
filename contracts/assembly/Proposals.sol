// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {IAssembly} from "./IAssembly.sol";
import {etaOf, Motion} from "./Minutes.sol";
import {Motions} from "./Motions.sol";
import {Polls} from "./Polls.sol";

/// @title Proposals
/// @notice Putting a motion, taking it back, carrying out what passed.
abstract contract Proposals is Polls {
    /* PROPOSING */

    /// @inheritdoc IGovernor
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) external returns (uint256 proposalId) {
        return
            ProposalId.unwrap(
                Motions.put(_minutes, Kind.ORDINARY, true, Motion(targets, values, calldatas, description))
            );
    }

    /// @inheritdoc IAssembly
    function proposeAs(
        Kind kind,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) external returns (ProposalId proposalId) {
        return Motions.put(_minutes, kind, false, Motion(targets, values, calldatas, description));
    }

    /// @inheritdoc IAssembly
    function callAgain(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) external returns (ProposalId proposalId) {
        return Motions.callAgain(_minutes, Motion(targets, values, calldatas, description));
    }

    /// @inheritdoc IGovernor
    function cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) external returns (uint256 proposalId) {
        proposalId = getProposalId(targets, values, calldatas, descriptionHash);
        Motions.takeBack(_minutes, ProposalId.wrap(proposalId), targets, values, calldatas, descriptionHash);
    }

    /// @inheritdoc IAssembly
    function askAgain(ProposalId proposalId) external {
        Motions.ask(_minutes, proposalId);
    }

    /* CARRYING OUT */

    /// @inheritdoc IGovernor
    function queue(address[] memory, uint256[] memory, bytes[] memory, bytes32) external pure returns (uint256) {
        revert NoSeparateQueue();
    }

    /// @inheritdoc IGovernor
    function execute(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) external payable returns (uint256 proposalId) {
        proposalId = getProposalId(targets, values, calldatas, descriptionHash);
        Motions.carryOut(_minutes, ProposalId.wrap(proposalId), targets, values, calldatas);
    }

    /* READING */

    /// @inheritdoc IGovernor
    function hashProposal(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) external pure returns (uint256) {
        return Motions.hashOf(targets, values, calldatas, descriptionHash);
    }

    /// @inheritdoc IGovernor
    function getProposalId(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) public view returns (uint256 proposalId) {
        uint256 hash = Motions.hashOf(targets, values, calldatas, descriptionHash);
        proposalId = ProposalId.unwrap(_minutes.byMotion[bytes32(hash)]);
        if (proposalId == 0) revert GovernorNonexistentProposal(hash);
    }

    /// @inheritdoc IAssembly
    function asksOf(ProposalId proposalId) external view returns (uint256 asked, uint256 needed, uint256 until) {
        until = Motions.coolsUntil(_minutes, proposalId);
        return (_minutes.asks[proposalId].count, Motions.asksNeeded(), until);
    }

    /// @inheritdoc IGovernor
    function proposalSnapshot(uint256 proposalId) external view returns (uint256) {
        return _pollOf(ProposalId.wrap(proposalId)).head.snapshot();
    }

    /// @inheritdoc IGovernor
    function proposalDeadline(uint256 proposalId) external view returns (uint256) {
        return _pollOf(ProposalId.wrap(proposalId)).head.voteEnd();
    }

    /// @inheritdoc IGovernor
    function proposalProposer(uint256 proposalId) external view returns (address) {
        return _pollOf(ProposalId.wrap(proposalId)).proposer;
    }

    /// @inheritdoc IGovernor
    function proposalEta(uint256 proposalId) external view returns (uint256) {
        return etaOf(_pollOf(ProposalId.wrap(proposalId)));
    }

    /// @inheritdoc IGovernor
    function proposalNeedsQueuing(uint256) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IGovernor
    function proposalThreshold() external pure returns (uint256) {
        return 1;
    }
}

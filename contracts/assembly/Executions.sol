// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {IAssembly} from "./IAssembly.sol";
import {etaOf, Minutes, Poll} from "./Minutes.sol";
import {Ratchets} from "./Ratchets.sol";
import {Results} from "./Results.sol";

/// @title Executions
/// @notice It hands what passed to the co-op's account, once, after its wait.
library Executions {
    /// @dev With whatever coin the caller sent.
    function carryOut(
        Minutes storage minutes_,
        ProposalId proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) internal {
        Results.requireState(minutes_, proposalId, IGovernor.ProposalState.Queued);
        Poll storage poll = minutes_.polls[proposalId];
        uint256 eta = etaOf(poll);
        // ASM-5
        if (block.timestamp < eta) revert IAssembly.NotYetDue(proposalId, eta);
        Ratchets.requireInForce(minutes_, IStatutes(CloneArgs.addressAt(1)), proposalId, targets, calldatas);

        poll.head = poll.head.withExecuted();

        emit IGovernor.ProposalExecuted(ProposalId.unwrap(proposalId));

        (uint8 carried, uint8 refused) = Results.majoritiesOf(minutes_, proposalId);
        ICooperative(CloneArgs.addressAt(0)).execute{value: msg.value}(
            proposalId,
            poll.head.kind(),
            carried,
            refused,
            targets,
            values,
            calldatas
        );
    }
}

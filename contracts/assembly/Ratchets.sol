// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IStatutes} from "../statutes/IStatutes.sol";
import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";
import {RuleWord} from "../types/RuleWord.sol";

import {IAssembly} from "./IAssembly.sol";
import {Minutes, Poll} from "./Minutes.sol";
import {SecondCalls} from "./SecondCalls.sol";

/// @title Ratchets
/// @notice The rules under which a change of rules has to pass, and that have to be in force when it is carried out.
library Ratchets {
    /// @dev A change of a rule has to pass under the rule that it replaces and under the one that it sets.
    function write(
        RuleWord[] storage ratchet,
        IStatutes statutes,
        address[] memory targets,
        bytes[] memory calldatas
    ) internal {
        for (uint256 i = 0; i < targets.length; ++i) {
            if (targets[i] != address(statutes)) continue;
            RuleWord[] memory ruleWords = statutes.ratchetOf(calldatas[i]);
            for (uint256 k = 0; k < ruleWords.length; ++k) ratchet.push(ruleWords[k]);
        }
    }

    /// @dev A change of a rule waits for nothing that others decided meanwhile: the rule of its kind and those that it
    /// replaces have to be what they were when it was put.
    function requireInForce(
        Minutes storage minutes_,
        IStatutes statutes,
        ProposalId proposalId,
        address[] memory targets,
        bytes[] memory calldatas
    ) internal view {
        RuleWord[] storage ratchet = minutes_.ratchets[proposalId];
        if (ratchet.length == 0) return;
        Poll storage poll = minutes_.polls[proposalId];
        Kind kind = poll.head.kind();
        (bool second, uint8 silent) = SecondCalls.silentBefore(minutes_, proposalId);
        RuleWord own = statutes.ruleWordOf(kind);
        bool isInForce = (second ? own.forSecondCall(kind, silent) : own) == poll.ruleWord;
        uint256 before;
        for (uint256 i = 0; i < targets.length; ++i) {
            if (targets[i] != address(statutes)) continue;
            RuleWord[] memory ruleWords = statutes.ratchetOf(calldatas[i]);
            for (uint256 k = 0; k < ruleWords.length; k += 2) {
                RuleWord word = second ? ruleWords[k].forSecondCall(kind, silent) : ruleWords[k];
                isInForce = isInForce && word == ratchet[before + k];
            }
            before += ruleWords.length;
        }
        // ASM-8
        if (!isInForce) revert IAssembly.RuleReplaced(proposalId);
    }
}

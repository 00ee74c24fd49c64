// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {Kind} from "../types/Kind.sol";
import {NO_PROPOSAL, ProposalId} from "../types/ProposalId.sol";
import {RuleWord} from "../types/RuleWord.sol";

import {Minutes, Poll, SecondCall} from "./Minutes.sol";
import {PollHead} from "./PollHead.sol";
import {Results} from "./Results.sol";

/// @title SecondCalls
/// @notice It finds which votes were lost to silence and can be called a second time, and the rules that the second
/// call goes by.
library SecondCalls {
    uint256 private constant WAIT = 7 days;

    /// @dev Tells what may be called a second time after the latest proposal with a motion. A proposal that was taken
    /// back changes nothing. If one was put again and lost to silence again, the first wait counts, so that nobody puts
    /// the second call off.
    function callAfter(Minutes storage minutes_, ProposalId latest) internal view returns (SecondCall memory call) {
        if (latest == NO_PROPOSAL) return call;
        call = minutes_.calls[latest];
        PollHead head = minutes_.polls[latest].head;
        if (head.isCanceled()) return call;
        bool lost = !head.isSecond() && Results.stateOf(minutes_, latest) == IGovernor.ProposalState.Defeated;
        if (lost) (lost, ) = Results.lostToSilence(minutes_, latest);
        // G13, ASM-10
        if (!lost) return SecondCall(0, 0);
        // Numbers and times do not come near 2^64.
        if (call.first == 0) call.from = uint64(head.voteEnd() + WAIT);
        call.first = uint64(ProposalId.unwrap(latest));
    }

    /// @dev Tells whether it is a second call, and the classes that did not vote in the first.
    function silentBefore(
        Minutes storage minutes_,
        ProposalId proposalId
    ) internal view returns (bool second, uint8 silent) {
        second = minutes_.polls[proposalId].head.isSecond();
        if (second) (, silent) = Results.lostToSilence(minutes_, ProposalId.wrap(minutes_.calls[proposalId].first));
    }

    /// @dev Lowers the rules under which a second call has to pass.
    function ease(Minutes storage minutes_, ProposalId proposalId) internal {
        (bool second, uint8 silent) = silentBefore(minutes_, proposalId);
        if (!second) return;
        Poll storage poll = minutes_.polls[proposalId];
        Kind kind = poll.head.kind();
        poll.ruleWord = poll.ruleWord.forSecondCall(kind, silent);
        RuleWord[] storage ratchet = minutes_.ratchets[proposalId];
        for (uint256 i = 0; i < ratchet.length; ++i) ratchet[i] = ratchet[i].forSecondCall(kind, silent);
    }
}

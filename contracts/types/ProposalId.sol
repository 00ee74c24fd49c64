// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev The number of a proposal in its assembly; the first is 1. What IGovernor declares takes it as a `uint256`.
type ProposalId is uint256;

/// @dev What stands where there is no proposal.
ProposalId constant NO_PROPOSAL = ProposalId.wrap(0);

using {isSameProposal as ==, isOtherProposal as !=} for ProposalId global;

function isSameProposal(ProposalId one, ProposalId other) pure returns (bool) {
    return ProposalId.unwrap(one) == ProposalId.unwrap(other);
}

function isOtherProposal(ProposalId one, ProposalId other) pure returns (bool) {
    return ProposalId.unwrap(one) != ProposalId.unwrap(other);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {TypedData} from "../libraries/TypedData.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Kind} from "../types/Kind.sol";
import {RuleWord} from "../types/RuleWord.sol";

import {Ballots} from "./Ballots.sol";
import {Batches} from "./Batches.sol";
import {Proposals} from "./Proposals.sol";
import {Results} from "./Results.sol";

/// @title Assembly
/// @notice See {IAssembly}. {Polls} holds the votes, {Proposals} opens them and carries them out, {Ballots} and {Batches} count;
/// this file is what tools that know Governors ask besides.
contract Assembly is Proposals, Ballots, Batches {
    /// @inheritdoc IGovernor
    function name() external pure returns (string memory) {
        return TypedData.NAME;
    }

    /// @inheritdoc IGovernor
    function version() external pure returns (string memory) {
        return TypedData.VERSION;
    }

    /// @inheritdoc IGovernor
    // solhint-disable-next-line func-name-mixedcase
    function COUNTING_MODE() external pure returns (string memory) {
        return "support=bravo&quorum=against,for,abstain";
    }

    /// @inheritdoc IERC6372
    function clock() public view returns (uint48) {
        return Time.timestamp();
    }

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc IGovernor
    function votingDelay() external view returns (uint256) {
        return _everyday().noticePeriod();
    }

    /// @inheritdoc IGovernor
    function votingPeriod() external view returns (uint256) {
        return _everyday().votingPeriod();
    }

    /// @inheritdoc IGovernor
    function quorum(uint256 timepoint) external view returns (uint256) {
        return Results.quorumAt(timepoint);
    }

    /// @inheritdoc IGovernor
    function getVotes(address account, uint256 timepoint) public view returns (uint256) {
        if (timepoint >= block.timestamp) revert IMembership.FutureLookup(timepoint, clock());
        (uint256 id, ) = _memberAt(account, timepoint);
        return id == 0 ? 0 : 1;
    }

    /// @inheritdoc IGovernor
    function getVotesWithParams(
        address account,
        uint256 timepoint,
        bytes calldata params
    ) external view returns (uint256) {
        if (params.length != 0) revert ParamsNotTaken();
        return getVotes(account, timepoint);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC165).interfaceId ||
            interfaceId == type(IERC6372).interfaceId ||
            interfaceId == type(IGovernor).interfaceId ||
            interfaceId == type(IGovernor).interfaceId ^ IGovernor.getProposalId.selector;
    }

    function _everyday() private view returns (RuleWord ruleWord) {
        return IStatutes(statutes()).ruleWordOf(Kind.ORDINARY);
    }
}

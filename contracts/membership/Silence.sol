// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ICooperative} from "../cooperative/ICooperative.sol";
import {EntryWord} from "../libraries/EntryWord.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {IFederation} from "../statutes/IFederation.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {Admissions} from "./Admissions.sol";
import {IMembership} from "./IMembership.sol";

/// @title Silence
/// @notice How a roll parts from members of whom nothing has been heard: the dead, and who lost their keys.
abstract contract Silence is Admissions {
    uint256 private constant SILENT = 730 days;
    uint256 private constant WAIT = 60 days;
    /// @dev A notice that nobody has acted on ends, so that nobody is struck off by one that all have forgotten.
    uint256 private constant LASTS = 365 days;
    uint256 private constant FREE_STRIKES = 1;

    /// @dev Of a membership: when it was last heard of here, and since when a notice runs; 0: never, none.
    struct Quiet {
        uint48 heard;
        uint48 noticed;
    }

    mapping(uint256 id => Quiet) private _quiet;
    EntryWord private _struck;

    /// @inheritdoc IMembership
    function noteSilence(address wallet) external inForce {
        MemberWord word = _wordOnTheRoll(wallet);
        Quiet storage quiet = _quiet[word.id()];
        uint256 noticed = quiet.noticed;
        if (noticed != 0 && block.timestamp < noticed + LASTS) revert NoticeGiven(wallet, noticed + LASTS);
        // Nothing that was heard before the co-op moved to this roll is written here, and nobody loses by it.
        uint256 since = word.joined() > _begun() ? word.joined() : _begun();
        uint256 from = (quiet.heard > since ? quiet.heard : since) + SILENT;
        // MEM-10
        if (block.timestamp < from) revert NotSilent(wallet, from);

        quiet.noticed = uint48(block.timestamp);
        emit SilenceNoted(wallet, word.id(), msg.sender);
    }

    /// @inheritdoc IMembership
    function speakUp() external inForce {
        MemberWord word = _wordOnTheRoll(msg.sender);
        _hear(msg.sender, word, block.timestamp);
    }

    /// @inheritdoc IMembership
    function showVote(address wallet, ProposalId proposalId) external inForce {
        MemberWord word = _wordOnTheRoll(wallet);
        IGovernor deciding = IGovernor(ICooperative(cooperative()).assembly_());
        uint256 number = ProposalId.unwrap(proposalId);
        uint256 snapshot = deciding.proposalSnapshot(number);
        bool took = deciding.hasVoted(number, wallet) || deciding.proposalProposer(number) == wallet;
        // MEM-10
        if (!took || snapshot + SILENT <= block.timestamp) revert NoVoteToShow(wallet, proposalId);
        _hear(wallet, word, snapshot);
    }

    /// @inheritdoc IMembership
    function strikeOff(address wallet) external inForce {
        MemberWord word = _wordOnTheRoll(wallet);
        uint256 noticed = _quiet[word.id()].noticed;
        if (noticed == 0 || block.timestamp >= noticed + LASTS) revert NoNotice(wallet);
        // MEM-10
        if (block.timestamp < noticed + WAIT) revert NoticeRuns(wallet, noticed + WAIT);
        (EntryWord lately, uint256 struck) = _struck.withEntries(1);
        uint256 most = _most(_sum(counts()), FREE_STRIKES);
        // G5, G13, MEM-11
        if (struck > most) revert StrikeLimit(struck, most);

        _struck = lately;
        delete _quiet[word.id()];
        emit StruckOff(wallet, word.id());
        address register = IStatutes(statutes()).register();
        // P5
        if (register != address(0) && IFederation(register).noteResignation(wallet)) return;
        _resign(wallet, word);
    }

    /// @inheritdoc IMembership
    function silenceOf(address wallet) external view returns (uint48 heard, uint48 noticed) {
        Quiet storage quiet = _quiet[_wordOf(wallet).id()];
        noticed = quiet.noticed;
        if (noticed != 0 && block.timestamp >= noticed + LASTS) noticed = 0;
        return (quiet.heard, noticed);
    }

    /// @dev Any act of a member ends a notice; where none runs, nothing is written.
    function _noteAct(address wallet) internal {
        MemberWord word = _wordOf(wallet);
        if (_quiet[word.id()].noticed != 0 && word.isOnTheRoll()) _hear(wallet, word, block.timestamp);
    }

    function _hear(address wallet, MemberWord word, uint256 time) private {
        Quiet storage quiet = _quiet[word.id()];
        // Timestamps.
        if (time > quiet.heard) quiet.heard = uint48(time);
        quiet.noticed = 0;
        emit Heard(wallet, word.id(), uint48(time));
    }
}

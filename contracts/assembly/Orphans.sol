// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Bytes} from "@openzeppelin/contracts/utils/Bytes.sol";

import {IMembership} from "../membership/IMembership.sol";
import {ClassTally} from "../types/Classes.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {Minutes, Motion, Poll} from "./Minutes.sol";
import {Results} from "./Results.sol";

/// @title Orphans
/// @notice It lets members who are no users decide one thing without their cap, once no user is left: to admit users.
library Orphans {
    /// @dev Lifts the cap from a motion that admits users and does nothing else, where no user could vote on it.
    function uncap(Minutes storage minutes_, ProposalId proposalId, IMembership roll, Motion memory motion) internal {
        if (!_admitsAlone(roll, motion)) return;
        ClassTally[] memory classes = Results.talliesOf(minutes_, proposalId);
        if (_hasUsers(classes) || !_admitsUsers(classes, motion)) return;
        Poll storage poll = minutes_.polls[proposalId];
        // G13, ASM-11
        poll.ruleWord = poll.ruleWord.uncapped();
    }

    function _admitsAlone(IMembership roll, Motion memory motion) private pure returns (bool) {
        uint256 actions = motion.targets.length;
        for (uint256 i = 0; i < actions; ++i) {
            if (motion.targets[i] != address(roll) || motion.values[i] != 0) return false;
            if (bytes4(motion.calldatas[i]) != IMembership.admit.selector) return false;
        }
        return actions != 0;
    }

    function _hasUsers(ClassTally[] memory classes) private pure returns (bool) {
        for (uint256 c = 0; c < classes.length; ++c) {
            if (classes[c].user && classes[c].members != 0) return true;
        }
        return false;
    }

    function _admitsUsers(ClassTally[] memory classes, Motion memory motion) private pure returns (bool) {
        for (uint256 i = 0; i < motion.calldatas.length; ++i) {
            bytes memory arguments = Bytes.slice(motion.calldatas[i], 4);
            IMembership.Application[] memory applications = abi.decode(arguments, (IMembership.Application[]));
            for (uint256 k = 0; k < applications.length; ++k) {
                uint8 class = applications[k].class;
                if (class >= classes.length || !classes[class].user) return false;
            }
        }
        return true;
    }
}

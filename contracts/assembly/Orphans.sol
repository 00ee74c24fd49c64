// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IMembership} from "../membership/IMembership.sol";
import {ClassFlags} from "../types/Classes.sol";

import {CLASS_BITS, CLASS_MASK, Motion, Poll} from "./Minutes.sol";

/// @title Orphans
/// @notice It lets members who are no users decide one thing without their cap, once no user is left: to admit users.
library Orphans {
    /// @dev Lifts the cap from a motion that admits users and does nothing else, where no user could vote on it.
    function uncap(Poll storage poll, IMembership roll, Motion memory motion) internal {
        if (_hasUsers(poll) || !_admitsUsersAlone(poll, roll, motion)) return;
        // G13, ASM-11
        poll.ruleWord = poll.ruleWord.uncapped();
    }

    function _hasUsers(Poll storage poll) private view returns (bool) {
        uint256 counts = poll.counts;
        for (uint256 c = 0; c < poll.head.classes(); ++c) {
            if (_isOfUsers(poll, c) && (counts >> (CLASS_BITS * c)) & CLASS_MASK != 0) return true;
        }
        return false;
    }

    function _admitsUsersAlone(Poll storage poll, IMembership roll, Motion memory motion) private view returns (bool) {
        uint256 actions = motion.targets.length;
        for (uint256 i = 0; i < actions; ++i) {
            bytes memory data = motion.calldatas[i];
            if (motion.targets[i] != address(roll) || motion.values[i] != 0) return false;
            if (bytes4(data) != IMembership.admit.selector) return false;
            IMembership.Application[] memory applications = abi.decode(_argumentsOf(data), (IMembership.Application[]));
            for (uint256 k = 0; k < applications.length; ++k) {
                uint8 class = applications[k].class;
                if (class >= poll.head.classes() || !_isOfUsers(poll, class)) return false;
            }
        }
        return actions != 0;
    }

    function _isOfUsers(Poll storage poll, uint256 class) private view returns (bool) {
        return (poll.classWord >> (32 * class + 16)) & ClassFlags.USER != 0;
    }

    /// @dev Tells what follows the selector of a call.
    function _argumentsOf(bytes memory data) private pure returns (bytes memory rest) {
        rest = new bytes(data.length - 4);
        assembly ("memory-safe") {
            mcopy(add(rest, 0x20), add(data, 0x24), mload(rest))
        }
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Route} from "../types/Choice.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {CHOICES, CLASS_BITS, Minutes} from "./Minutes.sol";

/// @title Casts
/// @notice Reads and writes what one member cast, and keeps the tally with it.
library Casts {
    /// @dev The ballot of the member with this id; route 0: there is none.
    function get(
        Minutes storage minutes_,
        ProposalId proposalId,
        uint256 memberId
    ) internal view returns (uint8 route, uint8 choice) {
        uint256 record = minutes_.records[proposalId][memberId / 64] >> (4 * (memberId % 64));
        // Two bits each.
        return (uint8((record >> 2) & 3), uint8(record & 3));
    }

    /// @dev Records a ballot and counts it, taking back what it replaces. The caller has checked that it may.
    function put(
        Minutes storage minutes_,
        ProposalId proposalId,
        uint256 memberId,
        uint256 class,
        uint8 route,
        uint8 choice
    ) internal {
        // Shifts and lanes stay within a word, and a tally within the members of its class.
        unchecked {
            uint256 shift = 4 * (memberId % 64);
            mapping(uint256 index => uint256 word) storage records = minutes_.records[proposalId];
            uint256 word = records[memberId / 64];
            uint256 before = (word >> shift) & 15;
            records[memberId / 64] = (word & ~(15 << shift)) | (((uint256(route) << 2) | choice) << shift);

            uint256 lane = CHOICES * (class % 2);
            mapping(uint256 index => uint256 word) storage tallies = minutes_.tallies[proposalId];
            // G1
            uint256 tally = tallies[class / 2] + (1 << (CLASS_BITS * (lane + choice)));
            if (before >> 2 != Route.NONE) tally -= 1 << (CLASS_BITS * (lane + (before & 3)));
            tallies[class / 2] = tally;
        }
    }
}

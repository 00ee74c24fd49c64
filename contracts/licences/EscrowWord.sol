// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {WorkId} from "../types/WorkId.sol";

import {Escrow} from "./Case.sol";

/// @dev An {Escrow} in one storage word. From the lowest bit: amount 104, from 32, to 32, refundUntil 32, work 32, terms 16,
/// byOther 1.
type EscrowWord is uint256;

using EscrowWords for EscrowWord global;

/// @title EscrowWords
/// @notice Reads and writes {EscrowWord}.
library EscrowWords {
    function pack(Escrow memory one) internal pure returns (EscrowWord) {
        return
            EscrowWord.wrap(
                uint256(one.amount) |
                    (uint256(one.from) << 104) |
                    (uint256(one.to) << 136) |
                    (uint256(one.refundUntil) << 168) |
                    (uint256(one.work) << 200) |
                    (uint256(one.terms) << 232) |
                    (one.byOther ? 1 << 248 : 0)
            );
    }

    function unpack(EscrowWord packed) internal pure returns (Escrow memory) {
        uint256 word = EscrowWord.unwrap(packed);
        return
            Escrow({
                amount: amount(packed),
                from: uint32(word >> 104),
                to: uint32(word >> 136),
                refundUntil: uint32(word >> 168),
                work: uint32(word >> 200),
                terms: uint16(word >> 232),
                byOther: word >> 248 != 0
            });
    }

    /// @dev Without its amount. What is kept saves the next payment the price of an empty slot.
    function withoutAmount(EscrowWord word) internal pure returns (EscrowWord) {
        return EscrowWord.wrap(EscrowWord.unwrap(word) & ~uint256(type(uint104).max));
    }

    function amount(EscrowWord word) internal pure returns (uint104) {
        return uint104(EscrowWord.unwrap(word));
    }

    /// @dev The work that was paid for.
    function work(EscrowWord word) internal pure returns (WorkId) {
        return WorkId.wrap(uint32(EscrowWord.unwrap(word) >> 200));
    }
}

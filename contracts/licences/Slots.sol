// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Escrow, Permission} from "./Case.sol";
import {LicenceGround} from "./ILicences.sol";

/// @title Slots
/// @notice Packs a permission and a payment into a word each, from the lowest bit on in the order of their fields. The
/// compiler would read and write the slot once for every field, which costs a renewal 4 000 gas.
library Slots {
    function pack(Permission memory one) internal pure returns (uint256) {
        return
            uint256(one.from) |
            (uint256(one.to) << 48) |
            (uint256(one.refundedAt) << 96) |
            (uint256(one.receipts) << 144) |
            (uint256(one.paid) << 168) |
            (uint256(one.ground) << 192) |
            (uint256(one.tier) << 200) |
            (uint256(one.terms) << 208) |
            (uint256(one.graced) << 224);
    }

    function permission(uint256 word) internal pure returns (Permission memory) {
        return
            Permission({
                from: uint48(word),
                to: uint48(word >> 48),
                refundedAt: uint48(word >> 96),
                receipts: uint24(word >> 144),
                paid: paidOf(word),
                ground: LicenceGround(uint8(word >> 192)),
                tier: uint8(word >> 200),
                terms: uint16(word >> 208),
                graced: uint32(word >> 224)
            });
    }

    /// @notice Of a permission, the receipt of its newest payment.
    function paidOf(uint256 word) internal pure returns (uint24) {
        return uint24(word >> 168);
    }

    function pack(Escrow memory one) internal pure returns (uint256) {
        return
            uint256(one.amount) |
            (uint256(one.from) << 104) |
            (uint256(one.to) << 136) |
            (uint256(one.refundUntil) << 168) |
            (uint256(one.work) << 200) |
            (uint256(one.terms) << 232) |
            (one.byOther ? 1 << 248 : 0);
    }

    function escrow(uint256 word) internal pure returns (Escrow memory) {
        return
            Escrow({
                amount: amountOf(word),
                from: uint32(word >> 104),
                to: uint32(word >> 136),
                refundUntil: uint32(word >> 168),
                work: uint32(workOf(word)),
                terms: uint16(word >> 232),
                byOther: word >> 248 != 0
            });
    }

    function amountOf(uint256 word) internal pure returns (uint104) {
        return uint104(word);
    }

    /// @notice The work that a payment was for.
    function workOf(uint256 word) internal pure returns (uint256) {
        return uint32(word >> 200);
    }
}

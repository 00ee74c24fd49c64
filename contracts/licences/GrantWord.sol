// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Permission} from "./Case.sol";
import {LicenceGround} from "./ILicences.sol";

/// @dev A {Permission} in one storage word. From the lowest bit: from 48, to 48, refundedAt 48, receipts 24, paid 24,
/// ground 8, tier 8, terms 16, graced 32. The compiler would read and write the slot once for every field, which costs a
/// renewal 4 000 gas.
type GrantWord is uint256;

using GrantWords for GrantWord global;

/// @title GrantWords
/// @notice Reads and writes {GrantWord}.
library GrantWords {
    function pack(Permission memory one) internal pure returns (GrantWord) {
        return
            GrantWord.wrap(
                uint256(one.from) |
                    (uint256(one.to) << 48) |
                    (uint256(one.refundedAt) << 96) |
                    (uint256(one.receipts) << 144) |
                    (uint256(one.paid) << 168) |
                    (uint256(one.ground) << 192) |
                    (uint256(one.tier) << 200) |
                    (uint256(one.terms) << 208) |
                    (uint256(one.graced) << 224)
            );
    }

    function unpack(GrantWord packed) internal pure returns (Permission memory) {
        uint256 word = GrantWord.unwrap(packed);
        return
            Permission({
                from: uint48(word),
                to: uint48(word >> 48),
                refundedAt: uint48(word >> 96),
                receipts: uint24(word >> 144),
                paid: paid(packed),
                ground: LicenceGround(uint8(word >> 192)),
                tier: uint8(word >> 200),
                terms: uint16(word >> 208),
                graced: uint32(word >> 224)
            });
    }

    /// @dev The receipt of the newest payment.
    function paid(GrantWord word) internal pure returns (uint24) {
        return uint24(GrantWord.unwrap(word) >> 168);
    }
}

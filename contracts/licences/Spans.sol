// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IWorks} from "../commons/IWorks.sol";
import {Family} from "../types/WorkId.sol";

import {Permission} from "./Case.sol";
import {GrantWord} from "./GrantWord.sol";
import {LicenceGround} from "./ILicences.sol";

/// @title Spans
/// @notice The times that a permission covers: the running span, and the earlier ones in a list.
/// @dev An earlier span is one word, from the lowest bit: from 40, to 40, ground 8, tier 8, terms 16, graced 32. Its code
/// is linked, so that it does not weigh on Licences.
library Spans {
    /// @notice Tells whether `t` is covered, on what ground, and whether it lies in a time of grace, which is no cover.
    /// @param family In which the permission was given.
    function coveredAt(
        GrantWord word,
        uint256[] storage spans,
        IWorks works,
        Family family,
        uint256 t
    ) external view returns (bool covered, LicenceGround ground, bool grace) {
        Permission memory grant = word.unpack();
        ground = grant.ground;
        if (grant.from <= t && t < grant.to) {
            // LIC-10
            grace = t < uint256(grant.from) + grant.graced;
            return (!grace, ground, grace);
        }
        for (uint256 i = spans.length; i > 0; --i) {
            uint256 span = spans[i - 1];
            if (uint40(span) > t || t >= uint40(span >> 40)) continue;
            grace = t < uint256(uint40(span)) + uint32(span >> 112);
            return (!grace, LicenceGround(uint8(span >> 80)), grace);
        }
        bool ended = grant.receipts != 0 && t >= grant.to && grant.refundedAt < grant.to;
        grace = ended && t <= uint256(grant.to) + works.termsOf(family, grant.terms).grace;
        if (!grace) ground = LicenceGround.PAID;
    }

    /// @notice The word of a span that ends at `end`.
    function pack(Permission memory grant, uint256 end) internal pure returns (uint256) {
        return
            uint256(grant.from) |
            (end << 40) |
            (uint256(grant.ground) << 80) |
            (uint256(grant.tier) << 88) |
            (uint256(grant.terms) << 96) |
            (uint256(grant.graced) << 112);
    }

    /// @notice Takes a stretch that was paid for out of the span that it lies in.
    /// @return The permission with what is left.
    function cut(
        Permission memory grant,
        uint256[] storage spans,
        uint256 from,
        uint256 to
    ) external returns (Permission memory) {
        if (grant.from <= from && to <= grant.to) {
            // L3, LIC-3
            if (to == grant.to) {
                grant.to = uint48(from);
            } else {
                if (grant.from < from) spans.push(pack(grant, from));
                (grant.from, grant.graced) = (uint48(to), 0);
            }
            return grant;
        }
        for (uint256 i = 0; i < spans.length; ++i) {
            uint256 span = spans[i];
            if (uint40(span) > from || to > uint40(span >> 40)) continue;
            uint256 kept = span & ~(uint256(type(uint40).max) << 40);
            spans[i] = kept | (from << 40);
            uint256 rest = uint112(span) & ~uint256(type(uint40).max);
            if (to < uint40(span >> 40)) spans.push(rest | to);
            break;
        }
        return grant;
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {PriceWord} from "../libraries/PriceWord.sol";
import {Family, WorkId} from "../types/WorkId.sol";

import {LicenceGround, Unproved} from "./ILicences.sol";

/// @dev The permission of a licensee in a family of works. Kept in one word, see {GrantWord}.
struct Permission {
    uint48 from;
    uint48 to;
    uint48 refundedAt;
    uint24 receipts;
    /// the number of the receipt of the newest payment; 0: none was made
    uint24 paid;
    LicenceGround ground;
    uint8 tier;
    uint16 terms;
    /// seconds from `from` on that were over when the span was bought, within the grace
    uint32 graced;
}

/// @dev It holds what was paid for the seconds from `from` to `to`. It is kept in one word, see {EscrowWord}.
struct Escrow {
    uint104 amount;
    uint32 from;
    uint32 to;
    uint32 refundUntil;
    uint32 work;
    uint16 terms;
    /// somebody else than the licensee paid
    bool byOther;
}

/// @dev A request as it is judged, in the order in which that is found out.
struct Case {
    Permission grant;
    /// the work that stands
    WorkId work;
    Family family;
    uint256 terms;
    PriceWord price;
    bool free;
    uint8 tier;
    LicenceGround ground;
    Unproved unproved;
    /// COMMON_GOOD by registry number
    bool pending;
    /// the last second that the ground allows
    uint256 most;
    /// whether the new span follows the one before without a break or a change of ground
    bool extends_;
    uint256 from;
    uint256 to;
    uint256 credit;
    uint256 distinctAttesters;
    uint256 fee;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Family} from "../types/WorkId.sol";

/// @dev It says whose permission it is and for what: the licensee is in the lowest 160 bits, the family above it.
type GrantKey is uint256;

using GrantKeys for GrantKey global;

/// @title GrantKeys
/// @notice Makes and reads {GrantKey}.
library GrantKeys {
    uint256 private constant FAMILY = 160;

    function pack(Family family_, address licensee_) internal pure returns (GrantKey) {
        return GrantKey.wrap((Family.unwrap(family_) << FAMILY) | uint160(licensee_));
    }

    function licensee(GrantKey key) internal pure returns (address) {
        return address(uint160(GrantKey.unwrap(key)));
    }

    function family(GrantKey key) internal pure returns (Family) {
        return Family.wrap(GrantKey.unwrap(key) >> FAMILY);
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

/// @title LyingAssembly
/// @notice An assembly of other code, which a co-op can adopt: it tells any event, of votes that there never were.
contract LyingAssembly {
    address public immutable cooperative;
    address public immutable statutes;
    address public immutable membership;

    constructor(address cooperative_, address statutes_, address membership_) {
        (cooperative, statutes, membership) = (cooperative_, statutes_, membership_);
    }

    /// @notice Tells an event: its name, then what of it is indexed, two at most; and the rest.
    function tell(bytes32[] calldata topics, bytes memory data) external {
        (bytes32 name, bytes32 first, bytes32 second) = (topics[0], 0, 0);
        if (topics.length > 1) first = topics[1];
        if (topics.length > 2) second = topics[2];
        uint256 indexed_ = topics.length - 1;
        assembly ("memory-safe") {
            switch indexed_
            case 0 {
                log1(add(data, 0x20), mload(data), name)
            }
            case 1 {
                log2(add(data, 0x20), mload(data), name, first)
            }
            default {
                log3(add(data, 0x20), mload(data), name, first, second)
            }
        }
    }
}

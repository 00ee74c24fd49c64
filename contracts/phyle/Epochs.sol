// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title Epochs
/// @notice The clock of a phyle. Cash token, start and length are fixed in the clone's arguments.
abstract contract Epochs is IPhyle {
    /// @inheritdoc IPhyle
    function cash() external view returns (address token) {
        (token, , ) = _founding();
    }

    /// @inheritdoc IPhyle
    function start() external view returns (uint48 time) {
        (, time, ) = _founding();
    }

    /// @inheritdoc IPhyle
    function epochLength() external view returns (uint32 length) {
        (, , length) = _founding();
    }

    /// @inheritdoc IPhyle
    function epoch() external view returns (uint256) {
        return _epochOf(block.timestamp);
    }

    /// @inheritdoc IPhyle
    function epochStart(uint256 epoch_) external view returns (uint256) {
        (, uint48 time, uint32 length) = _founding();
        return time + epoch_ * length;
    }

    /// @dev What is before the start belongs to epoch 0.
    function _epochOf(uint256 time) internal view returns (uint32) {
        (, uint48 first, uint32 length) = _founding();
        // 2^32 epochs of a day are more than the clock of 48 bits has
        return time < first ? 0 : uint32((time - first) / length);
    }

    function _founding() internal view returns (address, uint48, uint32) {
        return abi.decode(Clones.fetchCloneArgs(address(this)), (address, uint48, uint32));
    }
}

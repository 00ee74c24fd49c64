// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {IFederation} from "../statutes/IFederation.sol";

import {Clock} from "./Clock.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title Epochs
/// @notice The clock of a phyle. Cash token, start and length are fixed in the clone's arguments.
abstract contract Epochs is IPhyle {
    /// @inheritdoc IFederation
    function cash() public view returns (address) {
        return CloneArgs.cash();
    }

    /// @inheritdoc IPhyle
    function start() public view returns (uint48) {
        return uint48(CloneArgs.wordAt(CloneArgs.START));
    }

    /// @inheritdoc IPhyle
    function epochLength() public view returns (uint32) {
        return uint32(CloneArgs.wordAt(CloneArgs.EPOCH_LENGTH));
    }

    /// @inheritdoc IPhyle
    function epoch() external view returns (uint256) {
        return Clock.epochNow();
    }

    /// @inheritdoc IPhyle
    function epochStart(uint256 epoch_) external view returns (uint256) {
        return start() + epoch_ * epochLength();
    }
}

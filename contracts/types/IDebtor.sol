// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IDebtor
/// @notice A chapter may answer this beside {IChapter}: whether it still holds or owes something of a co-op.
interface IDebtor {
    /// @notice Tells whether closing the chapter now would leave something of `coop` behind in it.
    function owes(address coop) external view returns (bool);
}

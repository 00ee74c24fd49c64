// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title IERC5192
/// @notice Tokens that may be locked to their owner, as ERC-5192 has it.
interface IERC5192 {
    /// @notice The token is locked from now on.
    event Locked(uint256 tokenId);

    /// @notice The token is not locked any more.
    event Unlocked(uint256 tokenId);

    /// @notice Tells whether a token is locked; reverts if there is none.
    function locked(uint256 tokenId) external view returns (bool);
}

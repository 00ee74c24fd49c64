// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {Kind} from "./Kind.sol";

/// @title IChapter
/// @notice A contract that co-ops and federations open by a decision answers this: its name, and the least kind of
/// decision that a co-op's own call needs.
/// @dev A chapter keeps its state by the account that calls it and has no power over any account. Both answers depend on
/// nothing: they are asked with little gas, and what does not answer counts as ENTRENCHED.
interface IChapter is IERC165 {
    /// @notice One word of 1 to 31 small letters, a to z.
    function chapterName() external pure returns (string memory);

    /// @notice The least kind of decision with which an account calls `selector`. ENTRENCHED for every selector that the
    /// chapter does not name. Statutes can raise it, never lower it.
    function floorOf(bytes4 selector) external pure returns (Kind);
}

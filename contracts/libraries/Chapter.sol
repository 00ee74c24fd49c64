// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IChapter} from "../types/IChapter.sol";

/// @title Chapter
/// @notice It holds what every chapter says of itself in the same way.
abstract contract Chapter is IChapter {
    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual returns (bool) {
        return interfaceId == type(IChapter).interfaceId || interfaceId == type(IERC165).interfaceId;
    }
}

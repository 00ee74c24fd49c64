// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Titles
/// @notice The title inside a description: its first line, without one leading `#` and the spaces that follow it.
/// @dev The same as `titleOf` in `sdk/src/title.ts`. What a title may hold is judged by {Text}.
library Titles {
    /// @dev Longer ones would not fit on a ballot.
    uint256 internal constant MOST_BYTES = 96;

    function titleOf(string memory description) internal pure returns (string memory title) {
        uint256 start;
        if (_is(description, 0, "#")) {
            start = 1;
            while (_is(description, start, " ")) ++start;
        }
        uint256 end = start;
        // One byte more than fits is enough to see that it does not fit.
        uint256 last = start + MOST_BYTES + 1;
        if (last > bytes(description).length) last = bytes(description).length;
        while (end < last && !_is(description, end, "\n")) ++end;
        title = new string(end - start);
        assembly ("memory-safe") {
            mcopy(add(title, 0x20), add(add(description, 0x20), start), mload(title))
        }
    }

    function _is(string memory text, uint256 i, bytes1 character) private pure returns (bool) {
        return i < bytes(text).length && bytes(text)[i] == character;
    }
}

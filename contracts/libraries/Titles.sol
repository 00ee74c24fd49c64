// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Titles
/// @notice The title inside a description: its first line, without one leading `#` and the spaces that follow it.
/// @dev The same as `titleOf` in `sdk/src/title.ts`. What a title may hold is judged by {Text}.
library Titles {
    /// @dev Longer titles would not fit on a ballot.
    uint256 internal constant MOST_BYTES = 96;

    function titleOf(string memory description) internal pure returns (string memory title) {
        bytes memory text = bytes(description);
        uint256 start;
        if (text.length != 0 && text[0] == "#") {
            start = 1;
            while (start < text.length && text[start] == " ") ++start;
        }
        uint256 end = start;
        // One byte more than a title may have is enough to see that it is too long.
        while (end < text.length && end - start <= MOST_BYTES && text[end] != "\n") ++end;
        bytes memory cut = new bytes(end - start);
        for (uint256 i; i < cut.length; ++i) cut[i] = text[start + i];
        return string(cut);
    }
}

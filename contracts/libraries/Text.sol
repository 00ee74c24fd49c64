// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title Text
/// @notice Judges texts for a name or a title: they must be valid UTF-8 in which everything shows and nothing turns the
/// direction of what stands beside it, so that two that look the same are the same.
/// @dev The same as `FORBIDDEN` and `SPACES` in `sdk/src/title.ts`.
library Text {
    /// @dev Tells whether `text` has `least` to `most` bytes, is valid UTF-8 (no overlong forms, no surrogates), has no
    /// control, invisible or directional character, and no space of any kind at its ends or beside another.
    function isPlain(bytes memory text, uint256 least, uint256 most) internal pure returns (bool) {
        uint256 length = text.length;
        if (length < least || length > most) return false;
        // Every index is at most the length and three more, and a code point has 21 bits.
        unchecked {
            // At the beginning as after a space.
            bool spaced = true;
            uint256 i;
            while (i < length) {
                uint256 lead = _at(text, i);
                // What most texts are made of comes first: letters, digits and signs of ASCII.
                if (lead - 0x21 < 0x5e) {
                    spaced = false;
                    ++i;
                    continue;
                }
                if (lead < 0x80) {
                    if (lead != 0x20 || spaced) return false;
                    spaced = true;
                    ++i;
                    continue;
                }
                uint256 size;
                uint256 point;
                if (lead >= 0xc2 && lead <= 0xdf) (size, point) = (2, lead & 0x1f);
                else if (lead >= 0xe0 && lead <= 0xef) (size, point) = (3, lead & 0x0f);
                else if (lead >= 0xf0 && lead <= 0xf4) (size, point) = (4, lead & 0x07);
                else return false;
                if (i + size > length) return false;
                for (uint256 k = 1; k < size; ++k) {
                    uint256 next = _at(text, i + k);
                    if (next & 0xc0 != 0x80) return false;
                    point = (point << 6) | (next & 0x3f);
                }
                if (size == 3 && (point < 0x800 || (point >= 0xd800 && point <= 0xdfff))) return false;
                if (size == 4 && (point < 0x10000 || point > 0x10ffff)) return false;
                if (_isForbidden(point)) return false;
                bool space = _isSpace(point);
                if (space && spaced) return false;
                spaced = space;
                i += size;
            }
            return !spaced || length == 0;
        }
    }

    /// @dev For code points from U+0080 on: controls, marks of direction, what Unicode says is ignored by default, and
    /// two that are drawn as nothing, U+2800 and U+1D159.
    function _isForbidden(uint256 point) private pure returns (bool) {
        if (point <= 0x9f || point == 0xad) return true;
        if (point < 0x034f) return false;
        if (point < 0x2000) {
            return
                point == 0x034f ||
                point == 0x061c ||
                point == 0x115f ||
                point == 0x1160 ||
                point == 0x17b4 ||
                point == 0x17b5 ||
                (point >= 0x180b && point <= 0x180f);
        }
        if (point <= 0x206f) {
            return (point >= 0x200b && point <= 0x200f) || (point >= 0x2028 && point <= 0x202e) || point >= 0x2060;
        }
        if (point < 0xfe00) return point == 0x2800 || point == 0x3164;
        if (point < 0x10000) {
            return point <= 0xfe0f || point == 0xfeff || point == 0xffa0 || (point >= 0xfff0 && point <= 0xfffb);
        }
        return
            (point >= 0x1bca0 && point <= 0x1bca3) ||
            point == 0x1d159 ||
            (point >= 0x1d173 && point <= 0x1d17a) ||
            (point >= 0xe0000 && point <= 0xe0fff);
    }

    /// @dev For code points from U+0080 on.
    function _isSpace(uint256 point) private pure returns (bool) {
        return
            point == 0xa0 ||
            point == 0x1680 ||
            (point >= 0x2000 && point <= 0x200a) ||
            point == 0x202f ||
            point == 0x205f ||
            point == 0x3000;
    }

    function _at(bytes memory text, uint256 i) private pure returns (uint256 value) {
        // In bounds: every caller compares with the length first.
        assembly ("memory-safe") {
            value := byte(0, mload(add(add(text, 0x20), i)))
        }
    }
}

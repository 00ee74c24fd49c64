// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Right} from "../types/Right.sol";

/// @title Rights
/// @notice Reads from an SPDX licence expression what it already allows a firm.
/// @dev Deployed once and linked. Whoever may choose (OR) takes the freest, whoever must keep to all (AND) is held by
/// the strictest, and an exception (WITH) only adds permissions. Identifiers are matched exactly: first in the list of
/// the root, then in the one below, which is that of `sdk/src/spdx-rights.ts`.
library Rights {
    struct Reader {
        bytes text;
        uint256 place;
        bool broken;
    }

    /// @param list The rights that the root set, by the hash of an identifier or of a whole expression.
    /// @return UNKNOWN also where the expression cannot be read.
    function rightOf(string calldata expression, mapping(bytes32 => Right) storage list) external view returns (Right) {
        Right whole = list[keccak256(bytes(expression))];
        if (whole != Right.UNKNOWN) return whole;
        Reader memory reader = Reader(bytes(expression), 0, false);
        Right right = _either(reader, list);
        _skipBlanks(reader);
        return reader.broken || reader.place != reader.text.length ? Right.UNKNOWN : right;
    }

    /* READING */

    function _either(Reader memory reader, mapping(bytes32 => Right) storage list) private view returns (Right right) {
        right = _all(reader, list);
        while (_takes(reader, "OR")) right = _freest(right, _all(reader, list));
    }

    function _all(Reader memory reader, mapping(bytes32 => Right) storage list) private view returns (Right right) {
        right = _one(reader, list);
        while (_takes(reader, "AND")) right = _strictest(right, _one(reader, list));
    }

    function _one(Reader memory reader, mapping(bytes32 => Right) storage list) private view returns (Right right) {
        if (_takesMark(reader, "(")) {
            right = _either(reader, list);
            if (!_takesMark(reader, ")")) reader.broken = true;
            return right;
        }
        bytes32 id = _takeName(reader);
        right = list[id];
        if (right == Right.UNKNOWN) right = _builtIn(id);
        if (_takes(reader, "WITH")) _takeName(reader);
    }

    /// @return The hash of an identifier, without the mark of later versions.
    function _takeName(Reader memory reader) private pure returns (bytes32) {
        _skipBlanks(reader);
        bytes memory text = reader.text;
        uint256 begin = reader.place;
        uint256 end = begin;
        while (end < text.length && text[end] != " " && text[end] != "(" && text[end] != ")") ++end;
        reader.place = end;
        if (end == begin) reader.broken = true;
        else if (text[end - 1] == "+") --end;
        bytes memory name = new bytes(end - begin);
        for (uint256 i = 0; i < name.length; ++i) name[i] = text[begin + i];
        return keccak256(name);
    }

    /// @dev Goes past an operator where one stands, which a blank or a bracket ends.
    function _takes(Reader memory reader, bytes memory word) private pure returns (bool) {
        _skipBlanks(reader);
        uint256 end = reader.place + word.length;
        if (end >= reader.text.length) return false;
        for (uint256 i = 0; i < word.length; ++i) {
            if (reader.text[reader.place + i] != word[i]) return false;
        }
        if (reader.text[end] != " " && reader.text[end] != "(") return false;
        reader.place = end;
        return true;
    }

    function _takesMark(Reader memory reader, bytes1 mark) private pure returns (bool) {
        _skipBlanks(reader);
        if (reader.place == reader.text.length || reader.text[reader.place] != mark) return false;
        ++reader.place;
        return true;
    }

    function _skipBlanks(Reader memory reader) private pure {
        while (reader.place < reader.text.length && reader.text[reader.place] == " ") ++reader.place;
    }

    /* WEIGHING */

    function _freest(Right a, Right b) private pure returns (Right) {
        if (a == Right.FREE || b == Right.FREE) return Right.FREE;
        return a < b ? a : b;
    }

    function _strictest(Right a, Right b) private pure returns (Right) {
        if (a == Right.RESERVED || b == Right.RESERVED) return Right.RESERVED;
        if (a == Right.UNKNOWN || b == Right.UNKNOWN) return Right.UNKNOWN;
        return a > b ? a : b;
    }

    /* THE LIST */

    function _builtIn(bytes32 id) private pure returns (Right) {
        if (_isFree(id)) return Right.FREE;
        if (_isShareAlike(id)) return Right.SHARE_ALIKE;
        return _isReserved(id) ? Right.RESERVED : Right.UNKNOWN;
    }

    function _isFree(bytes32 id) private pure returns (bool) {
        return
            id == keccak256("0BSD") ||
            id == keccak256("Apache-2.0") ||
            id == keccak256("BSD-2-Clause") ||
            id == keccak256("BSD-3-Clause") ||
            id == keccak256("BSL-1.0") ||
            id == keccak256("CC-BY-1.0") ||
            id == keccak256("CC-BY-2.0") ||
            id == keccak256("CC-BY-2.5") ||
            id == keccak256("CC-BY-3.0") ||
            id == keccak256("CC-BY-4.0") ||
            id == keccak256("CC0-1.0") ||
            id == keccak256("CERN-OHL-P-2.0") ||
            id == keccak256("ECL-2.0") ||
            id == keccak256("FSFAP") ||
            id == keccak256("ISC") ||
            id == keccak256("MIT") ||
            id == keccak256("MIT-0") ||
            id == keccak256("SHL-0.5") ||
            id == keccak256("SHL-0.51") ||
            id == keccak256("Unlicense") ||
            id == keccak256("WTFPL") ||
            id == keccak256("Zlib");
    }

    function _isShareAlike(bytes32 id) private pure returns (bool) {
        return
            id == keccak256("AGPL-3.0") ||
            id == keccak256("AGPL-3.0-only") ||
            id == keccak256("AGPL-3.0-or-later") ||
            id == keccak256("CC-BY-SA-1.0") ||
            id == keccak256("CC-BY-SA-2.0") ||
            id == keccak256("CC-BY-SA-2.5") ||
            id == keccak256("CC-BY-SA-3.0") ||
            id == keccak256("CC-BY-SA-4.0") ||
            id == keccak256("CERN-OHL-1.1") ||
            id == keccak256("CERN-OHL-1.2") ||
            id == keccak256("CERN-OHL-S-2.0") ||
            id == keccak256("CERN-OHL-W-2.0") ||
            id == keccak256("EPL-2.0") ||
            id == keccak256("EUPL-1.1") ||
            id == keccak256("EUPL-1.2") ||
            id == keccak256("GFDL-1.3") ||
            id == keccak256("GFDL-1.3-only") ||
            id == keccak256("GFDL-1.3-or-later") ||
            id == keccak256("GPL-2.0") ||
            id == keccak256("GPL-2.0-only") ||
            id == keccak256("GPL-2.0-or-later") ||
            id == keccak256("GPL-3.0") ||
            id == keccak256("GPL-3.0-only") ||
            id == keccak256("GPL-3.0-or-later") ||
            id == keccak256("LGPL-2.1") ||
            id == keccak256("LGPL-2.1-only") ||
            id == keccak256("LGPL-2.1-or-later") ||
            id == keccak256("LGPL-3.0") ||
            id == keccak256("LGPL-3.0-only") ||
            id == keccak256("LGPL-3.0-or-later") ||
            id == keccak256("MPL-2.0") ||
            id == keccak256("MS-PL") ||
            id == keccak256("ODbL-1.0") ||
            id == keccak256("OFL-1.1") ||
            id == keccak256("TAPR-OHL-1.0");
    }

    function _isReserved(bytes32 id) private pure returns (bool) {
        return
            id == keccak256("BUSL-1.1") ||
            id == keccak256("CC-BY-NC-1.0") ||
            id == keccak256("CC-BY-NC-2.0") ||
            id == keccak256("CC-BY-NC-2.5") ||
            id == keccak256("CC-BY-NC-3.0") ||
            id == keccak256("CC-BY-NC-4.0") ||
            id == keccak256("CC-BY-NC-ND-1.0") ||
            id == keccak256("CC-BY-NC-ND-2.0") ||
            id == keccak256("CC-BY-NC-ND-2.5") ||
            id == keccak256("CC-BY-NC-ND-3.0") ||
            id == keccak256("CC-BY-NC-ND-4.0") ||
            id == keccak256("CC-BY-NC-SA-1.0") ||
            id == keccak256("CC-BY-NC-SA-2.0") ||
            id == keccak256("CC-BY-NC-SA-2.5") ||
            id == keccak256("CC-BY-NC-SA-3.0") ||
            id == keccak256("CC-BY-NC-SA-4.0") ||
            id == keccak256("LicenseRef-CBRL-1.0") ||
            id == keccak256("PolyForm-Noncommercial-1.0.0");
    }
}

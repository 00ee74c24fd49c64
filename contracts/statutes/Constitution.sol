// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {AdmissionPolicy, Charter, Lock} from "../types/Charter.sol";
import {ClassDef} from "../types/Classes.sol";
import {Kind, KINDS} from "../types/Kind.sol";
import {NO_RULE, RuleWord} from "../types/RuleWord.sol";

import {Settings} from "./Settings.sol";

/// @title Constitution
/// @notice Packs what a co-op was founded with into the code of its Statutes, and reads it there.
/// @dev Layout, in bytes: cooperative 20, purpose 32, language 2, lock 1, admission 1, sponsors 1, maxShareBps 2,
/// coolingPeriod 4, kinds that have a rule 1 (bit by kind; the two highest bits: there is a federation, a body is named),
/// classes 1, length of the name 1, then the rules (32 each, lowest kind first), the federation and the body (20 each, only
/// where there is one), the classes (name 24, share 2, flags 1) and the name.
library Constitution {
    uint256 private constant PURPOSE = 20;
    uint256 private constant LANGUAGE = 52;
    uint256 private constant LOCK = 54;
    uint256 private constant ADMISSION = 55;
    uint256 private constant SPONSORS = 56;
    uint256 private constant MAX_SHARE = 57;
    uint256 private constant COOLING = 59;
    uint256 private constant RULE_BITS = 63;
    uint256 private constant CLASSES = 64;
    uint256 private constant NAME_LENGTH = 65;
    uint256 private constant RULES = 66;

    uint256 private constant CLASS_SIZE = 27;
    uint256 private constant ADDRESS_SIZE = 20;

    /// @dev Among the bits of the kinds.
    uint256 private constant HAS_FEDERATION = 0x80;
    uint256 private constant HAS_BODY = 0x40;

    /// @dev Everything but the address of the account. The charter must be valid.
    function pack(Charter calldata charter) internal pure returns (bytes memory) {
        uint256 ruleBits;
        bytes memory rules;
        for (uint256 kind = 0; kind < KINDS; ++kind) {
            if (!charter.rules[kind].exists()) continue;
            ruleBits |= 1 << kind;
            rules = abi.encodePacked(rules, charter.rules[kind]);
        }
        if (charter.federation != address(0)) {
            ruleBits |= HAS_FEDERATION;
            rules = abi.encodePacked(rules, charter.federation);
        }
        if (charter.body != address(0)) {
            ruleBits |= HAS_BODY;
            rules = abi.encodePacked(rules, charter.body);
        }
        bytes memory classes;
        for (uint256 i = 0; i < charter.classes.length; ++i) {
            ClassDef calldata definition = charter.classes[i];
            classes = abi.encodePacked(classes, definition.name, definition.shareBps, definition.flags);
        }
        return
            abi.encodePacked(
                _head(charter),
                uint8(ruleBits),
                uint8(charter.classes.length),
                uint8(bytes(charter.name).length),
                rules,
                classes,
                charter.name
            );
    }

    function _head(Charter calldata charter) private pure returns (bytes memory) {
        return
            abi.encodePacked(
                charter.purpose,
                charter.language,
                charter.lock,
                charter.admission,
                charter.sponsors,
                charter.maxShareBps,
                charter.coolingPeriod
            );
    }

    /* READING */

    function purpose(bytes memory args) internal pure returns (bytes32) {
        return _word(args, PURPOSE);
    }

    function language(bytes memory args) internal pure returns (bytes2) {
        return bytes2(_word(args, LANGUAGE));
    }

    function lock(bytes memory args) internal pure returns (Lock) {
        return Lock(_number(args, LOCK, 1));
    }

    function admission(bytes memory args) internal pure returns (AdmissionPolicy) {
        return AdmissionPolicy(_number(args, ADMISSION, 1));
    }

    // The casts below keep as many bytes as were read.

    function sponsors(bytes memory args) internal pure returns (uint8) {
        return uint8(_number(args, SPONSORS, 1));
    }

    function maxShareBps(bytes memory args) internal pure returns (uint16) {
        return uint16(_number(args, MAX_SHARE, 2));
    }

    function coolingPeriod(bytes memory args) internal pure returns (uint32) {
        return uint32(_number(args, COOLING, 4));
    }

    function settings(bytes memory args) internal pure returns (Settings memory) {
        return
            Settings(
                true,
                lock(args),
                admission(args),
                sponsors(args),
                maxShareBps(args),
                coolingPeriod(args),
                federation(args)
            );
    }

    /// @dev 0 where the kind has no rule.
    function rule(bytes memory args, Kind kind) internal pure returns (RuleWord) {
        uint256 bits = _number(args, RULE_BITS, 1);
        if ((bits >> uint256(kind)) & 1 == 0) return NO_RULE;
        uint256 before = _ones(bits & ((1 << uint256(kind)) - 1));
        return RuleWord.wrap(uint256(_word(args, RULES + before * 32)));
    }

    function classCount(bytes memory args) internal pure returns (uint256) {
        return _number(args, CLASSES, 1);
    }

    function class(bytes memory args, uint256 index) internal pure returns (ClassDef memory) {
        uint256 start = _classesAt(args) + index * CLASS_SIZE;
        return
            ClassDef(
                bytes24(_word(args, start)),
                uint16(_number(args, start + 24, 2)),
                uint8(_number(args, start + 26, 1))
            );
    }

    /// @dev Zero where there is none.
    function federation(bytes memory args) internal pure returns (address) {
        if (!_has(args, HAS_FEDERATION)) return address(0);
        return address(bytes20(_word(args, _rulesEnd(args))));
    }

    /// @dev Zero where none is named.
    function body(bytes memory args) internal pure returns (address) {
        if (!_has(args, HAS_BODY)) return address(0);
        return address(bytes20(_word(args, _classesAt(args) - ADDRESS_SIZE)));
    }

    function name(bytes memory args) internal pure returns (string memory) {
        uint256 length = _number(args, NAME_LENGTH, 1);
        uint256 from = _classesAt(args) + classCount(args) * CLASS_SIZE;
        bytes memory text = new bytes(length);
        // The name ends the arguments: `from + length` is their length.
        assembly ("memory-safe") {
            mcopy(add(text, 0x20), add(add(args, 0x20), from), length)
        }
        return string(text);
    }

    function _rulesEnd(bytes memory args) private pure returns (uint256) {
        return RULES + _ones(_number(args, RULE_BITS, 1)) * 32;
    }

    function _classesAt(bytes memory args) private pure returns (uint256 at_) {
        at_ = _rulesEnd(args);
        if (_has(args, HAS_FEDERATION)) at_ += ADDRESS_SIZE;
        if (_has(args, HAS_BODY)) at_ += ADDRESS_SIZE;
    }

    function _has(bytes memory args, uint256 bit) private pure returns (bool) {
        return _number(args, RULE_BITS, 1) & bit != 0;
    }

    /// @dev Bits set among the lowest four.
    function _ones(uint256 bits) private pure returns (uint256) {
        return (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + ((bits >> 3) & 1);
    }

    function _number(bytes memory args, uint256 start, uint256 size) private pure returns (uint256) {
        return uint256(_word(args, start)) >> (256 - size * 8);
    }

    /// @dev 32 bytes from `start`; those past the end are never used.
    function _word(bytes memory args, uint256 start) private pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := mload(add(add(args, 0x20), start))
        }
    }
}

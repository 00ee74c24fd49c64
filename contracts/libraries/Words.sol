// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {Choice} from "../types/Choice.sol";
import {Kind} from "../types/Kind.sol";

/// @title Words
/// @notice The words of a ballot in the languages a co-op can choose at its founding (ISO 639-1).
/// @dev The same strings, byte for byte, as in `sdk/src/language.ts`.
library Words {
    error LanguageWithoutWords(bytes2 language);
    error ChoiceWithoutWord(uint8 choice);

    bytes2 internal constant EN = "en";
    bytes2 internal constant FR = "fr";
    bytes2 internal constant DE = "de";
    bytes2 internal constant ES = "es";
    bytes2 internal constant IT = "it";
    bytes2 internal constant CA = "ca";

    function isKnown(bytes2 language) internal pure returns (bool) {
        return language == EN || language == FR || language == DE || language == ES || language == IT || language == CA;
    }

    function kindWord(bytes2 language, Kind kind) internal pure returns (string memory) {
        if (language == EN) return _kind(kind, "everyday", "consent", "major", "founding rule");
        if (language == FR) return _kind(kind, "courante", "consentement", "majeure", unicode"règle fondatrice");
        if (language == DE) return _kind(kind, "Alltag", "Konsent", "wichtig", unicode"Gründungsregel");
        if (language == ES) return _kind(kind, "cotidiana", "consentimiento", "importante", "regla fundacional");
        if (language == IT) return _kind(kind, "ordinaria", "consenso", "importante", "regola fondativa");
        if (language == CA) return _kind(kind, "quotidiana", "consentiment", "important", "regla fundacional");
        revert LanguageWithoutWords(language);
    }

    function choiceWord(bytes2 language, uint8 choice) internal pure returns (string memory) {
        if (language == EN) return _choice(choice, "against", "for", "abstain", "object");
        if (language == FR) return _choice(choice, "contre", "pour", "abstention", "objection");
        if (language == DE) return _choice(choice, "dagegen", unicode"dafür", "Enthaltung", "Einwand");
        if (language == ES) return _choice(choice, "en contra", "a favor", unicode"abstención", unicode"objeción");
        if (language == IT) return _choice(choice, "contro", "a favore", "astensione", "obiezione");
        if (language == CA) return _choice(choice, "en contra", "a favor", unicode"abstenció", unicode"objecció");
        revert LanguageWithoutWords(language);
    }

    function _kind(
        Kind kind,
        bytes32 ordinary,
        bytes32 consent,
        bytes32 special,
        bytes32 entrenched
    ) private pure returns (string memory) {
        if (kind == Kind.ORDINARY) return _text(ordinary);
        if (kind == Kind.CONSENT) return _text(consent);
        if (kind == Kind.SPECIAL) return _text(special);
        return _text(entrenched);
    }

    function _choice(
        uint8 choice,
        bytes32 against,
        bytes32 for_,
        bytes32 abstain,
        bytes32 object_
    ) private pure returns (string memory) {
        if (choice == Choice.AGAINST) return _text(against);
        if (choice == Choice.FOR) return _text(for_);
        if (choice == Choice.ABSTAIN) return _text(abstain);
        if (choice == Choice.OBJECT) return _text(object_);
        revert ChoiceWithoutWord(choice);
    }

    /// @dev The bytes of `word` up to the first zero.
    function _text(bytes32 word) private pure returns (string memory) {
        uint256 length;
        for (bytes32 rest = word; rest != 0; rest <<= 8) ++length;
        bytes memory text = abi.encodePacked(word);
        // Shortens `text` in place; its 32 bytes are allocated.
        assembly ("memory-safe") {
            mstore(text, length)
        }
        return string(text);
    }
}

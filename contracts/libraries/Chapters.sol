// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC165Checker} from "@openzeppelin/contracts/utils/introspection/ERC165Checker.sol";

import {IChapter} from "../types/IChapter.sol";
import {IDebtor} from "../types/IDebtor.sol";
import {Kind} from "../types/Kind.sol";

/// @title Chapters
/// @notice Asks a contract whether it is a chapter, and what its calls need, without trusting it: every question has
/// little gas, and only as much of an answer is read as it can have.
/// @dev {nameOf} is deployed once and linked, so that its code does not weigh on the contracts that ask.
library Chapters {
    /// @dev Plenty for a chapter or a federation to answer, and little for whoever would burn it.
    uint256 private constant ANSWER_GAS = 50_000;
    uint256 private constant ANSWER_OVERHEAD = 5_000;

    /// @dev How the code of an account begins that has only lent itself code (EIP-7702): its owner changes it at will.
    bytes3 private constant LENT_CODE = 0xef0100;

    uint256 private constant LONGEST_NAME = 31;

    /// @dev It has no code of its own, or does not say by ERC-165 that it is an {IChapter}.
    error NotAChapter(address chapter);
    /// @dev It answers as an ERC-20 token: decisions about a token's money have rules of their own.
    error ChapterIsAToken(address chapter);
    /// @dev Its name is not 1 to 31 small letters, a to z.
    error ChapterNameInvalid(address chapter);
    /// @dev It is to be opened under another name than its own.
    error ChapterNamedOtherwise(address chapter, string name);
    /// @dev So that nobody can make an answer fail by giving too little.
    error TooLittleGasToAsk(uint256 left, uint256 needed);

    /// @dev The name of a contract that may be opened; reverts for every other.
    function nameOf(address chapter) public view returns (string memory name) {
        if (bytes3(chapter.code) == LENT_CODE) revert NotAChapter(chapter);
        bool says = ERC165Checker.supportsInterface(chapter, type(IChapter).interfaceId);
        if (!says) revert NotAChapter(chapter);
        (bool isToken, ) = _ask(chapter, abi.encodeCall(IERC20.totalSupply, ()));
        // STA-7
        if (isToken) revert ChapterIsAToken(chapter);
        return _nameOf(chapter);
    }

    /// @dev The key of a contract that may be opened under `name`; reverts for every other.
    function keyNamed(address chapter, string calldata name) external view returns (bytes32) {
        string memory its = nameOf(chapter);
        if (keccak256(bytes(its)) != keccak256(bytes(name))) revert ChapterNamedOtherwise(chapter, its);
        return keyOf(its);
    }

    /// @dev A name as the key under which it stands in a register.
    function keyOf(string memory name) internal pure returns (bytes32) {
        return bytes32(bytes(name));
    }

    /// @dev Tells which kind of decision `selector` needs: ENTRENCHED if the chapter does not answer with a kind that
    /// exists.
    function floorOf(address chapter, bytes4 selector) internal view returns (Kind) {
        (bool answered, uint256 kind) = _ask(chapter, abi.encodeCall(IChapter.floorOf, (selector)));
        return answered && kind <= uint256(Kind.ENTRENCHED) ? Kind(kind) : Kind.ENTRENCHED;
    }

    /// @dev Tells whether a chapter says that it owes `coop` something. One that does not answer owes nothing.
    function owes(address chapter, address coop) internal view returns (bool) {
        (bool answered, uint256 says) = _ask(chapter, abi.encodeCall(IDebtor.owes, (coop)));
        return answered && says == 1;
    }

    /// @dev The first word of an answer; `answered` is false where there is none.
    function _ask(address target, bytes memory question) private view returns (bool answered, uint256 word) {
        _requireGasToAsk();
        assembly ("memory-safe") {
            answered := staticcall(ANSWER_GAS, target, add(question, 0x20), mload(question), 0, 0x20)
            answered := and(answered, gt(returndatasize(), 31))
            word := mload(0)
        }
    }

    /// @dev Two words of an answer, zeros where there is none.
    function askTwo(address target, bytes memory question) internal view returns (bytes32 first, bytes32 second) {
        _requireGasToAsk();
        assembly ("memory-safe") {
            let answered := staticcall(ANSWER_GAS, target, add(question, 0x20), mload(question), 0, 0x40)
            if and(answered, gt(returndatasize(), 31)) {
                first := mload(0)
                if gt(returndatasize(), 63) {
                    second := mload(0x20)
                }
            }
        }
    }

    function _requireGasToAsk() private view {
        // A call gets all but a 64th of what is left.
        uint256 needed = (ANSWER_GAS * 64) / 63 + ANSWER_OVERHEAD;
        if (gasleft() < needed) revert TooLittleGasToAsk(gasleft(), needed);
    }

    function _nameOf(address chapter) private view returns (string memory name) {
        _requireGasToAsk();
        bytes4 question = IChapter.chapterName.selector;
        bytes memory answer = new bytes(0x60);
        bool answered;
        assembly ("memory-safe") {
            mstore(0, question)
            answered := staticcall(ANSWER_GAS, chapter, 0, 4, add(answer, 0x20), 0x60)
            answered := and(answered, gt(returndatasize(), 0x5f))
        }
        if (!answered) revert ChapterNameInvalid(chapter);
        (uint256 offset, uint256 length, bytes32 text) = abi.decode(answer, (uint256, uint256, bytes32));
        if (offset != 0x20 || length == 0 || length > LONGEST_NAME) revert ChapterNameInvalid(chapter);
        name = new string(length);
        for (uint256 i = 0; i < length; ++i) {
            bytes1 letter = text[i];
            if (letter < "a" || letter > "z") revert ChapterNameInvalid(chapter);
            bytes(name)[i] = letter;
        }
    }
}

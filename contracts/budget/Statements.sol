// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {Text} from "../libraries/Text.sol";

import {IBudget} from "./IBudget.sol";

/// @title Statements
/// @notice How a title states a sum of money, and how often it does.
/// @dev The same as `statementOf` and `timesIn` in `sdk/src/chapters/budget/model.ts`.
library Statements {
    uint256 private constant COIN_DECIMALS = 18;
    uint256 private constant MOST_DECIMALS = 36;
    uint256 private constant LONGEST_SYMBOL = 16;

    /// @dev See {IBudget-statementOf}.
    function statementOf(address asset, uint256 sum) internal view returns (string memory text) {
        uint256 unit = 10 ** _decimalsOf(asset);
        text = _grouped(sum == 0 ? 0 : (sum - 1) / unit + 1);
        string memory symbol = _symbolOf(asset);
        if (bytes(symbol).length != 0) text = string.concat(text, " ", symbol);
    }

    /// @dev How often `title` has `statement` in it, and not as a part of a longer number or word.
    function timesIn(string memory title, string memory statement) internal pure returns (uint256 times) {
        bytes memory whole = bytes(title);
        bytes memory part = bytes(statement);
        for (uint256 i = 0; i + part.length <= whole.length; ++i) {
            if (_isAt(whole, part, i) && _beginsAt(whole, i) && _endsAt(whole, i + part.length)) ++times;
        }
    }

    function _isAt(bytes memory whole, bytes memory part, uint256 from) private pure returns (bool) {
        for (uint256 i = 0; i < part.length; ++i) {
            if (whole[from + i] != part[i]) return false;
        }
        return true;
    }

    /// @dev It begins the title, or a space, a colon or a bracket stands before it, and no number before the space.
    function _beginsAt(bytes memory whole, uint256 i) private pure returns (bool) {
        if (i == 0) return true;
        bytes1 before = whole[i - 1];
        if (before == " ") return i == 1 || !_isDigit(whole[i - 2]);
        return before == ":" || before == "(";
    }

    /// @dev It ends the title, or a space or a mark stands after it, and neither the number nor the word goes on behind that.
    function _endsAt(bytes memory whole, uint256 end) private pure returns (bool) {
        if (end == whole.length) return true;
        bytes1 next = whole[end];
        if (next == ")" || next == ";") return true;
        if (next == "," || next == ".") return end + 1 == whole.length || whole[end + 1] == " ";
        // Nothing to say goes on behind a last space: no title ends with one.
        return next == " " && !(_isDigit(whole[end - 1]) && _isDigit(whole[end + 1]));
    }

    function _isDigit(bytes1 character) private pure returns (bool) {
        return character >= "0" && character <= "9";
    }

    function _grouped(uint256 number) private pure returns (string memory text) {
        text = Strings.toString(number % 1000);
        while ((number /= 1000) != 0) {
            while (bytes(text).length % 4 != 3) text = string.concat("0", text);
            text = string.concat(Strings.toString(number % 1000), " ", text);
        }
    }

    function _decimalsOf(address asset) private view returns (uint256 decimals) {
        if (asset == address(0)) return COIN_DECIMALS;
        (bool answered, bytes memory answer) = asset.staticcall(abi.encodeCall(IERC20Metadata.decimals, ()));
        if (!answered || answer.length < 32) revert IBudget.AssetUnreadable(asset);
        decimals = abi.decode(answer, (uint256));
        if (decimals > MOST_DECIMALS) revert IBudget.AssetUnreadable(asset);
    }

    /// @dev Empty where it has none that could stand in a title.
    function _symbolOf(address asset) private view returns (string memory symbol) {
        if (asset == address(0)) return "";
        (bool answered, bytes memory answer) = asset.staticcall(abi.encodeCall(IERC20Metadata.symbol, ()));
        if (!answered || answer.length < 96) return "";
        (uint256 offset, uint256 length, bytes32 text) = abi.decode(answer, (uint256, uint256, bytes32));
        if (offset != 32 || length > LONGEST_SYMBOL) return "";
        symbol = new string(length);
        for (uint256 i = 0; i < length; ++i) bytes(symbol)[i] = text[i];
        if (!Text.isPlain(bytes(symbol), 1, LONGEST_SYMBOL)) return "";
    }
}

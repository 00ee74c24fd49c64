// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title TokenCalls
/// @notice Reads from a call whether it moves money of a token, or lets others take it: of ERC-20 and its kin (ERC-223, 777,
/// 1363, 4626, wrapped coins, DSToken), of ERC-721, 1155 and 6909, and of Permit2.
/// @dev A selector that is not listed here is not read. What it can do is what the contract behind it says.
library TokenCalls {
    /// @dev The contents of such a call.
    struct TokenCall {
        bool moves;
        /// zero where the caller itself pays
        address from;
        address to;
        /// 0 where it was counted before, or cannot be told in one number
        uint256 amount;
        /// whose money it is; zero: of the contract that is called
        address token;
    }

    /* SHAPES: which argument, counted from 1, is what. From the lowest digit on: the payee, the amount, the payer, the
    token. No digit: the caller pays, the token is the contract that is called. */

    uint256 private constant TO = 0x001;
    uint256 private constant TO_AMOUNT = 0x021;
    uint256 private constant TO_ID_AMOUNT = 0x031;
    uint256 private constant FROM_TO_AMOUNT = 0x132;
    uint256 private constant FROM_TO_ID_AMOUNT = 0x142;
    uint256 private constant FROM_TO_MANY = 0x102;
    uint256 private constant AMOUNT_TO = 0x002;
    uint256 private constant AMOUNT_TO_FROM = 0x312;
    uint256 private constant TOKEN_TO_AMOUNT = 0x1032;
    uint256 private constant FROM_TO_AMOUNT_TOKEN = 0x4132;
    /// @dev In place of the argument with the amount.
    uint256 private constant ONE = 0xe;
    uint256 private constant ALL = 0xf;
    uint256 private constant FROM_TO_ONE = 0x102 | (ONE << 4);
    uint256 private constant TO_ALL = 0x001 | (ALL << 4);

    /// @dev A plain ERC-20 `transfer` and nothing beside it.
    function isTransfer(bytes calldata data) internal pure returns (bool) {
        return data.length == 68 && bytes4(data) == IERC20.transfer.selector;
    }

    function read(bytes calldata data) internal pure returns (TokenCall memory call) {
        if (data.length < 4) return call;
        uint256 shape = _shapeOf(bytes4(data));
        if (shape == 0 || data.length < 4 + 32 * _arguments(shape)) return call;
        call.moves = true;
        call.to = _address(data, shape & 0xf);
        call.from = _address(data, (shape >> 8) & 0xf);
        call.token = _address(data, shape >> 12);
        uint256 amount = (shape >> 4) & 0xf;
        if (amount == ALL) call.amount = type(uint256).max;
        else if (amount == ONE) call.amount = 1;
        else call.amount = uint256(_word(data, amount));
    }

    function _shapeOf(bytes4 selector) private pure returns (uint256) {
        if (_paysItself(selector)) return TO_AMOUNT;
        if (_paysFor(selector)) return FROM_TO_AMOUNT;
        uint256 shape = _shapeOfMany(selector);
        return shape == 0 ? _shapeOfVault(selector) : shape;
    }

    /// @dev (to, amount …)
    function _paysItself(bytes4 selector) private pure returns (bool) {
        return
            selector == IERC20.transfer.selector ||
            selector == IERC20.approve.selector ||
            // increaseAllowance, increaseApproval, push: (address,uint256)
            selector == 0x39509351 ||
            selector == 0xd73dd623 ||
            selector == 0xb753a98c ||
            // send and transfer: (address,uint256,bytes)
            selector == 0x9bd9bbc6 ||
            selector == 0xbe45fd62 ||
            // transferWithComment(address,uint256,string), transferWithMemo(address,uint256,bytes32)
            selector == 0xe1d6aceb ||
            selector == 0x95777d59 ||
            // transferAndCall and approveAndCall, each without and with data
            selector == 0x1296ee62 ||
            selector == 0x4000aea0 ||
            selector == 0x3177029f ||
            selector == 0xcae9ca51 ||
            // withdrawTo(address,uint256) of a wrapped token
            selector == 0x205c2878;
    }

    /// @dev (from, to, amount …)
    function _paysFor(bytes4 selector) private pure returns (bool) {
        return
            selector == IERC20.transferFrom.selector ||
            // transferFromAndCall, without and with data
            selector == 0xd8fbe994 ||
            selector == 0xc1d34b89 ||
            // move(address,address,uint256), operatorSend(address,address,uint256,bytes,bytes)
            selector == 0xbb35783b ||
            selector == 0x62ad1b83;
    }

    /// @dev Tokens of many kinds, and who may act for their holder.
    function _shapeOfMany(bytes4 selector) private pure returns (uint256) {
        // transfer and approve: (address,uint256,uint256); transferFrom(address,address,uint256,uint256)
        if (selector == 0x095bcdb6 || selector == 0x426a8493) return TO_ID_AMOUNT;
        if (selector == 0xfe99049a) return FROM_TO_ID_AMOUNT;
        // safeTransferFrom of ERC-721, without and with data
        if (selector == 0x42842e0e || selector == 0xb88d4fde) return FROM_TO_ONE;
        // safeTransferFrom and safeBatchTransferFrom of ERC-1155
        if (selector == 0xf242432a) return FROM_TO_ID_AMOUNT;
        if (selector == 0x2eb2c2d6) return FROM_TO_MANY;
        // setApprovalForAll(address,bool), setOperator(address,bool), authorizeOperator(address)
        if (selector == 0xa22cb465 || selector == 0x558a7297 || selector == 0x959b8c3f) return TO_ALL;
        return 0;
    }

    /// @dev Vaults, wrapped coins and Permit2. What goes in was counted as an allowance or as coin.
    function _shapeOfVault(bytes4 selector) private pure returns (uint256) {
        // withdraw and redeem: (uint256,address,address); deposit and mint: (uint256,address)
        if (selector == 0xb460af94 || selector == 0xba087652) return AMOUNT_TO_FROM;
        if (selector == 0x6e553f65 || selector == 0x94bf804d) return AMOUNT_TO;
        // depositTo(address), depositFor(address,uint256)
        if (selector == 0xb760faf9 || selector == 0x2f4f21e2) return TO;
        // approve(address,address,uint160,uint48), transferFrom(address,address,uint160,address)
        if (selector == 0x87517c45) return TOKEN_TO_AMOUNT;
        return selector == 0x36c78516 ? FROM_TO_AMOUNT_TOKEN : 0;
    }

    /// @dev How many arguments a call of this shape has at least.
    function _arguments(uint256 shape) private pure returns (uint256 count) {
        for (; shape != 0; shape >>= 4) {
            uint256 digit = shape & 0xf;
            if (digit < ONE && digit > count) count = digit;
        }
    }

    /// @dev Zero where there is no such argument.
    function _word(bytes calldata data, uint256 argument) private pure returns (bytes32) {
        return argument == 0 ? bytes32(0) : bytes32(data[32 * argument - 28:32 * argument + 4]);
    }

    function _address(bytes calldata data, uint256 argument) private pure returns (address) {
        return address(uint160(uint256(_word(data, argument))));
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title TokenCalls
/// @notice Reads from a call whether it moves or approves money of an ERC-20 token, or of its kin ERC-777 and ERC-1363.
library TokenCalls {
    /// @dev The contents of such a call. `from` is zero where the caller itself pays.
    struct TokenCall {
        bool moves;
        address from;
        address to;
        uint256 amount;
    }

    /// @dev A plain ERC-20 `transfer` and nothing beside it.
    function isTransfer(bytes calldata data) internal pure returns (bool) {
        return data.length == 68 && bytes4(data) == IERC20.transfer.selector;
    }

    function read(bytes calldata data) internal pure returns (TokenCall memory call) {
        if (data.length < 68) return call;
        bytes4 selector = bytes4(data);
        if (_paysItself(selector)) {
            return TokenCall(true, address(0), _address(data, 4), uint256(bytes32(data[36:68])));
        }
        if (data.length < 100 || !_paysFor(selector)) return call;
        return TokenCall(true, _address(data, 4), _address(data, 36), uint256(bytes32(data[68:100])));
    }

    function _paysItself(bytes4 selector) private pure returns (bool) {
        return
            selector == IERC20.transfer.selector ||
            selector == IERC20.approve.selector ||
            // increaseAllowance(address,uint256)
            selector == 0x39509351 ||
            // send(address,uint256,bytes)
            selector == 0x9bd9bbc6 ||
            // transferAndCall and approveAndCall, each without and with data
            selector == 0x1296ee62 ||
            selector == 0x4000aea0 ||
            selector == 0x3177029f ||
            selector == 0xcae9ca51;
    }

    function _paysFor(bytes4 selector) private pure returns (bool) {
        return
            selector == IERC20.transferFrom.selector ||
            // transferFromAndCall, without and with data
            selector == 0xd8fbe994 ||
            selector == 0xc1d34b89;
    }

    function _address(bytes calldata data, uint256 start) private pure returns (address) {
        return address(uint160(uint256(bytes32(data[start:start + 32]))));
    }
}

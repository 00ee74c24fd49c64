// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {Chapter} from "../libraries/Chapter.sol";
import {IDebtor} from "../types/IDebtor.sol";
import {Kind} from "../types/Kind.sol";

/// @title Notices
/// @notice A chapter as somebody else may write it: co-ops post notices, and can keep a deposit behind them.
contract Notices is Chapter, IDebtor {
    using SafeERC20 for IERC20;

    mapping(address coop => mapping(IERC20 token => uint256)) public depositOf;
    mapping(address coop => uint256) private _deposits;

    event Posted(address indexed coop, bytes32 notice);

    function post(bytes32 notice) external {
        emit Posted(msg.sender, notice);
    }

    function deposit(IERC20 token, uint256 amount) external {
        depositOf[msg.sender][token] += amount;
        _deposits[msg.sender] += amount;
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    function takeBack(IERC20 token) external {
        uint256 amount = depositOf[msg.sender][token];
        depositOf[msg.sender][token] = 0;
        _deposits[msg.sender] -= amount;
        token.safeTransfer(msg.sender, amount);
    }

    function owes(address coop) external view returns (bool) {
        return _deposits[coop] != 0;
    }

    function chapterName() external pure virtual returns (string memory) {
        return "notices";
    }

    function floorOf(bytes4 selector) external pure virtual returns (Kind) {
        if (selector == Notices.post.selector || selector == Notices.deposit.selector) return Kind.ORDINARY;
        return selector == Notices.takeBack.selector ? Kind.SPECIAL : Kind.ENTRENCHED;
    }
}

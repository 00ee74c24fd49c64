// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {CloneArgs} from "../libraries/CloneArgs.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {BONDS} from "../types/ChapterNames.sol";

import {ICommonsFund} from "./ICommonsFund.sol";
import {IncomeWord} from "./IncomeWord.sol";

/// @title Books
/// @notice Keeps what the fund holds and for whom. Here is the one way in and out of it.
/// @dev Money is kept in 96 bits: enough for 79 thousand million faces of a token with 18 decimals.
abstract contract Books is ICommonsFund, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev The bit of `_till` at which the sum begins.
    uint256 internal constant HELD = 160;

    // in the lower 160 bits who may move the money of bonds, above them how much that is: pledges, and what series were
    // paid and holders have not taken yet
    uint256 internal _till;

    IncomeWord internal _income;

    // what waits for the next close, the reserve, and the policy, which is 0 until the root sets one
    uint96 internal _undistributed;
    uint96 internal _reserve;
    uint64 internal _policy;

    // for the sums that a close tells: what series got since the last, and what that left. Since then the heads got
    // _undistributed − _carried, and the reserve _reserve − _reserveBase. The time of the last close keeps the slot from
    // being empty, so that no pour pays for filling it
    uint96 internal _toBonds;
    uint96 internal _carried;
    uint64 internal _closedAt;
    int128 internal _reserveBase;

    modifier onlyRoot() {
        if (msg.sender != _phyle().root()) revert IPhyle.NotTheRoot(msg.sender);
        _;
    }

    modifier onlyBonds() {
        if (msg.sender != address(uint160(_till))) _meetBonds();
        _;
    }

    /* READING */

    /// @inheritdoc ICommonsFund
    function tracked() public view returns (uint256) {
        // I1, I3, FND-1
        return (_till >> HELD) + _income.allotted() + _undistributed + _reserve;
    }

    /// @inheritdoc ICommonsFund
    function reserve() external view returns (uint256) {
        return _reserve;
    }

    /// @inheritdoc ICommonsFund
    function undistributed() external view returns (uint256) {
        return _undistributed;
    }

    /// @inheritdoc ICommonsFund
    function cash() external view returns (address) {
        return CloneArgs.cash();
    }

    /* MONEY */

    /// @dev Takes in exactly `amount` from the allowance of `from`.
    function _takeIn(address from, uint256 amount) internal {
        IERC20 token = IERC20(CloneArgs.cash());
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        uint256 received = token.balanceOf(address(this)) - before;
        // I1
        if (received != amount) revert CashMismatch(amount, received);
    }

    function _payOut(address to, uint256 amount) internal {
        if (to == address(0) || to == address(this)) revert RecipientInvalid(to);
        IERC20(CloneArgs.cash()).safeTransfer(to, amount);
    }

    /// @dev Keeps the address of CommonsBonds from its first call on: series are numbered by it, so that a fund serves one
    /// for ever. Newer bonds come with a newer fund.
    function _meetBonds() internal {
        if (uint160(_till) != 0 || msg.sender != _phyle().chapterOf(BONDS)) revert OnlyBonds(msg.sender);
        _till |= uint160(msg.sender);
    }

    /// @dev The shares of income, of a machine or other, that go to endorsed series and to the reserve.
    function _shares(bool machine) internal view returns (uint256 bondsBps, uint256 reserveBps) {
        uint256 word = _policy;
        if (word == 0) return machine ? (0, 1_000) : (5_000, 1_000);
        if (machine) word >>= 32;
        return ((word >> 16) & 0x7fff, word & 0xffff);
    }

    function _phyle() internal view returns (IPhyle) {
        return IPhyle(CloneArgs.addressInWord(CloneArgs.PHYLE));
    }
}

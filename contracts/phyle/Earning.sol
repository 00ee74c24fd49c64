// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {BPS} from "../types/Bps.sol";

import {Coops} from "./Coops.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title Earning
/// @notice How many heads earn in each epoch, of all and of each co-op, and how many may start.
/// @dev Counts are kept by epoch: the past is fixed when the first change after it is booked, the future is the count of
/// today and the starts that are due.
abstract contract Earning is Coops {
    /// @dev How many epochs are looked at for the first that anybody earns for: each costs one read.
    uint256 private constant MOST_LOOKED_AT = 100;

    /// @dev 2 + 2 + 4 + 4 + 4 + 4: the limit and the running counts.
    struct Counts {
        uint16 limitLeast;
        uint16 limitBps;
        uint32 rolledTo;
        uint32 earning;
        uint32 persons;
    }

    Counts internal _counts;
    mapping(uint256 epoch => uint32 count) private _earnedIn;
    mapping(uint256 epoch => uint32 count) internal _starts;
    mapping(address coop => mapping(uint256 epoch => uint32 count)) internal _coopStarts;

    /* READING AND SETTING */

    /// @inheritdoc IPhyle
    function heads() external view returns (uint256) {
        return _counts.persons;
    }

    /// @inheritdoc IPhyle
    function firstEarning(uint256 from, uint256 to) external view returns (uint256 epoch_, uint256 count) {
        uint256 rolledTo = _counts.rolledTo;
        uint256 last = to - from < MOST_LOOKED_AT ? to : from + MOST_LOOKED_AT - 1;
        (epoch_, count) = (from, earningHeads(from));
        while (count == 0 && epoch_ < last) {
            ++epoch_;
            if (epoch_ < rolledTo) count = _earnedIn[epoch_];
            else count = epoch_ == rolledTo ? _counts.earning : _starts[epoch_];
        }
        if (count == 0) epoch_ = to;
    }

    /// @inheritdoc IPhyle
    function earningHeads(uint256 epoch_) public view returns (uint256 count) {
        uint256 rolledTo = _counts.rolledTo;
        if (epoch_ < rolledTo) return _earnedIn[epoch_];
        count = _counts.earning;
        for (uint256 e = rolledTo + 1; e <= epoch_; ++e) {
            // beyond the next epochs nothing is queued, but an epoch far ahead costs only the reader
            count += _starts[e];
        }
    }

    /// @inheritdoc IPhyle
    function setEarningLimit(uint16 least, uint16 bps) external onlyRoot {
        if (least == 0 || bps > BPS) revert LimitInvalid();
        _setEarningLimit(least, bps);
    }

    function _setEarningLimit(uint16 least, uint16 bps) internal {
        _counts.limitLeast = least;
        _counts.limitBps = bps;
        emit EarningLimitSet(least, bps);
    }

    /* COUNTS */

    /// @dev Fixes the counts of the epochs that are over.
    function _roll() internal returns (uint32 now_) {
        now_ = _epochOf(block.timestamp);
        uint32 epoch_ = _counts.rolledTo;
        if (epoch_ == now_) return now_;
        uint32 earning = _counts.earning;
        while (epoch_ < now_) {
            _earnedIn[epoch_] = earning;
            ++epoch_;
            earning += _starts[epoch_];
        }
        _counts.rolledTo = now_;
        _counts.earning = earning;
    }

    function _rollCoop(Coop storage home, address coop, uint32 now_) internal {
        uint32 epoch_ = home.rolledTo;
        if (epoch_ == now_) return;
        uint32 earning = home.earning;
        while (epoch_ < now_) {
            ++epoch_;
            earning += _coopStarts[coop][epoch_];
        }
        home.rolledTo = now_;
        home.earning = earning;
    }

    function _limitOf(uint256 earning) internal view returns (uint256 limit) {
        limit = (earning * _counts.limitBps) / BPS;
        if (limit < _counts.limitLeast) limit = _counts.limitLeast;
    }
}

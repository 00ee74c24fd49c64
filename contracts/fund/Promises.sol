// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {SeriesId} from "../types/SeriesId.sol";

import {ICommonsFund} from "./ICommonsFund.sol";
import {SeriesLedger} from "./SeriesLedger.sol";

/// @title Promises
/// @notice Keeps the shares of income that endorsed series were sold under.
abstract contract Promises is SeriesLedger {
    using SafeCast for uint256;

    /// @dev The most of a share that is promised.
    uint256 private constant MOST_PROMISED = 5_000;

    struct Promise {
        uint40 opensAt;
        uint40 buyBy;
        uint16 machineBps;
        uint16 otherBps;
    }

    uint32[] private _promised;
    mapping(SeriesId seriesId => Promise) private _promises;

    /// @inheritdoc ICommonsFund
    function noteBacking(SeriesId seriesId, uint40 opensAt, uint40 buyBy, uint40 expectedBy) external onlyBonds {
        _forgetKept();
        (uint256 machineBps, ) = _shares(true);
        (uint256 otherBps, ) = _shares(false);
        _promised.push(SeriesId.unwrap(seriesId).toUint32());
        _promises[seriesId] = Promise(opensAt, buyBy, _promisedOf(machineBps), _promisedOf(otherBps));
        _expectAll(seriesId, expectedBy);
    }

    /// @inheritdoc ICommonsFund
    function promisedBps() external view returns (uint256 machineBps, uint256 otherBps) {
        for (uint256 i = 0; i < _promised.length; ++i) {
            SeriesId seriesId = SeriesId.wrap(_promised[i]);
            Promise memory one = _promises[seriesId];
            if (block.timestamp < one.opensAt || _isKept(seriesId, one)) continue;
            machineBps = Math.max(machineBps, one.machineBps);
            otherBps = Math.max(otherBps, one.otherBps);
        }
    }

    /// @dev A series that has not opened is sold under the new shares; those that have keep what they were sold under.
    function _keepPromises(Policy calldata policy_) internal {
        _forgetKept();
        for (uint256 i = 0; i < _promised.length; ++i) {
            SeriesId seriesId = SeriesId.wrap(_promised[i]);
            Promise storage one = _promises[seriesId];
            if (block.timestamp < one.opensAt) {
                one.machineBps = _promisedOf(policy_.machineBondsBps);
                one.otherBps = _promisedOf(policy_.otherBondsBps);
            } else if (policy_.machineBondsBps < one.machineBps || policy_.otherBondsBps < one.otherBps) {
                // I18, FND-7
                revert BelowPromise(seriesId, one.machineBps, one.otherBps);
            }
        }
    }

    /// @dev Keeps the list as short as the promises that hold.
    function _forgetKept() private {
        uint256 i;
        while (i < _promised.length) {
            SeriesId seriesId = SeriesId.wrap(_promised[i]);
            if (_isKept(seriesId, _promises[seriesId])) {
                _promised[i] = _promised[_promised.length - 1];
                _promised.pop();
            } else {
                ++i;
            }
        }
    }

    /// @dev Tells whether nothing is owed of a promise any more: all is paid, it was not bought in time, or it has run
    /// out.
    function _isKept(SeriesId seriesId, Promise memory one) private view returns (bool) {
        return _isBought(seriesId) ? _isRedeemed(seriesId) || _isLapsed(seriesId) : block.timestamp >= one.buyBy;
    }

    function _promisedOf(uint256 bps) private pure returns (uint16) {
        return uint16(Math.min(bps, MOST_PROMISED));
    }
}

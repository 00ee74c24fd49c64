// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommonsBonds} from "../../contracts/bonds/ICommonsBonds.sol";
import {IPhyle} from "../../contracts/phyle/IPhyle.sol";
import {NO_SERIES, SeriesId} from "../../contracts/types/SeriesId.sol";
import {DemoEuro} from "../../contracts/mocks/DemoEuro.sol";
import {Checks} from "../kit/Vm.sol";
import {CommonsBonds} from "../../contracts/bonds/CommonsBonds.sol";
import {CommonsFund} from "../../contracts/fund/CommonsFund.sol";
import {Commons, IMintable} from "./Commons.sol";

/// @dev What a commons must come to, told by looping over everybody: who earned in which epoch, and what each holder of a
/// series is due. A breach is kept in `breach`, because a failing act would be thrown away.
abstract contract Oracle is Checks {
    uint256 public constant PEOPLE = 6;
    uint256 public constant MOST_SERIES = 12;
    uint32 internal constant NEVER = type(uint32).max;

    /// @dev A seat: the first epoch that it earns for, the epochs in which it ended and in which that was noticed, and
    /// when it was given and ended.
    struct Sitting {
        uint32 from;
        uint32 ended;
        uint32 noticed;
        uint40 since;
        uint40 endedAt;
    }

    Commons public commons;
    CommonsFund internal _fund;
    CommonsBonds internal _bonds;
    IMintable internal _cash;
    string public breach;
    mapping(string act => uint256) public acts;

    // cash that came into and left the fund, as the token moved it
    uint256 public cashIn;
    uint256 public cashOut;
    uint256 public suppliersGot;
    uint256 public machinesBought;

    // the oracle of bonds: sum of payment × units held then, over all payments
    mapping(SeriesId series => mapping(address holder => uint256)) public numerators;
    mapping(SeriesId series => uint256) public knownPaid;
    mapping(SeriesId series => uint256) public unitsAtClose;
    mapping(SeriesId series => mapping(address holder => uint256)) public paidIn;
    mapping(SeriesId series => mapping(address holder => uint256)) public paidBack;
    mapping(SeriesId series => mapping(address holder => bool)) public everHeld;

    // the oracle of basic income
    mapping(address person => Sitting[]) public sittings;
    mapping(address person => mapping(uint256 coop => uint256)) internal _sittingIn;
    mapping(address person => uint256) public earned;
    mapping(address person => uint256) public claimed;
    mapping(address person => uint256) public beyond;
    mapping(address person => mapping(uint256 coop => bool)) public belongs;
    mapping(address person => mapping(uint256 coop => bool)) public sits;
    mapping(address person => mapping(uint256 coop => uint256)) public memberId;
    uint256 public closed;
    uint256 public undistributed;

    constructor() {
        commons = new Commons(address(new DemoEuro()));
        (_fund, _bonds, _cash) = (commons.fund(), commons.bonds(), commons.cash());
    }

    function person(uint256 seed) public pure returns (address) {
        return address(uint160(0xbe0000 + (seed % PEOPLE)));
    }

    function _expect(bool holds, string memory what) internal {
        if (!holds && bytes(breach).length == 0) breach = what;
    }

    function _closeFirst() internal {
        if (commons.phyle().epoch() == _fund.closedEpochs()) return;
        _oracleCloses();
        _fund.closeEpoch();
    }

    /// @dev Everybody who is counted in the first ended epoch in which anybody is gets the same; those whose spell was
    /// over by then, unnoticed, get it for nobody.
    function _oracleCloses() internal {
        uint256 epoch = commons.phyle().epoch();
        if (epoch == closed) return;
        (uint256 shared, uint256 heads) = (closed, _heads(closed));
        while (heads == 0 && shared + 1 < epoch) heads = _heads(++shared);
        closed = epoch;
        if (heads == 0) return;
        uint256 perHead = undistributed / heads;
        undistributed -= perHead * heads;
        for (uint256 p; p < PEOPLE; ++p) {
            uint256 how = _countedIn(person(p), shared);
            if (how == 1) earned[person(p)] += perHead;
            if (how == 2) beyond[person(p)] += perHead;
        }
    }

    function _heads(uint256 epoch) internal view returns (uint256 count) {
        for (uint256 p; p < PEOPLE; ++p) if (_countedIn(person(p), epoch) != 0) ++count;
    }

    /// @dev 0: not counted in `epoch`; 1: earns; 2: counted, but no seat ran any more.
    function _countedIn(address who, uint256 epoch) internal view returns (uint256) {
        if (!_covers(who, epoch, true)) return 0;
        return _covers(who, epoch, false) ? 1 : 2;
    }

    /// @dev Whether a seat that has started runs for the whole of `epoch`, or hands over to one that starts with the
    /// next; by when ends were noticed, or by when they came.
    function _covers(address who, uint256 epoch, bool byNotice) internal view returns (bool) {
        Sitting[] memory all = sittings[who];
        uint40 until;
        for (uint256 i; i < all.length; ++i) {
            if (all[i].from > epoch) continue;
            if (_last(all[i], byNotice) > epoch) return true;
            if (all[i].ended == epoch && all[i].endedAt > until) until = all[i].endedAt;
        }
        bool more = until != 0;
        while (more) {
            more = false;
            for (uint256 i; i < all.length; ++i) {
                if (all[i].from != epoch + 1 || all[i].since > until) continue;
                if (_last(all[i], byNotice) > epoch) return true;
                // it handed over in its turn
                if (all[i].endedAt > until) (until, more) = (all[i].endedAt, true);
            }
        }
        return false;
    }

    function _last(Sitting memory sitting, bool byNotice) internal pure returns (uint256) {
        return byNotice ? sitting.noticed : sitting.ended;
    }

    function _startOf(address who, uint256 coop) internal view returns (uint32) {
        IPhyle.SeatNow[] memory seats = commons.phyle().seatsOf(who);
        uint256 i;
        while (seats[i].coop != address(commons.coops(coop))) ++i;
        return seats[i].start;
    }

    /// @dev Phyle ends every seat of a person that has run out.
    function _noticeEnd(address who) internal {
        for (uint256 c; c < 3; ++c) {
            if (belongs[who][c] || !sits[who][c]) continue;
            sits[who][c] = false;
            sittings[who][_sittingIn[who][c]].noticed = uint32(commons.phyle().epoch());
        }
    }

    function _giveBack(address who) internal {
        undistributed += beyond[who];
        beyond[who] = 0;
    }

    /// @dev Every payment that a series got since the last look is shared by those who hold it.
    function _notePayments() internal {
        for (uint256 number = 1; number <= _bonds.seriesCount(); ++number) {
            SeriesId id = SeriesId.wrap(number);
            uint256 paid = _fund.paidOf(id);
            uint256 payment = paid - knownPaid[id];
            if (payment == 0) continue;
            knownPaid[id] = paid;
            for (uint256 p; p < PEOPLE; ++p) {
                numerators[id][person(p)] += payment * _bonds.balanceOf(person(p), SeriesId.unwrap(id));
            }
        }
    }

    /* SUMS */

    function _series(uint256 seed) internal view returns (SeriesId id, ICommonsBonds.Series memory series) {
        uint256 count = _bonds.seriesCount();
        if (count == 0) return (NO_SERIES, series);
        id = SeriesId.wrap(1 + (seed % count));
        series = _bonds.seriesOf(id);
    }

    function _history(SeriesId id, address who) internal view returns (uint256) {
        return _bonds.dueOf(id, who) + _bonds.takenOf(id, who);
    }

    function _paidToAll() internal view returns (uint256 sum) {
        for (uint256 id = 1; id <= _bonds.seriesCount(); ++id) sum += _fund.paidOf(SeriesId.wrap(id));
    }

    function _allDue() internal view returns (uint256 sum) {
        for (uint256 p; p < PEOPLE; ++p) {
            sum += _fund.due(person(p));
            for (uint256 id = 1; id <= _bonds.seriesCount(); ++id) sum += _bonds.dueOf(SeriesId.wrap(id), person(p));
        }
    }

    function sittingCount(address who) external view returns (uint256) {
        return sittings[who].length;
    }
}

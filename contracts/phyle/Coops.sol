// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {IRegistrar} from "../cooperative/IRegistrar.sol";
import {IMembership} from "../membership/IMembership.sol";

import {Coop} from "./Coop.sol";
import {IPhyle} from "./IPhyle.sol";
import {People} from "./People.sol";
import {Register} from "./Register.sol";

/// @title Coops
/// @notice The register of co-ops: who entered, who gave notice, who left.
abstract contract Coops is Register {
    uint32 internal _noticePeriod;
    uint128 internal _leastLevy;

    People internal _people;
    mapping(address registrar => bool accepted) private _registrars;

    /// @dev A co-op that entered and has not left; its notice may be running.
    modifier onlyCoop() {
        if (!isCoop(msg.sender)) revert NotACoop(msg.sender);
        _;
    }

    /* ENTERING AND LEAVING */

    /// @inheritdoc IPhyle
    function enter(address coop, address registrar) external {
        Coop storage record = _people.coops[coop];

        if (!_registrars[registrar] || !IRegistrar(registrar).isFounded(coop)) revert RegistrarNotAccepted(registrar);
        if (!_onRootsRoll(coop)) revert NotOnTheRootsRoll(coop);
        if (record.enteredAt != 0) {
            if (!_hasLeft(record)) revert CoopAlreadyEntered(coop);
            bool anew = _rootsRoll().memberOf(coop).joined >= record.leavesAt;
            if (msg.sender != coop && !anew) revert EntersAgainByItself(coop);
            _people.leftAt[coop][record.spell] = record.leavesAt;
        }

        uint16 spell = record.spell + 1;
        delete _people.coops[coop];
        record.membership = ICooperative(coop).membership();
        record.enteredAt = uint40(block.timestamp);
        record.spell = spell;

        emit CoopEntered(coop, registrar, uint48(block.timestamp));
    }

    /// @inheritdoc IPhyle
    function giveNotice() external onlyCoop {
        Coop storage record = _people.coops[msg.sender];

        if (record.leavesAt != 0) revert NoticeAlreadyGiven(msg.sender, record.leavesAt);

        uint40 leavesAt = uint40(block.timestamp + _noticePeriod);
        // P3, PHY-4
        record.leavesAt = leavesAt;

        emit CoopGaveNotice(msg.sender, leavesAt);
    }

    /// @inheritdoc IPhyle
    function depart(address coop) external {
        Coop storage record = _people.coops[coop];

        if (record.enteredAt == 0 || _hasLeft(record)) revert NotACoop(coop);
        if (_onRootsRoll(coop)) revert StillOnTheRootsRoll(coop);

        uint40 leftAt = uint40(_rootsRoll().memberOf(coop).left);
        // the root moved to a roll that never had it
        if (leftAt == 0) leftAt = uint40(block.timestamp);
        record.leavesAt = leftAt;

        emit CoopDeparted(coop, leftAt);
    }

    /// @inheritdoc IPhyle
    function refresh(address coop) external {
        if (!isCoop(coop)) revert NotACoop(coop);
        _people.coops[coop].membership = ICooperative(coop).membership();
    }

    /// @inheritdoc IPhyle
    function coopOf(address coop) external view returns (uint48 enteredAt, uint48 leavesAt) {
        Coop storage record = _people.coops[coop];
        return (record.enteredAt, record.leavesAt);
    }

    /// @inheritdoc IPhyle
    function isCoop(address coop) public view returns (bool) {
        Coop storage record = _people.coops[coop];
        return record.enteredAt != 0 && !_hasLeft(record) && _onRootsRoll(coop);
    }

    /* THE ROOT'S SETTINGS */

    /// @inheritdoc IPhyle
    function acceptRegistrar(address registrar, bool accepted) external onlyRoot {
        _acceptRegistrar(registrar, accepted);
    }

    /// @inheritdoc IPhyle
    function isAcceptedRegistrar(address registrar) external view returns (bool) {
        return _registrars[registrar];
    }

    /// @inheritdoc IPhyle
    function setLeastLevy(uint256 amount) external onlyRoot {
        if (amount > type(uint128).max) revert LimitInvalid();
        _setLeastLevy(uint128(amount));
    }

    /// @inheritdoc IPhyle
    function setNoticePeriod(uint32 period) external onlyRoot {
        if (period > 366 days) revert LimitInvalid();
        _setNoticePeriod(period);
    }

    function _setLeastLevy(uint128 amount) internal {
        _leastLevy = amount;
        emit LeastLevySet(amount);
    }

    function _setNoticePeriod(uint32 period) internal {
        _noticePeriod = period;
        emit NoticePeriodSet(period);
    }

    function _acceptRegistrar(address registrar, bool accepted) internal {
        _registrars[registrar] = accepted;
        emit RegistrarAccepted(registrar, accepted);
    }

    /* PRIVATE */

    function _hasLeft(Coop storage record) internal view returns (bool) {
        uint256 leavesAt = record.leavesAt;
        return leavesAt != 0 && leavesAt <= block.timestamp;
    }

    function _onRootsRoll(address coop) private view returns (bool) {
        return _rootsRoll().isMember(coop);
    }

    function _rootsRoll() private view returns (IMembership) {
        return IMembership(ICooperative(_root).membership());
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IAssembly} from "../assembly/IAssembly.sol";
import {ICooperative} from "../cooperative/ICooperative.sol";
import {IRegistrar} from "../cooperative/IRegistrar.sol";
import {IMembership} from "../membership/IMembership.sol";
import {IFederation} from "../statutes/IFederation.sol";
import {ProposalId} from "../types/ProposalId.sol";

import {Adoptions, Registrars} from "./Adoptions.sol";
import {Coop, LEFT} from "./Coop.sol";
import {IExpulsions} from "./IExpulsions.sol";
import {IPhyle} from "./IPhyle.sol";
import {Organs} from "./Organs.sol";
import {People} from "./People.sol";
import {Register} from "./Register.sol";

/// @title Coops
/// @notice The register of co-ops: who entered, who gave notice, who left. It and the roll of the root are one.
abstract contract Coops is Register {
    using Adoptions for Registrars;

    uint256 private constant TIME_TO_APPEAL = 30 days;
    uint256 private constant TIME_TO_HEAR = 180 days;

    /// @dev What the root decided and what became of it. Two slots.
    struct Expulsion {
        uint40 from;
        /// 0: the co-op has not appealed
        uint40 appealedAt;
        bytes32 grounds;
    }

    uint32 internal _noticePeriod;
    uint128 internal _leastLevy;

    People internal _people;
    Registrars private _registrars;
    mapping(address coop => Expulsion) private _expulsions;

    /// @dev A co-op that entered and has not left; its notice may be running.
    modifier onlyCoop() {
        if (!isCoop(msg.sender)) revert NotACoop(msg.sender);
        _;
    }

    /* ENTERING AND LEAVING */

    /// @inheritdoc IPhyle
    function enter(address coop, address registrar) external {
        Coop storage record = _people.coops[coop];

        bool known = _registrars.accepts(registrar) && IRegistrar(registrar).isFounded(coop);
        if (!known) revert RegistrarNotAccepted(registrar);
        if (!_onRootsRoll(coop)) revert NotOnTheRootsRoll(coop);
        if (_isIn(record)) revert CoopAlreadyEntered(coop);

        // P6, PHY-10: who returns goes on with its history
        if (record.enteredAt == 0) record.enteredAt = uint40(block.timestamp);
        address roll = ICooperative(coop).membership();
        if (!_registrars.reads(coop, roll)) revert RollNotRead(coop, roll);
        record.membership = roll;
        delete _people.unread[coop];
        record.leavesAt = 0;
        ++record.spell;

        emit CoopEntered(coop, registrar, uint48(block.timestamp));
    }

    /// @inheritdoc IPhyle
    function giveNotice() external onlyCoop {
        _giveNotice(msg.sender);
    }

    /// @inheritdoc IFederation
    function noteResignation(address coop) external returns (bool waits) {
        if (msg.sender != address(_rootsRoll())) revert NotTheRootsRoll(msg.sender);
        waits = isCoop(coop);
        if (waits) _giveNotice(coop);
    }

    /// @inheritdoc IPhyle
    function depart(address coop) external {
        Coop storage record = _people.coops[coop];
        Expulsion storage expulsion = _expulsions[coop];
        uint40 leavesAt = record.leavesAt;

        if (!_isIn(record)) revert NotACoop(coop);
        // who is not on the root's roll has left, whatever its notice: the root has moved to a roll without it
        bool onRoll = _onRootsRoll(coop);
        // PHY-15
        bool expelled = expulsion.from != 0 && expulsion.appealedAt == 0 && expulsion.from <= block.timestamp;
        if (onRoll && !expelled && (leavesAt == 0 || leavesAt > block.timestamp)) revert NoticeNotOver(coop, leavesAt);

        if (expelled) emit CoopExpelled(coop, expulsion.grounds);
        _leave(coop, onRoll);
    }

    /// @inheritdoc IExpulsions
    function expel(address coop, bytes32 grounds) external onlyRoot {
        bool onRoll = _onRootsRoll(coop);
        bool isIn = _isIn(_people.coops[coop]);

        if (!onRoll && !isIn) revert NotACoop(coop);
        if (grounds == 0) revert ExpelledWithoutGrounds(coop);
        bool waits = onRoll && isIn && !_isHeard(coop);

        if (waits) {
            uint40 from = uint40(block.timestamp + TIME_TO_APPEAL);
            _expulsions[coop] = Expulsion(from, 0, grounds);
            emit ExpulsionDecided(coop, grounds, from);
        } else {
            emit CoopExpelled(coop, grounds);
            _leave(coop, onRoll);
        }
    }

    /// @inheritdoc IExpulsions
    function appeal(bytes32 document) external onlyCoop {
        Expulsion storage expulsion = _expulsions[msg.sender];
        if (document == 0) revert NothingSaid();
        // whoever had no time to appeal has none: `from` is 0
        if (block.timestamp >= expulsion.from || expulsion.appealedAt != 0) revert NothingToAppeal(msg.sender);

        // PHY-15
        expulsion.appealedAt = uint40(block.timestamp);

        emit ExpulsionAppealed(msg.sender, document);
    }

    /// @inheritdoc IExpulsions
    function answerCharges(bytes32 document) external onlyCoop {
        if (document == 0) revert NothingSaid();

        emit ChargesAnswered(msg.sender, document);
    }

    /// @inheritdoc IExpulsions
    function expulsionOf(address coop) external view returns (uint48 from, uint48 appealedAt, bytes32 grounds) {
        Expulsion storage expulsion = _expulsions[coop];
        return (expulsion.from, expulsion.appealedAt, expulsion.grounds);
    }

    /// @inheritdoc IPhyle
    function refresh(address coop) external {
        if (!isCoop(coop)) revert NotACoop(coop);
        _follow(coop);
    }

    /// @inheritdoc IPhyle
    function coopOf(address coop) external view returns (uint48 enteredAt, uint48 leavesAt) {
        Coop storage record = _people.coops[coop];
        bool left = record.leavesAt == LEFT;
        return (record.enteredAt, left ? _people.leftAt[coop][record.spell] : record.leavesAt);
    }

    /// @inheritdoc IPhyle
    function isCoop(address coop) public view returns (bool) {
        // P5, PHY-9
        return _isIn(_people.coops[coop]) && _onRootsRoll(coop);
    }

    /* THE ROOT'S SETTINGS */

    /// @inheritdoc IPhyle
    function acceptRegistrar(address registrar, bool accepted) external onlyRoot {
        _acceptRegistrar(registrar, accepted);
    }

    /// @inheritdoc IPhyle
    function isAcceptedRegistrar(address registrar) external view returns (bool) {
        return _registrars.accepts(registrar);
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
        _registrars.set(registrar, accepted);
        emit RegistrarAccepted(registrar, accepted);
    }

    /// @dev Goes after a co-op to the roll that it has now, see {Adoptions-follow}.
    function _follow(address coop) internal {
        Adoptions.follow(_people, _registrars, coop);
    }

    /// @dev The roll that a co-op has now; zero where it is not read.
    function _rollOf(address coop) internal view returns (address roll) {
        roll = Organs.rollOf(coop);
        if (!_registrars.reads(coop, roll)) roll = address(0);
    }

    /// @dev The snapshot of the root's motion that is carried out now.
    function _snapshotNow() internal view returns (uint256) {
        ICooperative root_ = ICooperative(_root);
        (ProposalId motion, , , ) = root_.executing();
        return IAssembly(root_.assembly_()).proposalSnapshot(ProposalId.unwrap(motion));
    }

    /* PRIVATE */

    function _giveNotice(address coop) private {
        Coop storage record = _people.coops[coop];

        if (record.leavesAt != 0) revert NoticeAlreadyGiven(coop, record.leavesAt);

        uint40 leavesAt = uint40(block.timestamp + _noticePeriod);
        // P3, PHY-4
        record.leavesAt = leavesAt;

        emit CoopGaveNotice(coop, leavesAt);
    }

    /// @dev Tells whether the root decides on an appeal now; reverts where it cannot decide on the expulsion at all.
    function _isHeard(address coop) private view returns (bool) {
        Expulsion storage expulsion = _expulsions[coop];
        uint40 appealedAt = expulsion.appealedAt;
        if (appealedAt == 0) {
            if (expulsion.from != 0) revert ExpulsionRuns(coop, expulsion.from);
            return false;
        }
        // who was not heard in time is as if nothing had been decided
        if (block.timestamp > appealedAt + TIME_TO_HEAR) return false;
        // PHY-15
        if (_snapshotNow() < appealedAt) revert AppealNotHeard(coop, appealedAt);
        return true;
    }

    /// @dev Both registers at once.
    function _leave(address coop, bool onRoll) private {
        Coop storage record = _people.coops[coop];
        delete _expulsions[coop];

        if (_isIn(record)) {
            // A move to another roll that ended its seats earlier is followed first.
            _follow(coop);
            _people.leftAt[coop][record.spell] = uint40(block.timestamp);
            record.leavesAt = LEFT;
            emit CoopDeparted(coop, uint48(block.timestamp));
        }
        // P5
        if (onRoll) _rootsRoll().leaveByRegister(coop);
    }

    /// @dev Entered and not taken out again; whether it is on the root's roll is another question.
    function _isIn(Coop storage record) private view returns (bool) {
        return record.enteredAt != 0 && record.leavesAt != LEFT;
    }

    function _onRootsRoll(address coop) private view returns (bool) {
        return _rootsRoll().isMember(coop);
    }

    function _rootsRoll() private view returns (IMembership) {
        return IMembership(ICooperative(_root).membership());
    }
}

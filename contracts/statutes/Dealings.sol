// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {ChapterState} from "../types/ChapterState.sol";
import {Lock} from "../types/Charter.sol";
import {Kind} from "../types/Kind.sol";

import {Acts} from "./Acts.sol";
import {Constitution} from "./Constitution.sol";
import {IStatutes} from "./IStatutes.sol";
import {Remainders} from "./Remainders.sol";
import {Settings} from "./Settings.sol";

/// @title Dealings
/// @notice What the account may do and with whom: which kind of decision an act needs, which chapters are open, to which
/// federation the co-op belongs, how far the assets are locked, and who gets what is left.
abstract contract Dealings is IStatutes {
    using Constitution for bytes;

    /* STORAGE: amendments */

    Settings internal _settings;
    Acts.Book private _book;
    Remainders.Remainder private _remainder;

    modifier onlyCooperative() {
        // G5
        if (msg.sender != cooperative()) revert AmendmentNotByTheCooperative(msg.sender);
        _;
    }

    /* AMENDMENTS */

    /// @inheritdoc IStatutes
    function setKind(address target, bytes4 selector, Kind kind) external onlyCooperative {
        Acts.setKind(_book, _federationNow(), target, selector, kind);
    }

    /// @inheritdoc IStatutes
    function raiseLock(Lock lock_) external onlyCooperative {
        Settings memory settings = _settingsNow();
        // G7, STA-4
        if (lock_ <= settings.lock) revert LockWouldFall(lock_, settings.lock);
        Remainders.someone(_remainder);
        settings.lock = lock_;
        _settings = settings;
        emit LockRaised(lock_);
    }

    /// @inheritdoc IStatutes
    function openChapter(address chapter) external onlyCooperative {
        Acts.openChapter(_book, _federationNow(), chapter);
    }

    /// @inheritdoc IStatutes
    function closeChapter(address chapter) external onlyCooperative {
        Acts.closeChapter(_book, _federationNow(), chapter);
    }

    /// @inheritdoc IStatutes
    function joinFederation(address phyle) external onlyCooperative {
        Settings memory settings = _settingsNow();
        Remainders.leaveFor(_remainder, phyle);

        settings.federation = phyle;
        _settings = settings;
        emit FederationJoined(phyle);
    }

    /// @inheritdoc IStatutes
    function setCoverage(address chapter) external onlyCooperative {
        Acts.setCoverage(_book, _federationNow(), chapter);
    }

    /// @inheritdoc IStatutes
    function setBody(address body_) external onlyCooperative {
        Remainders.set(_remainder, body_);
    }

    /// @inheritdoc IStatutes
    function giveWay(address next) external {
        Remainders.giveWay(_remainder, next);
    }

    /* READING */

    /// @inheritdoc IStatutes
    function cooperative() public view returns (address) {
        bytes memory args = _args();
        return address(bytes20(args));
    }

    /// @inheritdoc IStatutes
    function lock() external view returns (Lock) {
        return _settingsNow().lock;
    }

    /// @inheritdoc IStatutes
    function register() external view returns (address) {
        return Acts.registerOf(_args().federation(), cooperative());
    }

    /// @inheritdoc IStatutes
    function federation() external view returns (address) {
        return _federationNow();
    }

    /// @inheritdoc IStatutes
    function chapterStateOf(address chapter) external view returns (ChapterState) {
        return Acts.stateOf(_book, _federationNow(), chapter);
    }

    /// @inheritdoc IStatutes
    function coverage() external view returns (address) {
        return _book.coverage;
    }

    /// @inheritdoc IStatutes
    function body() external view returns (address) {
        return Remainders.bodyOf(_remainder);
    }

    /// @inheritdoc IStatutes
    function remainderTo(address asset) external view returns (address to, address cash) {
        return Remainders.toFor(_remainder, asset);
    }

    /// @inheritdoc IStatutes
    function kindOf(address target, uint256 value, bytes calldata data) external view returns (Kind) {
        return Acts.kindOf(_book, _federationNow(), target, value, data);
    }

    /* INSIDE */

    function _args() internal view returns (bytes memory) {
        return Clones.fetchCloneArgs(address(this));
    }

    function _settingsNow() internal view returns (Settings memory settings) {
        settings = _settings;
        if (!settings.amended) settings = _args().settings();
    }

    function _federationNow() internal view returns (address) {
        return _settings.amended ? _settings.federation : _args().federation();
    }
}

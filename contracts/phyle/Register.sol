// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Chapters} from "../libraries/Chapters.sol";
import {IFederation} from "../statutes/IFederation.sol";

import {Epochs} from "./Epochs.sol";
import {IPhyle} from "./IPhyle.sol";

/// @title Register
/// @notice The chapters of a federation: which contract stands under which name, and with which code it was opened.
abstract contract Register is Epochs {
    /// @dev A chapter as it was opened. Two slots.
    struct Opened {
        bytes32 codeHash;
        /// a newer one stands in its place
        bool replaced;
    }

    address internal _root;
    mapping(bytes32 name => address chapter) internal _chapters;
    mapping(address chapter => Opened) private _opened;

    modifier onlyRoot() {
        if (msg.sender != _root) revert NotTheRoot(msg.sender);
        _;
    }

    /// @inheritdoc IPhyle
    function open(string calldata name, address chapter) external onlyRoot {
        bytes32 key = _requireNew(name, chapter);
        _open(name, key, chapter);
    }

    /// @inheritdoc IPhyle
    function replace(string calldata name, address chapter) external onlyRoot {
        bytes32 key = _requireNew(name, chapter);
        address before = _chapters[key];
        if (before == address(0)) revert NothingToReplace();
        // PHY-7
        if (before == address(this)) revert RegisterStays();

        // PHY-6
        _opened[before].replaced = true;
        delete _chapters[key];
        emit ChapterReplaced(name, before, chapter);
        _open(name, key, chapter);
    }

    /// @inheritdoc IFederation
    function chapterOf(bytes32 name) external view returns (address) {
        return _chapters[name];
    }

    /// @inheritdoc IPhyle
    function isChapter(address chapter) external view returns (bool) {
        Opened storage opened = _opened[chapter];
        return opened.codeHash != 0 && !opened.replaced;
    }

    /// @inheritdoc IFederation
    function chapterAt(address chapter) external view returns (bytes32 codeHash, bool current) {
        Opened storage opened = _opened[chapter];
        return (opened.codeHash, !opened.replaced);
    }

    /// @inheritdoc IFederation
    function root() external view returns (address) {
        return _root;
    }

    /// @dev Opens what the federation is founded with.
    function _openFirst(address chapter) internal {
        string memory name = Chapters.nameOf(chapter);
        bytes32 key = Chapters.keyOf(name);
        _open(name, key, chapter);
    }

    function _open(string memory name, bytes32 key, address chapter) private {
        // PHY-5
        if (_chapters[key] != address(0)) revert ChapterNameTaken(_chapters[key]);
        _chapters[key] = chapter;
        _opened[chapter].codeHash = chapter.codehash;
        emit ChapterOpened(chapter, name, chapter.codehash);
    }

    /// @dev A chapter that was once replaced never comes back: what others remember of it stays true.
    function _requireNew(string calldata name, address chapter) private view returns (bytes32 key) {
        // PHY-6
        if (chapter == _root || _opened[chapter].codeHash != 0) revert ChapterAlreadyKnown(chapter);
        return Chapters.keyNamed(chapter, name);
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Chapter} from "../libraries/Chapter.sol";
import {Text} from "../libraries/Text.sol";
import {Titles} from "../libraries/Titles.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";

import {INoticeBoard} from "./INoticeBoard.sol";

/// @title NoticeBoard
/// @dev One for everybody, at the same address on every chain. It has no storage.
contract NoticeBoard is INoticeBoard, Chapter {
    /// @inheritdoc INoticeBoard
    function post(bytes32 document, string calldata title) external {
        // NTC-2
        if (document == 0) revert NoticeMissing();
        if (!Text.isPlain(bytes(title), 1, Titles.MOST_BYTES)) revert NoticeTitleInvalid();

        // NTC-1
        emit NoticePosted(msg.sender, document, title);
    }

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "notice";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        // NTC-3
        return selector == INoticeBoard.post.selector ? Kind.ORDINARY : Kind.ENTRENCHED;
    }
}

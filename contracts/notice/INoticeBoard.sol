// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @title INoticeBoard
/// @notice Public notices of co-ops: each has a title, and a text that relays keep by its digest.
/// @dev It keeps nothing and moves nothing. A notice is what its event says.
/// WHAT IT TRUSTS
/// - Nothing: who posts is who calls.
/// WHO CAN DO WHAT
/// - Whoever calls posts in their own name alone. A reader believes a notice of a co-op that has opened this chapter, by
///   itself or by its federation, and passes over all others.
/// IF NOBODY ACTS
/// - A notice stands for ever; nobody takes one back. A later one can correct it.
/// RULES
/// - NTC-1 A notice is in the name of the account that calls, and of no other.
/// - NTC-2 A notice has a title of 1 to 96 bytes in which everything shows, and a document.
/// - NTC-3 A co-op posts by an everyday decision, unless its statutes ask for more.
interface INoticeBoard {
    /// @notice A co-op has posted a notice.
    /// @param document The sha-256 of its text.
    event NoticePosted(address indexed coop, bytes32 document, string title);

    /// @notice Thrown when no document is named.
    error NoticeMissing();
    /// @notice Thrown when the title is empty, too long, or has characters that do not show.
    error NoticeTitleInvalid();

    /// @notice Posts a notice in the name of the caller. The same text can be posted again.
    /// @param document The sha-256 of its text.
    /// @param title One line of 1 to 96 bytes.
    function post(bytes32 document, string calldata title) external;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev It says what a contract is to a co-op.
enum ChapterState {
    /// not opened: a foreign contract like any other
    NONE,
    /// opened by the co-op, or by the federation that it joined
    OPEN,
    /// the federation has a newer one in its place: what is in it can be taken out, nothing is put in
    EXITS_ONLY,
    /// its code is not the one that was opened: it is not called
    CHANGED
}

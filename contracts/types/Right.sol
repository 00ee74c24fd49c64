// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev It says what a public licence already allows a firm that wants to earn with a work. The freest comes first.
enum Right {
    /// nobody has said what the licence allows
    UNKNOWN,
    /// commercial use, and nothing of one's own has to be shared
    FREE,
    /// commercial use, if what is made of it is shared under the same licence
    SHARE_ALIKE,
    /// commercial use is kept back
    RESERVED
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev A co-op has 1 to 8 classes, numbered from 0.
uint256 constant MAX_CLASSES = 8;

/// @dev Each class has fewer members than this, so that eight counts fit in a word (26 bits each).
uint256 constant MAX_CLASS_SIZE = 1 << 26;

/// @dev The members of a class in such a word.
function membersIn(uint256 counts, uint256 class) pure returns (uint256) {
    return (counts >> (26 * class)) % MAX_CLASS_SIZE;
}

library ClassFlags {
    /// users decide without a cap; lenders and investors do not carry this flag
    uint8 internal constant USER = 1;
    /// natural persons, each a head of the phyle
    uint8 internal constant COOPERATOR = 2;
}

/// @dev A class of members as the statutes define it.
struct ClassDef {
    /// UTF-8, 1 to 24 bytes, padded with zeros
    bytes24 name;
    /// its share of control where a rule counts by CLASS_SHARE, in basis points
    uint16 shareBps;
    /// {ClassFlags}
    uint8 flags;
}

/// @dev A class in one vote: what the tally needs of it.
struct ClassTally {
    uint16 shareBps;
    bool user;
    /// members on the roll at the snapshot
    uint32 members;
    uint32 votesFor;
    uint32 votesAgainst;
    uint32 abstentions;
    uint32 objections;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ClassDef} from "./Classes.sol";
import {RuleWord} from "./RuleWord.sol";

/// @dev How far the assets are locked to the common good. The lock only rises.
enum Lock {
    NONE,
    /// surplus may be shared within the statutes, assets may not be on dissolution
    COMMON_OWNERSHIP,
    /// no surplus is shared either
    FULL
}

/// @dev It says who decides about an application.
enum AdmissionPolicy {
    BY_DECISION,
    BY_SPONSORS
}

/// @dev Everything that a co-op is founded with. The words of the purpose and of the statutes are one document,
/// kept by its sha-256.
struct Charter {
    /// 1 to 64 bytes of UTF-8 without control, zero-width or bidirectional characters
    string name;
    /// sha-256 of the founding document
    bytes32 purpose;
    /// ISO 639-1, lower case, one of {Words}
    bytes2 language;
    Lock lock;
    AdmissionPolicy admission;
    /// sponsors needed where admission is BY_SPONSORS
    uint8 sponsors;
    /// the most that one class may have of control, basis points
    uint16 maxShareBps;
    /// seconds for which a motion that was quorate and lost may not come back
    uint32 coolingPeriod;
    ClassDef[] classes;
    /// by {Kind}; CONSENT may be 0, the co-op then has no consent decisions
    RuleWord[4] rules;
    /// the federation whose chapters count as opened from the first day; zero: none. In a root it is its own
    address federation;
    /// the body that gets what is left when nobody is a member any more; zero: the federation above does. Where there is
    /// a lock there must be one of the two, and in a root this one
    address body;
}

/// @dev A founding member.
struct Founder {
    address wallet;
    uint8 class;
}

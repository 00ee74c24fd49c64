// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {AdmissionPolicy, Lock} from "../types/Charter.sol";

/// @dev The settings that fit into one word; in force where `amended`.
struct Settings {
    bool amended;
    Lock lock;
    AdmissionPolicy admission;
    uint8 sponsors;
    uint16 maxShareBps;
    uint32 coolingPeriod;
    address federation;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev It says where income of the commons comes from, and so what the reference of a pour means.
enum Source {
    /// what a machine earned, a use fee for one; the reference is the machine
    MACHINE,
    /// the commons' part of a licence fee; the reference is the work that was paid for
    LICENCE,
    /// a co-op's own contribution; the reference is its to choose, a year for one
    LEVY,
    /// anything else, from anybody
    GIFT
}

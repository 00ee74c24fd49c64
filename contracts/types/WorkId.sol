// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev The number of a work in the register of a federation, in the order of registering; the first is 1.
type WorkId is uint256;

/// @dev All releases of a work, known by the number of the first.
type Family is uint256;

/// @dev It stands where there is no work.
WorkId constant NO_WORK = WorkId.wrap(0);

/// @dev It stands where a work is the first of a new family.
Family constant NEW_FAMILY = Family.wrap(0);

using {isSameWork as ==, isOtherWork as !=, isOlderWork as <, asFamily} for WorkId global;
using {isSameFamily as ==, isOtherFamily as !=, firstRelease} for Family global;

function isSameWork(WorkId one, WorkId other) pure returns (bool) {
    return WorkId.unwrap(one) == WorkId.unwrap(other);
}

function isOtherWork(WorkId one, WorkId other) pure returns (bool) {
    return WorkId.unwrap(one) != WorkId.unwrap(other);
}

function isOlderWork(WorkId one, WorkId other) pure returns (bool) {
    return WorkId.unwrap(one) < WorkId.unwrap(other);
}

/// @dev The family of which a work is the first release.
function asFamily(WorkId work) pure returns (Family) {
    return Family.wrap(WorkId.unwrap(work));
}

function isSameFamily(Family one, Family other) pure returns (bool) {
    return Family.unwrap(one) == Family.unwrap(other);
}

function isOtherFamily(Family one, Family other) pure returns (bool) {
    return Family.unwrap(one) != Family.unwrap(other);
}

function firstRelease(Family family) pure returns (WorkId) {
    return WorkId.wrap(Family.unwrap(family));
}

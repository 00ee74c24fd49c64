// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev The number of a series of bonds, in the order of floating; the first is 1. It is also its id in ERC-6909.
type SeriesId is uint256;

/// @dev It stands where there is no series.
SeriesId constant NO_SERIES = SeriesId.wrap(0);

using {isSameSeries as ==, isOtherSeries as !=, isOlderSeries as <} for SeriesId global;

function isSameSeries(SeriesId one, SeriesId other) pure returns (bool) {
    return SeriesId.unwrap(one) == SeriesId.unwrap(other);
}

function isOtherSeries(SeriesId one, SeriesId other) pure returns (bool) {
    return SeriesId.unwrap(one) != SeriesId.unwrap(other);
}

function isOlderSeries(SeriesId one, SeriesId other) pure returns (bool) {
    return SeriesId.unwrap(one) < SeriesId.unwrap(other);
}

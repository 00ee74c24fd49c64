// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

/// @dev How many came in lately, in one word: seven spans of five days, the running one included, so never fewer than the
/// last 30 days and at most 35. From the lowest bit: the number of the running span 24, then 24 bits for each span, the
/// running one lowest.
type EntryWord is uint256;

using EntryWords for EntryWord global;

/// @title EntryWords
/// @notice Reads and writes {EntryWord}.
library EntryWords {
    uint256 private constant SPAN = 5 days;
    uint256 private constant SPANS = 7;
    uint256 private constant SPAN_BITS = 24;
    uint256 private constant SPAN_MOST = (1 << SPAN_BITS) - 1;

    /// @dev How many bits a word has.
    uint256 internal constant BITS = SPAN_BITS * (SPANS + 1);

    /// @dev With `coming` more, who come in now, and how many that makes lately.
    function withEntries(EntryWord word, uint256 coming) internal view returns (EntryWord, uint256 entered) {
        // Time does not go back, at most eight classes of 2^26 come in, and seven counters of 24 bits do not overflow.
        unchecked {
            uint256 span = block.timestamp / SPAN;
            uint256 passed = span - (EntryWord.unwrap(word) & SPAN_MOST);
            // Entries that fall out at the top are older than 30 days.
            uint256 spans = passed < SPANS ? (EntryWord.unwrap(word) >> SPAN_BITS) << (SPAN_BITS * passed) : 0;
            spans &= (1 << (SPAN_BITS * SPANS)) - 1;
            uint256 running = (spans & SPAN_MOST) + coming;
            // A full counter stays full: 2^24 entries in five days do not fit into any chain's blocks.
            if (running > SPAN_MOST) running = SPAN_MOST;
            spans = (spans & ~SPAN_MOST) | running;
            for (uint256 rest = spans; rest != 0; rest >>= SPAN_BITS) entered += rest & SPAN_MOST;
            return (EntryWord.wrap(span | (spans << SPAN_BITS)), entered);
        }
    }
}

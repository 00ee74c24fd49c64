// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * For `client.multicall`: many readings in few questions, on any chain, because what gathers them is
 * part of the question. Throws where one of them is refused.
 */
export const TOGETHER = {
  allowFailure: false,
  deployless: true,
  /** Of calls in one question: what nodes take in a call to no contract. */
  batchSize: 7_000,
} as const

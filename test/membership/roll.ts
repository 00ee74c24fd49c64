// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the tests of the roll know of it. */
import { DAY } from '../kit/chain.ts'

export const LONGEST_VOTE = BigInt((42 + 60 + 14) * DAY)
/** The lenders' place in the example charter. */
export const LENDER = 2

export function countsOf(word: bigint): number[] {
  return [0n, 1n, 2n].map((c) => Number((word >> (26n * c)) & ((1n << 26n) - 1n)))
}

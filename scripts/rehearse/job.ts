// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hex, TransactionReceipt } from 'viem'

/** One transaction of a job, as the chain recorded it. */
export interface Paid {
  readonly what: string
  readonly who: 'member' | 'relay' | 'firm'
  readonly gas: number
  /** Of the whole transaction, in bytes, without its signature. */
  readonly bytes: number
  /** By the chain's own receipt, in wei. */
  readonly fee: bigint
}

/** A job was done, but what came of it is not what had to. */
export class WrongOutcome extends Error {
  override readonly name = 'WrongOutcome'
}

/** For what a job has to find as it should be. */
export function must(isSo: boolean, problem: string): asserts isSo {
  if (!isSo) throw new WrongOutcome(problem)
}

export function paid(
  what: string,
  who: Paid['who'],
  { gasUsed, effectiveGasPrice }: TransactionReceipt,
  data: Hex,
): Paid {
  return {
    what,
    who,
    gas: Number(gasUsed),
    bytes: (data.length - 2) / 2,
    fee: gasUsed * effectiveGasPrice,
  }
}

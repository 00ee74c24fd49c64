// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hex } from 'viem'

export interface Recorded {
  readonly block: { readonly number: bigint; readonly timestamp: bigint }
  readonly transaction: { readonly hash: Hex }
  readonly log: { readonly logIndex: number }
}

export const placeOf = ({ block, transaction, log }: Recorded) => ({
  block: Number(block.number),
  time: Number(block.timestamp),
  tx: transaction.hash,
  log: log.logIndex,
})

/** Turns large numbers into text, which JSON can hold. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
}

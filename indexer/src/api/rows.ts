// SPDX-License-Identifier: AGPL-3.0-or-later
/** From rows to what the index answers. */
import type { Place } from '@phyle/sdk/answer'
import { type Address, getAddress, type Hex, zeroHash } from 'viem'

export interface Placed {
  readonly block: number
  readonly time: number
  readonly tx: Hex
}

export const at = ({ block, time, tx }: Placed): Place => ({ block, time, tx })

/** Of about 150 bytes each. */
const MOST_ADDRESSES = 100_000

const written = new Map<Hex, Address>()

/** With its check sum, which takes long to compute; one answer has hundreds. */
export function address(text: Hex): Address {
  const known = written.get(text)
  if (known) return known
  if (written.size >= MOST_ADDRESSES) written.clear()
  const found = getAddress(text)
  written.set(text, found)
  return found
}

export const orNull = (hash: Hex): Hex | null => (hash === zeroHash ? null : hash)

export const amount = (value: bigint): string => value.toString()

export const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n)

/** Newest first, by block and place in it. */
export const newest = <T extends { readonly block: number; readonly log: number }>(
  rows: readonly T[],
): T[] => rows.toSorted((a, b) => b.block - a.block || b.log - a.log)

/** One of a list by its number on chain. */
export function named<const T extends string>(names: readonly T[], code: number): T {
  const name = names[code]
  if (name === undefined) throw new RangeError(`${code} is none of ${names.join(', ')}`)
  return name
}

export const sameAddress = (a: Hex, b: Hex): boolean => a.toLowerCase() === b.toLowerCase()

/** What a route answers when there is no such thing. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

// SPDX-License-Identifier: MIT
import { type Address, getAddress, isAddress } from 'viem'
import { asString, ParseError } from './parse.ts'

/** Reads an address in any case, and gives it with its checksum. */
export function asAddress(value: unknown, place: string): Address {
  const text = asString(value, place)
  if (!isAddress(text, { strict: false })) throw new ParseError(place, 'must be an address')
  return getAddress(text)
}

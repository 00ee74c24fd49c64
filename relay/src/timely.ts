// SPDX-License-Identifier: AGPL-3.0-or-later
import { LATITUDE_SECONDS } from '@phyle/sdk/relay-api'
import { Refusal } from './refusal.ts'

/** Refuses what was signed at another time than that of the chain: an old one is not taken elsewhere. */
export function mustBeOfNow({ issued }: { readonly issued: number }, time: number): void {
  if (Math.abs(issued - time) <= LATITUDE_SECONDS) return
  const why = 'What was signed is of another time.'
  throw new Refusal('expired', why, 'Reload the page and sign again.')
}

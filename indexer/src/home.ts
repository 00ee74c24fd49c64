// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { home } from 'ponder:schema'
import type { Hex } from 'viem'

/** The phyle that a chapter belongs to. */
export async function phyleOf(db: Context['db'], address: Hex): Promise<Hex> {
  const found = await db.find(home, { chapter: address })
  if (!found) throw new Error(`${address} belongs to no phyle`)
  return found.phyle
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { singleton } from 'ponder:schema'
import type { Hex } from 'viem'

/** The phyle that a singleton belongs to. */
export async function phyleOf(db: Context['db'], address: Hex): Promise<Hex> {
  const found = await db.find(singleton, { address })
  if (!found) throw new Error(`${address} belongs to no phyle`)
  return found.phyle
}

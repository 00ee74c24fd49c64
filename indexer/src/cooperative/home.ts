// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { organ } from 'ponder:schema'
import type { Hex } from 'viem'

/**
 * The co-op whose organ an address is; null where it is of none. Organs are read wherever a contract says
 * that it took them, whoever it is: what strangers tell is passed over.
 */
export async function coopOf(db: Context['db'], address: Hex): Promise<Hex | null> {
  return (await db.find(organ, { address }))?.coop ?? null
}

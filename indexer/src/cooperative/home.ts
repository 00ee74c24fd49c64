// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { coop, organ } from 'ponder:schema'
import { type Hex, isAddressEqual } from 'viem'

/**
 * The co-op whose organ an address is; null where it is of none. Organs are read wherever a contract says
 * that it took them, whoever it is: what strangers tell is passed over.
 */
export async function coopOf(db: Context['db'], address: Hex): Promise<Hex | null> {
  return (await db.find(organ, { address }))?.coop ?? null
}

/** The co-op that decides in this assembly; null where none does, or another has taken its place. */
export async function coopIn(db: Context['db'], assembly: Hex): Promise<Hex | null> {
  const address = await coopOf(db, assembly)
  const found = address && (await db.find(coop, { address }))
  return found && isAddressEqual(found.assembly, assembly) ? address : null
}

/** The co-op that these statutes bind; null where they bind none, or others have taken their place. */
export async function coopUnder(db: Context['db'], statutes: Hex): Promise<Hex | null> {
  const address = await coopOf(db, statutes)
  const found = address && (await db.find(coop, { address }))
  return found && isAddressEqual(found.statutes, statutes) ? address : null
}

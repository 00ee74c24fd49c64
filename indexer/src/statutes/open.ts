// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { chapter, joinedFederation, openedChapter } from 'ponder:schema'
import type { Hex } from 'viem'

/**
 * Whether a co-op has an address open as its chapter of this name, by its own decision or by that of the
 * federation that it joined. What a chapter tells of a co-op counts only where this holds: anybody can
 * write a contract that tells the same.
 */
export async function isOpenTo(
  db: Context['db'],
  coop: Hex,
  { address, name }: { readonly address: Hex; readonly name: string },
): Promise<boolean> {
  const own = await db.find(openedChapter, { coop, chapter: address })
  if (own) return own.name === name
  const joined = await db.find(joinedFederation, { coop })
  const common = joined && (await db.find(chapter, { phyle: joined.phyle, address }))
  return common?.name === name
}

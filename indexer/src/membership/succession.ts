// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { latestMember, member, roll } from 'ponder:schema'
import { eq } from 'ponder'
import type { Hex } from 'viem'

/**
 * Enters everybody of the roll before into the one to which a co-op moved, as they are: no event tells of
 * them there. A roll of other code that told of members of its own is left as it told.
 */
export async function takeRoll({ db }: Context, from: Hex, to: Hex): Promise<void> {
  const [told] = await db.sql.select().from(member).where(eq(member.membership, to)).limit(1)
  if (told) return
  for (const table of [member, roll, latestMember] as const) {
    const rows = await db.sql.select().from(table).where(eq(table.membership, from))
    if (rows.length === 0) continue
    const moved = rows.map((row) => ({ ...row, membership: to }))
    await db.insert(table).values(moved as never)
  }
}

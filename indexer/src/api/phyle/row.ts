// SPDX-License-Identifier: AGPL-3.0-or-later
import { db } from 'ponder:api'
import { phyle } from 'ponder:schema'
import { eq } from 'ponder'
import type { Hex } from 'viem'
import { NotFound } from '../rows.ts'

export async function phyleRow(of: Hex): Promise<typeof phyle.$inferSelect> {
  const [row] = await db.select().from(phyle).where(eq(phyle.address, of))
  if (!row) throw unknown(of)
  return row
}

export const unknown = (of: Hex) => new NotFound(`There is no federation ${of}.`)

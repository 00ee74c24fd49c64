// SPDX-License-Identifier: AGPL-3.0-or-later
import { db } from 'ponder:api'
import { coop } from 'ponder:schema'
import { eq } from 'ponder'
import type { Hex } from 'viem'
import { NotFound } from '../rows.ts'

export async function coopRow(of: Hex): Promise<typeof coop.$inferSelect> {
  const [row] = await db.select().from(coop).where(eq(coop.address, of)).limit(1)
  if (!row) throw new NotFound(`There is no co-op ${of}.`)
  return row
}

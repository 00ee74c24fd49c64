// SPDX-License-Identifier: AGPL-3.0-or-later
/** The social accounts and books that co-ops filed with a federation. */
import { filing } from 'ponder:schema'
import type { Filing } from '@phyle/sdk/chapters/phyle/api'
import { and, eq } from 'ponder'
import type { Hex } from 'viem'
import { address, at } from '../rows.ts'
import { first, newestIn } from '../tables.ts'

const filingOf = (one: typeof filing.$inferSelect): Filing => ({
  phyle: address(one.phyle),
  year: one.year,
  document: one.document,
  attester: one.attester && address(one.attester),
  ...at(one),
})

/** What a co-op filed of one sort, the newest first. */
export async function filed(of: Hex, what: string, most: number): Promise<readonly Filing[]> {
  const rows = newestIn(filing, and(eq(filing.coop, of), eq(filing.what, what)))
  return (await first(rows, most)).map(filingOf)
}

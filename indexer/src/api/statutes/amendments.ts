// SPDX-License-Identifier: AGPL-3.0-or-later
import { amendment } from 'ponder:schema'
import type { Json } from '@phyle/sdk/answer'
import type { Amendment } from '@phyle/sdk/chapters/statutes/api'
import { eq } from 'ponder'
import type { Hex } from 'viem'
import { coopRow } from '../cooperative/row.ts'
import { type Listed, merged } from '../page.ts'
import { at } from '../rows.ts'
import { newestIn } from '../tables.ts'

export const amendmentOf = (one: typeof amendment.$inferSelect): Amendment => ({
  what: one.what,
  args: one.args as Record<string, Json>,
  ...at(one),
})

export const amended = (of: Hex) => newestIn(amendment, eq(amendment.coop, of))

/** Amendments of the statutes since the founding. */
export async function amendments(of: Hex): Promise<Listed<Amendment>> {
  const { address: self } = await coopRow(of)
  return merged([amended(self)], (some) => some.map(amendmentOf))
}

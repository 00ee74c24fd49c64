// SPDX-License-Identifier: AGPL-3.0-or-later
/** What one person holds of the bond offers of a federation. */
import { db } from 'ponder:api'
import { position } from 'ponder:schema'
import type { HeldPosition, SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { and, eq } from 'ponder'
import type { Hex } from 'viem'
import { type Listed, merged, type Source } from '../page.ts'
import { selected } from '../tables.ts'
import { positionsOf, seriesByIds } from './series.ts'

type PositionRow = typeof position.$inferSelect

/** What a wallet holds in a federation, the newest offers first. */
export function held(of: Hex, wallet: Hex): Source<PositionRow> {
  const where = and(eq(position.phyle, of), eq(position.holder, wallet))
  return selected<PositionRow>(
    { columns: [[position.series, 'amount']], newestFirst: true },
    {
      rankOf: ({ series }) => [-series],
      select: (one) => db.select().from(position).where(one),
      where,
    },
  )
}

export async function tellHeld(
  of: Hex,
  rows: readonly PositionRow[],
  now: number,
): Promise<readonly HeldPosition[]> {
  const [positions, series] = await Promise.all([
    positionsOf(rows),
    seriesByIds(
      of,
      rows.map((one) => one.series),
      now,
    ),
  ])
  return positions.map((one) => ({
    ...one,
    // A position is made by a pledge, a pledge by a series.
    seriesSummary: series.get(BigInt(one.series)) as SeriesSummary,
  }))
}

export async function positionsHeld(
  wallet: Hex,
  of: Hex,
  now: number,
): Promise<Listed<HeldPosition>> {
  return merged([held(of, wallet)], (rows) => tellHeld(of, rows, now))
}

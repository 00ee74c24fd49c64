// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the lists of the index have in common when they read a table. */
import { db } from 'ponder:api'
import { coop } from 'ponder:schema'
import { fold } from '@phyle/sdk/search'
import { type AnyPgColumn, and, count, like, or, type PgTable } from 'ponder'
import type { Hex } from 'viem'
import { among, inOrder, placeIn, type Slice, type SQL } from './keyset.ts'
import { byPlace, type Source } from './page.ts'

type Placed = PgTable & { readonly block: AnyPgColumn; readonly log: AnyPgColumn }

/** How many rows there are, by an index of the table. */
export async function countOf(table: PgTable, where: SQL | undefined): Promise<number> {
  const [found] = await db.select({ rows: count() }).from(table).where(where)
  return found?.rows ?? 0
}

/** Rows of a table, the newest first. `total` says how many, where something keeps count. */
export const newestIn = <Table extends Placed>(
  table: Table,
  where: SQL | undefined,
  total?: () => Promise<number>,
): Source<Table['$inferSelect']> =>
  inOrder<Table['$inferSelect']>(placeIn(table), {
    rankOf: (row) => byPlace(row as { block: number; log: number }),
    rows: ({ where: beyond, orderBy, most }: Slice) =>
      db
        .select()
        .from(table as PgTable)
        .where(and(where, beyond))
        .orderBy(...orderBy)
        .limit(most),
    count: total ?? (() => countOf(table, where)),
  })

/** The first of a source. */
export const first = <Row>({ read }: Source<Row>, most: number): Promise<readonly Row[]> =>
  read({ bound: undefined, backwards: false, most })

/** Longer searches say nothing more. */
const MOST_WORDS = 8

/** Whether each word of a search is in one of these columns, which hold folded text. */
export function searched(search: string | undefined, columns: readonly AnyPgColumn[]) {
  const words = fold(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
      return or(...columns.map((column) => like(column, pattern)))
    }),
  )
}

/** Names of some co-ops by address. */
export async function namesOf(addresses: readonly Hex[]): Promise<ReadonlyMap<Hex, string>> {
  if (addresses.length === 0) return new Map()
  const rows = await db
    .select({ address: coop.address, name: coop.name })
    .from(coop)
    .where(among(coop.address, addresses))
  return new Map(rows.map((row) => [row.address, row.name]))
}

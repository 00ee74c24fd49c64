// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reads a table for a list of the index. */
import { db } from 'ponder:api'
import { fold } from '@phyle/sdk/search'
import { type AnyPgColumn, and, count, like, or, type PgTable, sql } from 'ponder'
import { inOrder, type Order, placeIn, type SQL } from './keyset.ts'
import { byPlace, type Rank, type Source } from './page.ts'

type Placed = PgTable & { readonly block: AnyPgColumn; readonly log: AnyPgColumn }

/** How many rows there are, by an index of the table. */
export async function countOf(table: PgTable, where: SQL | undefined): Promise<number> {
  const [found] = await db.select({ rows: count() }).from(table).where(where)
  return found?.rows ?? 0
}

/** What is used of a query: its rows in an order, and that it can stand in another. */
interface Query<Row> {
  orderBy(...by: SQL[]): { limit(most: number): PromiseLike<readonly Row[]> }
  getSQL(): SQL
}

export interface Selected<Row> {
  readonly rankOf: (row: Row) => Rank
  /** The query, for rows of which something holds. */
  readonly select: (where: SQL | undefined) => Query<Row>
  readonly where: SQL | undefined
  /** How many rows there are, where something keeps count; else the database counts. */
  readonly count?: (() => Promise<number>) | undefined
}

async function countIn(query: Query<unknown>): Promise<number> {
  const [found] = await db.select({ rows: count() }).from(sql`(${query.getSQL()}) as counted`)
  return found?.rows ?? 0
}

/** The rows of a query, in an order of its columns. */
export const selected = <Row>(
  order: Order,
  { rankOf, select, where, count: total }: Selected<Row>,
): Source<Row> =>
  inOrder<Row>(order, {
    rankOf,
    rows: ({ where: beyond, orderBy, most }) =>
      select(and(where, beyond))
        .orderBy(...orderBy)
        .limit(most),
    count: total ?? (() => countIn(select(where))),
  })

/** Rows of a table, the newest first. `total` says how many, where something keeps count. */
export const newestIn = <Table extends Placed>(
  table: Table,
  where: SQL | undefined,
  total?: () => Promise<number>,
): Source<Table['$inferSelect']> =>
  selected<Table['$inferSelect']>(placeIn(table), {
    rankOf: (row) => byPlace(row as { block: number; log: number }),
    select: (one) =>
      db
        .select()
        .from(table as PgTable)
        .where(one),
    where,
    count: total,
  })

/** The first of a source. */
export const first = <Row>({ read }: Source<Row>, most: number): Promise<readonly Row[]> =>
  read({ bound: undefined, backwards: false, most })

/** Longer searches say nothing more. */
const MOST_WORDS = 8

/** Tells whether each word of a search is in one of these columns, which hold folded text. */
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

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Stretches of a table in the order of some of its columns, as a database reads them by an index. */
import { asc, desc, sql } from 'ponder'
import type { Hex } from 'viem'
import type { Rank, Source, Stretch } from './page.ts'

type Column = Parameters<typeof asc>[0]

/** A piece of a query. */
export type SQL<Value = unknown> = ReturnType<typeof sql<Value>>

/** What a column of an order holds; in a rank all are numbers. */
type Kind = 'integer' | 'amount' | 'address'

export interface Order {
  readonly columns: readonly (readonly [Column, Kind])[]
  readonly newestFirst: boolean
}

const MOST_INTEGER = 2_147_483_647n

/** The newest first, by block and place in it. */
export const placeIn = (table: { readonly block: Column; readonly log: Column }): Order => ({
  columns: [
    [table.block, 'integer'],
    [table.log, 'integer'],
  ],
  newestFirst: true,
})

/** A number of a rank as the column holds it; one that no row can have, as the nearest that it can. */
function valueIn(rank: number | bigint, kind: Kind, newestFirst: boolean): number | string {
  const value = newestFirst ? -BigInt(rank) : BigInt(rank)
  if (kind === 'amount') return value.toString()
  if (kind === 'address') return addressOf(value)
  return Number(value > MOST_INTEGER ? MOST_INTEGER : value < -MOST_INTEGER ? -MOST_INTEGER : value)
}

const addressOf = (value: bigint): Hex =>
  `0x${(value < 0n ? 0n : value).toString(16).padStart(40, '0').slice(0, 40)}`

const listOf = (parts: readonly unknown[]): SQL =>
  sql.join(
    parts.map((part) => sql`${part}`),
    sql`, `,
  )

/** A list as one value of a query: however long it is, it costs the query no more. */
export function arrayOf(values: readonly (string | bigint)[], type: 'text' | 'numeric'): SQL {
  const quoted = values.map(
    (value) => `"${`${value}`.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`,
  )
  return sql`${`{${quoted.join()}}`}::${sql.raw(type)}[]`
}

/** Tells whether a column has one of these values. */
export const among = (
  column: Column,
  values: Iterable<string | bigint>,
  type: 'text' | 'numeric' = 'text',
): SQL => sql`${column} = any(${arrayOf([...new Set(values)], type)})`

/** What a query says to read a stretch: which rows, in which order. */
export function stretchOf(
  { columns, newestFirst }: Order,
  { bound, backwards }: Stretch,
): { readonly where: SQL | undefined; readonly orderBy: SQL[] } {
  const isFalling = newestFirst !== backwards
  const orderBy = columns.map(([column]) => (isFalling ? desc(column) : asc(column)))
  if (!bound) return { where: undefined, orderBy }
  const keys = listOf(columns.map(([column]) => column))
  const values = listOf(columns.map(([, kind], i) => valueIn(bound[i] ?? 0, kind, newestFirst)))
  const sign = sql.raw(`${isFalling ? '<' : '>'}${backwards ? '=' : ''}`)
  return { where: sql`(${keys}) ${sign} (${values})`, orderBy }
}

/** What rows of a query are read by: which of them, in which order, how many. */
export interface Slice {
  readonly where: SQL | undefined
  readonly orderBy: SQL[]
  readonly most: number
}

/** The rows of a query in an order of its columns. */
export const inOrder = <Row>(
  order: Order,
  parts: {
    readonly rankOf: (row: Row) => Rank
    readonly rows: (slice: Slice) => PromiseLike<readonly Row[]>
    readonly count: () => Promise<number>
  },
): Source<Row> => ({
  rankOf: parts.rankOf,
  count: parts.count,
  read: async (stretch) => parts.rows({ ...stretchOf(order, stretch), most: stretch.most }),
})

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Lists in pages: in a fixed order, from the row after a known one on, and never too large to send. */
import type { Paging } from '@phyle/sdk/index-api'

/** Where a row stands, by numbers from the most important on; the smaller comes first. */
export type Rank = readonly (number | bigint)[]

export interface Listed<T> {
  page(asked: PageAsked): Promise<{ readonly data: readonly T[]; readonly page: Paging }>
}

export interface PageAsked {
  /** The place of the last row before the page; undefined for the first page. */
  readonly after: Rank | undefined
  readonly limit: number
}

/** Room for the envelope, below the 200 kB that an answer may have. */
const MOST_BYTES = 190_000

function compare(a: Rank, b: Rank): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    // A number and a bigint that are equal are not identical.
    if (x < y) return -1
    if (x > y) return 1
  }
  return 0
}

export const cursorOf = (rank: Rank): string => rank.join('.')

/** A cursor read back; null when it is none. */
export function rankOf(cursor: string): Rank | null {
  return /^-?\d{1,20}(\.-?\d{1,20}){0,5}$/.test(cursor) ? cursor.split('.').map(BigInt) : null
}

/** By block and place in it, the newest first. */
export const byPlace = ({ block, log }: { readonly block: number; readonly log: number }): Rank => [
  -block,
  -log,
]

/** How many fit into one answer: at least one. */
function fitting(rows: readonly unknown[]): number {
  let bytes = 0
  const over = rows.findIndex((row) => {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1
    return bytes > MOST_BYTES
  })
  return over === -1 ? rows.length : Math.max(1, over)
}

/** Rows in the order of their ranks, of which `tell` says in words only those on the page. */
export function listed<Row, T>(
  rows: readonly Row[],
  rankOfRow: (row: Row) => Rank,
  tell: (rows: readonly Row[]) => Promise<readonly T[]> | readonly T[],
): Listed<T> {
  const ranked = rows
    .map((row) => ({ row, rank: rankOfRow(row) }))
    .toSorted((a, b) => compare(a.rank, b.rank))
  return {
    async page({ after, limit }) {
      const first = after ? ranked.findIndex(({ rank }) => compare(rank, after) > 0) : 0
      const from = first === -1 ? ranked.length : first
      const told = await tell(ranked.slice(from, from + limit).map(({ row }) => row))
      const data = told.slice(0, fitting(told))
      const end = from + data.length
      const last = ranked[end - 1]
      const before = ranked[from - limit - 1]
      return {
        data,
        page: {
          total: ranked.length,
          from,
          next: end < ranked.length && last ? cursorOf(last.rank) : null,
          previous: from === 0 ? null : before ? cursorOf(before.rank) : '',
        },
      }
    },
  }
}

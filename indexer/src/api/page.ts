// SPDX-License-Identifier: AGPL-3.0-or-later
/** Lists in pages: in a fixed order, from the row after a known one on, and never too large to send. */
import type { Paging } from '@phyle/sdk/answer'

/** Where a row stands, by numbers from the most important on; the smaller comes first. */
export type Rank = readonly (number | bigint)[]

/** A place in a list: how many rows come before it, and the rank of the last of them. */
export interface Cursor {
  readonly from: number
  readonly rank: Rank
}

export interface PageAsked {
  /** Where the page begins; undefined for the first page. */
  readonly after: Cursor | undefined
  readonly limit: number
}

export interface Listed<T> {
  page(asked: PageAsked): Promise<{ readonly data: readonly T[]; readonly page: Paging }>
}

/** Which rows of a source are asked for, the nearest to the bound first. */
export interface Stretch {
  /** Undefined: from the first row on. */
  readonly bound: Rank | undefined
  /** Those beyond the bound; or, backwards, the row on the bound and those before it. */
  readonly backwards: boolean
  readonly most: number
}

/** Rows in the order of their ranks, read by stretches; no two have one rank. */
export interface Source<Row> {
  readonly rankOf: (row: Row) => Rank
  readonly read: (stretch: Stretch) => Promise<readonly Row[]>
  readonly count: () => Promise<number>
}

/** Room for the envelope, below the 200 kB that an answer may have. */
export const MOST_BYTES = 190_000

export function compare(a: Rank, b: Rank): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    // A number and a bigint that are equal are not identical.
    if (x < y) return -1
    if (x > y) return 1
  }
  return 0
}

export const cursorOf = ({ from, rank }: Cursor): string => [from, ...rank].join('.')

/** A cursor read back; null when it is none. */
export function readCursor(text: string): Cursor | null {
  if (!/^\d{1,9}(\.-?\d{1,78}){1,5}$/.test(text)) return null
  const [from = '', ...rank] = text.split('.')
  return { from: Number(from), rank: rank.map(BigInt) }
}

/** By block and place in it, the newest first. */
export const byPlace = ({ block, log }: { readonly block: number; readonly log: number }): Rank => [
  -block,
  -log,
]

/** How many fit into one answer: at least one. */
function fitting(rows: readonly unknown[], most: number): number {
  let bytes = 0
  const over = rows.findIndex((row) => {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1
    return bytes > most
  })
  return over === -1 ? rows.length : Math.max(1, over)
}

/** The first rows, as many as fit into so many bytes: for what comes with something else. */
export const within = <T>(rows: readonly T[], bytes: number): readonly T[] =>
  rows.slice(0, fitting(rows, bytes))

interface Ranked<Row> {
  readonly row: Row
  readonly rank: Rank
}

interface Nearest<Row> {
  readonly ranked: readonly Ranked<Row>[]
  /** How many there are, where none of the sources has more than it was asked for. */
  readonly all: number | undefined
}

/** The nearest rows of several sources together. */
async function nearest<Row>(
  sources: readonly Source<Row>[],
  stretch: Stretch,
): Promise<Nearest<Row>> {
  const found = await Promise.all(
    sources.map(async ({ read, rankOf }) =>
      (await read(stretch)).map((row) => ({ row, rank: rankOf(row) })),
    ),
  )
  const way = stretch.backwards ? -1 : 1
  const ranked = found.flat().toSorted((a, b) => way * compare(a.rank, b.rank))
  const isWhole = !stretch.bound && found.every(({ length }) => length < stretch.most)
  return { ranked: ranked.slice(0, stretch.most), all: isWhole ? ranked.length : undefined }
}

/** The first rows of several sources together: for what comes with something else. */
export async function firstOf<Row>(
  sources: readonly Source<Row>[],
  most: number,
): Promise<readonly Row[]> {
  const { ranked } = await nearest(sources, { bound: undefined, backwards: false, most })
  return ranked.map(({ row }) => row)
}

async function countOf<Row>(sources: readonly Source<Row>[]): Promise<number> {
  const counts = await Promise.all(sources.map(({ count }) => count()))
  return counts.reduce((sum, one) => sum + one, 0)
}

const NOTHING: Nearest<never> = { ranked: [], all: undefined }

/** A list of what sources hold together, of which `tell` says in words only what is on the page. */
export function merged<Row, T>(
  sources: readonly Source<Row>[],
  tell: (rows: readonly Row[]) => Promise<readonly T[]> | readonly T[],
): Listed<T> {
  return {
    async page({ after, limit }) {
      const most = limit + 1
      const bound = after?.rank
      const [{ ranked: ahead, all }, { ranked: behind }] = await Promise.all([
        nearest(sources, { bound, backwards: false, most }),
        after ? nearest(sources, { bound, backwards: true, most }) : NOTHING,
      ])
      const [told, total] = await Promise.all([
        tell(ahead.slice(0, limit).map(({ row }) => row)),
        all ?? countOf(sources),
      ])
      const data = told.slice(0, fitting(told, MOST_BYTES))
      const from = behind.length < most ? behind.length : Math.max(after?.from ?? 0, most)
      const last = ahead[data.length - 1]
      const before = behind[limit]
      const isEnd = data.length === ahead.length
      return {
        data,
        page: {
          total,
          from,
          next: !isEnd && last ? cursorOf({ from: from + data.length, rank: last.rank }) : null,
          previous:
            behind.length === 0
              ? null
              : before
                ? cursorOf({ from: from - limit, rank: before.rank })
                : '',
        },
      }
    },
  }
}

/** Rows that are few and known already. */
export function sourceOf<Row>(rows: readonly Row[], rankOf: (row: Row) => Rank): Source<Row> {
  const ranked = rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .toSorted((a, b) => compare(a.rank, b.rank))
  return {
    rankOf,
    count: async () => rows.length,
    read: async ({ bound, backwards, most }) => {
      const first = bound ? ranked.findIndex(({ rank }) => compare(rank, bound) > 0) : 0
      const from = first === -1 ? ranked.length : first
      const found = backwards ? ranked.slice(0, from).toReversed() : ranked.slice(from)
      return found.slice(0, most).map(({ row }) => row)
    },
  }
}

/** A list of rows that are few and known already. */
export const listed = <Row, T>(
  rows: readonly Row[],
  rankOf: (row: Row) => Rank,
  tell: (rows: readonly Row[]) => Promise<readonly T[]> | readonly T[],
): Listed<T> => merged([sourceOf(rows, rankOf)], tell)

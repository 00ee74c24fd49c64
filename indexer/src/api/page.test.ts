// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  byPlace,
  type Cursor,
  cursorOf,
  type Listed,
  listed,
  merged,
  readCursor,
  sourceOf,
} from './page.ts'

interface Row {
  readonly block: number
  readonly log: number
  readonly text: string
}

const row = (block: number, log = 0, text = ''): Row => ({ block, log, text })
const list = (rows: readonly Row[]) =>
  listed(rows, byPlace, (some) => some.map(({ block }) => block))

const cursorIn = (text: string | null | undefined): Cursor | undefined =>
  readCursor(text ?? '') ?? undefined

/** Every page of a list one after the other, as who needs all of it asks. */
async function pagesOf<T>(of: Listed<T>, limit: number) {
  const pages = []
  let after: Cursor | undefined
  while (pages.length < 100) {
    const found = await of.page({ after, limit })
    pages.push(found)
    if (found.page.next === null) return pages
    after = readCursor(found.page.next) ?? assert.fail('a page gave a cursor that cannot be read')
  }
  return assert.fail('the pages do not end')
}

it('gives each row once, the newest first, whatever the order they came in', async () => {
  const rows = [row(3), row(9, 1), row(1), row(9, 2), row(4)]
  const told = listed(rows, byPlace, (some) => some.map(({ block, log }) => `${block}.${log}`))
  const pages = await pagesOf(told, 2)
  assert.deepEqual(
    pages.map(({ data }) => data),
    [['9.2', '9.1'], ['4.0', '3.0'], ['1.0']],
  )
  assert.deepEqual(
    pages.map(({ page }) => [page.total, page.from]),
    [
      [5, 0],
      [5, 2],
      [5, 4],
    ],
  )
})

it('leaves nothing out and shows nothing twice when rows come while somebody turns the page', async () => {
  const first = await list([row(1), row(2), row(3), row(4)]).page({ after: undefined, limit: 2 })
  assert.deepEqual(first.data, [4, 3])
  const later = list([row(1), row(2), row(3), row(4), row(5), row(6)])
  const second = await later.page({ after: cursorIn(first.page.next), limit: 2 })
  assert.deepEqual(second.data, [2, 1])
})

it('goes on at the right place when the row that it stopped at is gone', async () => {
  const { data } = await list([row(1), row(2), row(4)]).page({
    after: { from: 1, rank: byPlace(row(3)) },
    limit: 9,
  })
  assert.deepEqual(data, [2, 1])
})

it('leads back to the page before, and from the second to the first', async () => {
  const all = list([row(1), row(2), row(3), row(4), row(5)])
  const [first, second, third] = await pagesOf(all, 2)
  assert.equal(first?.page.previous, null)
  assert.equal(second?.page.previous, '')
  const back = await all.page({ after: cursorIn(third?.page.previous), limit: 2 })
  assert.deepEqual(back.data, second?.data)
})

it('says that there is nothing, and nothing behind the end', async () => {
  const empty = { total: 0, from: 0, next: null, previous: null }
  assert.deepEqual(await list([]).page({ after: undefined, limit: 50 }), { data: [], page: empty })
  const behind = await list([row(1)]).page({ after: { from: 1, rank: byPlace(row(0)) }, limit: 50 })
  assert.deepEqual([behind.data, behind.page.next], [[], null])
})

it('never sends more than 200 kB, and still sends every row', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => row(i, 0, 'ä'.repeat(5_000)))
  const pages = await pagesOf(
    listed(rows, byPlace, (some) => some),
    50,
  )
  for (const { data } of pages) assert.ok(Buffer.byteLength(JSON.stringify(data)) < 200_000)
  assert.deepEqual(
    pages.flatMap(({ data }) => data.map(({ block }) => block)),
    rows.map(({ block }) => block).toReversed(),
  )
})

it('sends a row by itself when it alone is too large, rather than stop for ever', async () => {
  const rows = [row(1), row(2, 0, 'x'.repeat(300_000)), row(3)]
  const pages = await pagesOf(
    listed(rows, byPlace, (some) => some),
    50,
  )
  assert.deepEqual(
    pages.map(({ data }) => data.map(({ block }) => block)),
    [[3], [2], [1]],
  )
})

it('says in words only what is on the page', async () => {
  const asked: number[] = []
  const all = listed([row(1), row(2), row(3)], byPlace, (some) => {
    asked.push(...some.map(({ block }) => block))
    return some
  })
  await all.page({ after: undefined, limit: 1 })
  assert.deepEqual(asked, [3])
})

it('reads a cursor back as it wrote it, and refuses what is none', () => {
  const cursor = { from: 50, rank: [-12, 3, 2n ** 160n] }
  assert.deepEqual(readCursor(cursorOf(cursor)), { from: 50, rank: cursor.rank.map(BigInt) })
  for (const text of [
    '',
    'x',
    '1',
    '1.',
    '.1',
    '1..2',
    '-1.2',
    '1.--1',
    '1e9',
    `1.${'9'.repeat(79)}`,
  ]) {
    assert.equal(readCursor(text), null, text)
  }
})

it('merges what several sources hold into one order, and counts all of it', async () => {
  const of = (blocks: readonly number[]) =>
    sourceOf(
      blocks.map((block) => row(block)),
      byPlace,
    )
  const both = merged([of([9, 5, 4]), of([8, 1])], (some) => some.map(({ block }) => block))
  const pages = await pagesOf(both, 2)
  assert.deepEqual(
    pages.map(({ data }) => data),
    [[9, 8], [5, 4], [1]],
  )
  assert.deepEqual(
    pages.map(({ page }) => [page.total, page.from]),
    [
      [5, 0],
      [5, 2],
      [5, 4],
    ],
  )
  const back = await both.page({ after: cursorIn(pages[2]?.page.previous), limit: 2 })
  assert.deepEqual(back.data, [5, 4])
})

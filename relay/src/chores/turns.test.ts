// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { openTurns } from './turns.ts'

const tasks = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `${prefix}${i}` }))
const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name)

it('takes the kinds in turn', () => {
  const turns = openTurns(() => 0)
  const order = turns.order([tasks('a', 3), tasks('b', 1), tasks('c', 2)])
  assert.deepEqual(names(order), ['a0', 'b0', 'c0', 'a1', 'c1', 'a2'])
})

it('lets what is refused wait longer each time, and forgets it once it is done', () => {
  let now = 0
  const turns = openTurns(() => now)
  const isDue = () => turns.order([tasks('a', 1)]).length === 1
  const waits: number[] = []
  for (let times = 0; times < 14; times += 1) {
    turns.refused('a0')
    const since = now
    while (!isDue()) now += 30_000
    waits.push((now - since) / 60_000)
  }
  assert.deepEqual(waits.slice(0, 5), [1, 2, 4, 8, 16])
  assert.equal(waits.at(-1), 1_440, 'a day at most')
  turns.done('a0')
  now += 10_000
  turns.refused('a0')
  now += 60_000
  assert.ok(isDue())
})

it('starves nobody: each that could be done is tried in time, whatever is refused', () => {
  const A_ROUND = 40
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 300 }), fc.nat(5), (refused, place) => {
      let now = 0
      const turns = openTurns(() => now)
      const bad = tasks('bad', refused)
      const all = [...bad.slice(0, place), { name: 'good' }, ...bad.slice(place)]
      for (let round = 0; round < 10; round += 1) {
        const tried = turns.order([all]).slice(0, A_ROUND)
        if (names(tried).includes('good')) return
        for (const { name } of tried) turns.refused(name)
        now += 300_000
      }
      assert.fail('never tried')
    }),
  )
})

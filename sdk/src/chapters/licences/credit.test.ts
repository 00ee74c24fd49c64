// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditAt, QUARTER } from './credit.ts'

const START = 200 * QUARTER

test('points count whole for four quarters, then fade by quarters until nothing is left', () => {
  const given = [{ points: 8n, matures: START + 5, counted: true }]
  assert.deepEqual(creditAt(given, START + 10), {
    now: 8n,
    toBook: 0n,
    pending: [],
    fades: [4, 5, 6, 7].map((after) => ({ points: 2n, at: START + after * QUARTER })),
  })
  assert.equal(creditAt(given, START + 5 * QUARTER).now, 4n)
  assert.equal(creditAt(given, START + 7 * QUARTER).now, 0n)
})

test('points that wait, and points that nobody has booked, are told apart and do not count', () => {
  const given = [
    { points: 3n, matures: START + 20, counted: false },
    { points: 5n, matures: START + 5, counted: false },
  ]
  const { now, toBook, pending, fades } = creditAt(given, START + 10)
  assert.deepEqual([now, toBook, fades], [0n, 5n, []])
  assert.deepEqual(pending, [{ points: 3n, matures: START + 20 }])
})

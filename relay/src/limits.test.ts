// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { limitOf } from './limits.ts'

it('gives so many at once, and then as time allows', () => {
  let now = 0
  const limit = limitOf(3, 1, () => now)
  assert.deepEqual(
    [1, 2, 3, 4].map(() => limit.take('a')),
    [true, true, true, false],
  )
  now += 2_000
  assert.deepEqual(
    [1, 2, 3].map(() => limit.take('a')),
    [true, true, false],
  )
})

it('keeps senders apart, and never holds more than the most', () => {
  let now = 0
  const limit = limitOf(2, 1, () => now)
  assert.ok(limit.take('a', 2))
  assert.ok(limit.take('b', 2))
  now += 3_600_000
  assert.ok(limit.take('a', 2))
  assert.equal(limit.take('a'), false)
})

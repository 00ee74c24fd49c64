// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { PATIENCE_MS, Progress } from './progress.ts'

const MINUTE = PATIENCE_MS
const SECOND = 1_000

it('takes an index for stuck that stays where it was while the chain goes on', () => {
  const progress = new Progress(0)
  assert.equal(progress.see({ head: 100, block: 90, now: 0 }), false)
  assert.equal(progress.see({ head: 130, block: 90, now: MINUTE }), false)
  assert.equal(progress.see({ head: 131, block: 90, now: MINUTE + SECOND }), true)
  assert.equal(progress.see({ head: 132, block: 100, now: MINUTE + 2 * SECOND }), false)
})

it('does not take one for stuck that is slow but goes on', () => {
  const progress = new Progress(0)
  for (let minute = 0; minute < 30; minute += 1) {
    const seen = { head: 1_000 + minute * 30, block: minute * 40, now: minute * (MINUTE / 2) }
    assert.equal(progress.see({ ...seen, head: seen.block + 30 }), false)
  }
})

it('waits for no block of a chain that rests, or that a reorganisation took back', () => {
  const progress = new Progress(0)
  assert.equal(progress.see({ head: 100, block: 100, now: 0 }), false)
  assert.equal(progress.see({ head: 100, block: 100, now: 9 * MINUTE }), false)
  assert.equal(progress.see({ head: 110, block: 100, now: 10 * MINUTE }), false)
  assert.equal(progress.see({ head: 105, block: 105, now: 12 * MINUTE }), false)
})

it('takes an index for stuck that has heard nothing of the chain for a while', () => {
  const progress = new Progress(0)
  assert.equal(progress.see({ head: null, block: 100, now: SECOND }), false)
  assert.equal(progress.see({ head: null, block: 100, now: MINUTE + SECOND }), true)
  assert.equal(progress.see({ head: 101, block: 100, now: MINUTE + 2 * SECOND }), false)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isWritten, PATIENCE_MS, Progress, Standstill } from './progress.ts'

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

it('does not say that one has reached the chain before it was seen to', () => {
  const progress = new Progress(0)
  progress.see({ head: null, block: 0, now: 0 })
  progress.see({ head: 100, block: 90, now: SECOND })
  assert.equal(progress.hasReached, false)
  progress.see({ head: 130, block: 100, now: 2 * SECOND })
  assert.equal(progress.hasReached, true)
})

it('takes the one who writes for dead after a minute without a sign', () => {
  assert.equal(isWritten(5_000, 5_000 + MINUTE), true)
  assert.equal(isWritten(5_000, 5_001 + MINUTE), false)
})

it('says of an index that it stands still only where the chain went on all the time', () => {
  const still = new Standstill(MINUTE)
  assert.equal(still.see({ head: 100, block: 100, now: 0 }), false)
  assert.equal(still.see({ head: 101, block: 100, now: 9 * MINUTE }), false)
  assert.equal(still.see({ head: 130, block: 100, now: 10 * MINUTE + SECOND }), true)
})

it('does not say so of one that goes on, that had nothing to read, or whose chain was silent', () => {
  const still = new Standstill(MINUTE)
  for (let minute = 0; minute < 9; minute += 1) {
    assert.equal(still.see({ head: 900, block: 100 + minute, now: minute * MINUTE }), false)
  }
  assert.equal(still.see({ head: null, block: 108, now: 20 * MINUTE }), false)
  assert.equal(still.see({ head: 901, block: 108, now: 21 * MINUTE }), false)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import '../../test/ponder.ts'
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Stated } from './assembly/proposals.ts'

const state = await import('./state.ts')
const bonds = await import('./bonds/series.ts')
const proposals = await import('./assembly/proposals.ts')

it('reads the block and the time out of a checkpoint of Ponder', () => {
  const time = '1795027726'
  const chain = '31337'.padStart(16, '0')
  const block = '4711'.padStart(16, '0')
  const rest = '0'.repeat(16 + 1 + 16)
  assert.deepEqual(state.decodeCheckpoint(time + chain + block + rest), {
    time: 1_795_027_726,
    block: 4_711,
  })
})

type SeriesRow = Parameters<typeof bonds.stateOf>[0]

const series = (changed: Partial<SeriesRow> = {}): SeriesRow =>
  ({
    opensAt: 100,
    subscribeUntil: 200,
    closesAt: 300,
    buyBy: 400,
    units: 10n,
    leastUnits: 10n,
    machine: null,
    redeemed: false,
    ...changed,
  }) as SeriesRow

it('says of a bond offer where it stands by its pledges and the time alone', () => {
  assert.equal(bonds.stateOf(series(), 199), 'open')
  assert.equal(bonds.stateOf(series(), 200), 'closing')
  assert.equal(bonds.stateOf(series(), 299), 'closing')
  assert.equal(bonds.stateOf(series(), 300), 'funded')
  assert.equal(bonds.stateOf(series(), 399), 'funded')
  assert.equal(bonds.stateOf(series(), 400), 'failed')
  assert.equal(bonds.stateOf(series({ units: 9n }), 300), 'failed')
  assert.equal(bonds.stateOf(series({ failed: true }), 300), 'failed')
  assert.equal(bonds.stateOf(series({ machine: 1n }), 900), 'bought')
  assert.equal(bonds.stateOf(series({ machine: 1n, redeemed: true }), 900), 'redeemed')
})

const proposal = (changed: Partial<Stated> = {}): Stated => ({
  voteStart: 100,
  voteEnd: 200,
  expiry: 300,
  executedTime: null,
  cancelledTime: null,
  actions: 1,
  passing: true,
  ...changed,
})

it('says of a decision where it stands as its assembly computes it', () => {
  const { stateOf } = proposals
  assert.equal(stateOf(proposal({ passing: false }), 99), 'pending')
  assert.equal(stateOf(proposal(), 100), 'active')
  assert.equal(stateOf(proposal(), 199), 'active')
  assert.equal(stateOf(proposal({ passing: false }), 200), 'defeated')
  assert.equal(stateOf(proposal(), 200), 'queued')
  assert.equal(stateOf(proposal(), 300), 'expired')
  // A text has nothing to carry out, and does not lapse.
  assert.equal(stateOf(proposal({ actions: 0 }), 900), 'succeeded')
  assert.equal(stateOf(proposal({ executedTime: 260 }), 900), 'executed')
  assert.equal(stateOf(proposal({ cancelledTime: 50, passing: false }), 900), 'cancelled')
})

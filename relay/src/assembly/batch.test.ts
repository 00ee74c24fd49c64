// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { RECORD_BYTES } from '@phyle/sdk/ballot'
import { type Hex, numberToHex, size } from 'viem'
import type { Ballot } from './ballotStore.ts'
import { departureOf, encode, fitting, isDue, judged, MOST_BALLOTS, pack } from './batch.ts'

const SIGNATURE: Hex = `0x${'11'.repeat(64)}`
const MOST_TRANSACTION_BYTES = 131_072

const ballot = (memberId: number, changes: Partial<Ballot> = {}): Ballot => ({
  id: numberToHex(memberId, { size: 32 }),
  assembly: numberToHex(1, { size: 20 }),
  proposal: '1',
  member: numberToHex(memberId, { size: 20 }),
  memberId,
  choice: 'for',
  change: null,
  state: 'waiting',
  because: null,
  received: 0,
  tx: null,
  signature: SIGNATURE,
  reason: null,
  account: false,
  queued: 0,
  ends: 1_000,
  takenBack: false,
  ...changes,
})

const settings = { batchSeconds: 10, closingSeconds: 5 }

it('sends when it is full, when it has waited, or before the close', () => {
  const group = { count: 1, oldest: 0, ends: 1_000_000 }
  assert.equal(isDue(group, { wall: 9_999, chain: 0 }, settings), false)
  assert.ok(isDue({ ...group, count: MOST_BALLOTS }, { wall: 0, chain: 0 }, settings))
  assert.ok(isDue(group, { wall: 10_000, chain: 0 }, settings))
  assert.ok(isDue({ ...group, ends: 35 }, { wall: 0, chain: 0 }, settings))
})

it('leaves by the hour, yet long enough before the close, and says when', () => {
  const hourly = { batchSeconds: 3_600, closingSeconds: 60 }
  const leaves = (oldest: number, ends: number, wall: number, chain: number) =>
    departureOf({ oldest, ends }, { wall, chain }, hourly)
  // The clocks of the machine and of the chain have nothing to do with each other.
  assert.equal(leaves(5_000_000, 900_000, 5_000_000, 100), 3_700)
  assert.equal(leaves(5_000_000, 900_000, 5_600_000, 700), 3_700)
  assert.equal(leaves(5_000_000, 900_000, 9_000_000, 4_100), 4_100, 'long due: now')
  // A vote of half an hour: seven minutes before its close.
  assert.equal(leaves(0, 1_800, 0, 0), 1_380)
  // In the last seven minutes at once, with whatever still comes in.
  for (const chain of [1_380, 1_500, 1_740, 1_800]) {
    const group = { count: 1, oldest: 0, ends: 1_800 }
    assert.ok(isDue(group, { wall: 0, chain }, hourly), `at ${chain}`)
  }
  assert.equal(
    isDue({ count: 1, oldest: 0, ends: 1_800 }, { wall: 0, chain: 1_379 }, hourly),
    false,
  )
})

it('fits the most ballots, and the largest signatures, into one transaction', () => {
  const keys = Array.from({ length: 700 }, (_, i) => ballot(i + 1))
  assert.equal(fitting(keys).length, MOST_BALLOTS)
  assert.ok(size(encode(pack('1', fitting(keys)))) < MOST_TRANSACTION_BYTES)
  const large: Hex = `0x${'22'.repeat(4_096)}`
  const accounts = keys.map((one) => ({ ...one, account: true, signature: large }))
  assert.ok(size(encode(pack('1', fitting(accounts)))) < MOST_TRANSACTION_BYTES)
})

it('packs records by member id, and accounts behind them', () => {
  const packed = pack('1', [ballot(3), ballot(1, { account: true }), ballot(2)])
  assert.deepEqual(
    packed.ballots.map(({ memberId }) => memberId),
    [2, 3, 1],
  )
  assert.ok(packed.call.functionName === 'castBallots')
  assert.equal(size(packed.call.args[1]), 2 * RECORD_BYTES)
  assert.equal(packed.call.args[2].length, 1)
})

it('ASM-12 packs changes for a call of their own', () => {
  const packed = pack('1', [ballot(3, { change: '2' }), ballot(1, { change: '1', account: true })])
  assert.ok(packed.call.functionName === 'castChanges')
  assert.deepEqual(
    packed.call.args[1].map(({ wallet, change }) => [BigInt(wallet), change]),
    [
      [3n, 2n],
      [1n, 1n],
    ],
  )
  const many = Array.from({ length: 600 }, (_, i) => ballot(i + 1, { change: '1' }))
  assert.ok(size(encode(pack('1', fitting(many)))) < MOST_TRANSACTION_BYTES)
})

it('reads which ballots the contract would count', () => {
  const packed = pack('1', [ballot(1), ballot(2), ballot(3)])
  const { counted, refused } = judged(packed, '0x05')
  assert.deepEqual(
    counted.map(({ memberId }) => memberId),
    [1, 3],
  )
  assert.deepEqual(
    refused.map(({ memberId }) => memberId),
    [2],
  )
})

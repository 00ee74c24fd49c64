// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { zeroHash } from 'viem'
import { address, amount, at, named, newest, orNull, sameAddress, sum } from './rows.ts'

const MIXED = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'

it('gives addresses with their check, however they are kept', () => {
  assert.equal(address('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'), MIXED)
  assert.ok(sameAddress(MIXED, '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'))
  assert.ok(!sameAddress(MIXED, `0x${'11'.repeat(20)}`))
})

it('writes amounts out, and sums without losing a unit', () => {
  assert.equal(amount(2n ** 200n + 1n), (2n ** 200n + 1n).toString())
  assert.equal(sum([]), 0n)
  assert.equal(sum([2n ** 64n, 1n, 2n]), 2n ** 64n + 3n)
})

it('takes a hash of zeros for none', () => {
  assert.equal(orNull(zeroHash), null)
  assert.equal(orNull(`0x${'00'.repeat(31)}01`), `0x${'00'.repeat(31)}01`)
})

it('puts the newest first: by block, then by place in it, and leaves what it was given', () => {
  const rows = [
    { block: 3, log: 1 },
    { block: 9, log: 0 },
    { block: 3, log: 4 },
  ]
  assert.deepEqual(newest(rows), [
    { block: 9, log: 0 },
    { block: 3, log: 4 },
    { block: 3, log: 1 },
  ])
  assert.equal(rows[0]?.log, 1)
})

it('tells where something was recorded, and nothing else of the row', () => {
  const row = { block: 4, time: 50, tx: zeroHash, log: 2, title: 'A mill' }
  assert.deepEqual(at(row), { block: 4, time: 50, tx: zeroHash })
})

it('names a number of the chain, and refuses one that it has no name for', () => {
  assert.equal(named(['NONE', 'FULL'], 1), 'FULL')
  assert.throws(() => named(['NONE', 'FULL'], 2), /2 is none of NONE, FULL/)
})

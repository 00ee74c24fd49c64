// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { type Address, decodeFunctionData } from 'viem'
import type { Look } from '../chores/chore.ts'
import { passing } from './passing.ts'

const phyle: Address = '0x00000000000000000000000000000000000000f0'
const ada: Address = '0x0000000000000000000000000000000000000100'
const bo: Address = '0x0000000000000000000000000000000000000101'
const chi: Address = '0x0000000000000000000000000000000000000102'

it('PHY-16 passes on what the time to answer is over for, and once', async () => {
  const estates = new Map<Address, number | null>([
    [ada, 100],
    [bo, 101],
    [chi, null],
  ])
  const tasks = await passing(phyle, { estates })({
    head: { block: 1, time: 100 },
  } as unknown as Look)
  const calls = tasks.map(({ data }) => decodeFunctionData({ abi: iPhyleAbi, data }))
  assert.deepEqual(calls, [{ functionName: 'passOn', args: [ada] }])
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { type Address, decodeFunctionData } from 'viem'
import type { Look } from '../chores/chore.ts'
import { hastening } from './hastening.ts'

const phyle: Address = '0x00000000000000000000000000000000000000f0'
const coop: Address = '0x0000000000000000000000000000000000000100'
const other: Address = '0x0000000000000000000000000000000000000101'
const walletOf = (id: number) => `0x${id.toString(16).padStart(40, '0')}` as Address

/** A look in epoch 1, in which hastening gives the starts told by wallet, or is refused. */
function lookWith(starts: ReadonlyMap<Address, number>): Look {
  const client = {
    readContract: async () => 1n,
    simulateContract: async ({ args }: { args: readonly [Address, Address] }) => {
      const result = starts.get(args[1])
      if (result === undefined) throw new Error('StartedAlready')
      return { result }
    },
  }
  return { chain: { client }, head: { block: 1, time: 1 } } as unknown as Look
}

const seatsOf = (list: readonly (readonly [Address, number, number])[]) =>
  new Map(
    list.map(([of, id, start]) => [
      `${of} ${id}`,
      { coop: of, id: BigInt(id), wallet: walletOf(id), start },
    ]),
  )

async function hastened(
  seats: ReturnType<typeof seatsOf>,
  freed: Set<Address>,
  starts: ReadonlyMap<Address, number>,
) {
  const tasks = await hastening(phyle, { freed, seats })(lookWith(starts))
  return tasks.map(({ data }) => decodeFunctionData({ abi: iPhyleAbi, data }).args)
}

it('P4 moves up the first in line who can, one a co-op at a time', async () => {
  const seats = seatsOf([
    [coop, 3, 4],
    [coop, 1, 2],
    [coop, 2, 3],
    [other, 9, 5],
  ])
  const starts = new Map([
    [walletOf(1), 2],
    [walletOf(2), 2],
    [walletOf(3), 2],
    [walletOf(9), 2],
  ])
  const freed = new Set([coop])
  assert.deepEqual(await hastened(seats, freed, starts), [[coop, walletOf(2)]])
  assert.ok(freed.has(coop))
})

it('asks no more about a co-op in which nothing came free', async () => {
  const seats = seatsOf([
    [coop, 1, 2],
    [coop, 2, 1],
  ])
  const freed = new Set([coop])
  assert.deepEqual(await hastened(seats, freed, new Map([[walletOf(1), 2]])), [])
  assert.equal(freed.size, 0)
})

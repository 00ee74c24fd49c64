// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { zeroAddress } from 'viem'
import { CHORE_GAS, type Chores } from './chore.ts'
import { openChores } from './chores.ts'

type Given = Parameters<typeof openChores>[0]

/** The purposes of what is sent in one round, where each transaction would take so much gas. */
async function sentBy(chores: readonly Chores[], need: bigint): Promise<readonly string[]> {
  const sent: string[] = []
  const chain = {
    client: { estimateGas: async () => need },
    account: zeroAddress,
    head: async () => ({ block: 1, time: 1 }),
  } as unknown as Given['chain']
  const nothing = () => undefined
  const services: Given = {
    ...{ chain, chores, logs: {} as Given['logs'] },
    sender: {
      send: async ({ purpose }) => {
        sent.push(purpose)
        return null
      },
    },
    env: {
      deployment: { chainId: 1, block: 0, registrars: [], house: null },
      executes: false,
    },
    log: { info: nothing, warn: nothing, debug: nothing },
  }
  await openChores(services).tick()
  return sent
}

const doing = (name: string, gas?: bigint): Chores => {
  const find = async () => [{ name, target: zeroAddress, data: '0x' as const }]
  return () => [gas === undefined ? { find } : { find, gas }]
}

it('does those that may cost more after the others, wherever they stand', async () => {
  const chores = [doing('large', 2n * CHORE_GAS), doing('usual'), doing('small', 500_000n)]
  assert.deepEqual(await sentBy(chores, 400_000n), ['chore small', 'chore usual', 'chore large'])
})

it('leaves out what would take more gas than it may', async () => {
  const chores = [doing('large', 2n * CHORE_GAS), doing('usual')]
  assert.deepEqual(await sentBy(chores, CHORE_GAS + 1n), ['chore large'])
})

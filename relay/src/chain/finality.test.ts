// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BlockNotFoundError, type Hex, numberToHex, type PublicClient } from 'viem'
import { openFinality, type Place } from './finality.ts'

interface Asked {
  readonly blockNumber?: bigint
  readonly blockTag?: 'latest' | 'finalized'
}

/** A node that knows a chain up to its head; from a block on it may be of another fork. */
class Node {
  head = 100
  forkedFrom = Number.POSITIVE_INFINITY

  at(block: number): Place {
    const fork = block >= this.forkedFrom ? 2_000_000 : 1_000_000
    return { block, hash: numberToHex(fork + block, { size: 32 }) }
  }

  readonly client = {
    getBlock: async ({ blockNumber, blockTag }: Asked) => {
      const block = blockTag === 'finalized' ? 0 : Number(blockNumber ?? this.head)
      if (block > this.head) throw new BlockNotFoundError({ blockNumber: BigInt(block) })
      const { hash } = this.at(block)
      return { number: BigInt(block), hash, parentHash: this.at(block - 1).hash }
    },
  } as unknown as PublicClient
}

const goneOf = async (finality: ReturnType<typeof openFinality>, places: readonly Place[]) => [
  ...(await finality.look(places)).gone,
]

test('a node that is late takes nothing back', async () => {
  const node = new Node()
  const finality = openFinality(node.client, 64)
  const places = [node.at(97), node.at(99)]
  assert.deepEqual(await goneOf(finality, places), [])
  node.head = 95
  assert.deepEqual(await goneOf(finality, places), [], 'it has not heard of them yet')
  node.head = 105
  assert.deepEqual(await goneOf(finality, places), [])

  node.head = 95
  const anew: readonly Hex[] = await goneOf(openFinality(node.client, 64), places)
  assert.deepEqual(anew, [], 'nor for a relay that starts then')
})

test('what fell while a node was late is noticed when it is not any more', async () => {
  const node = new Node()
  const finality = openFinality(node.client, 64)
  const places = [node.at(97), node.at(99)]
  await finality.look(places)
  node.head = 95
  await finality.look(places)
  node.forkedFrom = 98
  node.head = 101
  assert.deepEqual(await goneOf(finality, places), [places[1]?.hash])
})

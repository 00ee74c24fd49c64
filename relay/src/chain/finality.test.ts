// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  BlockNotFoundError,
  type Hex,
  HttpRequestError,
  numberToHex,
  type PublicClient,
  ResourceNotFoundRpcError,
} from 'viem'
import { openFinality, TIMES_UNKNOWN } from './finality.ts'

const CONFIRMATIONS = 4

/** A chain of a node; `fork` tells blocks from those that stood there before. */
class Chain {
  head = 10
  finalized: number | 'unknown' | 'silent' = 'unknown'
  asked = 0
  #forks: { readonly from: number; readonly name: number }[] = []

  hashOf(block: number): Hex {
    const fork = this.#forks.findLast(({ from }) => block >= from)?.name ?? 0
    return numberToHex(fork * 1_000_000 + block, { size: 32 })
  }

  place(block: number) {
    return { block, hash: this.hashOf(block) }
  }

  /** Other blocks from `from` on, up to `head`. */
  turn(from: number, head: number): void {
    this.#forks.push({ from, name: this.#forks.length + 1 })
    this.head = head
  }

  get client(): PublicClient {
    const getBlock = async ({
      blockNumber,
      blockTag,
    }: {
      blockNumber?: bigint
      blockTag?: string
    }) => {
      this.asked += 1
      if (blockTag === 'finalized') {
        if (this.finalized === 'silent') throw new HttpRequestError({ url: 'http://node' })
        if (this.finalized === 'unknown') throw new ResourceNotFoundRpcError(new Error('no such'))
        return { number: BigInt(this.finalized) }
      }
      const block = blockTag === 'latest' ? this.head : Number(blockNumber)
      if (block > this.head) throw new BlockNotFoundError({ blockNumber: BigInt(block) })
      const { hash } = this.place(block)
      return { number: BigInt(block), hash, parentHash: this.hashOf(block - 1) }
    }
    return { getBlock } as unknown as PublicClient
  }
}

const seenBy = async (
  finality: ReturnType<typeof openFinality>,
  places: readonly { block: number; hash: Hex }[],
) => {
  const { gone, final } = await finality.look(places)
  const blocks = (hashes: ReadonlySet<Hex>) =>
    places.filter(({ hash }) => hashes.has(hash)).map(({ block }) => block)
  return { gone: blocks(gone), final: blocks(final) }
}

it('finds what went away, and asks little of what did not', async () => {
  const chain = new Chain()
  chain.head = 40
  const finality = openFinality(chain.client, 64)
  const places = [5, 20, 30, 39].map((block) => chain.place(block))
  assert.deepEqual(await seenBy(finality, places), { gone: [], final: [] })
  chain.asked = 0
  chain.head = 45
  await finality.look(places)
  assert.equal(chain.asked, 2, 'the newest, and the one that was it before')
  chain.turn(25, 47)
  chain.asked = 0
  assert.deepEqual(await seenBy(finality, places), { gone: [30, 39], final: [] })
  assert.equal(chain.asked, 7, 'nothing below the newest that stands')
  chain.turn(3, 50)
  assert.deepEqual(await seenBy(finality, places), { gone: [5, 20, 30, 39], final: [] })
})

it('finds what stood in a chain that was left between two rounds', async () => {
  const chain = new Chain()
  const finality = openFinality(chain.client, 64)
  const old = chain.place(9)
  await finality.look([old])
  chain.turn(8, 12)
  const young = chain.place(11)
  assert.deepEqual(await seenBy(finality, [old, young]), { gone: [9], final: [] })
})

it('calls nothing final that the node does not, nor before it is deep enough', async () => {
  const chain = new Chain()
  const finality = openFinality(chain.client, CONFIRMATIONS)
  const places = [10, 30].map((block) => chain.place(block))
  chain.head = 33
  chain.finalized = 9
  assert.deepEqual(await seenBy(finality, places), { gone: [], final: [] })
  chain.finalized = 33
  chain.head = 41
  assert.deepEqual(await seenBy(finality, places), { gone: [], final: [10, 30] })
  const deep = openFinality(chain.client, CONFIRMATIONS)
  assert.deepEqual(await seenBy(deep, [chain.place(38)]), { gone: [], final: [] })
})

it('waits longer where the node knows no finalized block, and knows nothing of a silent one', async () => {
  const chain = new Chain()
  const finality = openFinality(chain.client, CONFIRMATIONS)
  const places = [chain.place(10)]
  chain.head = 10 + CONFIRMATIONS * TIMES_UNKNOWN - 1
  assert.deepEqual(await seenBy(finality, places), { gone: [], final: [] })
  chain.head += 20
  assert.deepEqual(await seenBy(finality, places), { gone: [], final: [10] })
  chain.finalized = 'silent'
  await assert.rejects(openFinality(chain.client, CONFIRMATIONS).look(places), HttpRequestError)
})

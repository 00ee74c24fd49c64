// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { NETWORKS, type NodeTraits } from '../../scripts/rehearse/networks.ts'
import { PublicNode } from '../../scripts/rehearse/publicNode.ts'
import type { Call } from '../../scripts/rehearse/rpc.ts'

const HEAD = 5_000
const hex = (number: number) => `0x${number.toString(16)}`

/** A chain of 5 000 blocks that says of each call what it was asked, and has a log in its last block. */
async function chainBehind() {
  const server: Server = createServer(async (request, response) => {
    const body = (await Array.fromAsync(request)).map(String).join('')
    const { id, method, params = [] } = JSON.parse(body) as Call
    const results: Record<string, unknown> = {
      eth_blockNumber: hex(HEAD),
      eth_getTransactionReceipt: { blockNumber: hex(HEAD) },
      eth_getBlockByHash: { number: hex(HEAD) },
    }
    response.end(JSON.stringify({ jsonrpc: '2.0', id, result: results[method] ?? params }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

interface Reply {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

describe('The public node of a rehearsal', () => {
  let chain: Awaited<ReturnType<typeof chainBehind>>
  let node: PublicNode
  let now: number

  const traits: NodeTraits = { ...NETWORKS.base.node, lateBlocks: 2, logBlocks: 1_000 }

  beforeEach(async () => {
    now = 0
    chain = await chainBehind()
    node = await PublicNode.open(chain.url, traits, () => now)
  })
  afterEach(async () => {
    await node[Symbol.asyncDispose]()
    chain.close()
  })

  const post = (body: unknown) => fetch(node.url, { method: 'POST', body: JSON.stringify(body) })
  const ask = async (method: string, ...params: unknown[]): Promise<Reply> =>
    (await (await post({ jsonrpc: '2.0', id: 7, method, params })).json()) as Reply
  /** Every third request meets the late one. */
  const askLate = async (method: string, ...params: unknown[]): Promise<Reply> => {
    while (node.traffic.requests % 3 !== 2) await ask('eth_chainId')
    return ask(method, ...params)
  }

  it('answers each call of a request under its own number', async () => {
    const calls = [21, 22].map((id) => ({ jsonrpc: '2.0', id, method: 'eth_blockNumber' }))
    const replies = (await (await post(calls)).json()) as Reply[]
    expect(replies.map(({ id }) => id)).to.deep.equal([21, 22])
  })

  it('is two nodes, of which one is late', async () => {
    expect((await ask('eth_blockNumber')).result).to.equal(hex(HEAD))
    expect((await askLate('eth_blockNumber')).result).to.equal(hex(HEAD - 2))
    expect((await askLate('eth_call', {}, 'latest')).result).to.deep.equal([{}, hex(HEAD - 2)])
    expect((await askLate('eth_getCode', '0xa')).result).to.deep.equal(['0xa', hex(HEAD - 2)])
  })

  it('knows nothing that the late one has not seen', async () => {
    expect((await ask('eth_getTransactionReceipt', '0x1')).result).to.not.equal(null)
    expect((await askLate('eth_getTransactionReceipt', '0x1')).result).to.equal(null)
    expect((await askLate('eth_getBlockByNumber', hex(HEAD), false)).result).to.equal(null)
    expect((await askLate('eth_call', {}, hex(HEAD))).error?.message).to.equal('header not found')
    expect((await askLate('eth_getLogs', { blockHash: '0x1' })).error?.message).to.equal(
      'unknown block',
    )
  })

  it('leaves out the logs of blocks that the late one has not seen, without a word', async () => {
    const { result } = await askLate('eth_getLogs', { fromBlock: hex(4_900), toBlock: hex(HEAD) })
    expect(result).to.deep.equal([{ fromBlock: hex(4_900), toBlock: hex(HEAD - 2) }])
  })

  it('refuses a range of logs that is too long, in the words of the network', async () => {
    const wide = { fromBlock: hex(1), toBlock: hex(1_001) }
    const response = await post({ id: 1, method: 'eth_getLogs', params: [wide] })
    expect(response.status).to.equal(413)
    expect(((await response.json()) as Reply).error?.message).to.equal('block range too large')
    const least = { fromBlock: hex(1), toBlock: hex(1_000) }
    expect((await ask('eth_getLogs', least)).error).to.equal(undefined)
    expect((await ask('eth_getLogs', { fromBlock: 'earliest' })).error).to.not.equal(undefined)
  })

  it('refuses too many calls in one request', async () => {
    const call = { id: 1, method: 'eth_chainId' }
    expect((await post(Array(11).fill(call))).status).to.equal(400)
    expect((await post(Array(10).fill(call))).status).to.equal(200)
  })

  it('knows no methods of test chains', async () => {
    expect((await ask('hardhat_mine')).error?.code).to.equal(-32_601)
    expect(node.traffic.unknown).to.equal(1)
  })

  it('says when to come back to whoever asks too often, and serves them then', async () => {
    let refused: Response | undefined
    for (let asked = 0; asked <= 2 * traits.requestsPerSecond && !refused; asked += 1) {
      const response = await post({ id: 1, method: 'eth_chainId' })
      if (response.status === 429) refused = response
    }
    expect(refused?.headers.get('retry-after')).to.equal('1')
    expect((await post({ id: 1, method: 'eth_chainId' })).status).to.equal(429)
    now += 1_000
    expect((await post({ id: 1, method: 'eth_chainId' })).status).to.equal(200)
  })

  it('says 429 now and then to whoever asks seldom', async () => {
    const statuses: number[] = []
    for (let asked = 0; asked < 60; asked += 1) {
      now += 1_000
      statuses.push((await post({ id: 1, method: 'eth_chainId' })).status)
    }
    expect(statuses.filter((status) => status === 429)).to.have.length(1)
  })

  it('has a finalized block where the network’s nodes have one, and none where not', async () => {
    const { result } = await ask('eth_getBlockByNumber', 'finalized', false)
    expect(result).to.deep.equal([hex(HEAD - 600), false])
    const without = await PublicNode.open(chain.url, NETWORKS.celo.node)
    const response = await fetch(without.url, {
      method: 'POST',
      body: JSON.stringify({ id: 1, method: 'eth_getBlockByNumber', params: ['finalized', false] }),
    })
    expect(((await response.json()) as Reply).error?.message).to.equal('finalized block not found')
    await without[Symbol.asyncDispose]()
  })
})

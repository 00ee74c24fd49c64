// SPDX-License-Identifier: AGPL-3.0-or-later
/** The index beside a node that counts on but shows no new block any more, to those who asked it before. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import { numberToHex } from 'viem'
import type { Ground } from '../../relay/test/kit.ts'
import { groundFor, Index, inFolder } from './house.ts'

interface Call {
  readonly method: string
  readonly params: readonly unknown[]
}

const house = new AsyncDisposableStack()
let ground: Ground
let index: Index
/** The newest block that the node shows; undefined while it shows all. */
let shown: number | undefined

const asShown = (call: Call): Call =>
  shown !== undefined && call.method === 'eth_getBlockByNumber' && call.params[0] === 'latest'
    ? { ...call, params: [numberToHex(shown), ...call.params.slice(1)] }
    : call

async function node(target: string): Promise<string> {
  const server = createServer(async (incoming, outgoing) => {
    const said = JSON.parse(Buffer.concat(await Array.fromAsync(incoming)).toString())
    const body = JSON.stringify(Array.isArray(said) ? said.map(asShown) : asShown(said))
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(target, { method: 'POST', headers, body })
    outgoing.writeHead(answer.status, headers).end(await answer.text())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  house.defer(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

before(async () => {
  ground = await groundFor(2)
  house.defer(() => ground.close())
  const { client, deploymentsFile } = ground
  const url = await node(ground.url)
  const home = house.use(await inFolder())
  const env = { ...home.env, PHYLE_INDEX_STANDSTILL_SECONDS: '1' }
  index = house.use(Index.in({ ...home, env }, { url, client, deploymentsFile }))
})

after(() => house.disposeAsync())

it('is started again where it stands still, and goes on where it was', async () => {
  await index.start()
  await index.caughtUp()
  shown = Number(await ground.client.getBlockNumber())
  const vote = await ground.openVote()
  await index.until('it was started again', async () =>
    index.said.includes(`it stayed at block ${shown} while the chain went on`),
  )
  assert.equal(index.hasEnded, false)
  shown = undefined
  await index.caughtUp()
  const path = `/api/proposals/${vote.paper.assembly}/${vote.id}`
  const { data } = await index.told('/api/proposals/:assembly/:id', path)
  assert.equal(data.id, vote.id.toString())
})

it('ends where that does not help, with a word on what to look at', async () => {
  shown = Number(await ground.client.getBlockNumber())
  await ground.client.mine({ blocks: 1 })
  const never = index.until('it went on', async () => false)
  await assert.rejects(never, /ended before .*Compare its node with another one/s)
})

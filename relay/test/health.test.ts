// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the relay says of itself, and how long it lets anybody wait. */
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import type { HealthPart, RelayHealth } from '@phyle/sdk/relay-api'
import type { PrivateKeyAccount } from 'viem/accounts'
import { makeApp } from '../src/app.ts'
import { openClock } from '../src/chain/clock.ts'
import { readEnv } from '../src/env.ts'
import { openHealth } from '../src/health.ts'
import { startRelay } from '../src/relay.ts'
import { openServices } from '../src/services.ts'
import type { Database } from '../src/store/database.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { Ground } from './kit.ts'
import { ask, relayOf, send, settingsOf, silent, until, untilState } from './relays.ts'
import { Wire } from './wire.ts'

describe('health', () => {
  let ground: Ground
  let wire: Wire
  let rpc: string
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  before(async () => {
    ground = await Ground.open(3)
  })
  after(() => ground?.close())
  beforeEach(async () => {
    wire = new Wire(ground.url)
    rpc = await wire.open()
  })
  afterEach(() => wire.close())

  const healthOf = (relay: { url: string }) => ask<RelayHealth>(relay, '/health')
  const states = ({ parts }: RelayHealth) =>
    Object.fromEntries(Object.entries(parts).map(([part, { state }]) => [part, state]))

  it('is told part by part, and is 503 where the relay cannot do its work', async () => {
    const relay = await relayOf(ground, 'parts', { PHYLE_RPC_URL: rpc })
    try {
      const well = await healthOf(relay)
      assert.equal(well.status, 200)
      const fine = { node: 'ok', store: 'ok', purse: 'ok', index: 'unknown', clock: 'ok' }
      assert.deepEqual(states(well.body), fine)
      for (const { says } of Object.values(well.body.parts)) assert.match(says, /\.$/)

      for (const mode of ['silent', 'dead', 'garbled'] as const) {
        wire.mode = mode
        const ill = await until(
          'the node is gone',
          () => healthOf(relay),
          ({ body }) => body.parts.node.state === 'wrong',
        )
        assert.equal(ill.status, 503)
        assert.equal(ill.body.parts.node.state, 'wrong')
        assert.equal(ill.body.parts.store.state, 'ok')
        assert.equal(ill.body.parts.purse.state, 'unknown')
        assert.deepEqual([ill.body.block, ill.body.balance], [null, null])
        assert.equal((await ask(relay, '/health/live')).status, 200)
        wire.mode = 'through'
        await until(
          'it is back',
          () => healthOf(relay),
          ({ status }) => status === 200,
        )
      }
    } finally {
      await relay.stop()
    }
  })

  it('answers a ballot in time when the node says nothing, and takes it later', async () => {
    const relay = await relayOf(ground, 'silent', {
      PHYLE_RPC_URL: rpc,
      PHYLE_RELAY_REQUEST_SECONDS: '0.5',
    })
    try {
      const vote = await ground.openVote()
      const ballot = await vote.ballot(member(0), 'for')
      wire.mode = 'silent'
      const late = await send(relay, ballot)
      assert.deepEqual([late.status, late.body.error], [503, 'chainUnreachable'])
      wire.mode = 'through'
      const taken = await until(
        'it is taken',
        () => send(relay, ballot),
        ({ status }) => status === 202,
      )
      await untilState(relay, taken.body.ballot.id, 'counted')
    } finally {
      await relay.stop()
    }
  })

  it('waits for a node that is late at the start, says so, and goes on', async () => {
    wire.mode = 'dead'
    const env = readEnv(settingsOf(ground, 'late', { PHYLE_RPC_URL: rpc }))
    const relay = await startRelay(env, silent)
    try {
      const early = await healthOf(relay)
      assert.equal(early.status, 503)
      assert.equal(early.body.parts.node.state, 'wrong')
      const shut = await ask(relay, `/documents/0x${'00'.repeat(32)}`)
      assert.deepEqual([shut.status, shut.body.error], [503, 'chainUnreachable'])
      wire.mode = 'through'
      await relay.ready
      assert.equal((await healthOf(relay)).status, 200)
    } finally {
      await relay.stop()
    }
  })

  it('says what its disk and its purse lack', async () => {
    const database: Database = openSqlite(':memory:')
    const env = readEnv(settingsOf(ground, 'lacks', { PHYLE_RELAY_KEY: `0x${'52'.repeat(32)}` }))
    const services = openServices(env, database, silent)
    services.health.waitFor(null)
    const app = makeApp(services, env, silent)
    const { address } = services.chain.account
    await database.rows('PRAGMA query_only = ON')
    const answer = await app.request('/health')
    const { parts } = (await answer.json()) as RelayHealth
    assert.equal(answer.status, 503)
    assert.match(parts.store.says, /read-only. Make it writable/)
    assert.equal(parts.purse.state, 'wrong')
    assert.match(parts.purse.says, new RegExp(`Send coin to ${address}`))

    const refused = await app.request('/documents', {
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
      body: 'To mill grain.',
    })
    assert.equal(refused.status, 503)
    await database.rows('PRAGMA query_only = OFF')
    await ground.client.setBalance({ address, value: 10n ** 18n })
    await until(
      'it is well again',
      async () => (await app.request('/health')).status,
      (status) => status === 200,
    )
    await database.close()
  })

  it('tells a chain that stands still, or runs ahead, from one that lives', async () => {
    const now = 1_800_000_000
    const clockAt = async (time: number): Promise<string> => {
      const chain = {
        chainId: 100,
        account: { address: member(0).address },
        head: async () => ({ block: 7n, time }),
      } as unknown as Parameters<typeof openHealth>[0]['chain']
      const desk = openHealth({
        chain,
        queues: [],
        database: { probe: async () => undefined },
        purse: { state: async () => ({ balance: 1n, shortage: null, holdsUp: 'votes' }) },
        env: { executes: false, sendsNow: false, indexUrl: null },
        clock: openClock(chain, () => now * 1_000),
      })
      desk.waitFor(null)
      const { ok, parts } = await desk.read()
      const part: HealthPart = 'clock'
      assert.equal(ok, parts[part].state === 'ok')
      return parts[part].says
    }
    assert.match(await clockAt(now - 12), /Blocks come in/)
    assert.match(await clockAt(now - 600), /no block for 600 seconds/)
    assert.match(await clockAt(now + 600), /600 seconds behind the chain/)
  })

  it('gives figures to Prometheus', async () => {
    const relay = await relayOf(ground, 'figures')
    try {
      await ask(relay, '/nowhere')
      await ask(relay, `/ballots/0x${'00'.repeat(32)}`)
      const text = await (await fetch(`${relay.url}/metrics`)).text()
      assert.match(text, /phyle_relay_part\{part="node"\} 1/)
      assert.match(text, /phyle_relay_requests_total\{method="GET",door="ballots",status="404"\} 1/)
      assert.match(text, /phyle_relay_requests_total\{method="GET",door="other",status="404"\} 1/)
      assert.match(text, /phyle_relay_balance \d/)
    } finally {
      await relay.stop()
    }
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
/** What strangers can make the relay do and keep has an end: questions, rows, bytes, time. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BallotStatus, KeptReason } from '@phyle/sdk/chapters/assembly/api'
import type { Founding, FoundingDraft } from '@phyle/sdk/chapters/cooperative/api'
import type { StoredDocument } from '@phyle/sdk/relay-api'
import { type Address, getAddress, type Hex, numberToHex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { makeApp } from '../src/app.ts'
import { ballotsOf } from '../src/assembly/services.ts'
import { openFoundingStore } from '../src/cooperative/foundingStore.ts'
import { readEnv } from '../src/env.ts'
import { openProfileStore } from '../src/membership/profileStore.ts'
import type { Refusal } from '../src/refusal.ts'
import { openServices } from '../src/services.ts'
import { openRoom } from '../src/store/room.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { keyOf } from './chain.ts'
import { Ground } from './kit.ts'
import { settingsOf, silent } from './relays.ts'
import { Wire } from './wire.ts'

const MOST_ANSWER = 200_000
const addressOf = (number: number): Address => getAddress(numberToHex(number, { size: 20 }))
const hashOf = (number: number): Hex => numberToHex(number, { size: 32 })
const isFull = (error: unknown) => (error as Refusal).body.error === 'full'

describe('bounds on a chain', () => {
  let ground: Ground
  let wire: Wire
  let rpc: string
  before(async () => {
    ground = await Ground.open(2)
    wire = new Wire(ground.url)
    rpc = await wire.open()
  })
  after(async () => {
    await wire?.close()
    await ground?.close()
  })

  const relayWith = (changes: Readonly<Record<string, string>> = {}) => {
    const database = openSqlite(':memory:')
    const env = readEnv(settingsOf(ground, 'bounds', { PHYLE_RPC_URL: rpc, ...changes }))
    const services = openServices(env, database, silent)
    services.health.waitFor(null)
    const app = makeApp(services, env, silent)
    const ask = async <T>(path: string, init?: RequestInit) => {
      const answer = await app.request(path, init)
      const text = await answer.text()
      assert.ok(text.length <= MOST_ANSWER, `${path} has ${text.length} bytes`)
      return { status: answer.status, body: JSON.parse(text) as T & { error?: string } }
    }
    const post = <T>(path: string, body: unknown) =>
      ask<T>(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    return { database, services, ask, post }
  }

  const draftOf = async (founders: readonly Address[]): Promise<FoundingDraft> => {
    const { charter } = ground
    const [a, b, c, d] = charter.rules.map(String) as [string, string, string, string]
    return {
      chainId: 31_337,
      registrar: ground.registrar,
      charter: { ...charter, rules: [a, b, c, d] },
      founders: founders.map((wallet) => ({ wallet, class: 0 })),
      nonce: '1',
      deadline: `${(await ground.time()) + 86_400}`,
    }
  }

  it('asks a handful of questions for a founding of two hundred, and none twice in a block', async () => {
    const { ask, post } = relayWith()
    const founders = Array.from({ length: 200 }, (_, i) => addressOf(i + 1))
    const opened = await post<Founding>('/foundings', await draftOf(founders))
    assert.equal(opened.status, 201)
    assert.equal(opened.body.missing.length, 200)
    await ground.client.mine({ blocks: 1 })
    wire.asked.length = 0
    for (let times = 0; times < 20; times += 1) {
      assert.equal((await ask<Founding>(`/foundings/${opened.body.hash}`)).status, 200)
    }
    const calls = wire.asked.filter((method) => method === 'eth_call').length
    assert.ok(calls <= 10, `${calls} calls for twenty readings`)
  })

  it('refuses foundings that have years to be signed, and drafts without end from one sender', async () => {
    const { post } = relayWith()
    const draft = await draftOf([keyOf(1).address])
    const deadline = `${(await ground.time()) + 400 * 86_400}`
    const late = await post('/foundings', { ...draft, deadline })
    assert.equal(late.body.error, 'charterRefused')
    const statuses: number[] = []
    for (let nonce = 0; nonce < 45; nonce += 1) {
      statuses.push((await post('/foundings', { ...draft, nonce: `${nonce}` })).status)
    }
    assert.equal(statuses[0], 201)
    assert.equal(statuses.at(-1), 429)
  })

  it('keeps documents up to a total, and those that are there for ever', async () => {
    const { ask } = relayWith({ PHYLE_RELAY_STORE_MEGABYTES: '0.5' })
    const put = (content: string) =>
      ask<StoredDocument>('/documents', {
        method: 'PUT',
        headers: { 'content-type': 'text/plain' },
        body: content,
      })
    assert.equal((await put('a'.repeat(60_000))).status, 201)
    const over = await put('b'.repeat(60_000))
    assert.deepEqual([over.status, over.body.error], [503, 'full'])
    assert.equal((await put('a'.repeat(60_000))).status, 201)
    assert.equal((await put('c'.repeat(10_000))).status, 201)
  })

  it('answers the ballots of a vote, and the reasons, page by page', async () => {
    const { database, services, ask } = relayWith()
    const { assembly } = ground.coop
    for (let i = 1; i <= 120; i += 1) {
      const member = addressOf(i)
      await services.use(ballotsOf).put(
        {
          ...{ id: hashOf(1_000 - i), assembly, proposal: '1', member, memberId: i },
          ...{ choice: 'for', state: 'waiting', because: null, received: 1, tx: null },
          ...{
            signature: '0x11',
            reason: null,
            change: null,
            account: false,
            queued: i,
            takenBack: false,
            ends: 2_000_000_000,
          },
        },
        undefined,
      )
      const kept = {
        ...{ chainId: 31_337, assembly, proposal: '1', resolution: '#1', member },
        ...{ choice: 'object', reason: 'x'.repeat(500), signature: `0x${'11'.repeat(4_096)}` },
        received: 1,
      }
      await database.run({
        sql: `INSERT INTO reasons (assembly, proposal, member, kept) VALUES ($1, $2, $3, $4)`,
        values: [assembly.toLowerCase(), '1', member.toLowerCase(), JSON.stringify(kept)],
      })
    }
    const query = `assembly=${assembly}&proposal=1`
    const all = async <T>(door: string, nameOf: (one: T) => string): Promise<readonly T[]> => {
      const found: T[] = []
      for (;;) {
        const last = found.at(-1)
        const after = last === undefined ? '' : `&after=${nameOf(last)}`
        const { body } = await ask<readonly T[]>(`${door}?${query}${after}`)
        if (body.length === 0) return found
        found.push(...body)
      }
    }
    const ballots = await all<BallotStatus>('/ballots', ({ id }) => id)
    const inOrder = Array.from({ length: 120 }, (_, i) => i + 1)
    assert.deepEqual(
      ballots.map(({ memberId }) => memberId),
      inOrder,
    )
    const reasons = await all<KeptReason>('/reasons', ({ member }) => member)
    assert.deepEqual(
      reasons.map(({ member }) => Number(member)),
      inOrder,
    )
    const one = await ask<readonly BallotStatus[]>(`/ballots?${query}&member=${addressOf(77)}`)
    assert.deepEqual(
      one.body.map(({ memberId }) => memberId),
      [77],
    )
  })

  it('keeps the signatures of one founding within one answer', async () => {
    const { post, database } = relayWith()
    const founder = ground.members[0] as PrivateKeyAccount
    const opened = await post<Founding>(
      '/foundings',
      await draftOf([founder.address, addressOf(9)]),
    )
    const { hash } = opened.body
    await database.run({
      sql: `INSERT INTO founding_signatures (hash, founder, signature) VALUES ($1, $2, $3)`,
      values: [hash, addressOf(9), `0x${'11'.repeat(60_000)}`],
    })
    const signature = await founder.sign({ hash })
    const sign = { founder: founder.address, signature }
    assert.equal((await post(`/foundings/${hash}/signatures`, sign)).body.error, 'tooLarge')
  })
})

describe('bounds in the store', () => {
  const DAY = 86_400
  const START = 1_800_000_000

  it('let go of drafts that nobody signed, and of foundings that are over', async () => {
    const database = openSqlite(':memory:')
    let now = START * 1_000
    const room = openRoom(database, 'foundings', { entries: 3, bytes: 1_000_000 })
    const store = openFoundingStore(database, room, () => now)
    const draft = { deadline: `${START + 5 * DAY}` } as FoundingDraft
    for (const number of [1, 2, 3]) await store.put(hashOf(number), draft)
    await store.put(hashOf(3), draft)
    await assert.rejects(store.put(hashOf(4), draft), isFull)
    await store.sign(hashOf(1), { founder: addressOf(1), signature: '0x11' })
    await store.keep(hashOf(1))
    const kept = async () => {
      const rows = await database.rows<{ hash: Hex }>(`SELECT hash FROM foundings ORDER BY hash`)
      return rows.map(({ hash }) => Number(hash))
    }
    await store.prune(START)
    assert.deepEqual(await kept(), [1, 2, 3])

    now += (DAY + 1) * 1_000
    await store.prune(START + DAY)
    assert.deepEqual(await kept(), [1])
    await store.put(hashOf(4), draft)

    now += 40 * DAY * 1_000
    await store.prune(START + 40 * DAY)
    assert.deepEqual(await kept(), [])
    assert.deepEqual(await store.signatures(hashOf(1)), [])
    const [left] = await database.rows(`SELECT entries, bytes FROM room WHERE kind = 'foundings'`)
    assert.deepEqual({ ...left }, { entries: 0, bytes: 0 })
  })

  it('give room back with what is erased', async () => {
    const database = openSqlite(':memory:')
    const room = openRoom(database, 'profiles', { entries: 2, bytes: 1_000 })
    const store = openProfileStore(database, room)
    const put = (number: number, issued: number, bytes: number) => {
      const member = addressOf(number)
      const profile = { chainId: 1, member, name: 'Ada', picture: hashOf(0), issued }
      return store.put(profile, '0x11', new Uint8Array(bytes))
    }
    await put(1, 1, 900)
    await assert.rejects(put(2, 1, 200), isFull)
    await put(1, 2, 700)
    await put(2, 1, 200)
    await assert.rejects(put(3, 1, 1), isFull)
    await store.erase({ chainId: 1, member: addressOf(1), issued: 3 })
    await put(2, 2, 1_000)
    await put(2, 1, 10)
    assert.equal((await store.imageOf(addressOf(2)))?.length, 1_000, 'an older one changes nothing')
  })
})

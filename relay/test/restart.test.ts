// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a restart reads of the chain, for however many co-ops, and from however strict a node. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { stretches } from '@phyle/sdk/log-ranges'
import type { Address, Log } from 'viem'
import { openChain } from '../src/chain/chain.ts'
import { type Book, openBook } from '../src/chores/book.ts'
import { openScan } from '../src/chores/scan.ts'
import { coopsOf } from '../src/cooperative/coops.ts'
import { type Env, readEnv } from '../src/env.ts'
import { peopleOf } from '../src/membership/people.ts'
import type { Database } from '../src/store/database.ts'
import { openLogStore } from '../src/store/logs.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { Ground } from './kit.ts'
import { settingsOf } from './relays.ts'
import { Wire } from './wire.ts'

const COOPS = 12

/** A scan of whoever is on the rolls, and what is known once it has read. */
function scanning(
  env: Env,
  services: Omit<Parameters<typeof openScan>[0], 'env' | 'reading'>,
): { readonly refresh: () => Promise<ReturnType<typeof known>> } {
  const reading = openBook(env, known)
  const scan = openScan({ ...services, env, reading })
  return {
    refresh: async () => {
      await scan.refresh()
      return known(reading.book)
    },
  }
}

const known = (book: Book) => ({
  coops: book.use(coopsOf).coops,
  people: book.use(peopleOf),
})

describe('a restart', () => {
  let ground: Ground
  let wire: Wire
  let rpc: string
  const members = () => ground.members.map(({ address }) => address)

  before(async () => {
    ground = await Ground.bare(3)
    for (let coop = 0; coop < COOPS; coop += 1) {
      await ground.found(members())
      await ground.client.mine({ blocks: 30 })
    }
    wire = new Wire(ground.url)
    rpc = await wire.open()
  })
  after(async () => {
    await wire?.close()
    await ground?.close()
  })

  const scanOf = (database: Database) => {
    const env = readEnv(settingsOf(ground, 'restart', { PHYLE_RPC_URL: rpc }))
    return scanning(env, { chain: openChain(env), logs: openLogStore(database) })
  }
  const questions = () => wire.asked.splice(0).filter((method) => method === 'eth_getLogs').length

  it('asks once for all co-ops, and next time only for what is new', async () => {
    const database = openSqlite(':memory:')
    questions()
    const first = await scanOf(database).refresh()
    assert.equal(first.coops.size, COOPS)
    assert.equal(first.people.size, COOPS * 3)
    assert.equal(questions(), 1)

    await ground.client.mine({ blocks: 100 })
    await ground.found(members())
    const again = scanOf(database)
    const second = await again.refresh()
    assert.equal(questions(), 1)
    assert.equal(second.coops.size, COOPS + 1)
    assert.deepEqual([...second.people.keys()].slice(0, COOPS * 3), [...first.people.keys()])
    const [row] = await database.rows<{ value: string }>(
      `SELECT value FROM meta WHERE name = 'logs up to'`,
    )
    assert.equal(row?.value, `${await ground.client.getBlockNumber()}`)
    await again.refresh()
    assert.equal(questions(), 1)
  })

  it('reads on where it was broken off, in stretches that the node takes', async () => {
    const database = openSqlite(':memory:')
    const env = readEnv(settingsOf(ground, 'strict', { PHYLE_RPC_URL: rpc }))
    const chain = openChain(env)
    const asked: bigint[] = []
    let left = 20
    const strict = {
      getBlockNumber: () => chain.client.getBlockNumber(),
      getLogs: async (of: { fromBlock: bigint; toBlock: bigint; address?: Address }) => {
        const length = of.toBlock - of.fromBlock + 1n
        if (length > 10n) throw new Error('eth_getLogs is limited to a 10 block range')
        if (left === 0) throw new Error('broken off')
        left -= 1
        asked.push(of.fromBlock)
        return (await chain.client.getLogs(of)) as Log[]
      },
    } as unknown as typeof chain.client
    const scan = () =>
      scanning(env, {
        ...{ chain: { client: strict }, logs: openLogStore(database) },
        learned: stretches(),
      })
    await assert.rejects(scan().refresh(), /broken off/)
    const reached = asked.at(-1) ?? 0n
    left = Number.POSITIVE_INFINITY
    asked.length = 0
    const register = await scan().refresh()
    assert.ok((asked[0] ?? 0n) >= reached - 64n)
    assert.equal(register.coops.size, COOPS + 1)
    assert.equal(register.people.size, (COOPS + 1) * 3)
  })

  it('begins anew where other contracts are read than before', async () => {
    const database = openSqlite(':memory:')
    const logs = openLogStore(database)
    await logs.open('one')
    await logs.replace([], 1n, 70n)
    assert.equal((await logs.open('one')).upTo, 70n)
    assert.equal((await logs.open('another')).upTo, null)
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the relay says and does when the chain takes blocks back, however deep they lie. */
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import type { BallotStatus, SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import type { Hex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { makeApp } from '../src/app.ts'
import { carrierOf, departuresOf, intakeOf } from '../src/assembly/services.ts'
import { readEnv } from '../src/env.ts'
import { openServices, type Services } from '../src/services.ts'
import type { Database } from '../src/store/database.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { Ground, type Vote } from './kit.ts'
import { type Cluster, hasPostgres, openCluster, WHY_NOT } from './postgres.ts'
import { type Settings, settingsOf, silent, until } from './relays.ts'
import { Wire } from './wire.ts'

/** Of the local chain, where nothing is named. */
const CONFIRMATIONS = 64

/** A relay whose rounds are done by the test. */
interface Still {
  readonly services: Services
  readonly database: Database
  ask(id: Hex): Promise<BallotStatus>
  /** Takes a ballot in and has it leave with the next round. */
  take(ballot: SignedBallot): Promise<Hex>
  round(): Promise<void>
}

function stillRelay(ground: Ground, database: Database, changes: Settings = {}): Still {
  const env = readEnv(settingsOf(ground, 'still', changes))
  const services = openServices(env, database, silent)
  services.health.waitFor(null)
  const app = makeApp(services, env, silent)
  return {
    services,
    database,
    async ask(id) {
      return (await (await app.request(`/ballots/${id}`)).json()) as BallotStatus
    },
    async take(ballot) {
      const receipt = await services.use(intakeOf).accept(ballot)
      await services.use(departuresOf).ask(ballot.assembly, ballot.proposal)
      return receipt.ballot.id
    },
    async round() {
      await services.sender.settle()
      await services.use(carrierOf).tick()
    },
  }
}

/** @param database a new and empty one */
function takesBack(database: () => Promise<Database>): void {
  let ground: Ground
  let vote: Vote
  let relay: Still
  const open: Database[] = []
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  before(async () => {
    ground = await Ground.open(4)
  })
  after(() => ground?.close())

  const relayOf = async (changes: Settings = {}): Promise<Still> => {
    const made = stillRelay(ground, await database(), changes)
    open.push(made.database)
    return made
  }
  beforeEach(async () => {
    vote = await ground.openVote()
    relay = await relayOf()
  })
  afterEach(() => Promise.all(open.splice(0).map((database) => database.close())))

  /** Puts other blocks in the place of all since `id`, and one more than there were. */
  const turnTo = async (id: Hex): Promise<void> => {
    const head = await ground.client.getBlockNumber()
    await ground.client.revert({ id })
    const root = await ground.client.getBlockNumber()
    await ground.client.increaseTime({ seconds: 7 })
    await ground.client.mine({ blocks: Number(head - root) + 1 })
  }
  const carried = async (of: Still, ballot: SignedBallot): Promise<Hex> => {
    const id = await of.take(ballot)
    await of.round()
    await of.round()
    assert.equal((await of.ask(id)).state, 'counted')
    return id
  }

  for (const depth of [1, 3, 12, 64]) {
    it(`carries again what was counted ${depth} deep`, async () => {
      const root = await ground.client.snapshot()
      const id = await carried(relay, await vote.ballot(member(0), 'for'))
      for (let deeper = 1; deeper < depth; deeper += 1) {
        await ground.client.mine({ blocks: 1 })
        if (deeper % 16 === 1) await relay.round()
      }
      await relay.round()
      await turnTo(root)
      assert.equal((await vote.tally()).for, 0)
      await relay.services.sender.settle()
      const told = await relay.ask(id)
      assert.equal(told.state, 'sent')
      assert.match(told.why ?? '', /took back the block/)
      await relay.round()
      const again = await relay.ask(id)
      assert.equal(again.state, 'counted')
      assert.equal(again.why, null)
      assert.deepEqual(await vote.tally(), { for: 1, against: 0, abstain: 0, object: 0 })
    })
  }

  it('ASM-12 carries a ballot again and then its change, when both went away', async () => {
    const root = await ground.client.snapshot()
    const ballot = await carried(relay, await vote.ballot(member(0), 'for'))
    const change = await carried(relay, await vote.change(member(0), 'against', 1n))
    await turnTo(root)
    for (const id of [ballot, change]) {
      await relay.round()
      await relay.round()
      assert.equal((await relay.ask(id)).state, 'counted')
    }
    assert.deepEqual(await vote.tally(), { for: 0, against: 1, abstain: 0, object: 0 })
  })

  it('ASM-12 keeps a change that cannot count before the ballot of another postbox is there again', async () => {
    const other = await relayOf({ PHYLE_RELAY_KEY: `0x${'62'.repeat(32)}` })
    const { address } = other.services.chain.account
    await ground.client.setBalance({ address, value: 10n ** 18n })
    const root = await ground.client.snapshot()
    await carried(other, await vote.ballot(member(1), 'for'))
    const change = await relay.take(await vote.change(member(1), 'against', 1n))
    await turnTo(root)
    await relay.round()
    assert.equal((await relay.ask(change)).state, 'waiting')
    await other.round()
    await other.round()
    await relay.services.use(departuresOf).ask(vote.paper.assembly, `${vote.id}`)
    await relay.round()
    await relay.round()
    assert.equal((await relay.ask(change)).state, 'counted')
    assert.deepEqual(await vote.tally(), { for: 0, against: 1, abstain: 0, object: 0 })
  })

  it('says so when the vote closed before it could be carried again', async () => {
    const root = await ground.client.snapshot()
    const id = await carried(relay, await vote.ballot(member(0), 'for'))
    await ground.client.mine({ blocks: 12 })
    await relay.round()
    await ground.client.revert({ id: root })
    await ground.client.setNextBlockTimestamp({ timestamp: BigInt(vote.ends + 1) })
    await ground.client.mine({ blocks: 20 })
    await relay.services.sender.settle()
    assert.equal((await relay.ask(id)).state, 'sent')
    const told = await until(
      'it is skipped',
      async () => {
        await relay.round()
        return relay.ask(id)
      },
      ({ state }) => state === 'skipped',
    )
    assert.deepEqual(told.because, { code: 'closedAgain' })
    assert.match(told.why ?? '', /took back the block.*closed/)
    assert.equal((await vote.tally()).for, 0)
  })

  it('carries what another postbox had counted, when that went away', async () => {
    const key: Hex = `0x${'42'.repeat(32)}`
    const { address } = privateKeyToAccount(key)
    await ground.client.setBalance({ address, value: 10n ** 20n })
    const other = await relayOf({ PHYLE_RELAY_KEY: key })
    const ballot = await vote.ballot(member(1), 'against')
    const id = await relay.take(ballot)
    const root = await ground.client.snapshot()
    await carried(other, ballot)
    await relay.round()
    assert.deepEqual(
      [(await relay.ask(id)).state, (await relay.ask(id)).tx],
      ['counted', null],
      'without a transaction of its own',
    )
    await ground.client.mine({ blocks: 12 })
    await relay.round()
    await turnTo(root)
    await relay.services.use(carrierOf).tick()
    const told = await relay.ask(id)
    assert.notEqual(told.state, 'counted')
    await relay.services
      .use(departuresOf)
      .ask(ballot.assembly, ballot.proposal)
      .catch(() => undefined)
    await relay.round()
    await relay.round()
    assert.equal((await relay.ask(id)).state, 'counted')
    assert.equal((await vote.tally()).against, 1)
  })

  it('lets a member say something else meanwhile, and says which of both counts', async () => {
    const root = await ground.client.snapshot()
    const first = await carried(relay, await vote.ballot(member(2), 'for'))
    await turnTo(root)
    const second = await relay.take(await vote.ballot(member(2), 'against'))
    await relay.services.sender.settle()
    assert.notEqual((await relay.ask(first)).state, 'counted')
    for (let rounds = 0; rounds < 3; rounds += 1) await relay.round()
    const states = [(await relay.ask(first)).state, (await relay.ask(second)).state]
    const { for: yes, against } = await vote.tally()
    assert.equal(yes + against, 1)
    assert.equal(states[0] === 'counted', yes === 1)
    assert.equal(states[1] === 'counted', against === 1)
  })

  it('takes ballots of what was proposed in the place of a proposal that went away', async () => {
    const root = await ground.client.snapshot()
    const first = await ground.openVote('To mill rye')
    const gone = await carried(relay, await first.ballot(member(0), 'for'))
    await turnTo(root)
    const second = await ground.openVote('To mill oats')
    assert.equal(second.id, first.id)
    await relay.round()
    await relay.round()
    assert.notEqual((await relay.ask(gone)).state, 'counted')
    await carried(relay, await second.ballot(member(1), 'against'))
    assert.deepEqual(await second.tally(), { for: 0, against: 1, abstain: 0, object: 0 })
  })

  it('asks one thing a round however much it watches, and nothing once all is final', async () => {
    const wire = new Wire(ground.url)
    const watching = await relayOf({ PHYLE_RPC_URL: await wire.open() })
    try {
      for (const i of [0, 1, 2]) await carried(watching, await vote.ballot(member(i), 'for'))
      await watching.round()
      const asked = async () => {
        const before = wire.asked.length
        await watching.round()
        return wire.asked.length - before
      }
      assert.equal(await asked(), 1)
      await ground.client.mine({ blocks: 1 })
      assert.equal(await asked(), 1, 'the child of the block that was the newest')
      await ground.client.mine({ blocks: CONFIRMATIONS })
      await watching.round()
      assert.equal(await asked(), 0)
      const [left] = await watching.database.rows<{ count: number }>(
        `SELECT COUNT(*) AS count FROM transactions WHERE state <> 'final'`,
      )
      assert.equal(left?.count, 0)
    } finally {
      await wire.close()
    }
  })
}

describe('blocks that go away, on SQLite', () => takesBack(async () => openSqlite(':memory:')))

describe('blocks that go away, on Postgres', { skip: hasPostgres ? false : WHY_NOT }, () => {
  let cluster: Cluster
  before(async () => {
    cluster = await openCluster()
  })
  after(() => cluster?.stop())

  takesBack(async () => openPostgres(await cluster.database()))
})

// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the relay pays when the chain stands still, when it grows dear, and out of an empty purse. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { formatEther, type Hex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { ballotsOf, carrierOf, intakeOf } from '../src/assembly/services.ts'
import { readEnv } from '../src/env.ts'
import { openServices, type Services } from '../src/services.ts'
import type { Database } from '../src/store/database.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { Ground, type Vote } from './kit.ts'
import { type Settings, settingsOf, silent } from './relays.ts'

const KEY: Hex = `0x${'51'.repeat(32)}`
const relay = privateKeyToAccount(KEY).address
const COIN = 10n ** 18n
const GWEI = 10n ** 9n

interface Form {
  readonly tx: number
  readonly max_fee: string
}

describe('fees on a chain', () => {
  let ground: Ground
  let database: Database
  let services: Services
  let vote: Vote
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  before(async () => {
    ground = await Ground.open(4)
  })
  after(() => ground?.close())

  const begin = (changes: Settings = {}, kept?: Database) => {
    database = kept ?? openSqlite(':memory:')
    const settings = settingsOf(ground, 'fees', {
      PHYLE_RELAY_KEY: KEY,
      PHYLE_RELAY_BATCH_SECONDS: '0.001',
      ...changes,
    })
    services = openServices(readEnv(settings), database, silent)
  }
  beforeEach(async () => {
    await ground.client.setAutomine(true)
    await ground.client.setBalance({ address: relay, value: COIN })
    vote = await ground.openVote()
    begin()
  })

  const round = async () => {
    await services.sender.settle()
    await services.use(carrierOf).tick()
  }
  const posted = async (i: number) =>
    (await services.use(intakeOf).accept(await vote.ballot(member(i), 'for'))).ballot.id
  const forms = () => database.rows<Form>(`SELECT tx, max_fee FROM attempts ORDER BY made`)
  const stateOf = async (id: Hex) => (await services.use(ballotsOf).byId(id))?.state
  /** A block in which gas costs so much; what offers less stays outside. */
  const dearBlock = async (base: bigint) => {
    await ground.client.setNextBlockBaseFeePerGas({ baseFeePerGas: base })
    await ground.client.mine({ blocks: 1 })
  }

  it('an hour without blocks costs nothing more', async () => {
    await ground.client.setAutomine(false)
    const id = await posted(0)
    await round()
    const [first] = await forms()
    for (let minute = 0; minute < 60; minute += 1) await round()
    assert.deepEqual(await forms(), [first])
    await ground.client.mine({ blocks: 1 })
    await round()
    assert.equal(await stateOf(id), 'counted')
  })

  it('offers more once dear blocks passed it by, at most twice the price, and is counted', async () => {
    await ground.client.setAutomine(false)
    const id = await posted(0)
    await round()
    const [first] = (await forms()) as [Form]
    const dear = BigInt(first.max_fee) * 3n
    await dearBlock(dear)
    await round()
    assert.equal((await forms()).length, 1, 'one block is no reason')
    await dearBlock(dear)
    await dearBlock(dear)
    await round()
    const [, second] = await forms()
    assert.ok(second)
    const tip = await ground.client.estimateMaxPriorityFeePerGas()
    assert.ok(BigInt(second.max_fee) >= dear)
    assert.ok(BigInt(second.max_fee) <= 2n * (dear + tip))
    await round()
    assert.equal((await forms()).length, 2, 'and not again for the same blocks')
    await ground.client.mine({ blocks: 1 })
    await round()
    assert.equal(await stateOf(id), 'counted')
    assert.equal((await vote.tally()).for, 1)
  })

  it('an empty purse is a state: nothing is signed, and once filled it pays the normal price', async () => {
    const normal = (await ground.client.getBlock()).baseFeePerGas ?? 0n
    await ground.client.setBalance({ address: relay, value: 1_000n })
    const id = await posted(0)
    for (let times = 0; times < 20; times += 1) await round()
    assert.deepEqual(await forms(), [])
    const { shortage } = await services.purse.state()
    assert.match(shortage ?? '', /The purse is empty.*Send coin to 0x/)

    await ground.client.setBalance({ address: relay, value: COIN })
    assert.equal((await services.purse.state()).shortage, null)
    await round()
    await round()
    assert.equal(await stateOf(id), 'counted')
    const [only, ...others] = (await forms()) as [Form]
    assert.deepEqual(others, [])
    const tip = await ground.client.estimateMaxPriorityFeePerGas()
    assert.ok(BigInt(only.max_fee) <= 2n * (normal + tip))
  })

  it('a purse that ran dry under a signed form sends the same one when there is coin', async () => {
    await ground.client.setAutomine(false)
    const id = await posted(0)
    await round()
    const before = await forms()
    await ground.client.request({
      method: 'hardhat_dropTransaction',
      params: [(await database.rows<{ hash: Hex }>(`SELECT hash FROM attempts`))[0]?.hash],
    } as never)
    await ground.client.setBalance({ address: relay, value: 0n })
    for (let block = 0; block < 5; block += 1) {
      await ground.client.mine({ blocks: 1 })
      await round()
    }
    assert.deepEqual(await forms(), before)
    assert.match((await services.purse.state()).shortage ?? '', /empty/)
    await ground.client.setBalance({ address: relay, value: COIN })
    await round()
    await ground.client.mine({ blocks: 1 })
    await round()
    assert.equal(await stateOf(id), 'counted')
    assert.deepEqual(await forms(), before)
  })

  it('keeps to the budget of a day, over restarts, and says when it begins anew', async () => {
    const first = await posted(0)
    await round()
    await round()
    assert.equal(await stateOf(first), 'counted')
    const spentToday = await services.purse.spentToday()
    begin({ PHYLE_RELAY_BUDGET_PER_DAY: formatEther(spentToday + GWEI) }, database)
    const second = await posted(1)
    await round()
    assert.equal(await stateOf(second), 'waiting')
    assert.match((await services.purse.state()).shortage ?? '', /budget of the day is used up/)
    assert.equal((await forms()).length, 1)
    begin({}, database)
    await round()
    await round()
    assert.equal(await stateOf(second), 'counted')
  })

  it('ASM-12 carries changes of counted votes out of half the budget, so that ballots are never starved', async () => {
    const first = await posted(0)
    await round()
    await round()
    assert.equal(await stateOf(first), 'counted')
    const spent = await services.purse.spentToday()
    const [form] = await forms()
    // Of the whole day enough for a batch is left, of its half too little for a change.
    const most = BigInt(form?.max_fee ?? 0) * 250_000n
    begin({ PHYLE_RELAY_BUDGET_PER_DAY: formatEther(spent + most) }, database)
    const change = await services.use(intakeOf).accept(await vote.change(member(0), 'against', 1n))
    const ballot = await posted(1)
    await round()
    await round()
    assert.equal(await stateOf(ballot), 'counted')
    assert.equal(await stateOf(change.ballot.id), 'waiting')
  })

  it('counts what was spent to the day', async () => {
    const id = await posted(0)
    await round()
    await round()
    assert.equal(await stateOf(id), 'counted')
    const had = COIN - (await ground.client.getBalance({ address: relay }))
    const spentToday = await services.purse.spentToday()
    assert.ok(spentToday >= had && spentToday < had + GWEI)
  })
})

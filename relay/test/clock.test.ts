// SPDX-License-Identifier: AGPL-3.0-or-later
/** A chain that makes no block while a vote closes: what is promised, and what is said afterwards. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ballotReceiptTypedData } from '@phyle/sdk/chapters/assembly/api'
import { verifyTypedData } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { statusOf } from '../src/assembly/ballotStore.ts'
import { ballotsOf, carrierOf, intakeOf } from '../src/assembly/services.ts'
import { openClock } from '../src/chain/clock.ts'
import { readEnv } from '../src/env.ts'
import type { Refusal } from '../src/refusal.ts'
import { openServices } from '../src/services.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { Ground } from './kit.ts'
import { settingsOf, silent } from './relays.ts'

const isSaid = (error: string, why: RegExp) => (thrown: unknown) => {
  const { body } = thrown as Refusal
  assert.equal(body.error, error)
  assert.match(body.why, why)
  return true
}

describe('the clock of the chain', () => {
  let ground: Ground
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  before(async () => {
    ground = await Ground.open(6)
  })
  after(() => ground?.close())

  /** A relay whose machine's clock the test sets. */
  const relayAt = () => {
    const database = openSqlite(':memory:')
    const hand = { wall: Date.now() }
    const env = readEnv(settingsOf(ground, 'clock', { PHYLE_RELAY_BATCH_SECONDS: '3600' }))
    const services = openServices(env, database, silent, undefined, () => hand.wall)
    return { hand, env, services }
  }

  it('takes nothing that the next block would come too late for', async () => {
    const { hand, services } = relayAt()
    const vote = await ground.openVote()
    await services.use(intakeOf).accept(await vote.ballot(member(0), 'for'))
    hand.wall += (vote.ends - (await ground.time()) - 3) * 1_000
    await assert.rejects(
      services.use(intakeOf).accept(await vote.ballot(member(1), 'for')),
      isSaid('tooLate', /too soon for the postbox/),
    )
    hand.wall += 10_000
    await assert.rejects(
      services.use(intakeOf).accept(await vote.ballot(member(1), 'for')),
      isSaid('voteClosed', /over/),
    )
  })

  it('pays for no batch that cannot count, and tells the member what is left to do', async () => {
    const { hand, services } = relayAt()
    const vote = await ground.openVote()
    const { ballot } = await services.use(intakeOf).accept(await vote.ballot(member(0), 'for'))
    hand.wall += (vote.ends - (await ground.time()) + 60) * 1_000
    await services.use(carrierOf).tick()
    assert.equal((await services.use(ballotsOf).byId(ballot.id))?.state, 'waiting')

    await ground.client.setNextBlockTimestamp({ timestamp: BigInt(vote.ends + 60) })
    await ground.client.mine({ blocks: 1 })
    await services.chain.head('fresh')
    await services.use(carrierOf).tick()
    const skipped = await services.use(ballotsOf).byId(ballot.id)
    assert.ok(skipped)
    assert.equal(skipped.state, 'skipped')
    assert.deepEqual(skipped.because, { code: 'closed' })
    const { why } = statusOf(skipped, null)
    assert.match(why ?? '', /^The vote closed before the chain took the ballot in/)
    assert.match(why ?? '', /nothing can be added any more.*can be put again/)
    assert.equal(await vote.batches(), 0)
  })

  it('says in the receipt that the chain is silent, and shuts before the close then', async () => {
    const { hand, env, services } = relayAt()
    const vote = await ground.openVote()
    hand.wall = (await ground.time()) * 1_000
    const clock = openClock(services.chain, () => hand.wall, false)
    const intake = intakeOf({ ...services, clock })
    const well = await intake.accept(await vote.ballot(member(0), 'for'))
    assert.ok(well.sends !== null)
    assert.match(well.says, /counts once it is on the chain/)

    hand.wall += 3_600_000
    const unsure = await intake.accept(await vote.ballot(member(1), 'for'))
    assert.equal(unsure.sends, null)
    assert.match(unsure.says, /taken in nothing for 60 minutes.*counts only if the chain goes on/)
    const { ballot, relay, signature } = unsure
    const typedData = ballotReceiptTypedData(31_337, ballot)
    assert.ok(await verifyTypedData({ ...typedData, address: relay, signature }))

    hand.wall = (vote.ends - 9 * env.closingSeconds) * 1_000
    await assert.rejects(
      intake.accept(await vote.ballot(member(2), 'for')),
      isSaid('tooLate', /cannot promise that a ballot still counts/),
    )
  })
})

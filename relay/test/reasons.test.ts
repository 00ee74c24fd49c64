// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { KeptReason } from '@phyle/sdk/chapters/assembly/api'
import { type Reason, reasonTypedData } from '@phyle/sdk/reason'
import type { RelayRefusal } from '@phyle/sdk/relay-api'
import type { Relay } from '../src/relay.ts'
import { keyOf } from './chain.ts'
import { Ground, type Vote } from './kit.ts'
import { ask, post, relayOf } from './relays.ts'

describe('reasons', () => {
  let ground: Ground
  let relay: Relay

  before(async () => {
    ground = await Ground.open(3)
    relay = await relayOf(ground, 'reasons')
  })
  after(async () => {
    await relay?.stop()
    await ground?.close()
  })

  const walletOf = (number: number) => ground.members[number] ?? keyOf(number)

  const said = async (vote: Vote, number: number, reason: string, by = number, later = 0) => {
    const { timestamp } = await ground.client.getBlock()
    const given: Reason = {
      chainId: vote.paper.chainId,
      assembly: vote.paper.assembly,
      proposal: `${vote.id}`,
      resolution: vote.paper.resolution,
      member: walletOf(number).address,
      choice: 'object',
      reason,
      issued: Number(timestamp) + later,
    }
    return { ...given, signature: await walletOf(by).signTypedData(reasonTypedData(given)) }
  }
  const of = (vote: Vote) =>
    ask<KeptReason[]>(relay, `/reasons?assembly=${vote.paper.assembly}&proposal=${vote.id}`)

  it('are kept with their signature, the newest of each member, and shown to anybody', async () => {
    const vote = await ground.openVote()
    const other = await ground.openVote()
    await post(relay, '/reasons', await said(vote, 0, 'It is too loud.'))
    const last = await said(vote, 0, 'It is too loud at night.', 0, 1)
    const { status } = await post(relay, '/reasons', last)
    assert.equal(status, 201)
    const { body } = await of(vote)
    assert.deepEqual(
      body.map(({ received: _, ...kept }) => kept),
      [last],
    )
    assert.deepEqual((await of(other)).body, [])
  })

  it('brings nothing older back, whoever has seen it, and takes nothing of another time', async () => {
    const vote = await ground.openVote()
    const first = await said(vote, 0, 'It is too loud.')
    const last = await said(vote, 0, 'It is quiet enough.', 0, 1)
    for (const one of [first, last]) {
      assert.equal((await post(relay, '/reasons', one)).status, 201)
    }
    const replayed = await post<RelayRefusal>(relay, '/reasons', first)
    assert.deepEqual([replayed.status, replayed.body.error], [409, 'older'])
    const old = await post<RelayRefusal>(relay, '/reasons', await said(vote, 1, 'Old.', 1, -3_700))
    assert.equal(old.body.error, 'expired')
    assert.deepEqual(
      (await of(vote)).body.map(({ reason }) => reason),
      ['It is quiet enough.'],
    )
  })

  it('are shown page by page, and those of one member by themselves', async () => {
    const vote = await ground.openVote()
    for (const number of [0, 1, 2]) {
      await post(relay, '/reasons', await said(vote, number, `I am number ${number}.`))
    }
    const path = `/reasons?assembly=${vote.paper.assembly}&proposal=${vote.id}`
    const members = (await of(vote)).body.map(({ member }) => member)
    assert.equal(members.length, 3)
    const rest = await ask<KeptReason[]>(relay, `${path}&after=${members[0]}`)
    assert.deepEqual(
      rest.body.map(({ member }) => member),
      members.slice(1),
    )
    assert.deepEqual((await ask(relay, `${path}&after=${members[2]}`)).body, [])
    const one = await ask<KeptReason[]>(relay, `${path}&member=${members[1]}`)
    assert.deepEqual(
      one.body.map(({ member }) => member),
      [members[1]],
    )
  })

  it('are taken for every open vote, however many there are', async () => {
    for (let votes = 0; votes < 8; votes += 1) {
      const vote = await ground.openVote()
      const { status } = await post(relay, '/reasons', await said(vote, 1, 'It is too loud.'))
      assert.equal(status, 201)
    }
  })

  it('refuses what another signed, who is not on the roll, and what comes late', async () => {
    const vote = await ground.openVote()
    const refused = async (body: unknown) => {
      const answer = await post<RelayRefusal>(relay, '/reasons', body)
      return [answer.status, answer.body.error]
    }
    assert.deepEqual(await refused(await said(vote, 0, 'No.', 1)), [400, 'notSigned'])
    assert.deepEqual(await refused(await said(vote, 77, 'No.')), [403, 'notOnTheRoll'])
    assert.deepEqual(await refused(await said(vote, 0, 'x'.repeat(501))), [400, 'malformed'])
    await ground.client.setNextBlockTimestamp({ timestamp: BigInt(vote.ends + 60) })
    await ground.client.mine({ blocks: 1 })
    assert.deepEqual(await refused(await said(vote, 0, 'Late.')), [409, 'voteClosed'])
    assert.deepEqual((await of(vote)).body, [])
  })
})

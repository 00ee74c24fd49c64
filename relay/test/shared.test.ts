// SPDX-License-Identifier: AGPL-3.0-or-later
/** Two relays with one key on one Postgres: both take ballots in, one sends, the other takes over. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Relay } from '../src/relay.ts'
import { Ground } from './kit.ts'
import { type Cluster, hasPostgres, openCluster, WHY_NOT } from './postgres.ts'
import { relayOf, send, untilState } from './relays.ts'

describe('relays that share a Postgres', { skip: hasPostgres ? false : WHY_NOT }, () => {
  let ground: Ground
  let cluster: Cluster
  before(async () => {
    cluster = await openCluster()
    ground = await Ground.open(8)
  })
  after(async () => {
    await ground?.close()
    cluster?.stop()
  })
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  it('carry each ballot once, also after the one that sends has ended', async () => {
    const DATABASE_URL = await cluster.database()
    const one = await relayOf(ground, 'one', { DATABASE_URL })
    const two = await relayOf(ground, 'two', { DATABASE_URL })
    let isOneUp = true
    try {
      const vote = await ground.openVote()
      const voted = async (relay: Relay, i: number): Promise<Hex> => {
        const { status, body } = await send(relay, await vote.ballot(member(i), 'for'))
        assert.equal(status, 202)
        return body.ballot.id
      }
      const first = await Promise.all([0, 1, 2, 3].map((i) => voted(i % 2 ? one : two, i)))
      for (const id of first) await untilState(two, id, 'counted')
      await one.stop()
      isOneUp = false
      const second = await Promise.all([4, 5].map((i) => voted(two, i)))
      for (const id of second) await untilState(two, id, 'counted')
      assert.equal((await vote.tally()).for, 6)
      // The same ballot at both, at once, is one.
      const three = await relayOf(ground, 'three', { DATABASE_URL })
      const ballot = await vote.ballot(member(6), 'against')
      const both = await Promise.all([send(two, ballot), send(three, ballot)])
      assert.equal(both[0].body.ballot.id, both[1].body.ballot.id)
      await untilState(three, both[0].body.ballot.id, 'counted')
      assert.equal((await vote.tally()).against, 1)
      await three.stop()
    } finally {
      await two.stop()
      if (isOneUp) await one.stop()
    }
  })
})

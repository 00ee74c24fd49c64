// SPDX-License-Identifier: AGPL-3.0-or-later
/** A relay on a disk that is really full. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { RelayHealth } from '@phyle/sdk/relay-api'
import type { Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Relay } from '../src/relay.ts'
import { Ground } from './kit.ts'
import { ask, post, relayOf, send, statusOf, until, untilState } from './relays.ts'
import { SmallDisk } from './smallDisk.ts'

const MEMBERS = 12
const disk = SmallDisk.make()
const skip = typeof disk === 'string' ? disk : false

describe('a full disk', { skip }, () => {
  let ground: Ground
  let relay: Relay

  const open = () =>
    relayOf(ground, 'disk', {
      PHYLE_RELAY_DATA: join((disk as SmallDisk).folder, 'relay.sqlite'),
      PHYLE_RELAY_BATCH_SECONDS: '3600',
    })
  before(async () => {
    ground = await Ground.open(MEMBERS)
    relay = await open()
  })
  after(async () => {
    await relay?.stop()
    await ground?.close()
    if (disk instanceof SmallDisk) disk[Symbol.dispose]()
  })

  const health = () => ask<RelayHealth>(relay, '/health')

  it('is named, nothing is promised on it, and what was promised before is kept', async () => {
    const small = disk as SmallDisk
    const vote = await ground.openVote()
    const member = (i: number) => ground.members[i] as PrivateKeyAccount
    const promised: Hex[] = []
    const take = async (i: number) => {
      const answer = await send(relay, await vote.ballot(member(i), 'for'))
      if (answer.status === 202) promised.push(answer.body.ballot.id)
      return answer
    }
    assert.equal((await take(0)).status, 202)
    small.fill()

    // What was free inside of its files still takes some.
    let refused = 0
    for (let i = 1; i < MEMBERS - 1; i += 1) {
      const { status, body } = await take(i)
      small.fill()
      if (status === 202) continue
      refused += 1
      assert.equal(status, 503)
      assert.equal(body.error, 'full')
      assert.match(body.why ?? '', /cannot keep/)
      assert.match(body.now ?? '', /Send your vote yourself/)
    }
    assert.ok(refused > 0, 'the disk was never full')
    const told = await until('health says so', health, ({ status }) => status === 503)
    assert.match(told.body.parts.store.says, /relay\.sqlite cannot grow: its disk is full/)
    for (const id of promised) assert.equal((await statusOf(relay, id)).state, 'waiting')
    // Nothing leaves that cannot be written down.
    const { assembly } = ground.coop
    await post(relay, '/ballots/departures', { assembly, proposal: `${vote.id}` })

    small.makeRoom()
    const well = await until('health is well again', health, ({ status }) => status === 200)
    assert.equal(well.body.parts.store.state, 'ok')
    assert.equal((await take(MEMBERS - 1)).status, 202)
    await relay.stop()
    relay = await open()
    for (const id of promised) assert.notEqual((await statusOf(relay, id)).state, undefined)
    await post(relay, '/ballots/departures', { assembly, proposal: `${vote.id}` })
    for (const id of promised) await untilState(relay, id, 'counted')
    assert.equal((await vote.tally()).for, promised.length)
  })
})

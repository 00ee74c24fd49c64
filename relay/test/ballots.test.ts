// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BallotReceipt, BallotStatus } from '@phyle/sdk/chapters/assembly/api'
import { ballotReceiptTypedData } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import { concatHex, slice, verifyTypedData } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Relay } from '../src/relay.ts'
import { Ground } from './kit.ts'
import { ask, post, relayOf, send, statusOf, untilState } from './relays.ts'

describe('ballots', () => {
  let ground: Ground
  let relay: Relay
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  before(async () => {
    ground = await Ground.open(10)
    relay = await relayOf(ground, 'ballots')
  })
  after(async () => {
    await relay?.stop()
    await ground?.close()
  })

  const refused = async (ballot: unknown, error: string, status: number) => {
    const answer = await post(relay, '/ballots', ballot)
    assert.equal(answer.body.error, error)
    assert.equal(answer.status, status)
    assert.ok((answer.body.why?.length ?? 0) > 10, 'says why')
    assert.ok((answer.body.now?.length ?? 0) > 10, 'says what can be done')
  }

  it('answers with a receipt that its key signed, and carries the ballot', async () => {
    const vote = await ground.openVote()
    const { status, body } = await send(relay, await vote.ballot(member(0), 'for'))
    assert.equal(status, 202)
    assert.equal(body.ballot.state, 'waiting')
    const genuine = await verifyTypedData({
      ...ballotReceiptTypedData(31337, body.ballot),
      address: body.relay,
      signature: body.signature,
    })
    assert.ok(genuine)
    const counted = await untilState(relay, body.ballot.id, 'counted')
    assert.match(counted.tx ?? '', /^0x[0-9a-f]{64}$/)
    assert.deepEqual(await vote.tally(), { for: 1, against: 0, abstain: 0, object: 0 })
  })

  it('puts what waits into one transaction, in the order of member ids', async () => {
    const vote = await ground.openVote()
    const receipts: BallotReceipt[] = []
    for (const i of [5, 2, 8, 1]) {
      receipts.push((await send(relay, await vote.ballot(member(i), 'abstain'))).body)
    }
    for (const { ballot } of receipts) await untilState(relay, ballot.id, 'counted')
    assert.equal((await vote.tally()).abstain, 4)
    assert.equal(await vote.batches(), 1)
    const path = `/ballots?assembly=${vote.paper.assembly}&proposal=${vote.id}`
    const { body } = await ask<BallotStatus[]>(relay, path)
    const ids = body.map(({ memberId }) => memberId)
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => a - b),
    )
    assert.ok(body.every((ballot) => !('signature' in ballot)))
  })

  it('ASM-9 carries objections with their reasons, and takes none without', async () => {
    const vote = await ground.openVote()
    const why = 'Der Fluß trocknet aus.\n\nSeht selbst.'
    const objection = await vote.objection(member(4), why)
    await refused({ ...objection, reason: 'I changed my mind.' }, 'notSigned', 400)
    await refused(await vote.ballot(member(4), 'object'), 'malformed', 400)
    await refused({ ...(await vote.ballot(member(4), 'for')), reason: why }, 'malformed', 400)
    const receipts = [objection, await vote.ballot(member(5), 'for')].map((one) => send(relay, one))
    for (const { body } of await Promise.all(receipts)) {
      await untilState(relay, body.ballot.id, 'counted')
    }
    assert.deepEqual(await vote.tally(), { for: 1, against: 0, abstain: 0, object: 1 })
  })

  it('G10 ASM-12 changes a ballot that was counted, by higher numbers alone', async () => {
    const vote = await ground.openVote()
    const change = (choice: Choice, number: bigint) => vote.change(member(6), choice, number)
    await refused(await change('against', 1n), 'nothingToChange', 409)
    const first = await send(relay, await vote.ballot(member(6), 'for'))
    assert.equal(first.body.ballot.change, null)
    await untilState(relay, first.body.ballot.id, 'counted')
    await refused(await vote.ballot(member(6), 'against'), 'alreadyCounted', 409)

    const { status, body } = await send(relay, await change('against', 3n))
    assert.deepEqual([status, body.ballot.state, body.ballot.change], [202, 'waiting', '3'])
    const genuine = await verifyTypedData({
      ...ballotReceiptTypedData(31337, body.ballot),
      address: body.relay,
      signature: body.signature,
    })
    assert.ok(genuine)
    await untilState(relay, body.ballot.id, 'counted')
    assert.deepEqual(await vote.tally(), { for: 0, against: 1, abstain: 0, object: 0 })
    await refused(await change('abstain', 2n), 'older', 409)
    await refused(await change('abstain', 3n), 'older', 409)
    const again = await send(relay, await change('abstain', 4n))
    await untilState(relay, again.body.ballot.id, 'counted')
    assert.deepEqual(await vote.tally(), { for: 0, against: 0, abstain: 1, object: 0 })
    const path = `/ballots?assembly=${vote.paper.assembly}&proposal=${vote.id}&member=${member(6).address}`
    const kept = await ask<BallotStatus[]>(relay, path)
    assert.deepEqual(
      kept.body.map(({ change, state }) => [change, state]),
      [
        [null, 'counted'],
        ['3', 'counted'],
        ['4', 'counted'],
      ],
    )
  })

  it('ASM-12 takes no change of another’s, of another number, without one, or to object', async () => {
    const vote = await ground.openVote()
    const { body } = await send(relay, await vote.ballot(member(7), 'for'))
    await untilState(relay, body.ballot.id, 'counted')
    const own = await vote.change(member(7), 'against', 1n)
    await refused({ ...own, change: '2' }, 'notSigned', 400)
    await refused({ ...own, choice: 'abstain' }, 'notSigned', 400)
    await refused({ ...own, member: member(8).address }, 'notSigned', 400)
    for (const change of ['0', '01', '-1', 'x', `${2n ** 256n}`]) {
      await refused({ ...own, change }, 'malformed', 400)
    }
    const objecting = await vote.change(member(7), 'object', 1n)
    await refused(objecting, 'malformed', 400)
    await refused({ ...objecting, reason: 'The river.' }, 'malformed', 400)
    await ground.client.setBalance({ address: member(7).address, value: 10n ** 18n })
    await ground.client.writeContract({
      ...{ address: vote.paper.assembly, abi: iAssemblyAbi, account: member(7) },
      functionName: 'castVote',
      args: [vote.id, 2],
    })
    await ground.client.mine({ blocks: 1 })
    await refused(own, 'alreadyCounted', 409)
  })

  it('ASM-12 pays for ten changes of a member in one vote, and for no more', async () => {
    const vote = await ground.openVote()
    const change = (number: number) =>
      vote.change(member(1), number % 2 === 0 ? 'for' : 'against', BigInt(number))
    const { body } = await send(relay, await vote.ballot(member(1), 'for'))
    await untilState(relay, body.ballot.id, 'counted')
    for (let number = 1; number <= 10; number += 1) {
      const taken = await send(relay, await change(number))
      await untilState(relay, taken.body.ballot.id, 'counted')
    }
    await refused(await change(11), 'enoughChanges', 429)
  })

  it('ASM-12 says of a change that another one of its number was counted first', async () => {
    const folder = { PHYLE_RELAY_BATCH_SECONDS: '3600' }
    const slow = await relayOf(ground, 'other', folder)
    try {
      const vote = await ground.openVote()
      const { body } = await send(relay, await vote.ballot(member(5), 'for'))
      await untilState(relay, body.ballot.id, 'counted')
      const kept = await send(slow, await vote.change(member(5), 'against', 1n))
      const first = await send(relay, await vote.change(member(5), 'abstain', 1n))
      await untilState(relay, first.body.ballot.id, 'counted')
      const { id, assembly, proposal } = kept.body.ballot
      await post(slow, '/ballots/departures', { assembly, proposal })
      const { because } = await untilState(slow, id, 'skipped')
      assert.deepEqual(because, { code: 'otherBallot', counts: 'abstain' })
    } finally {
      await slow.stop()
    }
  })

  it('ASM-12 keeps the highest number of a member that waits, over a restart', async () => {
    const folder = { PHYLE_RELAY_BATCH_SECONDS: '3600' }
    let slow = await relayOf(ground, 'slow', folder)
    try {
      const vote = await ground.openVote()
      const { body } = await send(relay, await vote.ballot(member(9), 'for'))
      await untilState(relay, body.ballot.id, 'counted')
      const one = await send(slow, await vote.change(member(9), 'against', 1n))
      const five = await send(slow, await vote.change(member(9), 'abstain', 5n))
      const late = await post(slow, '/ballots', await vote.change(member(9), 'against', 4n))
      assert.equal(late.body.error, 'older')
      assert.equal((await statusOf(slow, one.body.ballot.id)).state, 'replaced')
      await slow.stop()
      slow = await relayOf(ground, 'slow', folder)
      const { id, assembly, proposal, change } = five.body.ballot
      assert.equal(change, '5')
      assert.equal((await statusOf(slow, id)).state, 'waiting')
      assert.equal((await post(slow, '/ballots/departures', { assembly, proposal })).status, 202)
      await untilState(slow, id, 'counted')
      assert.deepEqual(await vote.tally(), { for: 0, against: 0, abstain: 1, object: 0 })
    } finally {
      await slow.stop()
    }
  })

  it('takes the same ballot twice as one', async () => {
    const vote = await ground.openVote()
    const ballot = await vote.ballot(member(0), 'for')
    const [first, second] = await Promise.all([send(relay, ballot), send(relay, ballot)])
    assert.equal(first.body.ballot.id, second.body.ballot.id)
    await untilState(relay, first.body.ballot.id, 'counted')
    assert.equal((await vote.tally()).for, 1)
    await refused(ballot, 'alreadyCounted', 409)
  })

  it('takes a signature in 64 bytes too', async () => {
    const vote = await ground.openVote()
    const { signature, ...rest } = await vote.ballot(member(0), 'for')
    const odd = slice(signature, 64) === '0x1c'
    const s = slice(signature, 32, 64)
    const first = (Number.parseInt(s.slice(2, 4), 16) | (odd ? 0x80 : 0)).toString(16)
    const vs = concatHex([`0x${first.padStart(2, '0')}`, slice(s, 1)])
    const compacted = concatHex([slice(signature, 0, 32), vs])
    const { body } = await send(relay, { ...rest, signature: compacted })
    await untilState(relay, body.ballot.id, 'counted')
  })

  it('lets a member change their mind while the ballot waits, and back again', async () => {
    const slow = await relayOf(ground, 'changing', { PHYLE_RELAY_BATCH_SECONDS: '3' })
    try {
      const vote = await ground.openVote()
      const yes = await vote.ballot(member(3), 'for')
      const no = await vote.ballot(member(3), 'against')
      const first = await send(slow, yes)
      const second = await send(slow, no)
      assert.equal((await statusOf(slow, first.body.ballot.id)).state, 'replaced')
      assert.equal((await statusOf(slow, second.body.ballot.id)).state, 'waiting')
      await send(slow, yes)
      const last = await send(slow, no)
      await untilState(slow, last.body.ballot.id, 'counted')
      assert.deepEqual(await vote.tally(), { for: 0, against: 1, abstain: 0, object: 0 })
      assert.equal((await statusOf(slow, first.body.ballot.id)).state, 'replaced')
    } finally {
      await slow.stop()
    }
  })

  it('says when a ballot leaves, keeps it until then, and sends it at once when asked', async () => {
    const hourly = await relayOf(ground, 'hourly', { PHYLE_RELAY_BATCH_SECONDS: '3600' })
    try {
      const vote = await ground.openVote()
      const first = await send(hourly, await vote.ballot(member(3), 'for'))
      const { id, sends, received } = first.body.ballot
      assert.equal(first.body.sends, sends)
      const status = await statusOf(hourly, id)
      assert.equal(status.state, 'waiting')
      assert.ok(status.sends !== null && status.sends > received)
      assert.ok(status.sends <= received + 3_600)
      const { assembly, proposal } = first.body.ballot
      const asked = await post(hourly, '/ballots/departures', { assembly, proposal })
      assert.equal(asked.status, 202)
      await untilState(hourly, id, 'counted')
      assert.equal((await statusOf(hourly, id)).sends, null)
      const nothing = await post(hourly, '/ballots/departures', { assembly, proposal })
      assert.equal(nothing.body.error, 'notFound')
    } finally {
      await hourly.stop()
    }
    const strict = await relayOf(ground, 'strict', { PHYLE_RELAY_SEND_NOW: 'false' })
    try {
      const { paper, id } = await ground.openVote()
      const vote = { assembly: paper.assembly, proposal: id.toString() }
      const refused = await post(strict, '/ballots/departures', vote)
      assert.equal(refused.body.error, 'notOffered')
    } finally {
      await strict.stop()
    }
  })

  it('limits how often one member changes their mind, and nobody else by it', async () => {
    const slow = await relayOf(ground, 'limits', { PHYLE_RELAY_BATCH_SECONDS: '60' })
    try {
      const vote = await ground.openVote()
      const [yes, no] = [
        await vote.ballot(member(6), 'for'),
        await vote.ballot(member(6), 'against'),
      ]
      const answers = []
      for (let i = 0; i < 20; i += 1) answers.push(await send(slow, i % 2 === 0 ? yes : no))
      assert.ok(answers.some(({ body }) => body.error === 'tooMany'))
      // Forged ballots in somebody's name use up nothing of theirs.
      for (let i = 0; i < 20; i += 1) await send(slow, { ...yes, member: member(7).address })
      assert.equal((await send(slow, await vote.ballot(member(7), 'for'))).status, 202)
    } finally {
      await slow.stop()
    }
  })

  it('refuses nobody the thirteenth open vote of their co-op', async () => {
    const slow = await relayOf(ground, 'thirteen', { PHYLE_RELAY_BATCH_SECONDS: '600' })
    try {
      for (let votes = 0; votes < 14; votes += 1) {
        // a member has three motions open at most
        const vote = await ground.openVote(undefined, member(votes % 5))
        assert.equal((await send(slow, await vote.ballot(member(8), 'for'))).status, 202)
      }
    } finally {
      await slow.stop()
    }
  })

  it('lets who has read too much still vote', async () => {
    const strict = await relayOf(ground, 'reading', { PHYLE_RELAY_REQUESTS_PER_MINUTE: '3' })
    try {
      const vote = await ground.openVote(undefined, member(9))
      const path = `/ballots?assembly=${vote.paper.assembly}&proposal=${vote.id}`
      const statuses: number[] = []
      for (let times = 0; times < 4; times += 1) statuses.push((await ask(strict, path)).status)
      assert.deepEqual(statuses, [200, 200, 200, 429])
      assert.equal((await send(strict, await vote.ballot(member(8), 'for'))).status, 202)
    } finally {
      await strict.stop()
    }
  })

  it('stands junk from one sender, and goes on serving', async () => {
    const strict = await relayOf(ground, 'spam', { PHYLE_RELAY_REQUESTS_PER_MINUTE: '10' })
    try {
      const junk = Array.from({ length: 400 }, (_, i) =>
        post(strict, '/ballots', { junk: 'x'.repeat(i) }),
      )
      const statuses = (await Promise.all(junk)).map(({ status }) => status)
      assert.ok(statuses.every((status) => status === 400 || status === 429))
      assert.ok(statuses.filter((status) => status === 429).length > 250)
      const large = await fetch(`${relay.url}/ballots`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ junk: 'x'.repeat(1_000_000) }),
      })
      assert.equal(large.status, 413)
      assert.equal((await ask(relay, '/health')).status, 200)
    } finally {
      await strict.stop()
    }
  })
})

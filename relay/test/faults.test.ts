// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { iAssemblyAbi, iRegistrarAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData, type Hex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { keyOf } from './chain.ts'
import { Ground } from './kit.ts'
import { post, relayOf, send, settingsOf, statusOf, until, untilState } from './relays.ts'
import { Wire } from './wire.ts'

const actAbi = [
  {
    type: 'function',
    name: 'act',
    stateMutability: 'payable',
    inputs: [
      { name: 'target', type: 'address' },
      { name: 'value', type: 'uint256' },
      { name: 'data', type: 'bytes' },
    ],
    outputs: [{ name: '', type: 'bytes' }],
  },
  {
    type: 'function',
    name: 'change',
    stateMutability: 'nonpayable',
    inputs: [{ name: 'agrees', type: 'bool' }],
    outputs: [],
  },
] as const

describe('faults', () => {
  let ground: Ground
  let honest: Address
  let fickle: Address
  const owner = keyOf(7)
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  before(async () => {
    ground = await Ground.bare(10)
    honest = await ground.deployMock('HonestWallet', [owner.address])
    fickle = await ground.deployMock('FickleWallet')
    const founders = [...ground.members.map(({ address }) => address), honest, fickle]
    await ground.found(founders, async (hash) => {
      const args = [hash] as const
      const data = encodeFunctionData({ abi: iRegistrarAbi, functionName: 'consent', args })
      for (const wallet of [honest, fickle]) {
        await ground.client.writeContract({
          address: wallet,
          abi: actAbi,
          functionName: 'act',
          args: [ground.registrar, 0n, data],
        })
      }
    })
  })
  after(() => ground?.close())

  it('carries the ballots of accounts with code beside those of keys', async () => {
    const relay = await relayOf(ground, 'accounts')
    try {
      const vote = await ground.openVote()
      const account = await vote.ballot({ ...owner, address: honest }, 'against')
      const { body } = await send(relay, account)
      const own = await send(relay, await vote.ballot(member(0), 'for'))
      const forged = await send(relay, { ...account, choice: 'for' })
      assert.equal(forged.body.error, 'notSigned')
      await untilState(relay, body.ballot.id, 'counted')
      await untilState(relay, own.body.ballot.id, 'counted')
      assert.deepEqual(await vote.tally(), { for: 1, against: 1, abstain: 0, object: 0 })
    } finally {
      await relay.stop()
    }
  })

  it('G9 skips an account that takes back its word, and counts the others', async () => {
    const relay = await relayOf(ground, 'fickle', { PHYLE_RELAY_BATCH_SECONDS: '2' })
    try {
      const vote = await ground.openVote()
      const word = await send(relay, {
        ...(await vote.ballot(member(0), 'for')),
        member: fickle,
        signature: '0x1234',
      })
      assert.equal(word.status, 202)
      const others = await Promise.all(
        [1, 2, 3].map(async (i) => send(relay, await vote.ballot(member(i), 'for'))),
      )
      await ground.client.writeContract({
        address: fickle,
        abi: actAbi,
        functionName: 'change',
        args: [false],
      })
      for (const { body } of others) await untilState(relay, body.ballot.id, 'counted')
      const skipped = await untilState(relay, word.body.ballot.id, 'skipped')
      assert.deepEqual(skipped.because, { code: 'signature' })
      assert.match(skipped.why ?? '', /does not accept the signature/)
      assert.equal((await vote.tally()).for, 3)
    } finally {
      await relay.stop()
    }
  })

  it('ASM-12 G9 says of a change that its account took back its word, not that another counts', async () => {
    const relay = await relayOf(ground, 'fickleChange')
    const slow = await relayOf(ground, 'slowChange', { PHYLE_RELAY_BATCH_SECONDS: '3600' })
    const agree = (agrees: boolean) =>
      ground.client.writeContract({
        ...{ address: fickle, abi: actAbi, functionName: 'change' },
        args: [agrees],
      })
    try {
      await agree(true)
      const vote = await ground.openVote()
      const by = { member: fickle, signature: '0x1234' } as const
      const first = await send(relay, { ...(await vote.ballot(member(0), 'for')), ...by })
      await untilState(relay, first.body.ballot.id, 'counted')
      const change = await send(slow, { ...(await vote.change(member(0), 'against', 1n)), ...by })
      const { id, assembly, proposal } = change.body.ballot
      await agree(false)
      await post(slow, '/ballots/departures', { assembly, proposal })
      assert.deepEqual((await untilState(slow, id, 'skipped')).because, { code: 'signature' })
    } finally {
      await Promise.all([relay.stop(), slow.stop()])
    }
  })

  it('says so when a member voted directly while their ballot waited', async () => {
    const relay = await relayOf(ground, 'direct', { PHYLE_RELAY_BATCH_SECONDS: '2' })
    try {
      const vote = await ground.openVote()
      const voter = member(0)
      const { body } = await send(relay, await vote.ballot(voter, 'for'))
      await ground.client.writeContract({
        address: ground.coop.assembly,
        abi: iAssemblyAbi,
        functionName: 'castVote',
        args: [vote.id, 0],
        account: voter,
      })
      const skipped = await untilState(relay, body.ballot.id, 'skipped')
      assert.deepEqual(skipped.because, { code: 'ownVote', counts: 'against' })
      assert.match(skipped.why ?? '', /voted yourself.*against/)
      assert.deepEqual(await vote.tally(), { for: 0, against: 1, abstain: 0, object: 0 })
    } finally {
      await relay.stop()
    }
  })

  for (const point of ['signed', 'written', 'sent', 'found'] as const) {
    it(`loses and doubles nothing when it dies after a transaction was ${point}`, async () => {
      const vote = await ground.openVote()
      const settings = settingsOf(ground, `dies-${point}`)
      const program = join(import.meta.dirname, 'crashing.ts')
      const child = spawn(process.execPath, [program, point], {
        env: { ...process.env, ...settings },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const dead = new Promise<string | null>((done) => {
        child.once('close', (_status, signal) => done(signal))
      })
      const url = await new Promise<string>((done) => {
        child.stdout.once('data', (chunk: Buffer) => done(chunk.toString().trim()))
      })
      const ids: Hex[] = []
      for (const i of [0, 1, 2]) {
        ids.push((await send({ url }, await vote.ballot(member(i), 'for'))).body.ballot.id)
      }
      assert.equal(await dead, 'SIGKILL')

      const relay = await relayOf(ground, `dies-${point}`)
      try {
        for (const id of ids) await untilState(relay, id, 'counted')
        assert.equal((await vote.tally()).for, 3)
        assert.equal(await vote.batches(), 1)
      } finally {
        await relay.stop()
      }
    })
  }

  it('keeps ballots through an outage of the chain, and says so to new ones', async () => {
    const wire = new Wire(ground.url)
    const rpc = await wire.open()
    const relay = await relayOf(ground, 'outage', {
      PHYLE_RPC_URL: rpc,
      PHYLE_RELAY_BATCH_SECONDS: '1.5',
    })
    try {
      const vote = await ground.openVote()
      const { body } = await send(relay, await vote.ballot(member(0), 'for'))
      wire.mode = 'dead'
      const during = await send(relay, await vote.ballot(member(1), 'for'))
      assert.equal(during.body.error, 'chainUnreachable')
      assert.equal(during.status, 503)
      wire.mode = 'garbled'
      await wait(1_500)
      assert.equal((await statusOf(relay, body.ballot.id)).state, 'waiting')
      wire.mode = 'through'
      await untilState(relay, body.ballot.id, 'counted')
      assert.equal((await send(relay, await vote.ballot(member(1), 'for'))).status, 202)
      await until(
        'both count',
        () => vote.tally(),
        (tally) => tally.for === 2,
      )
    } finally {
      await relay.stop()
      await wire.close()
    }
  })

  it('does no harm beside another relay with the same ballots', async () => {
    const key: Hex = `0x${'42'.repeat(32)}`
    const { address } = privateKeyToAccount(key)
    await ground.client.setBalance({ address, value: 10n ** 20n })
    const one = await relayOf(ground, 'one')
    const two = await relayOf(ground, 'two', { PHYLE_RELAY_KEY: key })
    try {
      const vote = await ground.openVote()
      const ids: Hex[] = []
      for (const i of [0, 1, 2, 3]) {
        const ballot = await vote.ballot(member(i), 'for')
        const [a, b] = await Promise.all([send(one, ballot), send(two, ballot)])
        assert.equal(a.body.ballot.id, b.body.ballot.id)
        ids.push(a.body.ballot.id)
      }
      // A member who tells two relays two things has one vote.
      await send(one, await vote.ballot(member(4), 'for'))
      await send(two, await vote.ballot(member(4), 'against'))
      for (const relay of [one, two]) {
        for (const id of ids) await untilState(relay, id, 'counted')
      }
      const tally = await until(
        'five count',
        () => vote.tally(),
        (found) => found.for + found.against === 5,
      )
      assert.ok(tally.for >= 4)
    } finally {
      await one.stop()
      await two.stop()
    }
  })

  it('sends again what a reorganisation of the chain took back', async () => {
    const relay = await relayOf(ground, 'reorg', { PHYLE_RELAY_CONFIRMATIONS: '50' })
    try {
      const vote = await ground.openVote()
      const before = await ground.client.snapshot()
      const { body } = await send(relay, await vote.ballot(member(0), 'for'))
      await untilState(relay, body.ballot.id, 'counted')
      await ground.client.revert({ id: before })
      await ground.client.mine({ blocks: 1 })
      assert.equal((await vote.tally()).for, 0)
      await until(
        'counted again',
        () => vote.tally(),
        (tally) => tally.for === 1,
      )
      await untilState(relay, body.ballot.id, 'counted')
    } finally {
      await relay.stop()
    }
  })

  it('begins with nothing of a local chain that began anew', async () => {
    const relay = await relayOf(ground, 'anew')
    const vote = await ground.openVote()
    const { body } = await send(relay, await vote.ballot(member(0), 'for'))
    await untilState(relay, body.ballot.id, 'counted')
    await relay.stop()
    const next = await Ground.bare(1)
    try {
      const data = settingsOf(ground, 'anew').PHYLE_RELAY_DATA as string
      const again = await relayOf(next, 'anew', { PHYLE_RELAY_DATA: data })
      assert.equal((await statusOf(again, body.ballot.id)).state, undefined)
      await again.stop()
    } finally {
      await next.close()
    }
  })
})

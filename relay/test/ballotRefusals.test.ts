// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import { concatHex, type Hex, slice } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Relay } from '../src/relay.ts'
import { keyOf } from './chain.ts'
import { Ground, type Vote } from './kit.ts'
import { post, relayOf } from './relays.ts'

describe('ballots', () => {
  let ground: Ground
  let relay: Relay
  const member = (i: number) => ground.members[i] as PrivateKeyAccount

  before(async () => {
    ground = await Ground.open(10)
    relay = await relayOf(ground, 'ballotRefusals')
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

  describe('refuses', () => {
    let vote: Vote
    let good: SignedBallot
    before(async () => {
      vote = await ground.openVote()
      good = await vote.ballot(member(4), 'for')
    })

    it('what another key signed', async () => {
      const { signature } = await vote.ballot(member(5), 'for')
      await refused({ ...good, signature }, 'notSigned', 400)
    })

    it('a signature for another choice, member, title, co-op, chain or assembly', async () => {
      await refused({ ...good, choice: 'against' }, 'notSigned', 400)
      await refused({ ...good, member: member(5).address }, 'notSigned', 400)
      for (const changed of [
        { resolution: '#1 everyday: Something else' },
        { cooperative: 'Another co-op' },
        { chainId: 1 },
        { assembly: ground.coop.membership },
        { language: 'fr' as const },
      ]) {
        const forged = Object.assign(Object.create(Object.getPrototypeOf(vote)), vote)
        Object.assign(forged, { paper: { ...vote.paper, ...changed } })
        const { signature } = await (forged as Vote).ballot(member(4), 'for')
        await refused({ ...good, signature }, 'notSigned', 400)
      }
    })

    it('a signature of another proposal', async () => {
      const other = await ground.openVote()
      const { signature } = await other.ballot(member(4), 'for')
      vote = await ground.openVote()
      await refused({ ...(await vote.ballot(member(4), 'for')), signature }, 'notSigned', 400)
    })

    it('malformed requests, each with its place', async () => {
      const shapes: readonly object[] = [
        {},
        { ...good, extra: 1 },
        { ...good, member: '0x1234' },
        { ...good, choice: 'maybe' },
        { ...good, proposal: '-1' },
        { ...good, proposal: '1e3' },
        { ...good, proposal: `1${'0'.repeat(77)}9` },
        { ...good, signature: '0x' },
        { ...good, signature: '0xabc' },
        { ...good, chainId: '31337' },
      ]
      for (const shape of shapes) await refused(shape, 'malformed', 400)
      const broken = await fetch(`${relay.url}/ballots`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"chainId":',
      })
      assert.equal(broken.status, 400)
    })

    it('signatures of every wrong length, and the high half of s', async () => {
      for (const bytes of [1, 63, 66, 128]) {
        const signature: Hex = `0x${'11'.repeat(bytes)}`
        await refused({ ...good, signature }, 'notSigned', 400)
      }
      const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
      const s = order - BigInt(slice(good.signature, 32, 64))
      const v = slice(good.signature, 64) === '0x1c' ? '0x1b' : '0x1c'
      const high: Hex = `0x${s.toString(16).padStart(64, '0')}`
      const signature = concatHex([slice(good.signature, 0, 32), high, v])
      await refused({ ...good, signature }, 'notSigned', 400)
      await refused({ ...good, signature: `0x${'11'.repeat(5_000)}` }, 'tooLarge', 413)
    })

    it('another chain, an unknown assembly, an unknown proposal, somebody not on the roll', async () => {
      await refused({ ...good, chainId: 100 }, 'wrongChain', 400)
      await refused({ ...good, assembly: ground.coop.membership }, 'unknownAssembly', 404)
      await refused({ ...good, assembly: keyOf(9).address }, 'unknownAssembly', 404)
      await refused({ ...good, proposal: '999' }, 'unknownProposal', 404)
      await refused(await vote.ballot(keyOf(9), 'for'), 'notOnTheRoll', 403)
    })

    it('a vote that is not open yet, closes at once, or is over', async () => {
      const at = { address: ground.coop.assembly, abi: iAssemblyAbi } as const
      const id = (await ground.client.readContract({ ...at, functionName: 'proposalCount' })) + 1n
      const hash = await ground.client.writeContract({
        ...at,
        functionName: 'proposeAs',
        args: [0, [], [], [], '# Too early'],
        account: member(0),
      })
      await ground.client.waitForTransactionReceipt({ hash })
      const found = await ground.client.readContract({
        ...at,
        functionName: 'proposalOf',
        args: [id],
      })
      const ballot = { ...good, proposal: id.toString() }
      const moveTo = async (timestamp: number) => {
        await ground.client.setNextBlockTimestamp({ timestamp: BigInt(timestamp) })
        await ground.client.mine({ blocks: 1 })
      }
      await refused(ballot, 'voteNotOpen', 409)
      await moveTo(found.voteEnd - 2)
      await refused(ballot, 'tooLate', 409)
      await moveTo(found.voteEnd)
      await refused(ballot, 'voteClosed', 409)
    })
  })
})

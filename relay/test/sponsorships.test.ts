// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { SignedSponsorship, Sponsorships } from '@phyle/sdk/chapters/membership/api'
import { sponsorshipTypedData } from '@phyle/sdk/founding'
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import type { RelayRefusal } from '@phyle/sdk/relay-api'
import { zeroHash } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Relay } from '../src/relay.ts'
import { keyOf } from './chain.ts'
import { Ground } from './kit.ts'
import { ask, post, relayOf } from './relays.ts'

const DAY = 86_400

describe('sponsorships', () => {
  let ground: Ground
  let relay: Relay
  const nadia = keyOf(501)

  before(async () => {
    ground = await Ground.open(4)
    relay = await relayOf(ground, 'sponsorships')
    for (const who of [nadia, ...ground.members]) {
      await ground.client.setBalance({ address: who.address, value: 10n ** 18n })
    }
  })
  after(async () => {
    await relay?.stop()
    await ground?.close()
  })

  const memberOf = (number: number) => ground.members[number] ?? keyOf(number)

  const applies = async (days = 30, into = 0): Promise<number> => {
    const deadline = (await ground.time()) + days * DAY
    await ground.client.writeContract({
      address: ground.coop.membership,
      abi: iMembershipAbi,
      functionName: 'applyFor',
      args: [into, zeroHash, BigInt(deadline)],
      account: nadia,
    })
    return deadline
  }

  const word = async (
    sponsor: PrivateKeyAccount,
    deadline: number,
    changes: Partial<SignedSponsorship> = {},
    by = sponsor,
  ): Promise<SignedSponsorship> => {
    const given = {
      chainId: 31_337,
      assembly: ground.coop.assembly,
      applicant: nadia.address,
      class: 0,
      deadline,
      sponsor: sponsor.address,
      ...changes,
    }
    const typed = sponsorshipTypedData(given.chainId, ground.coop.membership, {
      cooperative: ground.charter.name,
      applicant: given.applicant,
      class: given.class,
      sponsor: given.sponsor,
      deadline: BigInt(given.deadline),
    })
    return { ...given, signature: await by.signTypedData(typed) }
  }
  const put = (body: unknown) => post<Sponsorships & RelayRefusal>(relay, '/sponsorships', body)
  const gathered = async () => {
    const query = `assembly=${ground.coop.assembly}&applicant=${nadia.address}`
    const { body } = await ask<Sponsorships>(relay, `/sponsorships?${query}`)
    return body.sponsorships.map(({ sponsor }) => sponsor)
  }

  it('refuse who is no member, what another signed, and what nobody applied for', async () => {
    const none = await put(await word(memberOf(0), (await ground.time()) + DAY))
    assert.deepEqual([none.status, none.body.error], [404, 'notFound'])
    const deadline = await applies()
    const refused = async (body: SignedSponsorship) => (await put(body)).body.error
    assert.equal(await refused(await word(keyOf(90), deadline)), 'notOnTheRoll')
    assert.equal(await refused(await word(memberOf(0), deadline, {}, memberOf(1))), 'notSigned')
    assert.equal(await refused(await word(memberOf(0), deadline, { class: 1 })), 'notFound')
    assert.equal(await refused(await word(memberOf(0), deadline + 1)), 'notFound')
    assert.equal(await refused(await word(memberOf(0), deadline, { chainId: 1 })), 'wrongChain')
    assert.deepEqual(await gathered(), [])
  })

  it('G11 refuse who belongs to another class than the one that is entered', async () => {
    const deadline = await applies(30, 1)
    const { body } = await put(await word(memberOf(0), deadline, { class: 1 }))
    assert.equal(body.error, 'otherClass')
    assert.deepEqual(await gathered(), [])
  })

  it('forget what a sponsor took back on the chain', async () => {
    const deadline = await applies(25)
    await put(await word(memberOf(0), deadline))
    await put(await word(memberOf(1), deadline))
    await ground.client.writeContract({
      address: ground.coop.membership,
      abi: iMembershipAbi,
      functionName: 'withdrawSponsorship',
      args: [nadia.address, 0, BigInt(deadline)],
      account: memberOf(0),
    })
    assert.deepEqual(await gathered(), [memberOf(1).address])
    const { body } = await put(await word(memberOf(0), deadline))
    assert.equal(body.error, 'takenBack')
  })

  it('gather until the roll has taken them, and are cleared then', async () => {
    const deadline = await applies(20)
    await put(await word(memberOf(0), deadline))
    const first = await put(await word(memberOf(0), deadline))
    assert.equal(first.status, 201)
    assert.deepEqual(await gathered(), [memberOf(0).address])
    await put(await word(memberOf(1), deadline))
    await put(await word(memberOf(2), deadline))

    // Who has left since does not count any more.
    await ground.client.writeContract({
      address: ground.coop.membership,
      abi: iMembershipAbi,
      functionName: 'resign',
      account: memberOf(2),
    })
    const { body } = await ask<Sponsorships>(
      relay,
      `/sponsorships?assembly=${ground.coop.assembly}&applicant=${nadia.address}`,
    )
    const { sponsorships } = body
    assert.equal(sponsorships.length, 2)

    const sorted = sponsorships.toSorted((a, b) => (BigInt(a.sponsor) < BigInt(b.sponsor) ? -1 : 1))
    await ground.client.writeContract({
      address: ground.coop.membership,
      abi: iMembershipAbi,
      functionName: 'admitBySponsors',
      args: [
        {
          wallet: nadia.address,
          class: 0,
          document: zeroHash,
          deadline: BigInt(deadline),
          signature: '0x',
        },
        sorted.map(({ sponsor }) => sponsor),
        sorted.map(({ signature }) => signature),
      ],
    })
    assert.notEqual(await ground.idOf(nadia.address), 0)
    assert.deepEqual(await gathered(), [])
  })
})

describe('sponsorships where members decide', () => {
  it('are refused', async () => {
    const ground = await Ground.bare(2)
    try {
      ground.charter = { ...ground.charter, admission: 0, sponsors: 0 }
      await ground.found(ground.members.map(({ address }) => address))
      const relay = await relayOf(ground, 'decided')
      try {
        const [sponsor] = ground.members as [PrivateKeyAccount]
        const applicant = keyOf(502)
        await ground.client.setBalance({ address: applicant.address, value: 10n ** 18n })
        const deadline = (await ground.time()) + DAY
        await ground.client.writeContract({
          address: ground.coop.membership,
          abi: iMembershipAbi,
          functionName: 'applyFor',
          args: [0, zeroHash, BigInt(deadline)],
          account: applicant,
        })
        const { body } = await post<RelayRefusal>(relay, '/sponsorships', {
          chainId: 31_337,
          assembly: ground.coop.assembly,
          applicant: applicant.address,
          class: 0,
          deadline,
          sponsor: sponsor.address,
          signature: '0x01',
        })
        assert.equal(body.error, 'notFound')
      } finally {
        await relay.stop()
      }
    } finally {
      await ground.close()
    }
  })
})

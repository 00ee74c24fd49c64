// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Founding } from '@phyle/sdk/chapters/cooperative/api'
import type { KeptProfile, KeptProfiles } from '@phyle/sdk/chapters/membership/api'
import { documentDigest } from '@phyle/sdk/documents'
import { foundingTypedData } from '@phyle/sdk/founding'
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import { type Erasure, erasureTypedData, type Profile, profileTypedData } from '@phyle/sdk/profile'
import type { RelayRefusal } from '@phyle/sdk/relay-api'
import { type Hex, numberToHex, padHex, zeroHash } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Relay } from '../src/relay.ts'
import { keyOf } from './chain.ts'
import { Ground } from './kit.ts'
import { ask, post, relayOf } from './relays.ts'

/** One grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

describe('profiles', () => {
  let ground: Ground
  let relay: Relay
  let last = 0

  before(async () => {
    ground = await Ground.open(6)
    relay = await relayOf(ground, 'profiles')
    last = await ground.time()
  })
  after(async () => {
    await relay?.stop()
    await ground?.close()
  })

  const memberOf = (number: number) => ground.members[number] ?? keyOf(number)

  const signed = async (
    who: PrivateKeyAccount,
    changes: Partial<Profile> = {},
    image: Buffer | null = null,
    by = who,
  ) => {
    last += 1
    const profile: Profile = {
      chainId: 31_337,
      member: who.address,
      name: 'Ada Moreau',
      picture: image ? documentDigest(image) : zeroHash,
      issued: last,
      ...changes,
    }
    return {
      ...profile,
      image: image ? image.toString('base64') : null,
      signature: await by.signTypedData(profileTypedData(profile)),
      belongs: { assembly: ground.coop.assembly },
    }
  }
  const erased = async (who: PrivateKeyAccount, issued = ++last, by = who) => {
    const erasure: Erasure = { chainId: 31_337, member: who.address, issued }
    return { ...erasure, signature: await by.signTypedData(erasureTypedData(erasure)) }
  }
  const put = (body: unknown) => post<KeptProfile & RelayRefusal>(relay, '/profiles', body)
  const erase = (body: unknown) => post<RelayRefusal>(relay, '/profiles/erasures', body)
  const of = async (...who: readonly PrivateKeyAccount[]) =>
    (
      await ask<KeptProfiles>(
        relay,
        `/profiles?wallets=${who.map(({ address }) => address).join()}`,
      )
    ).body
  const pictureOf = (who: PrivateKeyAccount) =>
    fetch(`${relay.url}/profiles/${who.address}/picture`)

  it('keeps the newest that somebody signed, and says it with its signature to anybody', async () => {
    const ada = memberOf(0)
    await put(await signed(ada))
    const newest = await signed(ada, { name: 'Ada M.' }, PNG)
    assert.equal((await put(newest)).status, 201)
    const { image: _image, belongs: _belongs, chainId: _chain, ...kept } = newest
    assert.deepEqual(await of(ada, memberOf(1)), { profiles: [{ ...kept, twins: 0 }], erased: [] })
    const answer = await pictureOf(ada)
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), PNG)
    assert.equal(answer.headers.get('content-type'), 'image/png')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })

  it('erases name and picture for good: neither the old nor an older one comes back', async () => {
    const bo = memberOf(1)
    const before = await signed(bo, { name: 'Bo Erasable Lindqvist' }, PNG)
    await put(before)
    const between = await signed(bo, { name: 'Bo' })
    const word = await erased(bo)
    assert.equal((await erase(word)).status, 201)
    assert.deepEqual(await of(bo), {
      profiles: [],
      erased: [{ member: bo.address, issued: word.issued }],
    })
    assert.equal((await pictureOf(bo)).status, 404)
    for (const old of [before, between]) {
      const { status, body } = await put(old)
      assert.deepEqual([status, body.error], [409, 'older'])
    }
    const file = join(ground.folder, 'profiles.sqlite')
    for (const suffix of ['', '-wal']) {
      const bytes = await readFile(file + suffix)
      assert.equal(bytes.includes('Bo Erasable Lindqvist'), false, `in the file ${suffix}`)
      assert.equal(bytes.includes(before.signature), false, `in the file ${suffix}`)
    }
    assert.equal((await put(await signed(bo, { name: 'Bo again' }))).status, 201)
  })

  it('takes an erasure from its own wallet only, and from one that has left', async () => {
    const chi = memberOf(2)
    await put(await signed(chi, { name: 'Chi' }))
    const forged = await erase(await erased(chi, undefined, memberOf(3)))
    assert.equal(forged.body.error, 'notSigned')
    assert.equal((await of(chi)).profiles.length, 1)
    await ground.client.setBalance({ address: chi.address, value: 10n ** 18n })
    await ground.client.writeContract({
      address: ground.coop.membership,
      abi: iMembershipAbi,
      functionName: 'resign',
      account: chi,
    })
    assert.equal((await put(await signed(chi, { name: 'Chi Two' }))).body.error, 'notKnown')
    assert.equal((await erase(await erased(chi))).status, 201)
    assert.deepEqual((await of(chi)).profiles, [])
  })

  it('takes names from applicants, not from strangers', async () => {
    const newcomer = keyOf(77)
    const stranger = await put(await signed(newcomer, { name: 'Nadia' }))
    assert.deepEqual([stranger.status, stranger.body.error], [403, 'notKnown'])
    await ground.client.setBalance({ address: newcomer.address, value: 10n ** 18n })
    const deadline = BigInt((await ground.time()) + 86_400)
    await ground.client.writeContract({
      address: ground.coop.membership,
      abi: iMembershipAbi,
      functionName: 'applyFor',
      args: [0, zeroHash, deadline],
      account: newcomer,
    })
    assert.equal((await put(await signed(newcomer, { name: 'Nadia' }))).status, 201)
    const nowhere = { ...(await signed(newcomer)), belongs: { founding: zeroHash } }
    assert.equal((await put(nowhere)).body.error, 'notFound')
    const elsewhere = { ...(await signed(newcomer)), belongs: { assembly: newcomer.address } }
    assert.equal((await put(elsewhere)).body.error, 'unknownAssembly')
  })

  it('takes names from founders once they have signed, before there is a co-op', async () => {
    const founder = keyOf(78)
    const [a, b, c, d] = ground.charter.rules.map(String) as [string, string, string, string]
    const terms = {
      chainId: 31_337,
      registrar: ground.registrar,
      founders: [{ wallet: founder.address, class: 0 }],
    }
    const deadline = (await ground.time()) + 86_400
    const opened = await post<Founding>(relay, '/foundings', {
      ...terms,
      charter: { ...ground.charter, rules: [a, b, c, d] },
      nonce: '78',
      deadline: `${deadline}`,
    })
    const belongs = { founding: opened.body.hash }
    const named = async () => put({ ...(await signed(founder, { name: 'Fadi' })), belongs })
    assert.equal((await named()).body.error, 'notKnown')
    const typed = foundingTypedData({
      ...terms,
      charter: ground.charter,
      nonce: 78n,
      deadline: BigInt(deadline),
    })
    await post(relay, `/foundings/${opened.body.hash}/signatures`, {
      founder: founder.address,
      signature: await founder.signTypedData(typed),
    })
    assert.equal((await named()).status, 201)
  })

  it('counts those whose names look the same', async () => {
    await put(await signed(memberOf(3), { name: 'Dee Okafor' }))
    await put(await signed(memberOf(4), { name: 'DЕE  ОKAFOR'.replace('  ', ' ') }))
    const { profiles } = await of(memberOf(3), memberOf(4))
    assert.deepEqual(
      profiles.map(({ twins }) => twins),
      [1, 1],
    )
  })

  it('refuses what another signed, of another chain or time, and names that mislead', async () => {
    const eve = memberOf(5)
    const refused = async (body: unknown) => (await put(body)).body.error
    assert.equal(await refused(await signed(eve, {}, null, memberOf(0))), 'notSigned')
    assert.equal(await refused({ ...(await signed(eve)), name: 'Somebody else' }), 'notSigned')
    assert.equal(await refused(await signed(eve, { chainId: 1 })), 'wrongChain')
    assert.equal(await refused(await signed(eve, { issued: last + 90_000 })), 'expired')
    assert.equal(await refused(await signed(eve, { issued: last - 90_000 })), 'expired')
    for (const name of ['a\u202eb', 'a\u200bb', ' Eve', 'Eve  E', '0xab12', '…', 'é'.repeat(33)]) {
      assert.equal(await refused(await signed(eve, { name })), 'badName', JSON.stringify(name))
    }
    assert.equal(await refused(await signed(eve, { name: '' })), 'malformed')
    assert.deepEqual((await of(eve)).profiles, [])
  })

  it('refuses pictures that are none, too large, moving, or not the signed ones', async () => {
    const eve = memberOf(5)
    const refused = async (image: Buffer, changes: Partial<Profile> = {}) =>
      (await put(await signed(eve, changes, image))).body.error
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert.equal(await refused(svg), 'badPicture')
    assert.equal(await refused(PNG.subarray(0, 30)), 'badPicture')
    const wide = Buffer.from(PNG)
    wide.writeUInt32BE(513, 16)
    assert.equal(await refused(wide), 'badPicture')
    const heavy = Buffer.concat([PNG, Buffer.alloc(65_536)])
    assert.equal(await refused(heavy), 'malformed')
    const acTL = Buffer.from('\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
    const moving = Buffer.concat([PNG.subarray(0, 33), acTL, PNG.subarray(33)])
    assert.equal(await refused(moving), 'badPicture')
    const other = `0x${'11'.repeat(32)}` as Hex
    assert.equal(await refused(PNG, { picture: other }), 'badPicture')
    assert.equal((await put(await signed(eve, { picture: other }))).body.error, 'badPicture')
  })

  it('answers for a hundred wallets at once, and no more', async () => {
    const wallets = Array.from({ length: 101 }, (_, at) => padHex(numberToHex(at), { size: 20 }))
    const asked = (count: number) => ask(relay, `/profiles?wallets=${wallets.slice(0, count)}`)
    assert.equal((await asked(100)).status, 200)
    assert.equal((await asked(101)).status, 400)
    assert.equal((await ask(relay, '/profiles?wallets=nobody')).status, 400)
  })

  it('lets nobody change their name without pause', async () => {
    const dee = memberOf(3)
    const answers: number[] = []
    for (let tries = 0; tries < 8; tries += 1) {
      answers.push((await put(await signed(dee, { name: `Dee ${tries}` }))).status)
    }
    assert.equal(answers[0], 201)
    assert.equal(answers.at(-1), 429)
  })
})

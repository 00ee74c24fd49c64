// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Founding, FoundingDraft } from '@phyle/sdk/chapters/cooperative/api'
import { documentDigest } from '@phyle/sdk/documents'
import { foundingTypedData } from '@phyle/sdk/founding'
import { iRegistrarAbi } from '@phyle/sdk/generated/abi'
import type { RelayHealth, RelayRefusal, StoredDocument } from '@phyle/sdk/relay-api'
import type { Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Relay } from '../src/relay.ts'
import { keyOf } from './chain.ts'
import { Ground } from './kit.ts'
import { ask, post, relayOf } from './relays.ts'

describe('papers', () => {
  let ground: Ground
  let relay: Relay

  before(async () => {
    ground = await Ground.bare(4)
    const folder = join(ground.folder, 'documents')
    await mkdir(folder)
    await writeFile(join(folder, 'charter.md'), '# To mill grain for the town\n')
    await writeFile(join(folder, 'broken.json'), '{')
    relay = await relayOf(ground, 'papers', { PHYLE_RELAY_DOCUMENTS: folder })
  })
  after(async () => {
    await relay?.stop()
    await ground?.close()
  })

  const put = (content: string | Uint8Array<ArrayBuffer>, type: string) =>
    ask<StoredDocument>(relay, '/documents', {
      method: 'PUT',
      headers: { 'content-type': type },
      body: content,
    })

  describe('documents', () => {
    it('come back byte for byte under their digest, and nothing in them runs', async () => {
      const text = '<script>alert(1)</script> Grüße aus der Mühle'
      const { status, body } = await put(text, 'text/markdown; charset=utf-8')
      assert.equal(status, 201)
      assert.equal(body.sha256, documentDigest(text))
      const answer = await fetch(`${relay.url}/documents/${body.sha256}`)
      assert.equal(await answer.text(), text)
      assert.equal(answer.headers.get('content-type'), 'text/markdown; charset=utf-8')
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
      assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)
      assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    })

    it('that are there already are taken again', async () => {
      const first = await put('{"a":1}', 'application/json')
      const second = await put('{"a":1}', 'application/json')
      assert.deepEqual(first.body, second.body)
    })

    it('of a folder are there from the start', async () => {
      const digest = documentDigest('# To mill grain for the town\n')
      assert.equal((await fetch(`${relay.url}/documents/${digest}`)).status, 200)
    })

    it('refuses other types, broken text, and what is too large or missing', async () => {
      const refused = async (answer: { body: Partial<RelayRefusal>; status: number }) => [
        answer.status,
        answer.body.error,
      ]
      assert.deepEqual(await refused(await put('<b>', 'text/html')), [415, 'wrongType'])
      assert.deepEqual(await refused(await put('{', 'application/json')), [400, 'notText'])
      assert.deepEqual(await refused(await put('', 'text/plain')), [400, 'notText'])
      const bytes = new Uint8Array([0xff, 0xfe, 0xfd])
      assert.deepEqual(await refused(await put(bytes, 'text/plain')), [400, 'notText'])
      const large = 'x'.repeat(262_145)
      assert.deepEqual(await refused(await put(large, 'text/plain')), [413, 'tooLarge'])
      const unknown = await ask(relay, `/documents/0x${'00'.repeat(32)}`)
      assert.deepEqual(await refused(unknown), [404, 'notFound'])
      assert.equal((await ask<RelayRefusal>(relay, '/documents/../x')).status, 404)
    })
  })

  describe('foundings', () => {
    const draftOf = async (changes: Partial<FoundingDraft> = {}): Promise<FoundingDraft> => {
      const { charter } = ground
      const [a, b, c, d] = charter.rules.map(String) as [string, string, string, string]
      return {
        chainId: 31337,
        registrar: ground.registrar,
        charter: { ...charter, rules: [a, b, c, d] },
        founders: ground.members.map(({ address }) => ({ wallet: address, class: 0 })),
        nonce: '7',
        deadline: String((await ground.time()) + 86_400),
        ...changes,
      }
    }
    const signatureOf = (key: PrivateKeyAccount, draft: FoundingDraft): Promise<Hex> =>
      key.signTypedData(
        foundingTypedData({
          chainId: draft.chainId,
          registrar: draft.registrar,
          charter: ground.charter,
          founders: draft.founders,
          nonce: BigInt(draft.nonce),
          deadline: BigInt(draft.deadline),
        }),
      )

    it('collect every founder’s word by link, and found', async () => {
      const draft = await draftOf()
      const opened = await post<Founding>(relay, '/foundings', draft)
      assert.equal(opened.status, 201)
      const { hash } = opened.body
      assert.equal(opened.body.missing.length, 4)
      const [consenting, ...signing] = ground.members as [PrivateKeyAccount, ...PrivateKeyAccount[]]
      for (const key of signing.toReversed()) {
        const { status } = await post(relay, `/foundings/${hash}/signatures`, {
          founder: key.address,
          signature: await signatureOf(key, draft),
        })
        assert.equal(status, 201)
      }
      await ground.client.setBalance({ address: consenting.address, value: 10n ** 18n })
      await ground.client.writeContract({
        address: ground.registrar,
        abi: iRegistrarAbi,
        functionName: 'consent',
        args: [hash],
        account: consenting,
      })
      const [changing] = signing as [PrivateKeyAccount]
      await ground.client.setBalance({ address: changing.address, value: 10n ** 18n })
      const say = (functionName: 'consent' | 'withdrawConsent') =>
        ground.client.writeContract({
          address: ground.registrar,
          abi: iRegistrarAbi,
          functionName,
          args: [hash],
          account: changing,
        })
      await say('withdrawConsent')
      const fewer = (await ask<Founding>(relay, `/foundings/${hash}`)).body
      assert.deepEqual([fewer.missing, fewer.withdrawn], [[changing.address], [changing.address]])
      const refused = await post<RelayRefusal>(relay, `/foundings/${hash}/signatures`, {
        founder: changing.address,
        signature: await signatureOf(changing, draft),
      })
      assert.equal(refused.body.error, 'takenBack')
      await say('consent')
      const full = (await ask<Founding>(relay, `/foundings/${hash}`)).body
      assert.deepEqual([full.missing, full.withdrawn], [[], []])
      assert.deepEqual(full.consented, [consenting.address, changing.address])
      assert.deepEqual(
        full.signatures.map(({ founder }) => founder),
        signing.map(({ address }) => address),
      )
      assert.equal(full.founded, false)
      await ground.client.writeContract({
        address: ground.registrar,
        abi: iRegistrarAbi,
        functionName: 'found',
        args: [
          ground.charter,
          draft.founders,
          ['0x', ...full.signatures.map(({ signature }) => signature)],
          BigInt(draft.nonce),
          BigInt(draft.deadline),
        ],
      })
      assert.equal((await ask<Founding>(relay, `/foundings/${hash}`)).body.founded, true)
    })

    it('refuses who is no founder, signs something else, or comes too late', async () => {
      const draft = await draftOf({ nonce: '8' })
      const { hash } = (await post<Founding>(relay, '/foundings', draft)).body
      const sign = (founder: PrivateKeyAccount, signature: Hex) =>
        post(relay, `/foundings/${hash}/signatures`, { founder: founder.address, signature })
      const stranger = keyOf(3)
      const [first, second] = ground.members as [PrivateKeyAccount, PrivateKeyAccount]
      const outside = await sign(stranger, await signatureOf(stranger, draft))
      assert.equal(outside.body.error, 'notAFounder')
      const forged = await sign(first, await signatureOf(second, draft))
      assert.equal(forged.body.error, 'notSigned')
      const other = await sign(first, await signatureOf(first, { ...draft, nonce: '9' }))
      assert.equal(other.body.error, 'notSigned')
      assert.equal((await ask(relay, `/foundings/0x${'11'.repeat(32)}`)).status, 404)
      const old = await post(relay, '/foundings', await draftOf({ deadline: '1' }))
      assert.equal(old.body.error, 'expired')
      const elsewhere = await post(relay, '/foundings', await draftOf({ chainId: 100 }))
      assert.equal(elsewhere.body.error, 'wrongChain')
      const { registrar: _, ...incomplete } = draft
      assert.equal((await post(relay, '/foundings', incomplete)).body.error, 'malformed')
      await ground.pass(2 * 86_400)
      const late = await sign(first, await signatureOf(first, draft))
      assert.equal(late.body.error, 'expired')
    })
  })

  it('says how it is', async () => {
    const { body } = await ask<RelayHealth>(relay, '/health')
    assert.equal(body.ok, true)
    assert.equal(body.chainId, 31337)
    assert.equal(body.waiting, 0)
    assert.ok(BigInt(body.balance ?? 0) > 0n)
    assert.ok((body.block ?? 0) > 0)
  })
})

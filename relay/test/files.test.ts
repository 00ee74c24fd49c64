// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { FILE_BYTES, type Upload, uploadTypedData } from '@phyle/sdk/attachments'
import { documentDigest } from '@phyle/sdk/documents'
import type { StoredFile } from '@phyle/sdk/relay-api'
import type { Hex } from 'viem'
import type { Relay } from '../src/relay.ts'
import { keyOf } from './chain.ts'
import { Ground } from './kit.ts'
import { ask, relayOf } from './relays.ts'

const PDF = Buffer.from('%PDF-1.7\nA quote for a bread oven.\n')
const CSV = Buffer.from('what;euro\noven;4200\n')

describe('files', () => {
  let ground: Ground
  let relay: Relay

  before(async () => {
    ground = await Ground.open(3)
    relay = await relayOf(ground, 'files', { PHYLE_RELAY_FILE_MEGABYTES_PER_DAY: '5' })
  })
  after(async () => {
    await relay?.stop()
    await ground?.close()
  })

  const memberOf = (number: number) => ground.members[number] ?? keyOf(number)

  interface Given {
    readonly files?: readonly Hex[]
    readonly by?: number
    readonly signer?: number
    readonly changes?: Partial<Upload>
  }

  const put = async (content: Buffer, type: string, given: Given = {}) => {
    const { files = [documentDigest(content)], by = 0, signer = by, changes = {} } = given
    const member = memberOf(by).address
    const upload = { chainId: 31_337, member, files, issued: await ground.time(), ...changes }
    const signature = await memberOf(signer).signTypedData(uploadTypedData(upload))
    const query = new URLSearchParams({
      chainId: `${upload.chainId}`,
      assembly: ground.coop.assembly,
      member,
      files: files.join(),
      issued: `${upload.issued}`,
      signature,
    })
    return ask<StoredFile>(relay, `/files?${query}`, {
      method: 'PUT',
      headers: { 'content-type': type },
      body: new Uint8Array(content),
    })
  }

  it('that a member signed together come back byte for byte, to be saved and not opened', async () => {
    const files = [documentDigest(PDF), documentDigest(CSV)]
    const { status, body } = await put(PDF, 'application/pdf', { files })
    assert.equal(status, 201)
    assert.deepEqual(body, { sha256: files[0], type: 'application/pdf', bytes: PDF.length })
    assert.equal((await put(CSV, 'text/csv; charset=utf-8', { files })).status, 201)

    const answer = await fetch(`${relay.url}/files/${files[0]}`)
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), PDF)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /^attachment; filename="\w+\.pdf"$/,
    )
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)

    const unknown = `0x${'00'.repeat(32)}`
    const about = await ask<StoredFile[]>(relay, `/files?sha256=${[...files, unknown].join()}`)
    assert.deepEqual(new Set(about.body.map(({ sha256 }) => sha256)), new Set(files))
    assert.equal((await ask(relay, `/files/${unknown}`)).status, 404)
  })

  it('are taken from members only, for what they signed, and not for long', async () => {
    const other = Buffer.from('%PDF-1.7\nanother')
    const refused = async (given: Given) => {
      const { status, body } = await put(other, 'application/pdf', given)
      return [status, body.error]
    }
    assert.deepEqual(await refused({ by: 70 }), [403, 'notOnTheRoll'])
    assert.deepEqual(await refused({ signer: 1 }), [400, 'notSigned'])
    assert.deepEqual(await refused({ files: [documentDigest(PDF)] }), [400, 'notSigned'])
    assert.deepEqual(await refused({ changes: { chainId: 1 } }), [400, 'wrongChain'])
    const long = (await ground.time()) - 90_000
    assert.deepEqual(await refused({ changes: { issued: long } }), [409, 'expired'])
    assert.equal((await ask(relay, `/files/${documentDigest(other)}`)).status, 404)
  })

  it('are refused where they are not what they say, of another kind, or too large', async () => {
    const refused = async (content: Buffer, type: string) => {
      const { status, body } = await put(content, type)
      return [status, body.error]
    }
    const page = Buffer.from('<script>alert(1)</script>')
    assert.deepEqual(await refused(page, 'text/html'), [415, 'wrongType'])
    assert.deepEqual(await refused(page, 'application/pdf'), [415, 'wrongType'])
    assert.deepEqual(await refused(PDF, 'image/png'), [415, 'wrongType'])
    assert.deepEqual(await refused(Buffer.from('MZ\x90\0'), 'text/plain'), [415, 'wrongType'])
    assert.deepEqual(await refused(Buffer.alloc(0), 'text/plain'), [415, 'wrongType'])
    const large = Buffer.alloc(FILE_BYTES + 1, 'x')
    assert.deepEqual(await refused(large, 'text/plain'), [413, 'tooLarge'])
  })

  it('fill no more than a day’s room, and those that are there already cost none', async () => {
    const large = (letter: string) => Buffer.alloc(FILE_BYTES, letter)
    assert.equal((await put(large('a'), 'text/plain')).status, 201)
    assert.equal((await put(large('b'), 'text/plain', { by: 1 })).status, 201)
    const full = await put(large('c'), 'text/plain', { by: 2 })
    assert.deepEqual([full.status, full.body.error], [503, 'full'])
    assert.equal((await put(large('a'), 'text/plain', { by: 2 })).status, 201)
  })

  it('leave the other doors as narrow as they were', async () => {
    const large = 'x'.repeat(300_000)
    const answer = await ask(relay, '/documents', {
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
      body: large,
    })
    assert.equal(answer.status, 413)
  })
})

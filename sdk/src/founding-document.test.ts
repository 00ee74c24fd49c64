// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Charter, CharterError, charterToChain, foundingDocument } from './charter.ts'
import { readCharter } from './charter-file.ts'
import { canonicalJson } from './documents.ts'
import { charterHash } from './founding.ts'
import { readFoundingDocument } from './founding-document.ts'

const BODY = '0x44EA46663e3f138cd150Bb911C92bff4a000F42C'
const folder = new URL('../../examples/charters/', import.meta.url)
const charters: readonly (readonly [file: string, charter: Charter])[] = readdirSync(folder).map(
  (file) => [file, { ...readCharter(readFileSync(new URL(file, folder), 'utf8')), body: BODY }],
)

const faultOf = (text: string): string => {
  try {
    readFoundingDocument(text)
  } catch (error) {
    if (error instanceof CharterError) return error.place
    throw error
  }
  throw new Error('the document was read')
}

for (const [file, charter] of charters) {
  test(`the founding document of ${file} reads back to the charter that is hashed`, () => {
    const text = foundingDocument(charter)
    const read = readFoundingDocument(text)
    assert.deepEqual(read, charter)
    assert.equal(charterHash(charterToChain(read)), charterHash(charterToChain(charter)))
  })
}

/** What there is to take out is in these, and every further one takes as long. */
const EVERY_BYTE = ['fairshares.json', 'root.json', 'somerset.json', 'uk-multi-stakeholder.json']

for (const [file, charter] of charters.filter(([name]) => EVERY_BYTE.includes(name))) {
  test(`no byte of ${file} can be taken out unseen`, () => {
    const text = foundingDocument(charter)
    const hash = charterHash(charterToChain(charter))
    for (let at = 0; at < text.length; at += 1) {
      const other = text.slice(0, at) + text.slice(at + 1)
      try {
        assert.notEqual(charterHash(charterToChain(readFoundingDocument(other))), hash)
      } catch (error) {
        if (!(error instanceof CharterError)) throw error
      }
    }
  })
}

const [, charter] = charters[0] as (typeof charters)[number]
const text = foundingDocument(charter)

test('a document that says more than a charter does is refused', () => {
  assert.equal(faultOf(canonicalJson({ ...charter, note: 'Each founder owes 5 000.' })), 'charter')
  const rule = { ...charter.rules.ORDINARY, note: 'and a word more' }
  assert.equal(faultOf(canonicalJson({ ...charter, rules: { ...charter.rules, rule } })), 'charter')
})

test('a document in another notation is refused, because its bytes are what is signed', () => {
  assert.equal(faultOf(`${text} `), 'charter')
  assert.equal(faultOf(JSON.stringify(charter)), 'charter')
  assert.equal(faultOf('not JSON'), 'charter')
})

test('a number that the chain would cut is refused', () => {
  const ordinary = { ...charter.rules.ORDINARY, threshold: 5000 + 2 ** 14 }
  const rules = { ...charter.rules, ORDINARY: ordinary }
  assert.equal(faultOf(canonicalJson({ ...charter, rules })), 'rules.ordinary.threshold')
})

test('text that hides or turns is refused wherever people write', () => {
  const turned = 'for all \u202Ereven'
  assert.equal(faultOf(canonicalJson({ ...charter, purpose: turned })), 'purpose')
  assert.equal(faultOf(canonicalJson({ ...charter, city: turned })), 'city')
  const effects = [{ name: 'Energy', unit: turned, limit: 'at most 3' }]
  assert.equal(faultOf(canonicalJson({ ...charter, effects })), 'effects[0].unit')
  const lines = { ...charter, purpose: 'One line.\nAnother.' }
  assert.equal(readFoundingDocument(canonicalJson(lines)).purpose, lines.purpose)
})

test('a document that is deeper than the stack is refused as any other that is none', () => {
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  for (const text of [deep, `{"name":${deep},"admission":{},"rules":{}}`]) {
    assert.throws(() => readFoundingDocument(text), CharterError)
  }
})

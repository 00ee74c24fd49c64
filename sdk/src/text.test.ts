// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256 } from 'viem'
import { readAmount } from './amount.ts'
import { CidError, cidOf, digestOf } from './cid.ts'
import { canonicalJson, checkedDocument, DocumentError, documentDigest } from './documents.ts'
import { fixedDay, fixedDuration, fixedMoney, fixedPercent } from './fixed.ts'
import { descriptionOf, TitleError, titleFault, titleOf, validTitle } from './title.ts'
import { parseDuration, parseMoney, showBps, showDuration, showMoney, UnitError } from './units.ts'

test('the title is the first line without a leading #', () => {
  assert.equal(titleOf('# Buy a mill\n\nIt grinds.'), 'Buy a mill')
  assert.equal(titleOf('Buy a mill'), 'Buy a mill')
  assert.equal(titleOf('#Buy a mill\n# not this'), 'Buy a mill')
  assert.equal(titleOf(descriptionOf('Buy a mill', 'It grinds.')), 'Buy a mill')
})

test('refuses: titles that are empty, too long or mislead', () => {
  const fault = (title: string): string | undefined => titleFault(title)?.fault
  assert.equal(fault(''), 'empty')
  assert.equal(fault('   '), 'empty')
  assert.equal(fault('x'.repeat(96)), undefined)
  assert.equal(fault('x'.repeat(97)), 'long')
  assert.equal(fault('ü'.repeat(49)), 'long')
  assert.equal(fault('\ud800'), 'utf8')
  assert.equal(fault('a\tb'), 'control')
  assert.equal(fault('a\u200bb'), 'invisible')
  assert.equal(fault('pay \u202eada'), 'direction')
  for (const blank of ['\u00a0', '\u3000\u3000', '\u1680', ' \u2003']) {
    assert.equal(fault(blank), 'empty', JSON.stringify(blank))
  }
  assert.equal(fault('\u2800'), 'invisible')
  assert.equal(fault('\u{1d159}'), 'invisible')
  for (const twin of ['Pay Ada ', '\u00a0Pay Ada', 'Pay  Ada', 'Pay\u3000 Ada']) {
    assert.equal(fault(twin), 'spaced', JSON.stringify(twin))
  }
  assert.equal(fault('Décision\u00a0: payer'), undefined)
  assert.equal(fault('Größe ≥ 3 m² 🚲'), undefined)
  assert.throws(() => validTitle('# a\u2066b'), TitleError)
  assert.throws(() => validTitle('# a\u2066b'), /U\+2066.*place 2/)
})

test('a CID is the digest in another spelling', () => {
  // The same by hand: base32 of 0x01 0x55 0x12 0x20 and the hash.
  const digest = sha256(new TextEncoder().encode('hello world'))
  const cid = 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'
  assert.equal(cidOf(digest), cid)
  assert.equal(digestOf(cid), digest)
  assert.throws(() => digestOf('Qmfoo'), CidError)
  assert.throws(() => cidOf('0x12'), CidError)
})

test('a document is what its digest says, whoever keeps it', () => {
  const content = canonicalJson({ b: 1, a: [{ d: 2, c: 3 }] })
  assert.equal(content, canonicalJson({ a: [{ c: 3, d: 2 }], b: 1 }))
  const bytes = new TextEncoder().encode(content)
  assert.equal(checkedDocument(bytes, documentDigest(content)), bytes)
  assert.throws(() => checkedDocument(bytes, documentDigest('other')), DocumentError)
})

test('money and time read back as they were written', () => {
  assert.equal(parseMoney('1250.50', 6), 1_250_500_000n)
  assert.equal(parseMoney('0.000001', 6), 1n)
  assert.equal(showMoney(1_250_500_000n, 6), '1250.50')
  assert.equal(showMoney(1n, 6), '0.000001')
  assert.equal(showMoney(-5_000_000n, 6), '-5.00')
  assert.equal(showMoney(7n, 0), '7')
  assert.throws(() => parseMoney('1.0000001', 6), UnitError)
  for (const text of ['-1', '0,5', '1,000', '1 000', ' 1', '1e3', '0x1', '.5', '1.', '١', ''])
    assert.throws(() => parseMoney(text, 6), UnitError)
  assert.equal(parseDuration('14 d'), 1_209_600)
  assert.equal(showDuration(1_209_600), '14 d')
  assert.equal(showDuration(90), '90 s')
  assert.equal(showDuration(0), '0 s')
  assert.throws(() => parseDuration('soon'), UnitError)
  assert.equal(showBps(7500), '75 %')
  assert.equal(showBps(1250), '12.5 %')
})

test('what people sign together is written in one way for all of them', () => {
  const euro = { symbol: 'EURe', decimals: 6, iso: 'EUR' }
  assert.equal(fixedMoney(1_234_000_000n, euro), 'EUR 1 234.00')
  assert.equal(fixedMoney(1_000_000_505_000n, euro), 'EUR 1 000 000.505')
  assert.equal(fixedMoney(999_000_000n, euro), 'EUR 999.00')
  assert.equal(fixedMoney(5n, { symbol: 'HOURS', decimals: 0 }), 'HOURS 5')
  assert.equal(fixedPercent(6_667), '66.67 %')
  assert.equal(fixedPercent(2_000), '20 %')
  assert.equal(fixedDuration(10 * 86_400), '10 days')
  assert.equal(fixedDuration(86_400), '1 day')
  assert.equal(fixedDuration(36 * 3_600), '36 hours')
  assert.equal(fixedDuration(0), '0 seconds')
  assert.equal(fixedDay(Date.UTC(2027, 2, 1) / 1000), '2027-03-01')
  assert.equal(titleFault(`Pay Ada ${fixedMoney(1_234_000_000n, euro)}`), null)
  // An amount in a title is the same amount for every reader.
  const shape = { decimals: 6, units: ['EUR'] }
  for (const amount of [1n, 1_000_000n, 1_234_000_000n, 1_000_000_000_000n]) {
    assert.deepEqual(readAmount(fixedMoney(amount, euro), shape), { kind: 'exact', amount })
  }
})

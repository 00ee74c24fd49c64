// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Address } from 'viem'
import { coopLinks, RESERVED, slugOf } from './slug.ts'

const coop = (name: string, beginning: string) => ({
  name,
  coop: `0x${beginning.padEnd(40, '0')}` as Address,
})

it('writes a name in the letters of a link', () => {
  assert.equal(slugOf('La Louve'), 'la-louve')
  assert.equal(slugOf('  L’Épicerie d’à côté — SCIC '), 'lepicerie-da-cote-scic')
  assert.equal(slugOf('Straße & Søn'), 'strasse-son')
  assert.equal(slugOf('Łódź № 7'), 'lodz-no-7')
  assert.ok((slugOf('a'.repeat(200)) ?? '').length <= 48)
})

it('has no plain link for a name that leaves nothing to read, or that a page has', () => {
  for (const name of ['東京協同組合', '—', ...RESERVED, 'May I use', `0x${'ab'.repeat(20)}`]) {
    assert.equal(slugOf(name), null, name)
  }
  const [tokyo] = [coop('東京協同組合', 'abcdef')]
  const links = coopLinks([tokyo])
  assert.equal(links.to(tokyo), 'co-op-abcdef')
  assert.deepEqual(links.find('co-op-abcdef'), [tokyo])
})

it('gives the plain link to the co-op founded first, whoever takes the name later', () => {
  const first = coop('La Louve', 'aa11bb')
  const squatter = coop('LA LOUVE!', 'cc22dd')
  assert.equal(coopLinks([first]).to(first), 'la-louve')
  const links = coopLinks([first, squatter])
  assert.equal(links.to(first), 'la-louve')
  assert.equal(links.to(squatter), 'la-louve-cc22dd')
  // Whoever follows the plain link is told of both.
  assert.deepEqual(links.find('la-louve'), [first, squatter])
  assert.deepEqual(links.find('La-Louve'), [first, squatter])
  assert.deepEqual(links.find('la-louve-cc22dd'), [squatter])
  assert.deepEqual(links.find('la-louve-aa11bb'), [first])
})

it('leads by an address before a name that was made to look like it', () => {
  const first = coop('La Louve', 'aa11bb')
  const second = coop('La Louve', 'cc22dd')
  const made = coop('La Louve cc22dd', 'ee33ff')
  const links = coopLinks([first, second, made])
  assert.deepEqual(links.find('la-louve-cc22dd'), [second, made])
  assert.equal(links.to(second), 'la-louve-cc22dd')
  assert.equal(links.to(made), 'la-louve-cc22dd-ee33ff')
})

it('leaves only the address where even its beginning is the same', () => {
  const first = coop('La Louve', 'aa11bb')
  const second = coop('La Louve', 'cc22dd1')
  const third = coop('La Louve', 'cc22dd2')
  const links = coopLinks([first, second, third])
  assert.deepEqual(links.find('la-louve-cc22dd'), [second, third])
  assert.equal(links.to(third), third.coop)
})

it('finds nothing under a name that nobody has', () => {
  assert.deepEqual(coopLinks([coop('La Louve', 'aa11bb')]).find('lalouve'), [])
})

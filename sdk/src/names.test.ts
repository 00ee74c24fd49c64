// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isOfType, pictureOf } from './file-kind.ts'
import { likenessOf } from './likeness.ts'
import { nameFault, tidyName } from './profile.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('names', () => {
  it('takes the names that people have', () => {
    for (const name of [
      'Ada Moreau',
      'José Ñáñez',
      "Sinéad O'Brien",
      'Oxana Bead',
      '山田 太郎',
      'أمل',
      'Nguyễn Thị Ánh',
    ]) {
      assert.equal(nameFault(tidyName(name)), null, name)
    }
    assert.equal(tidyName('  Zoe\u0308   Okafor '), 'Zoë Okafor')
  })

  it('refuses what misleads or cannot be seen, and says what it is', () => {
    const faults = {
      'Ada\u202eadA': 'direction',
      'A\u200dda': 'invisible',
      'Ada\nMoreau': 'control',
      'Ada\u00a0Moreau': 'spaces',
      ' Ada': 'spaces',
      '!!!': 'empty',
      '0x8f3a…21bc': 'address',
      'Ох8f3a…21bc': 'address',
      'ada.ETH': 'address',
      'ada。eth': 'address',
      'ada．ｅｔｈ': 'address',
      '0ⅹ8f3a': 'address',
      'Zoe\u0308': 'form',
      'Z\u0300\u0301\u0302\u0303\u0304oe': 'marks',
      'x\u0301\u0301\u0301\u0301': 'marks',
      'Ada\ufe0f': 'invisible',
      'Ada\u2800': 'invisible',
      '\ud800': 'utf8',
      [`${'a'.repeat(65)}`]: 'long',
    }
    for (const [name, fault] of Object.entries(faults)) {
      assert.equal(nameFault(name)?.fault, fault, JSON.stringify(name))
    }
  })

  it('finds names that look the same, in other letters as well, and tells others apart', () => {
    const ada = likenessOf('Ada Moreau')
    for (const twin of [
      'ADA MOREAU',
      'Áda  Morèau',
      'Аdа Моreаu',
      'Ada-Moreau',
      'Ada M0reau',
      'Αdα Mοrεau',
    ]) {
      assert.equal(likenessOf(twin), ada, twin)
    }
    assert.equal(likenessOf('Ida'), likenessOf('lda'))
    assert.equal(likenessOf('Barney'), likenessOf('Bamey'))
    for (const other of ['Ada Morel', 'Eda Moreau', 'Ada Moreau Junior']) {
      assert.notEqual(likenessOf(other), ada, other)
    }
  })
})

describe('kinds of files', () => {
  const jpeg = (sof: string) =>
    bytes(`\xff\xd8\xff\xe0\x00\x04JF\xff${sof}\x00\x0b\x08\x00\x60\x00\x40\x01\x01\x11\x00`)
  const webp = (rest: string) => bytes(`RIFF\x00\x00\x00\x00WEBP${rest}`)

  it('read their size from the bytes', () => {
    assert.deepEqual(pictureOf(jpeg('\xc0')), {
      type: 'image/jpeg',
      width: 64,
      height: 96,
      moves: false,
    })
    assert.deepEqual(
      pictureOf(webp('VP8X\x0a\x00\x00\x00\x02\x00\x00\x00\xff\x01\x00\x3f\x00\x00')),
      { type: 'image/webp', width: 512, height: 64, moves: true },
    )
    const lossy = webp('VP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a\x60\x00\x40\x00')
    assert.deepEqual(pictureOf(lossy), { type: 'image/webp', width: 96, height: 64, moves: false })
    const lossless = webp('VP8L\x00\x00\x00\x00\x2f\x5f\xc0\x0f\x00')
    assert.deepEqual(pictureOf(lossless), {
      type: 'image/webp',
      width: 96,
      height: 64,
      moves: false,
    })
  })

  it('are nothing where they are cut off or something else', () => {
    for (const broken of [
      '',
      'GIF89a',
      '<svg/>',
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'RIFF0000WEBPVP8X',
    ]) {
      assert.equal(pictureOf(bytes(broken)), null, broken)
    }
    assert.equal(pictureOf(jpeg('\xc4')), null)
  })

  it('are not believed by their name', () => {
    assert.equal(isOfType(bytes('%PDF-1.7\n'), 'application/pdf'), true)
    assert.equal(isOfType(bytes('<html>'), 'application/pdf'), false)
    assert.equal(isOfType(bytes('MZ\x90\x00\x03'), 'text/plain'), false)
    assert.equal(isOfType(bytes('a;b\r\n1;2\n'), 'text/csv'), true)
    assert.equal(isOfType(bytes('%PDF-1.7\n'), 'image/png'), false)
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from './feedText.ts'

test('a feed has no character that XML has no form for, whatever a member wrote', () => {
  assert.equal(plain('A\u0000B\u0085C\ufffeD\uffffE\ud800F'), 'A B C D E F')
  assert.equal(plain('Buy the mill: 10 € \u{1f33e}'), 'Buy the mill: 10 € \u{1f33e}')
})

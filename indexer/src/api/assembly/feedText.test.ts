// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asHtml, plain } from './feedText.ts'

test('a feed has no character that XML has no form for, whatever a member wrote', () => {
  assert.equal(plain('A\u0000B\u0085C\ufffeD\uffffE\ud800F'), 'A B C D E F')
  assert.equal(plain('Buy the mill: 10 € \u{1f33e}'), 'Buy the mill: 10 € \u{1f33e}')
})

test('what a member wrote stays text where a reader takes markup', () => {
  const title = '<img src=x onerror=alert(1)> & "us" < them'
  assert.equal(asHtml(title), '&lt;img src=x onerror=alert(1)&gt; &amp; "us" &lt; them')
})

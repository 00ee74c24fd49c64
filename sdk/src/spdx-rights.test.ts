// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSpdxExpression, spdxRightOf } from './spdx-rights.ts'

const all = (expected: string | null, expressions: readonly string[]) => {
  for (const expression of expressions) assert.equal(spdxRightOf(expression), expected, expression)
}

test('a licence says whether commercial use is free, shared alike or kept back', () => {
  all('FREE', ['MIT', 'CERN-OHL-P-2.0', 'CC-BY-4.0', 'CC0-1.0', 'Apache-2.0 WITH LLVM-exception'])
  all('SHARE_ALIKE', ['CC-BY-SA-4.0', 'CERN-OHL-S-2.0', 'GPL-3.0-or-later', 'GPL-2.0+', 'MPL-2.0'])
  all('RESERVED', ['CC-BY-NC-4.0', 'CC-BY-NC-SA-3.0', 'LicenseRef-CBRL-1.0'])
})

test('what is not in the list is unknown, and so is what is no expression', () => {
  all(null, [
    'LicenseRef-Other',
    'CC-BY-ND-4.0',
    'mit',
    'All rights reserved',
    '',
    'MIT OR',
    'MIT, X',
  ])
})

test('whoever may choose takes the freest', () => {
  all('FREE', ['MIT OR CC-BY-NC-4.0', 'LicenseRef-Other OR MIT'])
  all('SHARE_ALIKE', ['CC-BY-NC-4.0 OR CERN-OHL-S-2.0'])
  all(null, ['CERN-OHL-S-2.0 OR LicenseRef-Other', 'CC-BY-NC-4.0 OR LicenseRef-Other'])
})

test('whoever must keep to all is held by the strictest', () => {
  all('SHARE_ALIKE', ['MIT AND CC-BY-SA-4.0', 'CERN-OHL-S-2.0 AND (MIT OR CC-BY-NC-4.0)'])
  all('RESERVED', ['MIT AND CC-BY-NC-4.0', 'LicenseRef-Other AND CC-BY-NC-4.0'])
  all(null, ['MIT AND LicenseRef-Other'])
})

test('an expression is told from other words', () => {
  assert.equal(isSpdxExpression('MIT OR (GPL-3.0-only AND CC0-1.0)'), true)
  assert.equal(isSpdxExpression('LicenseRef-Other'), true)
  assert.equal(isSpdxExpression('Peer Production Licence'), false)
})

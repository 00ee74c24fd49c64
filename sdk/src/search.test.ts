// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { matches } from './search.ts'

it('finds all the words, in any order, without accents or capitals', () => {
  const said = ['Mélangeur à pain', 'L’Épicerie']
  assert.ok(matches('PAIN epicerie', said))
  assert.ok(matches('', said))
  assert.ok(matches('  pain ', said))
  assert.ok(!matches('pain moulin', said))
  assert.ok(matches('strasse sondergaard', ['Straße 4, Søndergaard']))
})

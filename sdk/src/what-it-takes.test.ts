// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readCharter } from './charter-file.ts'
import { evenly, whatItTakes } from './what-it-takes.ts'

const preset = (name: string) =>
  readCharter(
    readFileSync(new URL(`../../examples/charters/${name}.json`, import.meta.url), 'utf8'),
  )

test('people are spread over groups as evenly as they can be', () => {
  assert.deepEqual(evenly(preset('uk-multi-stakeholder').classes, 12), [3, 3, 2, 2, 2])
  assert.deepEqual(evenly(preset('worker').classes, 12), [12])
})

test('everyday business of twelve workers takes three who vote, or seven against five', () => {
  assert.deepEqual(whatItTakes(preset('worker'), 'ORDINARY', 12), {
    alone: 3,
    against: 7,
    carriedBy: ['Worker'],
    stoppedBy: ['Worker'],
    objections: null,
  })
})

test('in FairShares every group can stop a major decision, and none can carry it', () => {
  const takes = whatItTakes(preset('fairshares'), 'SPECIAL', 12)
  assert.deepEqual(takes?.stoppedBy, ['Founder', 'Labour', 'User', 'Investor'])
  assert.deepEqual(takes?.carriedBy, [])
  // more than half of each group of three, and at least three quarters of all
  assert.equal(takes?.against, 9)
  // one of each group, where nobody else votes
  assert.equal(takes?.alone, 4)
})

test('stewards of the Somerset Rules have half, which is not enough alone', () => {
  const takes = whatItTakes(preset('somerset'), 'ORDINARY', 12)
  assert.deepEqual(takes?.carriedBy, [])
  assert.deepEqual(takes?.stoppedBy, ['Steward'])
})

test('in an Enspiral foundation one objection stops everyday business', () => {
  assert.equal(whatItTakes(preset('enspiral-foundation'), 'ORDINARY', 12)?.objections, 1)
  assert.equal(whatItTakes(preset('enspiral-foundation'), 'ENTRENCHED', 12)?.alone, 9)
})

test('a kind of decision that a charter does not have takes nothing', () => {
  const charter = preset('worker')
  const rules = { ...charter.rules, CONSENT: null }
  assert.equal(whatItTakes({ ...charter, rules }, 'CONSENT', 12), null)
})

// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type ClassTally, outcomeOf, type TallyRule } from './model.ts'

const RULE: TallyRule = {
  count: 'HEADCOUNT',
  basis: 'CAST',
  of: 'CAST',
  threshold: 5000,
  inclusive: false,
  quorumBps: 0,
  quorumMin: 1,
  nonUserCapBps: 10_000,
  classMajority: [],
  maxObjections: null,
}

function group(name: string, counts: Partial<ClassTally>): ClassTally {
  const none = { share: 0, user: true, members: 0, for: 0, against: 0, abstain: 0, object: 0 }
  return { name, ...none, ...counts }
}

test('says what is missing for quorum, support, majorities and objections', () => {
  const rule = { ...RULE, quorumBps: 5000, classMajority: ['worker', 'user'], maxObjections: 1 }
  const outcome = outcomeOf(rule, [
    group('worker', { members: 5, for: 1, object: 2 }),
    group('user', { members: 15, for: 2, against: 0 }),
  ])
  assert.equal(outcome.passed, false)
  assert.deepEqual(outcome.missing, {
    quorum: 5,
    support: false,
    forByClass: {},
    majorities: ['worker'],
    objections: 1,
  })
  assert.equal(outcome.supportBps, 6000)
})

test('says how many further ballots of one class would carry it', () => {
  const rule = { ...RULE, count: 'CLASS_SHARE' as const }
  const outcome = outcomeOf(rule, [
    group('worker', { share: 5000, members: 9, for: 2, against: 3 }),
    group('user', { share: 5000, members: 100, for: 10, against: 10 }),
  ])
  // Workers at 4:3 with users at half carry it; so do users at 16:10 with workers at 2:3.
  assert.deepEqual(outcome.missing.forByClass, { worker: 2, user: 6 })
})

test('an inclusive threshold takes the exact share, a strict one does not', () => {
  const classes = [group('member', { members: 3, for: 2, against: 1 })]
  assert.equal(outcomeOf({ ...RULE, threshold: 6666, inclusive: false }, classes).passed, true)
  assert.equal(outcomeOf({ ...RULE, threshold: 6667, inclusive: true }, classes).passed, false)
})

for (const c of JSON.parse(
  readFileSync(new URL('../../../../test/vectors/tally.json', import.meta.url), 'utf8'),
) as { name: string; rule: TallyRule; classes: ClassTally[]; expect: object }[]) {
  test(`vector: ${c.name}`, () => {
    const { quorum, passed } = outcomeOf(c.rule, c.classes)
    assert.deepEqual({ quorum, passed }, c.expect)
  })
}

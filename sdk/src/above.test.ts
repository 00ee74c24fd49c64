// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { aboveIn, passesAbove } from './above.ts'
import type { ClassTally } from './chapters/assembly/model.ts'
import type { Charter } from './charter.ts'
import { readCharter } from './charter-file.ts'
import { consentBeside } from './consent.ts'

const preset = (name: string): Charter =>
  readCharter(
    readFileSync(new URL(`../../examples/charters/${name}.json`, import.meta.url), 'utf8'),
  )

/** What each preset's weightier decisions can pass that lighter ones would lose. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  fairshares: ['ENTRENCHED over ORDINARY: quorum', 'SPECIAL over ORDINARY: quorum'],
  root: [],
  somerset: ['ENTRENCHED over ORDINARY: support', 'ENTRENCHED over SPECIAL: support'],
  'uk-multi-stakeholder': [],
}

const said = (all: ReturnType<typeof aboveIn>) =>
  all.map(({ higher, lower, why }) => `${higher} over ${lower}: ${why}`).toSorted()

const count = fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 400 }))
const votesOf = ({ classes }: Charter) =>
  fc.tuple(
    ...classes.map(({ name, share, user }) =>
      fc.tuple(count, count, count, fc.nat({ max: 2 }), count).map(
        ([votesFor, against, abstain, object, silent]): ClassTally => ({
          name,
          share,
          user,
          members: votesFor + against + abstain + object + silent,
          for: votesFor,
          against,
          abstain,
          object,
        }),
      ),
    ),
  )

for (const [name, known] of Object.entries(KNOWN)) {
  test(`G3 ${name}: which higher kind can pass what a lower one would lose is known`, () => {
    const charter = preset(name)
    assert.deepEqual(said(passesAbove(charter)), known)
    const random = fc.property(votesOf(charter), (votes) => {
      for (const one of said(aboveIn(charter.rules, votes))) assert.ok(known.includes(one), one)
    })
    fc.assert(random, { numRuns: 2_000, seed: 0x706879 })
  })
}

test('G3 what is found shows it', () => {
  for (const name of Object.keys(KNOWN)) {
    const charter = preset(name)
    for (const one of passesAbove(charter)) {
      assert.ok(aboveIn(charter.rules, one.classes).some(({ why }) => why === one.why))
    }
  }
})

test('G3 consent of the old Somerset preset passed what everyday votes lost', () => {
  const charter = preset('somerset')
  const { ORDINARY: ordinary, CONSENT: consent } = charter.rules
  assert.ok(ordinary && consent)
  const old = { ...consent, count: 'HEADCOUNT' } as const
  const votes = charter.classes.map(({ name, share, user }, i): ClassTally => {
    const [members, votesFor] = [[9, 0] as const, [32, 32] as const, [4, 0] as const][i] ?? [0, 0]
    const against = members - votesFor
    return { name, share, user, members, for: votesFor, against, abstain: 0, object: 0 }
  })
  const rules = { ...charter.rules, CONSENT: old }
  assert.deepEqual(said(aboveIn(rules, votes)).slice(0, 1), ['CONSENT over ORDINARY: support'])
  const mended = { ...rules, CONSENT: consentBeside(ordinary, old) }
  assert.ok(!said(aboveIn(mended, votes)).includes('CONSENT over ORDINARY: support'))
})

test('G3 consent beside any everyday rule passes nothing that it would lose', () => {
  const charter = preset('fairshares')
  const { ORDINARY: ordinary, CONSENT: consent } = charter.rules
  assert.ok(ordinary && consent)
  const changes = fc.record({
    count: fc.constantFrom('HEADCOUNT' as const, 'CLASS_SHARE' as const),
    basis: fc.constantFrom('CAST' as const, 'ROLL' as const),
    of: fc.constantFrom('CAST' as const, 'PRESENT' as const, 'ROLL' as const),
    threshold: fc.constantFrom(5_001, 6_667, 7_500),
    inclusive: fc.boolean(),
    quorumBps: fc.constantFrom(0, 1_000, 5_000),
    quorumMin: fc.nat({ max: 6 }),
    nonUserCapBps: fc.constantFrom(0, 2_500, 10_000),
    classMajority: fc.subarray(charter.classes.map(({ name }) => name)),
    maxObjections: fc.constantFrom(null, 0, 2),
  })
  const random = fc.property(changes, changes, votesOf(charter), (theirs, ours, votes) => {
    const changed = { ...ordinary, ...theirs }
    const beside = consentBeside(changed, { ...consent, ...ours })
    const rules = { ...charter.rules, ORDINARY: changed, CONSENT: beside }
    assert.ok(!aboveIn(rules, votes).some(({ higher }) => higher === 'CONSENT'))
  })
  fc.assert(random, { numRuns: 2_000, seed: 0x706879 })
})

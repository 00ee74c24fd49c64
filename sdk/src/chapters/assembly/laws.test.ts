// SPDX-License-Identifier: MIT
/** Laws that hold for every vote, tried on random ones. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BASES, COUNTS, KINDS, WHOLES } from '../statutes/enums.ts'
import {
  type ClassTally,
  isLostToSilence,
  outcomeOf,
  secondCallOf,
  supportOf,
  type TallyRule,
} from './model.ts'

const votes = fc
  .array(fc.nat(40), { minLength: 5, maxLength: 5 })
  .map(([f = 0, a = 0, b = 0, o = 0, away = 0]) => ({
    members: f + a + b + o + away,
    for: f,
    against: a,
    abstain: b,
    object: o,
  }))

const classes: fc.Arbitrary<ClassTally[]> = fc
  .array(fc.tuple(votes, fc.boolean(), fc.nat(10_000)), { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map(([counts, user, share], i) => ({ name: `c${i}`, share, user, ...counts })),
  )

/** A rule that the Statutes accept for other kinds than CONSENT. */
const rule: fc.Arbitrary<TallyRule> = fc
  .record({
    count: fc.constantFrom(...COUNTS),
    basis: fc.constantFrom(...BASES),
    of: fc.constantFrom(...WHOLES),
    threshold: fc.integer({ min: 5000, max: 10_000 }),
    inclusive: fc.boolean(),
    quorumBps: fc.nat(10_000),
    quorumMin: fc.nat(10),
    nonUserCapBps: fc.nat(10_000),
    classMajority: fc.constant([]),
    maxObjections: fc.constant(null),
  })
  .filter(
    (r) => !(r.threshold === 5000 && r.inclusive) && !(r.threshold === 10_000 && !r.inclusive),
  )

const mirror = (list: readonly ClassTally[]): ClassTally[] =>
  list.map((c) => ({ ...c, for: c.against + c.object, against: c.for, object: 0 }))

test('G3 no valid rule passes a vote and its mirror image, so none passes a tie', () => {
  fc.assert(
    fc.property(rule, classes, (r, list) => {
      assert.ok(!(outcomeOf(r, list).passed && outcomeOf(r, mirror(list)).passed))
    }),
    { numRuns: 500 },
  )
})

test('G2 non-user classes never weigh more than the cap, under both counts', () => {
  fc.assert(
    fc.property(rule, classes, (r, list) => {
      // All users against, all others for: support is what the others weigh.
      const split = list.map((c) => {
        const cast = c.for + c.against + c.object
        const [f, a] = c.user ? [0, cast] : [cast, 0]
        return { ...c, for: f, against: a, object: 0 }
      })
      const { for: f, whole } = supportOf(r, split)
      assert.ok(f * 10_000n <= BigInt(r.nonUserCapBps) * whole)
    }),
    { numRuns: 500 },
  )
})

test('support lies between nothing and all', () => {
  fc.assert(
    fc.property(rule, classes, (r, list) => {
      const { for: f, whole } = supportOf(r, list)
      assert.ok(f >= 0n && f <= whole)
    }),
  )
})

test('a further ballot for never turns a passed vote down, and what is said to be missing carries it', () => {
  fc.assert(
    fc.property(rule, classes, fc.nat(7), (r, list, n) => {
      const place = n % list.length
      const c = list[place] as ClassTally
      const more = list.with(place, { ...c, for: c.for + 1, members: c.members + 1 })
      const roomy = list.with(place, { ...c, members: c.members + 1 })
      const before = outcomeOf(r, roomy)
      if (before.passed) assert.ok(outcomeOf(r, more).passed)
      const needed = before.missing.forByClass[c.name]
      if (typeof needed === 'number') {
        const given = (k: number): ClassTally[] =>
          roomy.with(place, { ...c, members: c.members + 1, for: c.for + k })
        assert.equal(outcomeOf(r, given(needed)).missing.support, false)
        assert.equal(outcomeOf(r, given(needed - 1)).missing.support, true)
      }
    }),
    { numRuns: 500 },
  )
})

test('G3 no consent rule passes above its objections', () => {
  fc.assert(
    fc.property(rule, classes, fc.nat(3), (r, list, most) => {
      const consent = { ...r, threshold: 0, inclusive: true, maxObjections: most }
      const objections = list.reduce((sum, c) => sum + c.object, 0)
      if (objections > most) assert.equal(outcomeOf(consent, list).passed, false)
    }),
  )
})

const called = fc
  .tuple(rule, classes, fc.constantFrom(...KINDS), fc.nat(0xff))
  .map(([r, list, kind, mask]) => {
    const classMajority = list.flatMap((c, i) => ((mask >> i) & 1 ? [c.name] : []))
    return { rule: { ...r, classMajority }, list, kind }
  })

test('ASM-10 a second call passes whatever the first would have, and asks for no more support', () => {
  fc.assert(
    fc.property(called, classes, ({ rule: r, list, kind }, later) => {
      const second = secondCallOf(r, kind, list)
      if (outcomeOf(r, later).passed) assert.ok(outcomeOf(second, later).passed)
      if (outcomeOf(second, later).passed) assert.ok(!outcomeOf(r, later).missing.support)
    }),
    { numRuns: 500 },
  )
})

test('ASM-10 a second call passes no tie, and nothing against a class that took part', () => {
  fc.assert(
    fc.property(called, classes, ({ rule: r, list, kind }, later) => {
      const second = secondCallOf(r, kind, list)
      const { passed } = outcomeOf(second, later)
      assert.ok(!(passed && outcomeOf(second, mirror(later)).passed))
      for (const c of later) {
        const took = c.for + c.against + c.abstain + c.object > 0
        if (passed && took && r.classMajority.includes(c.name)) {
          assert.ok(c.for > c.against + c.object)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('ASM-10 what passed, or was voted down by those who took part, was not lost to silence', () => {
  fc.assert(
    fc.property(called, ({ rule: r, list }) => {
      const { quorum, passed, missing } = outcomeOf(r, list)
      if (!isLostToSilence(r, list)) return
      assert.ok(!passed)
      assert.ok(!quorum || (!missing.support && missing.objections === 0))
    }),
    { numRuns: 500 },
  )
})

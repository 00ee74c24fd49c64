// SPDX-License-Identifier: MIT
/** Laws that hold for every vote and every fee, tried on random ones. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FeeInput, feeOf } from './fee.ts'
import {
  BASES,
  type ClassTally,
  COUNTS,
  outcomeOf,
  supportOf,
  type TallyRule,
  WHOLES,
} from './tally.ts'

/* VOTES */

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

/* FEES */

const input: fc.Arbitrary<FeeInput> = fc.record({
  pricePerYear: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  tierBps: fc.nat(10_000),
  seconds: fc.nat(10 * 31_536_000),
  waivePoints: fc.bigInt({ min: 1n, max: 10_000n }),
  quarters: fc.array(fc.bigInt({ min: 0n, max: 5000n }), { minLength: 8, maxLength: 8 }),
  distinctAttesters: fc.nat(4),
  minAttesters: fc.nat(4),
})

test('L2 more credit and more attesters never raise a fee', () => {
  fc.assert(
    fc.property(input, fc.nat(7), fc.bigInt({ min: 0n, max: 1000n }), (i, quarter, more) => {
      const quarters = i.quarters.map((q, n) => (n === quarter ? q + more : q))
      const { fee } = feeOf(i)
      assert.ok(feeOf({ ...i, quarters }).fee <= fee)
      assert.ok(feeOf({ ...i, distinctAttesters: i.distinctAttesters + 1 }).fee <= fee)
    }),
    { numRuns: 500 },
  )
})

test('L2 a larger tier never lowers a fee', () => {
  fc.assert(
    fc.property(input, fc.nat(10_000), (i, other) => {
      const tierBps = Math.max(i.tierBps, other)
      assert.ok(feeOf({ ...i, tierBps }).fee >= feeOf(i).fee)
    }),
    { numRuns: 2000 },
  )
})

test('a fee is at most one base unit above the exact price, and free exactly with the credit', () => {
  fc.assert(
    fc.property(input, (i) => {
      const { fee, payable, missing } = feeOf(i)
      const exact = i.pricePerYear * BigInt(i.tierBps) * BigInt(i.seconds) * payable.numerator
      const scale = 10_000n * 31_536_000n * payable.denominator
      assert.ok(fee * scale >= exact && (fee - 1n) * scale < exact)
      if (missing.points === 0n && missing.attesters === 0) assert.equal(fee, 0n)
    }),
  )
})

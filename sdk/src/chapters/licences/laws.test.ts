// SPDX-License-Identifier: MIT
/** Laws that hold for every fee, tried on random ones. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FeeInput, feeOf } from './fee.ts'

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
      const lowered = BigInt(Math.min(i.seconds, 31_536_000))
      const paid = lowered * payable.numerator + (BigInt(i.seconds) - lowered) * payable.denominator
      const exact = i.pricePerYear * BigInt(i.tierBps) * paid
      const scale = 10_000n * 31_536_000n * payable.denominator
      assert.ok(fee * scale >= exact && (fee - 1n) * scale < exact)
      if (missing.points !== 0n || missing.attesters !== 0) return
      if (i.seconds <= 31_536_000) assert.equal(fee, 0n)
    }),
  )
})

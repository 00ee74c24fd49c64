// SPDX-License-Identifier: AGPL-3.0-or-later
import { feeOf } from '@phyle/sdk/chapters/licences/fee'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadFixture, YEAR } from '../kit/chain.ts'
import { offered } from './house.ts'

type Quarters = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]

const points = fc.oneof(
  fc.bigInt({ min: 0n, max: 2_000n }),
  fc.bigInt({ min: 0n, max: (1n << 28n) - 1n }),
)
const quarters = fc.tuple(points, points, points, points, points, points, points, points)
const cases = fc.record({
  pricePerYear: fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 9n }),
    fc.bigInt({ min: 0n, max: (1n << 96n) - 1n }),
  ),
  tierBps: fc.integer({ min: 0, max: 10_000 }),
  seconds: fc.integer({ min: 1, max: 5 * YEAR }),
  waivePoints: fc.oneof(
    fc.bigInt({ min: 1n, max: 5_000n }),
    fc.bigInt({ min: 1n, max: (1n << 32n) - 1n }),
  ),
  quarters,
  distinctAttesters: fc.integer({ min: 0, max: 5 }),
  minAttesters: fc.integer({ min: 1, max: 5 }),
})
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

describe('The fee', () => {
  async function contract() {
    const { licences } = await loadFixture(offered)
    return (it: Case) =>
      licences.feeOf(
        it.pricePerYear,
        it.tierBps,
        it.seconds,
        it.waivePoints,
        it.quarters as Quarters,
        it.distinctAttesters,
        it.minAttesters,
      )
  }

  it('is the same as in the model', async () => {
    const fee = await contract()
    await fc.assert(
      fc.asyncProperty(cases, async (it) => {
        const model = feeOf(it)
        const answer = await fee(it)
        expect([answer.credit, answer.fee]).to.deep.equal([model.credit, model.fee])
      }),
      { numRuns: 1_000, seed: 11 },
    )
  })

  it('L2: more credit never raises it', async () => {
    const fee = await contract()
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 0, max: 7 }), points, async (it, at, more) => {
        const richer = it.quarters.map((q, i) => (i === at ? q + more : q)) as Quarters
        const before = await fee(it)
        const after = await fee({
          ...it,
          quarters: richer,
          distinctAttesters: it.distinctAttesters + 1,
        })
        expect(after.fee <= before.fee).to.equal(true)
      }),
      { numRuns: 300, seed: 12 },
    )
  })

  it('L2: a larger tier never lowers it', async () => {
    const fee = await contract()
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 0, max: 10_000 }), async (it, other) => {
        const [small, large] = it.tierBps < other ? [it.tierBps, other] : [other, it.tierBps]
        const less = await fee({ ...it, tierBps: small })
        const more = await fee({ ...it, tierBps: large })
        expect(less.fee <= more.fee).to.equal(true)
      }),
      { numRuns: 300, seed: 13 },
    )
  })
})

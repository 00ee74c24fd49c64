// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type Bounds,
  bumped,
  covers,
  type Fees,
  fittest,
  mostAt,
  offerAt,
  PATIENCE_BLOCKS,
  type Prices,
  priceOf,
  raisedTo,
} from './fees.ts'

const GWEI = 10n ** 9n
const bounds: Bounds = { ceiling: 500n * GWEI, floor: GWEI / 100n }

const fee = fc.bigInt({ min: 0n, max: 1_000n * GWEI })
const prices = fc.record<Prices>({ base: fee, tip: fc.bigInt({ min: 0n, max: 10n * GWEI }) })
const blocks = fc.bigInt({ min: 0n, max: 10n })
/** An hour of the chain: what it charged each time somebody looked, and how many blocks went by. */
const hour = fc.array(fc.tuple(prices, blocks), { minLength: 1, maxLength: 60 })

/** Every fee that is offered in such an hour, with what was charged then. */
function offersIn(seen: readonly (readonly [Prices, bigint])[]) {
  const made: { readonly fees: Fees; readonly at: Prices }[] = []
  let passedBy = 0n
  for (const [at, passed] of seen) {
    passedBy += passed
    const last = made.at(-1)
    const fees = last ? raisedTo(last.fees, at, passedBy, bounds) : offerAt(at, bounds)
    if (!fees) continue
    made.push({ fees, at })
    passedBy = 0n
  }
  return made
}

describe('fees', () => {
  it('are never above twice the price, the floor excepted, nor above the ceiling', () => {
    fc.assert(
      fc.property(hour, (seen) => {
        for (const { fees, at } of offersIn(seen)) {
          assert.ok(fees.maxFee <= mostAt(at, bounds))
          assert.ok(fees.maxFee <= bounds.ceiling)
          assert.ok(fees.tip <= fees.maxFee)
          assert.ok(covers(fees, at), 'and a block at that price takes it')
        }
      }),
    )
  })

  it('rise by as much as nodes ask of a replacement, each time', () => {
    fc.assert(
      fc.property(hour, (seen) => {
        const made = offersIn(seen)
        for (const [i, { fees }] of made.slice(1).entries()) {
          const before = made[i]?.fees as Fees
          assert.ok(fees.maxFee >= bumped(before.maxFee) && fees.tip >= bumped(before.tip))
          assert.ok(fees.maxFee * 10n >= before.maxFee * 11n)
        }
      }),
    )
  })

  it('stay where they are without blocks, and where prices did not rise', () => {
    fc.assert(
      fc.property(prices, prices, blocks, (first, later, passed) => {
        const offer = offerAt(first, bounds)
        fc.pre(offer !== null)
        if (passed < PATIENCE_BLOCKS) assert.equal(raisedTo(offer, later, passed, bounds), null)
        if (priceOf(later) <= priceOf(first) && later.tip <= first.tip) {
          assert.equal(raisedTo(offer, later, passed, bounds), null)
        }
      }),
    )
  })

  it('are not offered at all above the ceiling', () => {
    const dear = { base: bounds.ceiling, tip: 1n }
    assert.equal(offerAt(dear, bounds), null)
    assert.deepEqual(offerAt({ base: bounds.ceiling, tip: 0n }, bounds), {
      maxFee: bounds.ceiling,
      tip: 0n,
    })
  })

  it('send again the cheapest form that a block would take', () => {
    const form = (maxFee: bigint) => ({ maxFee, tip: 1n })
    const all = [form(10n), form(20n), form(40n)] as const
    assert.equal(fittest(all, { base: 5n, tip: 1n }).maxFee, 10n)
    assert.equal(fittest(all, { base: 15n, tip: 1n }).maxFee, 20n)
    assert.equal(fittest(all, { base: 99n, tip: 1n }).maxFee, 40n)
  })
})

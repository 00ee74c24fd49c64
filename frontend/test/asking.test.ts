import { parseUnits, zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Terms } from '../src/chain/works.ts'
import {
  type Asking,
  declarationOf,
  declaredAgain,
  priceSteps,
  requestOf,
  sharesOf,
  tierBounds,
} from '../src/features/licences/asking.ts'
import { rateOf, taxIn } from '../src/features/licences/details.ts'
import { coinOf } from '../src/words/format.ts'

const YEAR = 31_536_000
const euro = (amount: string) => parseUnits(amount, 6)

const terms: Terms = {
  licensor: `0x${'cd'.repeat(20)}`,
  legalText: `0x${'ab'.repeat(32)}`,
  pricePerYear: euro('600'),
  tierBps: [0, 1_000, 4_000, 10_000],
  tierTurnover: [50_000, 500_000, 5_000_000, 0],
  stewardBps: 8_000,
  parentsBps: 1_000,
  fundBps: 1_000,
  grace: 0,
  cure: 0,
  refundWindow: 0,
  notice: 0,
  waivePoints: 1_000,
  minAttesters: 2,
  changeDate: 0,
}
const work = { id: 7n, title: 'Mill', terms, termsVersion: 1n }
const asking: Asking = {
  use: 'firm',
  tier: 2,
  seconds: YEAR,
  licensee: undefined,
  name: ' Atelier ',
  registration: '',
  order: '',
}

describe('asking for a permission', () => {
  it('shows how a price comes about, ending in the answer of the contract', () => {
    const quote = {
      fee: euro('168'),
      from: 0,
      to: YEAR,
      credit: 120n,
      pointsMissing: 280n,
      distinctAttesters: 1n,
    }
    expect(priceSteps(terms, 2, quote)).toEqual({
      list: euro('240'),
      saved: euro('72'),
      toPay: euro('168'),
      needed: 400n,
      counted: 120n,
      fewAttesters: false,
    })
    const few = { ...quote, fee: euro('120'), credit: 300n, pointsMissing: 100n }
    expect(priceSteps(terms, 2, few).fewAttesters).toBe(true)
  })

  it('gives every cent of a fee to somebody, and the share of no parents to the fund', () => {
    for (const parents of [0, 1, 3, 7]) {
      const shares = sharesOf(100_000_001n, terms, parents)
      expect(shares.steward + shares.parents + shares.fund).toBe(100_000_001n)
      if (parents === 0) expect(shares.parents).toBe(0n)
    }
  })

  it('names the bounds of each size', () => {
    expect(tierBounds(terms, 0)).toEqual({ low: null, high: 50_000 })
    expect(tierBounds(terms, 2)).toEqual({ low: 500_000, high: 5_000_000 })
    expect(tierBounds(terms, 3)).toEqual({ low: 5_000_000, high: null })
  })

  it('lets contributions of a firm count, and declares its size', () => {
    const declared = declarationOf(asking, work, 'up to 5 million', 0)
    expect(declared?.statement).toMatchObject({
      ground: 'PAID',
      name: 'Atelier',
      registration: null,
      turnover: 5_000_000,
      date: '1970-01-01',
    })
    const request = requestOf(asking, work, declared, 5n)
    expect(request).toMatchObject({ claim: 5, tier: 2, maxFee: 5n, purchaseOrder: zeroHash })
    expect(request.statement).not.toBe(zeroHash)
  })

  it('declares a small firm as one, and nothing for a co-op', () => {
    expect(declarationOf({ ...asking, tier: 0 }, work, '', 0)?.statement.ground).toBe('SMALL_FIRM')
    expect(declarationOf({ ...asking, use: 'memberCoop' }, work, '', 0)).toBeNull()
  })

  it('declares again with another date and nothing else', () => {
    const first = declarationOf(asking, work, '', 0)
    const again = declaredAgain(first?.document ?? '', 86_400)
    expect(again?.statement).toEqual({ ...first?.statement, date: '1970-01-02' })
    expect(declaredAgain('We are a small firm.', 0)).toBeNull()
  })

  it('splits what was paid into net and tax to the cent', () => {
    expect(taxIn(euro('360'), 1_900n, 10_000n)).toEqual({
      net: euro('302.52'),
      tax: euro('57.48'),
    })
    expect(taxIn(-euro('360'), 1_900n, 10_000n)).toEqual({
      net: -euro('302.52'),
      tax: -euro('57.48'),
    })
    expect(taxIn(euro('100'), 550n, 10_000n)).toEqual({ net: euro('94.79'), tax: euro('5.21') })
  })

  it('counts tax in the smallest coin of the currency, of which a yen has none below it', () => {
    const yen = { symbol: 'JPYC', decimals: 18, iso: 'JPY' }
    const whole = 10n ** 18n
    expect(taxIn(1_000n * whole, 1_000n, coinOf(yen))).toEqual({
      net: 909n * whole,
      tax: 91n * whole,
    })
    expect(coinOf({ symbol: 'EURd', decimals: 6, iso: 'EUR' })).toBe(10_000n)
  })

  it('reads a tax rate as every percentage is read', () => {
    expect(rateOf('19')).toBe(1_900n)
    expect(rateOf('5,5 %')).toBe(550n)
    expect(rateOf('٥٫٥')).toBe(550n)
    for (const wrong of ['', 'x', '-1', '101', '7.123', '1e1'])
      expect(rateOf(wrong), wrong).toBeNull()
  })
})

import { capDueOf } from '@phyle/sdk/chapters/bonds/model'
import { describe, expect, it } from 'vitest'
import {
  lendProblem,
  limitsOf,
  mindUntil,
  mostBackOf,
  mostOf,
  phaseOf,
  repaidAt,
} from '../src/features/bonds/series.ts'

const DAY = 86_400
const offer = {
  state: 'open',
  opens: 10 * DAY,
  subscribeUntil: 20 * DAY,
  closes: 24 * DAY,
  buyBy: 60 * DAY,
  pledgedUnits: '100',
  leastUnits: '100',
} as const

describe('where an offer stands', () => {
  it('goes by the chain’s clock, not by what the index last said', () => {
    expect(phaseOf(offer, 10 * DAY - 1)).toBe('before')
    expect(phaseOf(offer, 10 * DAY)).toBe('open')
    expect(phaseOf(offer, 20 * DAY)).toBe('closing')
    expect(phaseOf(offer, 24 * DAY)).toBe('funded')
    expect(phaseOf(offer, 60 * DAY)).toBe('failed')
  })

  it('fails at the close when less than the least came together', () => {
    expect(phaseOf({ ...offer, pledgedUnits: '99' }, 24 * DAY)).toBe('failed')
  })

  it('BND-8 stays failed once somebody was refunded, although enough came together', () => {
    expect(phaseOf({ ...offer, state: 'failed' }, 25 * DAY)).toBe('failed')
  })

  it('stays bought or redeemed whatever the time', () => {
    expect(phaseOf({ ...offer, state: 'bought' }, 0)).toBe('bought')
    expect(phaseOf({ ...offer, state: 'redeemed' }, 90 * DAY)).toBe('redeemed')
  })
})

const terms = { face: '1000000', price: '6400000000', capBps: 10_000 }

describe('the most that can come back', () => {
  it('is what was lent at par, the left-over included', () => {
    expect(capDueOf(terms, 6_600n)).toBe(6_600_000_000n)
  })

  it('is capped on the price only', () => {
    expect(capDueOf({ ...terms, capBps: 12_000 }, 6_600n)).toBe(200_000_000n + 7_680_000_000n)
  })

  it('gives one person their part, and at par exactly what they lent', () => {
    const raising = { ...terms, leastUnits: '6400', pledgedUnits: '1000' }
    expect(mostBackOf(raising, 200n, 1_200n)).toBe(200_000_000n)
    expect(mostBackOf({ ...raising, capBps: 12_000 }, 200n, 1_200n)).toBe(240_000_000n)
  })
})

describe('how much one may lend', () => {
  const series = {
    face: '1000000',
    mostUnits: '6000',
    mostPerPerson: '1000',
    pledgedUnits: '5900',
    freedUnits: '40',
    subscribeUntil: 20 * DAY,
  }
  const now = 12 * DAY

  it('says which bound is crossed, the narrowest for the person first', () => {
    const limits = limitsOf(series, 950n, 2_000_000_000n, now)
    expect(limits).toEqual({ offer: 100n, person: 50n, cash: 2_000n })
    expect(mostOf(limits)).toBe(50n)
    expect(lendProblem(51n, limits)).toBe('overPerson')
    expect(lendProblem(50n, limits)).toBeNull()
    expect(lendProblem(101n, limitsOf(series, 0n, 2_000_000_000n, now))).toBe('overOffer')
    expect(lendProblem(51n, limitsOf(series, 0n, 50_999_999n, now))).toBe('overCash')
  })

  it('BND-7 is what others took back, once the time to subscribe is over', () => {
    expect(limitsOf(series, 0n, 2_000_000_000n, 20 * DAY).offer).toBe(40n)
  })

  it('BND-7 can be taken back until then, and later for four days, but not after the latest close', () => {
    expect(mindUntil(series, now)).toBe(20 * DAY)
    expect(mindUntil(series, 18 * DAY)).toBe(22 * DAY)
    expect(mindUntil(series, 32 * DAY)).toBe(34 * DAY)
  })

  it('never goes below nothing when more was pledged than the most', () => {
    expect(limitsOf({ ...series, pledgedUnits: '6001' }, 1_001n, 0n, now)).toEqual({
      offer: 0n,
      person: 0n,
      cash: 0n,
    })
  })
})

describe('when everything is repaid', () => {
  const paying = { rent: '260', rentPeriod: 30 * DAY, paid: '100', capDue: '700' }

  it('counts whole fees', () => {
    expect(repaidAt(paying, 0)).toBe(3 * 30 * DAY)
  })

  it('knows no day where nothing is paid', () => {
    expect(repaidAt({ ...paying, rent: '0' }, 0)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { readOffer, type TypedOffer } from '../src/features/bonds/offer.ts'

const typed: TypedOffer = {
  name: 'Oven',
  price: '5000.50',
  least: '5001',
  most: '6000',
  person: '500',
  rent: '120',
  rented: true,
  opens: '28',
  days: '30',
  buyDays: '30',
  years: '5',
}
const read = (some: Partial<TypedOffer>) =>
  readOffer(
    { ...typed, ...some },
    { currency: { symbol: 'EUR', decimals: 6, iso: 'EUR' }, decided: 25 },
  )

describe('An offer of bonds, as typed', () => {
  it('is read whole', () => {
    expect(read({}).faults).toEqual({})
    expect(read({}).offer).toEqual({
      price: 5_000_500_000n,
      leastUnits: 5001,
      mostUnits: 6000,
      mostPerPerson: 500,
      rent: 120_000_000n,
      opens: 28,
      days: 30,
      buyDays: 30,
      expected: 1_825,
    })
  })

  it('has no fee where the machine is lent free of charge', () => {
    expect(read({ rented: false, rent: '' }).offer?.rent).toBe(0n)
  })

  it('BND-7 lets one person lend a fifth of the most where nothing is typed, and less than a third of the least', () => {
    expect(read({ person: '' })).toMatchObject({ usual: 1_200n, offer: { mostPerPerson: 1_200 } })
    expect(read({ person: '', most: '9000' }).offer?.mostPerPerson).toBe(1_666)
    expect(read({ person: '1666' }).offer?.mostPerPerson).toBe(1_666)
  })

  it('waits, without blame, for what is not written yet', () => {
    const empty = read({ price: '', least: '', most: '', person: '', rent: '', name: '' })
    expect(empty).toMatchObject({ offer: null, faults: {} })
  })

  it.each([
    ['a least below the price', { least: '5000' }, 'least', 'belowPrice'],
    ['a most below the least', { most: '5000' }, 'most', 'belowLeast'],
    ['a third of the least for one person', { person: '1667' }, 'person', 'third'],
    ['a least that too few can share', { price: '3', least: '3', person: '1' }, 'least', 'few'],
    ['an opening before the vote is over', { opens: '25' }, 'opens', 'opens'],
    ['less than a week to lend', { days: '6' }, 'days', 'days'],
    ['more than a year to buy', { buyDays: '357' }, 'buyDays', 'buyDays'],
    ['no day to buy', { buyDays: '0' }, 'buyDays', 'buyDays'],
    ['a hope for the next ice age', { years: '100.01' }, 'years', 'years'],
    ['a name that turns the line around', { name: 'Oven\u202e' }, 'name', 'name'],
    ['a name of too many bytes', { name: 'é'.repeat(40) }, 'name', 'name'],
  ] as const)('refuses %s', (_what, some, field, fault) => {
    const { offer, faults } = read(some)
    expect(offer).toBeNull()
    expect(faults).toEqual({ [field]: fault })
  })
  it.each([
    ['parts of a euro, which a bond has not', { least: '5001.50' }, 'least', 'places'],
    ['nothing for a person', { person: '0' }, 'person', 'zero'],
    ['more than there is room for', { most: '99999999999999' }, 'most', 'much'],
    ['a price in letters', { price: 'much' }, 'price', 'form'],
    ['a fee of nothing', { rent: '0' }, 'rent', 'zero'],
    ['half a day', { days: '30.5' }, 'days', 'places'],
    ['days in letters', { buyDays: '1e1' }, 'buyDays', 'form'],
    ['a day before today', { opens: '-3' }, 'opens', 'sign'],
    ['a hope for now', { years: '0' }, 'years', 'zero'],
    ['parts of a cent', { price: '5000.505' }, 'price', 'places'],
  ] as const)('refuses %s', (_what, some, field, fault) => {
    const { offer, readings } = read(some)
    expect(offer).toBeNull()
    expect(readings[field]).toEqual({ kind: 'refused', fault })
  })

  it('is none while an amount can be read in two ways', () => {
    for (const field of ['price', 'least', 'most', 'person', 'rent'] as const) {
      const { offer, readings } = read({ [field]: '6,000' })
      expect(offer, field).toBeNull()
      expect(readings[field].kind, field).toBe('ambiguous')
    }
  })

  it('reads its times as every number is read, and never as none', () => {
    expect(read({ opens: '٢٨', years: '2,5' }).offer).toMatchObject({ opens: 28, expected: 913 })
    for (const field of ['opens', 'days', 'buyDays', 'years'] as const) {
      const { offer, faults } = read({ [field]: '' })
      expect(offer, field).toBeNull()
      expect(faults, field).toEqual({})
    }
    expect(read({ days: '1,000' }).offer).toBeNull()
  })
})

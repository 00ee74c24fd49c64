import { describe, expect, it } from 'vitest'
import { rentStanding } from '../src/features/commons/rent.ts'
import { collectable, earning } from '../src/features/fund/due.ts'
import { every, money } from '../src/words/format.ts'

const DAY = 86_400
const euro = { symbol: 'EUR', decimals: 6, iso: 'EUR' }

describe('amounts in words', () => {
  it('never tells of more than there is', () => {
    expect(money(181_818_181n, euro)).toBe('181.81\u00a0euros')
    expect(money(999_999n, euro)).toBe('0.99\u00a0euros')
  })

  it('writes whole amounts whole, and the smallest out', () => {
    expect(money(12_100_000_000n, euro)).toBe('12,100\u00a0euros')
    expect(money(12n, euro)).toBe('0.000012\u00a0euros')
  })

  it('takes currencies that nobody lists', () => {
    expect(money(5_000_000n, { symbol: 'EURd', decimals: 6 })).toBe('5\u00a0EURd')
  })

  it('says how often as people do', () => {
    expect(every(30 * DAY)).toBe('a\u00a0month')
    expect(every(14 * DAY)).toBe('every\u00a014\u00a0days')
  })
})

describe('use fees', () => {
  const machine = { rent: '100', rentPeriod: 30 * DAY, income: '100', bought: { time: 1_000 } }

  it('are due for whole periods since the purchase', () => {
    expect(rentStanding(machine, 1_000 + 30 * DAY - 1).due).toBe(0n)
    expect(rentStanding(machine, 1_000 + 30 * DAY)).toEqual({
      due: 100n,
      paid: 100n,
      behind: 0n,
      next: 1_000 + 60 * DAY,
    })
    expect(rentStanding(machine, 1_000 + 95 * DAY).behind).toBe(200n)
  })

  it('are never due for a free loan', () => {
    expect(rentStanding({ ...machine, rent: '0' }, 9e9)).toMatchObject({ behind: 0n, next: null })
  })
})

describe('what a person is due', () => {
  const share = { due: 5n, since: 1, seated: true, epoch: 3, earnsFrom: 2, earnsTo: 2 ** 32 - 1 }
  const holding = { series: 1n, status: 'bought', face: 1n, units: 1n, taken: 0n, due: 7n } as const

  it('is the equal share and all bonds together', () => {
    const months = {
      epochEnds: 0,
      epochLength: 1,
      earnsFromTime: 0,
      heads: 1,
      leastHeads: 1,
      waits: [],
      waiting: 0n,
      months: [],
    }
    expect(collectable({ share: { ...share, ...months }, holdings: [holding, holding] })).toBe(19n)
  })

  it('is earned from the first whole month, while there is a seat', () => {
    expect(earning(share)).toBe('earning')
    expect(earning({ ...share, epoch: 1 })).toBe('waiting')
    expect(earning({ ...share, since: 0 })).toBe('never')
    expect(earning({ ...share, seated: false, earnsTo: 2 })).toBe('stopped')
    expect(earning({ ...share, seated: false, earnsTo: 1 })).toBe('never')
  })
})

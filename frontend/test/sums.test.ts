import { describe, expect, it } from 'vitest'
import { recordOf } from '../src/features/bonds/record.ts'
import { sayPayments } from '../src/features/bonds/sayPayments.ts'
import { paymentsOf } from '../src/features/bonds/series.ts'
import { recordWords } from '../src/words/bonds/record.ts'
import { bonds } from '../src/words/bonds/words.ts'
import { money } from '../src/words/format.ts'
import { partsOf, totalOf } from '../src/words/sums.ts'

const DAY = 86_400
const euro = { symbol: 'EUR', decimals: 6, iso: 'EUR' }

/** Cents as they stand on the page. */
const cents = (shown: string) => BigInt(shown.replaceAll(/[^\d]/g, ''))
const inCents = (amount: bigint) => {
  const shown = money(amount, euro)
  return shown.includes('.') ? cents(shown) : cents(shown) * 100n
}

describe('Sums that a reader checks with a pencil', () => {
  it('are the sum of the parts that stand beside them', () => {
    expect(money(27_187_500n, euro)).toBe('27.18\u00a0euros')
    expect(money(181_818_181n, euro)).toBe('181.81\u00a0euros')
    expect(totalOf([27_187_500n, 181_818_181n], euro)).toBe('208.99\u00a0euros')
    expect(totalOf([], euro)).toBe('0\u00a0euros')
    expect(totalOf([27_180_000n, 4n], euro)).toBe('27.180004\u00a0euros')
  })

  it('are never more than there is', () => {
    for (const parts of [[999_999n, 999_999n], [1n], [5_009_999n, 4_990_001n]]) {
      const shown = inCents(parts.reduce((all, one) => all + one, 0n))
      const total = totalOf(parts, euro)
      if (!total.includes('.') || /\.\d\d\b/.test(total)) {
        const said = total.includes('.') ? cents(total) : cents(total) * 100n
        expect(said <= shown, total).toBe(true)
      }
    }
  })

  it('of an account of what was: the parts add up to the whole', () => {
    const cases = [
      [3_333_333n, 3_333_333n, 3_333_334n],
      [1_999_999n, 1n, 0n],
      [5_009_999n, 7_009_999n, 990_002n],
      [10_000n],
      [],
    ]
    for (const parts of cases) {
      const shown = partsOf(parts, euro)
      const whole = parts.reduce((all, one) => all + one, 0n)
      expect(shown.reduce((all, one) => all + one, 0n)).toBe(whole - (whole % 10_000n))
      for (const [at, part] of shown.entries()) {
        expect(part % 10_000n).toBe(0n)
        const away = part - (parts[at] ?? 0n)
        expect(away < 10_000n && away > -10_000n).toBe(true)
      }
    }
  })
})

describe('How an offer is repaid', () => {
  const series = {
    rent: '260000000',
    rentPeriod: 30 * DAY,
    price: '6400000000',
    capBps: 10_000,
    endorsed: false,
  }
  const say = (amount: bigint) => money(amount, euro)

  it('is so many payments of the agreed size', () => {
    expect(paymentsOf(series)).toEqual({ count: 25, amount: 260_000_000n })
    expect(paymentsOf({ ...series, capBps: 12_000 })?.count).toBe(30)
    expect(sayPayments(series, say)).toBe('about 25 use fees of 260\u00a0euros, one a\u00a0month')
  })

  it('is not known where no fee is agreed', () => {
    expect(paymentsOf({ ...series, rent: '0', rentPeriod: 0 })).toBeNull()
    const free = { ...series, rent: '0' }
    expect(sayPayments({ ...free, endorsed: true }, say)).toBe(bonds.payments.common)
    expect(sayPayments(free, say)).toBe(bonds.payments.nothing)
  })
})

describe('The record of a co-op', () => {
  const offer = (id: string, state: string, coop = 'a') =>
    ({
      id,
      coop,
      state,
      opens: 0,
      subscribeUntil: 1,
      closes: 2,
      buyBy: 3,
      pledgedUnits: '1',
      leastUnits: '2',
    }) as never
  const machine = (series: string, income: string) => ({
    series,
    rent: '100',
    rentPeriod: 30 * DAY,
    income,
    bought: { time: 0 } as never,
  })

  it('counts its other offers, and tells who pays late from who pays in time', () => {
    const record = recordOf(
      'a',
      '9',
      [
        offer('1', 'redeemed'),
        offer('2', 'bought'),
        offer('3', 'bought'),
        offer('4', 'failed'),
        offer('5', 'writtenDown'),
        offer('6', 'bought', 'b'),
        offer('9', 'open'),
      ],
      [machine('2', '300'), machine('3', '100')],
      95 * DAY,
    )
    expect(record).toEqual({
      repaid: 1,
      running: 1,
      late: 1,
      failed: 1,
      writtenDown: 1,
      raising: 0,
    })
    expect(recordWords(record)).toBe(
      '1 repaid in full, 1 being repaid on time, 1 behind with its use fees, 1 written down, 1 ended without a purchase',
    )
    expect(recordWords(recordOf('c', '9', [], [], 0))).toBe('None so far')
  })
})

import { describe, expect, it } from 'vitest'
import {
  clockTime,
  date,
  duration,
  fromNow,
  fullMoney,
  money,
  unbrokenNumbers,
} from '../src/words/format.ts'
import { threshold } from '../src/words/rules/say.ts'

const euro = { symbol: 'EUR', decimals: 6, iso: 'EUR' }

describe('words for amounts and times', () => {
  it('writes money with its unit and without a space that breaks', () => {
    expect(money(18_400_000_000n, euro)).toBe('18,400\u00a0euros')
    expect(money(120_500_000n, euro)).toBe('120.50\u00a0euros')
  })

  it('writes a unit that is no currency of a country behind the number', () => {
    expect(money(3_000_000n, { symbol: 'HOURS', decimals: 6 })).toBe('3\u00a0HOURS')
  })

  it('takes no symbol of a coin for the currency of a country', () => {
    for (const symbol of ['BOB', 'BRZ', 'EUR', 'USD', 'XAU'])
      expect(money(3_500_000n, { symbol, decimals: 6 })).toBe(`3.50\u00a0${symbol}`)
    expect(money(3_500_000n, { symbol: 'EURC', decimals: 6, iso: 'EUR' })).toBe('3.50\u00a0euros')
    expect(money(3_000_001n, { symbol: 'JPYC', decimals: 6, iso: 'JPY' })).toBe(
      '3\u00a0Japanese\u00a0yen',
    )
  })

  it('says an amount that was typed to the last digit', () => {
    expect(fullMoney(1_000_000_000n, euro)).toBe('1,000.00\u00a0euros')
    expect(fullMoney(1_234_567n, euro)).toBe('1.234567\u00a0euros')
  })

  it('leaves the year out when it is the running one', () => {
    const now = Date.UTC(2026, 10, 22, 12) / 1000
    expect(date(now, 'day', now)).not.toContain('2026')
    expect(date(now - 400 * 86_400, 'day', now)).toContain('2025')
  })

  it('says lengths and distances of time in their fitting unit', () => {
    expect(duration(172_800)).toBe('2\u00a0days')
    expect(duration(90 * 86_400)).toBe('3\u00a0months')
    expect(fromNow(1_000 + 5 * 86_400, 1_000)).toBe('in\u00a05\u00a0days')
  })

  it('says in which time zone a time of day is', () => {
    const at = Date.UTC(2026, 10, 22, 12) / 1000
    const zone = new Intl.DateTimeFormat(navigator.languages, { timeZoneName: 'short' })
      .formatToParts(at * 1000)
      .find(({ type }) => type === 'timeZoneName')?.value
    expect(zone).toBeTruthy()
    expect(date(at, 'time')).toContain(zone)
    expect(clockTime(at)).toContain(zone)
    expect(date(at, 'day')).not.toContain(zone)
  })

  it('keeps the thousands of a title together', () => {
    expect(unbrokenNumbers('Pay 18 400 euro')).toBe('Pay 18\u00a0400 euro')
    expect(unbrokenNumbers('On 12 May 2026')).toBe('On 12 May 2026')
    expect(unbrokenNumbers('Pay EUR 1 234.00')).toBe('Pay EUR\u00a01\u00a0234.00')
  })

  it('says a threshold as a person does', () => {
    expect(threshold({ threshold: 5_000, inclusive: false })).toBe('more than half')
    expect(threshold({ threshold: 7_500, inclusive: true })).toBe('at least three quarters')
  })
})

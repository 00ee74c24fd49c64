// SPDX-License-Identifier: MIT
/**
 * Money, shares and times in one notation for everybody, for words that people sign together: a
 * point before the decimals, a space between thousands, the code of the currency in front. No
 * reader takes `EUR 1 234.00` for another amount, wherever they live.
 */
import { showMoney } from './units.ts'

export interface FixedCurrency {
  readonly symbol: string
  readonly decimals: number
  /** The currency of a country that one coin is worth, where the deployment says so. */
  readonly iso?: string | undefined
}

const grouped = (digits: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ' ')

/** An exact decimal number: `1 234.5`. */
export function fixedNumber(amount: bigint, decimals = 0, least = 0): string {
  const [whole = '', places] = showMoney(amount, decimals, least).split('.')
  return places === undefined ? grouped(whole) : `${grouped(whole)}.${places}`
}

/** `EUR 1 234.00`, to the last digit. */
export const fixedMoney = (amount: bigint, { symbol, decimals, iso }: FixedCurrency): string =>
  `${iso ?? symbol} ${fixedNumber(amount, decimals, 2)}`

/** Basis points as a percentage: `66.67 %`. */
export const fixedPercent = (bps: number): string => `${fixedNumber(BigInt(bps), 2)} %`

/** A length of time in the largest unit that fits it exactly: `10 days`, `36 hours`. */
export function fixedDuration(seconds: number): string {
  const units = [
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ] as const
  const [size, name] = units.find(([size]) => seconds % size === 0 && seconds >= size) ?? [
    1,
    'second',
  ]
  const count = seconds / size
  return `${fixedNumber(BigInt(count))} ${name}${count === 1 ? '' : 's'}`
}

/** A day in the time zone of the world: `2027-03-01`. */
export const fixedDay = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 10)

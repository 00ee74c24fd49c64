import { type AmountShape, type Reading, readAmount, typeable } from '@phyle/sdk/amount'
import { type Currency, coinOf, placesOf, unitsOf } from '../words/format.ts'
import { locale } from '../words/locale.ts'

const most = (bits: number) => (1n << BigInt(bits)) - 1n

/** An amount above nothing that a field of so many bits has room for. */
export const readMoney = (typed: string, currency: Currency, bits = 128): Reading =>
  readAmount(typed, {
    decimals: currency.decimals,
    places: placesOf(currency),
    most: most(bits),
    units: unitsOf(currency),
  })

/** Whole units of a currency, of which bonds are made. */
export const readUnits = (typed: string, currency: Currency, bits = 40): Reading =>
  readAmount(typed, { decimals: 0, most: most(bits), units: unitsOf(currency) })

const PERCENT: AmountShape = { decimals: 2, most: 10_000n, zero: true, units: ['%', '٪'] }

/** A percentage from 0 to 100, with at most two decimal places, in basis points. */
export const readPercent = (typed: string): Reading => readAmount(typed, PERCENT)

/** The amount, where there is exactly one. */
export const exactly = (reading: Reading): bigint | null =>
  reading.kind === 'exact' ? reading.amount : null

/**
 * An amount as it stands in a field. What is less than the smallest coin is rounded up, so that a
 * debt written here is paid in full.
 */
export function moneyTyped(amount: bigint, currency: Currency): string {
  const places = placesOf(currency)
  const coin = coinOf(currency)
  const whole = ((amount + coin - 1n) / coin) * coin
  return typeable(whole, { decimals: currency.decimals, places }, locale())
}

/** A number of `decimals` places as it stands in a field. */
export const numberTyped = (amount: bigint, decimals = 0): string =>
  typeable(amount, { decimals }, locale())

import { type Reading, readAmount } from '@phyle/sdk/amount'
import {
  LEAST_CURE,
  LEAST_FUND_BPS,
  LEAST_NOTICE,
  MOST_ATTESTERS,
  MOST_GRACE,
  MOST_PERIOD,
  MOST_REFUND_WINDOW,
  MOST_TIERS,
  type OfferedTerms,
} from '@phyle/sdk/chapters/commons/model'
import type { Address, Hex } from 'viem'
import {
  exactly,
  moneyTyped,
  numberTyped,
  readMoney,
  readPercent,
  readUnits,
} from '../../chain/typedMoney.ts'
import type { Currency } from '../../words/format.ts'

/** A size of firm that pays a part of the price. */
export interface TypedSize {
  readonly key: number
  /** Yearly turnover up to which it goes. */
  readonly upTo: string
  /** In per cent. */
  readonly pays: string
}

/** What was typed into the form of terms; times in days. */
export interface TypedTerms {
  readonly price: string
  /** Turnover up to which firms pay nothing. */
  readonly free: string
  readonly sizes: readonly TypedSize[]
  readonly points: string
  readonly people: string
  readonly grace: string
  readonly refund: string
  readonly cure: string
  readonly notice: string
  readonly parents: string
  readonly fund: string
  /** The day from which it is free for all, as 2027-01-31; empty: as before. */
  readonly freeFrom: string
}

export type TermsAmount = Exclude<keyof TypedTerms, 'sizes' | 'freeFrom'>
export type TermsFaultName =
  | 'sizes'
  | 'people'
  | 'grace'
  | 'refund'
  | 'cure'
  | 'notice'
  | 'fund'
  | 'freeFrom'

/** Between the firms that pay nothing and those that pay the whole price. */
export const MOST_SIZES = MOST_TIERS - 2
const DAY = 86_400
const ROOM = 2n ** 32n - 1n

const readCount = (typed: string, zero = false) =>
  readAmount(typed, { decimals: 0, most: ROOM, zero })

const days = (seconds: number) => numberTyped(BigInt(Math.round(seconds / DAY)))

/** Where a steward begins who never offered terms. */
export const firstTyped = (): TypedTerms => ({
  price: '',
  free: numberTyped(50_000n),
  sizes: [
    { key: 0, upTo: numberTyped(500_000n), pays: numberTyped(10n) },
    { key: 1, upTo: numberTyped(5_000_000n), pays: numberTyped(40n) },
  ],
  points: numberTyped(1_000n),
  people: numberTyped(2n),
  grace: numberTyped(30n),
  refund: numberTyped(14n),
  cure: numberTyped(32n),
  notice: numberTyped(30n),
  parents: numberTyped(10n),
  fund: numberTyped(10n),
  freeFrom: '',
})

/** Terms as they would be typed. */
export const typedOf = (terms: OfferedTerms, currency: Currency): TypedTerms => ({
  price: moneyTyped(terms.pricePerYear, currency),
  free: numberTyped(BigInt(terms.tierTurnover[0] ?? 0)),
  sizes: terms.tierBps.slice(1, -1).map((bps, at) => ({
    key: at,
    upTo: numberTyped(BigInt(terms.tierTurnover[at + 1] ?? 0)),
    pays: numberTyped(BigInt(bps), 2),
  })),
  points: numberTyped(BigInt(terms.waivePoints)),
  people: numberTyped(BigInt(terms.minAttesters)),
  grace: days(terms.grace),
  refund: days(terms.refundWindow),
  cure: days(terms.cure),
  notice: days(terms.notice),
  parents: numberTyped(BigInt(terms.parentsBps), 2),
  fund: numberTyped(BigInt(terms.fundBps), 2),
  freeFrom: '',
})

/** The first second of a day; null where it is none. */
function startOf(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? null : at / 1000
}

export interface ReadTerms {
  /** Without the text and the licensor; null while something is missing or wrong. */
  readonly terms: Omit<OfferedTerms, 'legalText' | 'licensor'> | null
  readonly readings: Readonly<Record<TermsAmount, Reading>>
  readonly sizes: readonly { readonly upTo: Reading; readonly pays: Reading }[]
  readonly faults: Partial<Record<TermsFaultName, true>>
}

const readingsOf = (typed: TypedTerms, currency: Currency): ReadTerms['readings'] => ({
  price: readMoney(typed.price, currency, 96),
  free: readUnits(typed.free, currency, 32),
  points: readCount(typed.points),
  people: readCount(typed.people),
  grace: readCount(typed.grace, true),
  refund: readCount(typed.refund, true),
  cure: readCount(typed.cure),
  notice: readCount(typed.notice),
  parents: readPercent(typed.parents),
  fund: readPercent(typed.fund),
})

/** Every number that was typed; null where one of them was not read. */
function exactOf(readings: ReadTerms['readings']): Record<TermsAmount, bigint> | null {
  const all = Object.entries(readings).map(([field, reading]) => [field, exactly(reading)] as const)
  return all.some(([, amount]) => amount === null)
    ? null
    : (Object.fromEntries(all) as Record<TermsAmount, bigint>)
}

const isOutside = (reading: Reading, least: number, most: number) => {
  const value = exactly(reading)
  return value !== null && (value < least || value > most)
}

const isAfter = (one: Reading, other: Reading) => {
  const [a, b] = [exactly(one), exactly(other)]
  return a !== null && b !== null && a > b
}

/**
 * The terms that were typed, how each number was read, and what is wrong beyond its number. What is not
 * filled in yet is no fault. `dates`: between which moments the day may lie from which it is free for all.
 */
export function readTerms(
  typed: TypedTerms,
  { currency, dates }: { currency: Currency; dates: { least: number; most: number } },
): ReadTerms {
  const readings = readingsOf(typed, currency)
  const sizes = typed.sizes.map(({ upTo, pays }) => ({
    upTo: readUnits(upTo, currency, 32),
    pays: readPercent(pays),
  }))
  const freeFrom = typed.freeFrom === '' ? 0 : startOf(typed.freeFrom)
  const [parents, fund] = [exactly(readings.parents), exactly(readings.fund)]
  const bounds = [readings.free, ...sizes.map(({ upTo }) => upTo)]
  const shares = sizes.map(({ pays }) => pays)
  const wrong: readonly (readonly [TermsFaultName, boolean])[] = [
    [
      'sizes',
      bounds.some((upTo, at) => at > 0 && !isAfter(upTo, bounds[at - 1] ?? upTo) && isRead(upTo)) ||
        shares.some((pays, at) => at > 0 && isAfter(shares[at - 1] ?? pays, pays)),
    ],
    ['people', isOutside(readings.people, 1, MOST_ATTESTERS)],
    ['grace', isOutside(readings.grace, 0, MOST_GRACE)],
    [
      'refund',
      isOutside(readings.refund, 0, MOST_REFUND_WINDOW) || isAfter(readings.refund, readings.grace),
    ],
    ['cure', isOutside(readings.cure, LEAST_CURE, MOST_PERIOD)],
    ['notice', isOutside(readings.notice, LEAST_NOTICE, MOST_PERIOD)],
    [
      'fund',
      fund !== null && (fund < LEAST_FUND_BPS || (parents !== null && parents + fund > 10_000n)),
    ],
    [
      'freeFrom',
      freeFrom === null || (freeFrom !== 0 && (freeFrom < dates.least || freeFrom > dates.most)),
    ],
  ]
  const faults = Object.fromEntries(
    wrong.filter(([, is]) => is).map(([field]) => [field, true] as const),
  )
  const exact = exactOf(readings)
  const isWhole =
    exact !== null &&
    freeFrom !== null &&
    wrong.every(([, is]) => !is) &&
    sizes.every(({ upTo, pays }) => isRead(upTo) && isRead(pays))
  return {
    readings,
    sizes,
    faults,
    terms: isWhole ? termsOf(exact, sizes, freeFrom) : null,
  }
}

const isRead = (reading: Reading) => exactly(reading) !== null
const numberOf = (reading: Reading) => Number(exactly(reading))

const termsOf = (
  exact: Record<TermsAmount, bigint>,
  sizes: ReadTerms['sizes'],
  changeDate: number,
): NonNullable<ReadTerms['terms']> => ({
  pricePerYear: exact.price,
  tierBps: [0, ...sizes.map(({ pays }) => numberOf(pays)), 10_000],
  tierTurnover: [Number(exact.free), ...sizes.map(({ upTo }) => numberOf(upTo)), 0],
  stewardBps: 10_000 - Number(exact.parents + exact.fund),
  parentsBps: Number(exact.parents),
  fundBps: Number(exact.fund),
  grace: Number(exact.grace) * DAY,
  cure: Number(exact.cure) * DAY,
  refundWindow: Number(exact.refund) * DAY,
  notice: Number(exact.notice) * DAY,
  waivePoints: Number(exact.points),
  minAttesters: Number(exact.people),
  changeDate,
})

/** Terms as a steward offers them. */
export const offeredOf = (
  terms: NonNullable<ReadTerms['terms']>,
  legalText: Hex,
  licensor: Address,
): OfferedTerms => ({ ...terms, legalText, licensor })

import { type Reading, readAmount } from '@phyle/sdk/amount'
import {
  COOLING_OFF,
  LATEST_CLOSE,
  mostPerPersonUnder,
  usualPerPerson,
} from '@phyle/sdk/chapters/bonds/model'
import { titleFault } from '@phyle/sdk/title'
import { exactly, readMoney, readUnits } from '../../chain/typedMoney.ts'
import type { Currency } from '../../words/format.ts'

/** What was typed into the form of an offer; times in days and years. */
export interface TypedOffer {
  readonly name: string
  readonly price: string
  readonly least: string
  readonly most: string
  /** Empty: the usual. */
  readonly person: string
  readonly rent: string
  readonly rented: boolean
  readonly opens: string
  readonly days: string
  readonly buyDays: string
  readonly years: string
}

export interface Offer {
  readonly price: bigint
  readonly leastUnits: number
  readonly mostUnits: number
  readonly mostPerPerson: number
  readonly rent: bigint
  /** In days. */
  readonly opens: number
  readonly days: number
  readonly buyDays: number
  readonly expected: number
}

export type OfferFault =
  | 'belowPrice'
  | 'belowLeast'
  | 'few'
  | 'third'
  | 'opens'
  | 'days'
  | 'buyDays'
  | 'years'
  | 'name'

export type OfferFaults = Partial<Record<keyof TypedOffer, OfferFault>>

/** The rules of the contract, in days. */
export const LEAST_DAYS = 7
export const MOST_DAYS = 366
const DAY = 86_400
/** To buy in after the latest close; the contract counts from the earliest. */
const MOST_BUY_DAYS = MOST_DAYS - (LATEST_CLOSE - COOLING_OFF) / DAY
/** With fewer units nobody could hold less than a third. */
const LEAST_UNITS = 4n
const MOST_YEARS = 100
/** Bytes of the name of a series. */
const MOST_NAME = 64

const ROOM = 10n ** 9n
const readDays = (typed: string) => readAmount(typed, { decimals: 0, most: ROOM, zero: true })
/** Years with as many decimal places as a month needs. */
export const YEAR_PLACES = 2
const readYears = (typed: string) => readAmount(typed, { decimals: YEAR_PLACES, most: ROOM })

const isOutside = (value: bigint | null, least: number, most: number) =>
  value !== null && (value < least || value > most)

const isName = (name: string) =>
  titleFault(name) === null && new TextEncoder().encode(name).length <= MOST_NAME

export type OfferAmount = 'price' | 'least' | 'most' | 'person' | 'rent'
export type OfferTime = 'opens' | 'days' | 'buyDays' | 'years'

/**
 * The offer that was typed, how each of its amounts was read, and what is wrong with a field beyond
 * that; an empty field is only missing.
 */
export function readOffer(
  typed: TypedOffer,
  { currency, decided }: { currency: Currency; decided: number },
): {
  offer: Offer | null
  /** What one person may hold where nothing else is typed; null while it is not known. */
  usual: bigint | null
  readings: Readonly<Record<OfferAmount | OfferTime, Reading>>
  faults: OfferFaults
} {
  const readings = {
    price: readMoney(typed.price, currency, 96),
    least: readUnits(typed.least, currency),
    most: readUnits(typed.most, currency),
    person: readUnits(typed.person, currency),
    rent: readMoney(typed.rent, currency, 96),
    opens: readDays(typed.opens),
    days: readDays(typed.days),
    buyDays: readDays(typed.buyDays),
    years: readYears(typed.years),
  }
  const price = exactly(readings.price)
  const [least, most] = [exactly(readings.least), exactly(readings.most)]
  const usual = least === null || most === null ? null : usualPerPerson(least, most)
  const person = typed.person.trim() === '' ? usual : exactly(readings.person)
  const [opens, days, buyDays, years] = [
    exactly(readings.opens),
    exactly(readings.days),
    exactly(readings.buyDays),
    exactly(readings.years),
  ]
  const rent = typed.rented ? exactly(readings.rent) : 0n
  const face = 10n ** BigInt(currency.decimals)
  const belowPrice = price !== null && least !== null && least * face < price
  const belowLeast = least !== null && most !== null && most < least
  const few = least !== null && least < LEAST_UNITS
  const third = least !== null && person !== null && !few && person > mostPerPersonUnder(least)

  const wrong: readonly (readonly [keyof TypedOffer, OfferFault, boolean])[] = [
    ['name', 'name', typed.name.trim() !== '' && !isName(typed.name.trim())],
    ['least', 'few', few],
    ['least', 'belowPrice', belowPrice],
    ['person', 'third', third],
    ['most', 'belowLeast', belowLeast],
    ['opens', 'opens', isOutside(opens, decided + 1, decided + MOST_DAYS)],
    ['days', 'days', isOutside(days, LEAST_DAYS, MOST_DAYS)],
    ['buyDays', 'buyDays', isOutside(buyDays, 1, MOST_BUY_DAYS)],
    ['years', 'years', isOutside(years, 1, MOST_YEARS * 10 ** YEAR_PLACES)],
  ]
  const faults = Object.fromEntries(
    wrong.filter(([, , is]) => is).map(([field, fault]) => [field, fault]),
  ) as OfferFaults
  const whole =
    Object.keys(faults).length === 0 &&
    typed.name.trim() !== '' &&
    price !== null &&
    least !== null &&
    most !== null &&
    person !== null &&
    rent !== null &&
    opens !== null &&
    days !== null &&
    buyDays !== null &&
    years !== null
  return {
    offer: whole
      ? {
          price,
          leastUnits: Number(least),
          mostUnits: Number(most),
          mostPerPerson: Number(person),
          rent,
          opens: Number(opens),
          days: Number(days),
          buyDays: Number(buyDays),
          expected: Math.round((Number(years) * 365) / 10 ** YEAR_PLACES),
        }
      : null,
    usual,
    readings,
    faults,
  }
}

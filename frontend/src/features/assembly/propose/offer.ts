import { titleFault } from '@phyle/sdk/title'
import { typedMoney } from '../../../chain/typedMoney.ts'

/** What was typed into the form of an offer; times in days and years. */
export interface TypedOffer {
  readonly name: string
  readonly price: string
  readonly least: string
  readonly most: string
  readonly person: string
  readonly rent: string
  readonly rented: boolean
  readonly opens: number
  readonly days: number
  readonly buyDays: number
  readonly years: number
}

export interface Offer {
  readonly price: bigint
  readonly leastUnits: number
  readonly mostUnits: number
  readonly mostPerPerson: number
  readonly rent: bigint
}

export type OfferFault =
  | 'amount'
  | 'whole'
  | 'belowPrice'
  | 'belowLeast'
  | 'opens'
  | 'days'
  | 'buyDays'
  | 'years'
  | 'name'

export type OfferFaults = Partial<Record<keyof TypedOffer, OfferFault>>

/** The rules of the contract, in days. */
export const LEAST_DAYS = 7
export const MOST_DAYS = 366
const MOST_YEARS = 100
const MOST_UNITS = 2 ** 40 - 1
/** Bytes of the name of a series. */
const MOST_NAME = 64

function unitsTyped(typed: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '')
  const units = /^\d+$/.test(text) ? Number(text) : 0
  return units >= 1 && units <= MOST_UNITS ? units : null
}

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

const isName = (name: string) =>
  titleFault(name) === null && new TextEncoder().encode(name).length <= MOST_NAME

/** The offer that was typed, or what is wrong with each field; an empty field is only missing. */
export function readOffer(
  typed: TypedOffer,
  { decimals, decided }: { decimals: number; decided: number },
): { offer: Offer | null; faults: OfferFaults } {
  const price = typedMoney(typed.price, decimals, 96)
  const [leastUnits, mostUnits] = [unitsTyped(typed.least), unitsTyped(typed.most)]
  const mostPerPerson = unitsTyped(typed.person)
  const rent = typed.rented ? typedMoney(typed.rent, decimals, 96) : 0n
  const face = 10n ** BigInt(decimals)
  const belowPrice = price !== null && leastUnits !== null && BigInt(leastUnits) * face < price
  const belowLeast = leastUnits !== null && mostUnits !== null && mostUnits < leastUnits

  const wrong: readonly (readonly [keyof TypedOffer, OfferFault, boolean])[] = [
    ['name', 'name', typed.name.trim() !== '' && !isName(typed.name.trim())],
    ['price', 'amount', typed.price !== '' && price === null],
    ['least', 'whole', typed.least !== '' && leastUnits === null],
    ['least', 'belowPrice', belowPrice],
    ['most', 'whole', typed.most !== '' && mostUnits === null],
    ['most', 'belowLeast', belowLeast],
    ['person', 'whole', typed.person !== '' && mostPerPerson === null],
    ['rent', 'amount', typed.rented && typed.rent !== '' && rent === null],
    ['opens', 'opens', !isWhole(typed.opens, decided + 1, decided + MOST_DAYS)],
    ['days', 'days', !isWhole(typed.days, LEAST_DAYS, MOST_DAYS)],
    ['buyDays', 'buyDays', !isWhole(typed.buyDays, 1, MOST_DAYS)],
    ['years', 'years', !(typed.years > 0 && typed.years <= MOST_YEARS)],
  ]
  const faults = Object.fromEntries(
    wrong.filter(([, , is]) => is).map(([field, fault]) => [field, fault]),
  ) as OfferFaults
  const whole =
    Object.keys(faults).length === 0 &&
    typed.name.trim() !== '' &&
    price !== null &&
    leastUnits !== null &&
    mostUnits !== null &&
    mostPerPerson !== null &&
    rent !== null
  return {
    offer: whole ? { price, leastUnits, mostUnits, mostPerPerson, rent } : null,
    faults,
  }
}

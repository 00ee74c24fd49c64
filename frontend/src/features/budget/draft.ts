import { LINE_NAME_BYTES, type LineFault, lineFault } from '@phyle/sdk/chapters/budget/model'
import { GROUND, type Ground } from '@phyle/sdk/chapters/cooperative/enums'
import type { Address } from 'viem'
import { typedAddress } from '../../chain/typedAddress.ts'
import { exactly, readMoney } from '../../chain/typedMoney.ts'
import type { Currency } from '../../words/format.ts'

/** A line as it is typed. */
export interface Row {
  readonly key: number
  readonly name: string
  readonly ground: Ground
  readonly ceiling: string
  /** The first and the last day, as 2027-01-31. */
  readonly from: string
  readonly to: string
  /** Empty: anybody. */
  readonly payees: readonly string[]
}

const DAY = 86_400

export const dayOf = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 10)

/** The first second of a day, in seconds since 1970; null where it is none. */
const startOf = (day: string): number | null => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? null : at / 1000
}

/** A line for a year from a day on. */
export const emptyRow = (key: number, now: number): Row => ({
  key,
  name: '',
  ground: 'WAGE',
  ceiling: '',
  from: dayOf(now),
  to: dayOf(now + 364 * DAY),
  payees: [],
})

/** A line as the chapter takes it. */
export interface Planned {
  readonly asset: Address
  readonly ground: number
  readonly from: number
  readonly to: number
  readonly ceiling: bigint
  readonly name: string
  readonly payees: readonly Address[]
}

/** What is missing or wrong in a line. */
export type RowFault = LineFault | 'name' | 'amount' | 'day' | 'payee'

/** The line, or what has to be changed first. */
export function planned(
  row: Row,
  { asset, currency, now }: { asset: Address; currency: Currency; now: number },
): Planned | RowFault {
  const name = row.name.trim()
  if (name === '' || new TextEncoder().encode(name).length > LINE_NAME_BYTES) return 'name'
  const ceiling = exactly(readMoney(row.ceiling, currency))
  if (ceiling === null) return 'amount'
  const [from, last] = [startOf(row.from), startOf(row.to)]
  if (from === null || last === null) return 'day'
  const payees = row.payees.map(typedAddress)
  if (payees.includes(null)) return 'payee'
  const line = {
    asset,
    ground: row.ground,
    from,
    to: last + DAY,
    ceiling,
    payees: payees.filter((one) => one !== null),
  }
  return lineFault(line, now) ?? { ...line, name, ground: GROUND[row.ground] }
}

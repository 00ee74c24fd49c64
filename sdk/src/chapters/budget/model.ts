// SPDX-License-Identifier: MIT
/**
 * The year's budget as arithmetic: what a line covers, what is left of it, and how a title states what the
 * lines of an asset come to. The readable twin of `contracts/budget`.
 *
 * Units: money in base units of the asset, times in seconds since 1970. A line holds from its first second
 * on and before its last.
 */
import { type Address, isAddressEqual } from 'viem'
import type { Ground } from '../cooperative/enums.ts'

const DAY = 86_400

export const LONGEST_LINE = 366 * DAY
export const MOST_AHEAD = 183 * DAY
export const MOST_LINES = 32
export const MOST_PAYEES = 200
export const LINE_NAME_BYTES = 48

/** Grounds on which a line may be for anybody. */
export const FOR_ANYBODY: readonly Ground[] = ['WAGE', 'INVOICE', 'EXPENSE', 'REFUND']

export interface Line {
  /** The zero address stands for the chain's own coin. */
  readonly asset: Address
  readonly ground: Ground
  readonly from: number
  readonly to: number
  readonly ceiling: bigint
  /** Empty: anybody. */
  readonly payees: readonly Address[]
}

/** A line with what was taken from it. */
export interface SpentLine extends Line {
  readonly spent: bigint
}

export interface Payment {
  readonly asset: Address
  readonly to: Address
  readonly amount: bigint
  readonly ground: Ground
}

/** Why a line does not cover a payment, in the order in which the contract asks. */
export type Uncovered = 'early' | 'over' | 'other' | 'payee' | 'exceeded'

export const leftOf = ({ ceiling, spent }: Pick<SpentLine, 'ceiling' | 'spent'>): bigint =>
  ceiling - spent

/** Why the line does not cover all of the payment at that time; null where it does. */
export function uncovered(line: SpentLine, payment: Payment, at: number): Uncovered | null {
  if (at < line.from) return 'early'
  if (at >= line.to) return 'over'
  if (!isAddressEqual(line.asset, payment.asset) || line.ground !== payment.ground) return 'other'
  const isNamed = line.payees.some((payee) => isAddressEqual(payee, payment.to))
  if (line.payees.length > 0 && !isNamed) return 'payee'
  return payment.amount > leftOf(line) ? 'exceeded' : null
}

/** Why a line cannot be adopted at a time. */
export type LineFault = 'nothing' | 'backwards' | 'long' | 'ahead' | 'ground' | 'payees'

export function lineFault(line: Line, at: number): LineFault | null {
  if (line.ceiling <= 0n) return 'nothing'
  if (line.from >= line.to) return 'backwards'
  if (line.to - line.from > LONGEST_LINE) return 'long'
  if (line.from > at + MOST_AHEAD) return 'ahead'
  if (line.ground === 'SURPLUS') return 'ground'
  return line.payees.length === 0 && !FOR_ANYBODY.includes(line.ground) ? 'payees' : null
}

/** What the lines of each asset come to, in the order in which the assets first stand there. */
export function sumsOf(
  lines: readonly Pick<Line, 'asset' | 'ceiling'>[],
): ReadonlyMap<Address, bigint> {
  const sums = new Map<Address, bigint>()
  for (const { asset, ceiling } of lines) sums.set(asset, (sums.get(asset) ?? 0n) + ceiling)
  return sums
}

/**
 * How a title must state a sum: whole units, rounded up, a space between thousands, and what the token
 * calls itself: `120 000 EURe`. Without a symbol the number alone.
 */
export function statementOf(sum: bigint, decimals: number, symbol: string): string {
  const unit = 10n ** BigInt(decimals)
  const whole = (sum + unit - 1n) / unit
  const grouped = `${whole}`.replace(/\B(?=(\d{3})+$)/g, ' ')
  return symbol === '' ? grouped : `${grouped} ${symbol}`
}

/** How often a title has a statement in it, and not as a part of a longer number or word. */
export function timesIn(title: string, statement: string): number {
  const isNumber = /[0-9]$/.test(statement)
  const ends = isNumber ? /^($|[);]|[.,]($| )| ($|[^0-9]))/ : /^($|[); ]|[.,]($| ))/
  let times = 0
  for (let at = title.indexOf(statement); at !== -1; at = title.indexOf(statement, at + 1)) {
    const begins = /(^|[:(]|(^|[^0-9]) )$/.test(title.slice(0, at))
    if (begins && ends.test(title.slice(at + statement.length))) times += 1
  }
  return times
}

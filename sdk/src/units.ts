// SPDX-License-Identifier: MIT
/**
 * Money and time between people and base units. Money: decimal text and `bigint` base units of a
 * token with `decimals`; nothing is ever rounded on the way in. Time: text like `14 d` and seconds.
 */

export class UnitError extends Error {
  override readonly name = 'UnitError'
}

/**
 * Base units of an amount in fixed notation, as files have it: digits, with a point before the
 * decimals; refuses more places than the token has. What people type is read by `readAmount`.
 */
export function parseMoney(text: string, decimals: number): bigint {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new UnitError(`"${text}" is not an amount, write for example 1250.50`)
  const whole = match[1] as string
  const places = match[2] ?? ''
  if (places.length > decimals) {
    throw new UnitError(`"${text}" has more than ${decimals} decimal places`)
  }
  return BigInt(whole + places.padEnd(decimals, '0'))
}

/** Exact decimal text with at least `least` places, as in `1250.50`. */
export function showMoney(amount: bigint, decimals: number, least = 2): string {
  const sign = amount < 0n ? '-' : ''
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const places = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const shown = places.padEnd(Math.min(least, decimals), '0')
  return shown === '' ? sign + whole : `${sign}${whole}.${shown}`
}

const SECONDS = { s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 } as const

/** Seconds of `14 d`, `2 w`, `36 h`, `30 min`, `0 s`. */
export function parseDuration(text: string): number {
  const match = /^(\d+) ?(s|min|h|d|w)$/.exec(text.trim())
  if (!match) throw new UnitError(`"${text}" is not a time, write for example 14 d or 36 h`)
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS]
}

/** The shortest exact text, as `parseDuration` reads it. */
export function showDuration(seconds: number): string {
  for (const unit of ['d', 'h', 'min'] as const) {
    if (seconds > 0 && seconds % SECONDS[unit] === 0) return `${seconds / SECONDS[unit]} ${unit}`
  }
  return `${seconds} s`
}

/** The whole, in basis points. */
export const BPS = 10_000

/** Basis points as a percentage: 7500 is `75 %`, 1234 is `12.34 %`. */
export function showBps(bps: number): string {
  return `${showMoney(BigInt(bps), 2, 0)} %`
}

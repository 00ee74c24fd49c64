import { formatUnits } from 'viem'

/** How the reader's country writes money, dates and numbers, with spaces that do not break. */
export const locale = () => navigator.languages?.[0] ?? 'en'

const NBSP = '\u00a0'
export const unbroken = (text: string) => text.replaceAll(/[ \u202f]/g, NBSP)

export const number = (value: number | bigint) =>
  unbroken(new Intl.NumberFormat(locale()).format(value))

/** Basis points as a percentage: 6 470 → 65 %. */
export const percent = (bps: number, digits = 0) =>
  unbroken(
    new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(
      bps / 10_000,
    ),
  )

export interface Currency {
  readonly symbol: string
  readonly decimals: number
}

/**
 * Whole amounts without decimals, others with two, never rounded up: nobody is told of more than
 * there is. Less than a hundredth is written out.
 */
export function money(amount: bigint, currency: Currency): string {
  const text = formatUnits(amount, currency.decimals)
  const whole = !text.includes('.')
  const tiny = /^-?0\.00/.test(text)
  const digits = whole ? 0 : tiny ? currency.decimals : 2
  const shape = {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: Math.min(digits, 20),
    roundingMode: 'trunc',
  } as const
  const exact = text as `${number}`
  try {
    const format = new Intl.NumberFormat(locale(), {
      style: 'currency',
      currency: currency.symbol,
      currencyDisplay: 'name',
      ...shape,
    })
    return unbroken(format.format(exact))
  } catch {
    const format = new Intl.NumberFormat(locale(), shape)
    return unbroken(`${format.format(exact)} ${currency.symbol}`)
  }
}

const day = 86_400

export type DateStyle = 'day' | 'time' | 'long' | 'short' | 'month'

const shapes: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
}

/** The year is left out when it is the year of `now`. */
export function date(seconds: number, style: DateStyle = 'day', now?: number): string {
  const shape = { ...shapes[style] }
  if (now !== undefined && style === 'day') {
    const sameYear = new Date(seconds * 1000).getFullYear() === new Date(now * 1000).getFullYear()
    if (sameYear) delete shape.year
  }
  return unbroken(new Intl.DateTimeFormat(locale(), shape).format(new Date(seconds * 1000)))
}

export const clockTime = (seconds: number) =>
  new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(
    new Date(seconds * 1000),
  )

/** A length of time in its largest fitting unit: 172 800 → 2 days. */
export function duration(seconds: number): string {
  const units: readonly [number, string][] = [
    [365 * day, 'year'],
    [30 * day, 'month'],
    [day, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ]
  const [size, unit] = units.find(([size, unit]) =>
    unit === 'month' || unit === 'year' ? seconds >= size && seconds % size === 0 : seconds >= size,
  ) ?? [1, 'second']
  const count = Math.round((seconds / size) * 10) / 10
  return unbroken(
    new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  )
}

/** How often: 2 592 000 → a month, 1 209 600 → every 14 days. */
export function every(seconds: number): string {
  const known = new Map([
    [day, 'a day'],
    [7 * day, 'a week'],
    [30 * day, 'a month'],
    [365 * day, 'a year'],
  ])
  return unbroken(known.get(seconds) ?? `every ${duration(seconds)}`)
}

/** From now, as a person says it: in 5 days, 2 hours ago. */
export function fromNow(seconds: number, now: number): string {
  const distance = seconds - now
  const size = Math.abs(distance)
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  if (size < 60) return relative.format(0, 'minute')
  if (size < 3600) return unbroken(relative.format(Math.trunc(distance / 60), 'minute'))
  if (size < 2 * day) return unbroken(relative.format(Math.trunc(distance / 3600), 'hour'))
  if (size < 60 * day) return unbroken(relative.format(Math.trunc(distance / day), 'day'))
  return unbroken(relative.format(Math.trunc(distance / (30 * day)), 'month'))
}

export const shortAddress = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`

/** What the reader calls a language: fr → French. */
export const languageName = (code: string) =>
  new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? code

/** "a, b and c" in the reader's language. */
export const list = (parts: readonly string[]) =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)

/** Keeps the thousands of a number together, in text that people typed. */
export const unbrokenNumbers = (text: string) =>
  text.replaceAll(/(\d) (?=\d{3}(?!\d))/g, `$1${NBSP}`)

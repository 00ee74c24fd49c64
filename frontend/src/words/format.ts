import { fixedPercent } from '@phyle/sdk/fixed'
import { formatUnits } from 'viem'
import { format } from './format/words.ts'
import { locale } from './locale.ts'
import { number, unbroken } from './number.ts'

const NBSP = '\u00a0'

export { number }

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
  /** The currency of a country that one coin is worth (ISO 4217), where the deployment says so. */
  readonly iso?: string | undefined
  /** Decimal places in which people count it. */
  readonly places?: number | undefined
}

const isoFormat = (iso: string, shape: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency: iso, ...shape })

/** Decimal places of the smallest coin: cents of a euro, none of a yen, two where nobody says. */
export function placesOf({ decimals, iso, places }: Currency): number {
  const own = iso === undefined ? undefined : isoFormat(iso).resolvedOptions().maximumFractionDigits
  return Math.min(decimals, places ?? own ?? 2)
}

/** The smallest coin in which people count it. */
export const coinOf = (currency: Currency) => 10n ** BigInt(currency.decimals - placesOf(currency))

/** What stands beside an amount of it: its code, or its own symbol. */
export const unitOf = ({ iso, symbol }: Currency) => iso ?? symbol

/** All names of a currency that people may write beside an amount, longest first. */
export function unitsOf({ symbol, iso }: Currency): readonly string[] {
  const named =
    iso === undefined
      ? []
      : (['name', 'code', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
          // The name bends with the number: 1 euro, 2 euros, 1 million of euros.
          [0.5, 1, 2, 5, 1_000_000].map((amount) =>
            isoFormat(iso, { currencyDisplay, maximumFractionDigits: amount < 1 ? 2 : 0 })
              .formatToParts(amount)
              .filter(({ type }) => type === 'currency' || type === 'literal')
              .map(({ value }) => value)
              .join('')
              .trim(),
          ),
        )
  return [...new Set([symbol, iso ?? '', ...named])]
    .filter((name) => name !== '' && !/\d/.test(name))
    .sort((a, b) => b.length - a.length)
}

function shown(amount: bigint, currency: Currency, least: number, most: number): string {
  const exact = formatUnits(amount, currency.decimals) as `${number}`
  const shape = {
    minimumFractionDigits: least,
    maximumFractionDigits: Math.min(most, 20),
    roundingMode: 'trunc',
  } as const
  if (currency.iso === undefined) {
    return unbroken(`${new Intl.NumberFormat(locale(), shape).format(exact)} ${currency.symbol}`)
  }
  const format = isoFormat(currency.iso, { currencyDisplay: 'name', ...shape })
  return unbroken(format.format(exact))
}

/**
 * Whole amounts without decimals, others with those of the smallest coin, never rounded up: nobody
 * is told of more than there is. Less than the smallest coin is written out.
 */
export function money(amount: bigint, currency: Currency): string {
  const text = formatUnits(amount, currency.decimals)
  if (!text.includes('.')) return shown(amount, currency, 0, 0)
  const places = placesOf(currency)
  const size = amount < 0n ? -amount : amount
  const tiny = size < 10n ** BigInt(currency.decimals - places)
  return tiny
    ? shown(amount, currency, places, currency.decimals)
    : shown(amount, currency, places, places)
}

/** To the last digit, with the decimals of the smallest coin even where they are noughts. */
export const fullMoney = (amount: bigint, currency: Currency): string =>
  shown(amount, currency, placesOf(currency), currency.decimals)

const day = 86_400

export type DateStyle = 'day' | 'time' | 'long' | 'short' | 'month'

const shapes: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
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

/** To the second, with the zone it is told in: for what is signed. */
export const moment = (seconds: number) =>
  unbroken(
    new Intl.DateTimeFormat(locale(), {
      dateStyle: 'long',
      timeStyle: 'long',
    }).format(new Date(seconds * 1000)),
  )

/** A time of day with its zone. */
export const clockTime = (seconds: number) =>
  new Intl.DateTimeFormat(locale(), {
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(seconds * 1000))

type TimeUnit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

const UNITS: readonly (readonly [number, TimeUnit])[] = [
  [365 * day, 'year'],
  [30 * day, 'month'],
  [day, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
]

/** A length of time in its largest fitting unit, or the one that is asked for: 172 800 → 2, day. */
export function inUnit(seconds: number, asked?: TimeUnit): { count: number; unit: TimeUnit } {
  const [size, unit] = UNITS.find(([size, unit]) =>
    asked !== undefined
      ? unit === asked
      : unit === 'month' || unit === 'year'
        ? seconds >= size && seconds % size === 0
        : seconds >= size,
  ) ?? [1, 'second']
  return { count: Math.round((seconds / size) * 10) / 10, unit }
}

/** The same in words: 172 800 → 2 days. */
export function duration(seconds: number, asked?: TimeUnit): string {
  const { count, unit } = inUnit(seconds, asked)
  return unbroken(
    new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  )
}

/** A length of time to the second, never rounded: 93 600 → 1 day and 2 hours. */
export function exactTime(seconds: number): string {
  const sizes = [
    [day, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ] as const
  let left = seconds
  const parts = sizes.flatMap(([size, unit]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return count === 0 ? [] : [duration(count * size, unit)]
  })
  return parts.length === 0 ? duration(0, 'second') : list(parts)
}

const OFTEN = new Map([
  [day, 'day'],
  [7 * day, 'week'],
  [30 * day, 'month'],
  [365 * day, 'year'],
] as const)

/** How often: 2 592 000 → a month, 1 209 600 → every 14 days. */
export function every(seconds: number): string {
  const known = OFTEN.get(seconds)
  const { every } = format
  return unbroken(known ? every[known] : every.other({ time: duration(seconds) }))
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

/** 1 234 567 → 1.2 megabytes, in the reader's language. */
export function fileSize(bytes: number): string {
  const [unit, size] =
    bytes < 1e3 ? ['byte', 1] : bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6]
  const shape = { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 } as const
  return unbroken(new Intl.NumberFormat(locale(), shape).format(bytes / size))
}

export const shortAddress = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`

/** What the reader calls a language: fr → French. What names none is shown as it is. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** "a, b and c" in the reader's language. */
export const list = (parts: readonly string[]) =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)

/** How numbers, times and lists are written. */
export interface Notation {
  readonly percent: (bps: number) => string
  readonly duration: (seconds: number) => string
  readonly list: (parts: readonly string[]) => string
}

/** A length of time in the largest unit that fits it exactly: 10 days, 36 hours. */
function exactDuration(seconds: number): string {
  const [size, unit] = UNITS.slice(2).find(([size]) => seconds >= size && seconds % size === 0) ?? [
    1,
    'second',
  ]
  const shape = { style: 'unit', unit, unitDisplay: 'long', useGrouping: false } as const
  return new Intl.NumberFormat(locale(), shape).format(seconds / size).replaceAll(/\s/g, ' ')
}

/** Exactly, for what many sign together: the language says all, the country of the reader nothing. */
export const fixed: Notation = { percent: fixedPercent, duration: exactDuration, list }

/** Keeps a number together, with the code of its currency, in text that people typed. */
export const unbrokenNumbers = (text: string) =>
  text
    .replaceAll(/(\d) (?=\d{3}(?!\d))/g, `$1${NBSP}`)
    .replaceAll(/\b([A-Z]{3}) (?=\d)/g, `$1${NBSP}`)

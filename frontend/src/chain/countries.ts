import { iso31661 } from 'iso-3166'
import { locale } from '../words/locale.ts'

/** What the reader calls a country, by its two letters; the letters where it has no name. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(locale(), { type: 'region' }).of(code) ?? code
}

interface Country {
  /** ISO 3166-1, two letters: what a charter keeps. */
  readonly code: string
  readonly name: string
  /** What it is called in the standard, for who looks for that. */
  readonly standard: string
}

/** All countries, in the order of the reader's alphabet. */
export function countries(): readonly Country[] {
  return iso31661
    .map(({ alpha2, name }) => ({ code: alpha2, name: countryName(alpha2), standard: name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale()))
}

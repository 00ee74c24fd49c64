import { locale } from './locale.ts'

const NBSP = '\u00a0'

/** Text that stays on one line. */
export const unbroken = (text: string) => text.replaceAll(/[ \u202f]/g, NBSP)

export const number = (value: number | bigint | `${number}`) =>
  unbroken(new Intl.NumberFormat(locale(), { maximumFractionDigits: 6 }).format(value))

/** Chooses a case of a plural: an exact one first, then what the language calls the number. */
export function plural(language: string) {
  const rules = new Intl.PluralRules(language)
  return (count: number | bigint, cases: Readonly<Record<string, string>>, other: string) =>
    cases[`=${count}`] ?? cases[rules.select(Number(count))] ?? other
}

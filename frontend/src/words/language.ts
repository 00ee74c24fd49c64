import { device } from '../device/storage.ts'

/** The languages that the app speaks. */
export const LANGUAGES = ['en', 'fr', 'es', 'it'] as const
export type Language = (typeof LANGUAGES)[number]

/** What is read: one of them, or the pseudo-language, which is English made long (see pseudo.ts). */
export type Reader = Language | 'xx'

/** Read by plain.js too. */
const STORED = 'phyle.language'

/** What the languages call themselves. */
export const LANGUAGE_NAMES: Readonly<Record<Reader, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  xx: 'Pseudo',
}

const spoken = (name: string): Language | undefined =>
  LANGUAGES.find((one) => one === name.toLowerCase().split(/[-_]/)[0])

export const browserNames = (): readonly string[] =>
  (navigator.languages?.length ? navigator.languages : [navigator.language]).map(String)

/** What the reader chose, or the first of their browser's languages that the app speaks. */
function first(): Reader {
  const chosen = device.get(STORED) ?? ''
  const browsers = browserNames().flatMap((name) => spoken(name) ?? [])
  return chosen === 'xx' ? chosen : (spoken(chosen) ?? browsers[0] ?? 'en')
}

let now: Reader | undefined

/** The language of the app's words. */
export function language(): Reader {
  now ??= first()
  return now
}

/** From now on; what is on the page already is said anew by `speak` of chapter.ts. */
export function setLanguage(chosen: Reader) {
  now = chosen
}

/** Marks the page with its language, for whoever reads it aloud or translates it. */
export function markPage() {
  document.documentElement.lang = language() === 'xx' ? 'en' : language()
}

/** Keeps the choice on this device. */
export const rememberLanguage = (chosen: Reader) => device.set(STORED, chosen)

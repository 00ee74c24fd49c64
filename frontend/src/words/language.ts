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

/** In which something is said just now that is not for the reader; see `sayIn` of chapter.ts. */
let lent: Language | undefined

/** The language that the reader chose, whatever is being said. */
export function readerLanguage(): Reader {
  now ??= first()
  return now
}

/** The language of what is being said: the reader's, but for what is said in another one. */
export const language = (): Reader => lent ?? readerLanguage()

/** The language that the reader's is set aside for; undefined while everything is said in theirs. */
export const lentLanguage = (): Language | undefined => lent

/** Sets the reader's language aside while something is said in another one. */
export function lend<T>(of: Language, say: () => T): T {
  const before = lent
  lent = of
  try {
    return say()
  } finally {
    lent = before
  }
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

import { browserNames, language, lentLanguage } from './language.ts'

/** "en_US.UTF-8" and "en-US@posix", as some systems name a language, become "en-US". */
const tidied = (name: string) => name.replace(/[@.].*$/, '').replaceAll('_', '-')

function known(name: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tidied(name))[0]
  } catch {
    return undefined
  }
}

let asked = ''
let found = 'en'

/**
 * How money, dates and numbers are written: in the language of the words, and as the reader's
 * country writes it where their browser names one (fr-CH). What is said in another language than the
 * reader's is for everybody, so it is written as no country in particular.
 */
export function locale(): string {
  const lent = lentLanguage()
  if (lent !== undefined) return lent
  const words = language() === 'xx' ? 'en' : language()
  const key = [words, ...browserNames()].join()
  if (key !== asked) {
    asked = key
    found =
      browserNames()
        .map((name) => known(`${name}`))
        .find((name) => name !== undefined && name.split('-')[0] === words) ?? words
  }
  return found
}

import { afterEach, describe, expect, it, vi } from 'vitest'
import { speak } from '../src/words/chapter.ts'
import { date, languageName, list, money } from '../src/words/format.ts'
import { type Language, setLanguage } from '../src/words/language.ts'
import { locale } from '../src/words/locale.ts'

const speaking = (...languages: readonly string[]) =>
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)

afterEach(() => {
  vi.restoreAllMocks()
  setLanguage('en')
})

describe('The language of amounts and dates', () => {
  it.each<[Language, readonly string[], string]>([
    ['en', ['de-AT', 'en'], 'en'],
    ['en', ['fr-CH', 'en-IE'], 'en-IE'],
    ['fr', ['C', 'fr-BE'], 'fr-BE'],
    ['en', ['en-US@posix'], 'en-US'],
    ['es', ['es_MX.UTF-8'], 'es-MX'],
    ['it', ['', 'nl'], 'it'],
    ['en', ['x-nobody'], 'en'],
  ])('of words in %s, in a browser that says %j, is %s', (words, languages, expected) => {
    setLanguage(words)
    speaking(...languages)
    expect(locale()).toBe(expected)
  })

  it('is written as the country writes it, of a browser that keeps no list of languages', () => {
    setLanguage('fr')
    speaking()
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('fr-CA')
    expect(locale()).toBe('fr-CA')
  })

  it('follows the reader, who may change it while the page is open', async () => {
    speaking('en-GB')
    expect(list(['a', 'b'])).toBe('a and b')
    await speak('it')
    expect(locale()).toBe('it')
    expect(list(['a', 'b'])).toBe('a e b')
    await speak('en')
    expect(locale()).toBe('en-GB')
  })

  it.each(['C', 'en-US@posix'])('writes money and dates where it is called %s', (name) => {
    speaking(name)
    expect(money(1_500_000n, { symbol: 'EUR', decimals: 6 })).toContain('1.50')
    expect(date(0)).toContain('1970')
  })

  it('shows a code that names no language as it is', () => {
    expect(languageName('not a code')).toBe('not a code')
    expect(languageName('fr')).toBe('French')
  })
})

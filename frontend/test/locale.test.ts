import { afterEach, describe, expect, it, vi } from 'vitest'
import { date, languageName, money } from '../src/words/format.ts'
import { locale } from '../src/words/locale.ts'

const speaking = (...languages: readonly string[]) =>
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)

afterEach(() => vi.restoreAllMocks())

describe('The language of amounts and dates', () => {
  it.each([
    [['de-AT', 'en'], 'de-AT'],
    [['C'], 'en'],
    [['C', 'fr-BE'], 'fr-BE'],
    [['en-US@posix'], 'en-US'],
    [['pt_BR.UTF-8'], 'pt-BR'],
    [['', 'nl'], 'nl'],
    [['x-nobody'], 'en'],
  ])('of a browser that says %j is %s', (languages, expected) => {
    speaking(...languages)
    expect(locale()).toBe(expected)
  })

  it('is the one language of a browser that keeps no list of them', () => {
    speaking()
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('fr')
    expect(locale()).toBe('fr')
  })

  it('follows the reader, who may change it while the page is open', () => {
    speaking('de')
    expect(locale()).toBe('de')
    speaking('fr')
    expect(locale()).toBe('fr')
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

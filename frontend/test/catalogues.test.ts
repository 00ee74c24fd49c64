import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UNNAMED, type Words } from '@phyle/sdk/errors/words'
import { errors as WORDS } from '@phyle/sdk/generated/chapters/errors'
import type { RelayError } from '@phyle/sdk/relay-api'
import { describe, expect, it } from 'vitest'
import { type Catalogue, facadeOf, messagesOf } from '../src/words/icu/catalogue.ts'
import { compileMessage, readMessage } from '../src/words/icu/message.ts'
import { catalogueFolders, readCatalogue } from '../src/words/icu/read.ts'
import { LANGUAGES } from '../src/words/language.ts'
import { plural } from '../src/words/number.ts'
import { postbox } from '../src/words/postbox/words.ts'
import { pseudo, stretched } from '../src/words/pseudo.ts'

const FOLDER = join(import.meta.dirname, '../src/words')
const SOURCE = join(import.meta.dirname, '../src')

const chapters = catalogueFolders(FOLDER)

const read = (chapter: string, language: string) => readCatalogue(FOLDER, chapter, language)

/** What stands in the folder of the chapter alone. */
const own = (chapter: string) =>
  JSON.parse(readFileSync(join(FOLDER, chapter, 'en.json'), 'utf8')) as Catalogue

const valuesOf = (text: string) =>
  [...readMessage(text).values].map(([name, kind]) => `${name}: ${kind}`).toSorted()

/** What is wrong with a chapter in a language, beside its English. */
function faultsIn(english: Catalogue, other: Catalogue): string[] {
  const [here, there] = [new Map(messagesOf(english)), new Map(messagesOf(other))]
  return [
    ...[...here.keys()].filter((path) => !there.has(path)).map((path) => `${path} is missing`),
    ...[...there.keys()].filter((path) => !here.has(path)).map((path) => `${path} is not used`),
    ...[...here].flatMap(([path, text]) => {
      const said = there.get(path)
      if (said === undefined) return []
      if ((said === '') !== (text === '')) return [`${path} is empty in one language`]
      const [asked, taken] = [valuesOf(text).join(), valuesOf(said).join()]
      return asked === taken ? [] : [`${path} takes ${taken}; in English ${asked}`]
    }),
  ]
}

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name)
    if (one.isDirectory()) return one.name === 'generated' ? [] : files(path)
    return /\.tsx?$/.test(one.name) && one.name !== 'words.ts' ? [path] : []
  })

describe('The catalogues', () => {
  it.each(chapters)('say %s in every language, with the same values', (chapter) => {
    const english = read(chapter, 'en')
    for (const language of LANGUAGES) {
      expect(faultsIn(english, read(chapter, language)), language).toEqual([])
    }
  })

  it.each(chapters)('of %s have the module that their English catalogue gives', (chapter) => {
    const written = readFileSync(join(FOLDER, chapter, 'words.ts'), 'utf8')
    const bare = (text: string) => text.replaceAll(/[\s,;'"]/g, '')
    expect(bare(written)).toBe(bare(facadeOf(chapter, own(chapter), LANGUAGES)))
  })

  it('keep French signs on the line of their words', () => {
    const broken = chapters.flatMap((chapter) =>
      messagesOf(read(chapter, 'fr')).filter(([, text]) => /\S [:;?!»]|« /.test(text)),
    )
    expect(broken).toEqual([])
  })

  it('hold no message that nothing says', () => {
    const source = files(SOURCE)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const said = new Set(source.match(/[\p{L}_$][\p{L}\d_$]*/gu))
    const unsaid = chapters.flatMap((chapter) =>
      messagesOf(read(chapter, 'en'))
        .filter(([path]) => {
          const names = path.split('.').filter((name) => /^[a-z][a-zA-Z\d]*$/.test(name))
          // Keys that come from data are not written out: the name above them is.
          return names.length > 0 && !names.slice(-2).some((name) => said.has(name))
        })
        .map(([path]) => `${chapter}: ${path}`),
    )
    expect(unsaid).toEqual([])
  })

  it('tell what is missing, not used, or takes other values', () => {
    const english = { a: 'Yes', b: '{count, plural, one {# day} other {# days}}', c: '{who}' }
    expect(faultsIn(english, english)).toEqual([])
    expect(faultsIn(english, { a: 'Oui', b: '{count}', d: 'x' })).toEqual([
      'c is missing',
      'd is not used',
      'b takes count: text; in English count: number',
    ])
  })
})

describe('The sentences of errors', () => {
  it('are in English those of the sdk', () => {
    const bare = (text: string) => text.replaceAll(/\{(\w+):\w+\}/g, '{$1}')
    const expected = Object.fromEntries(
      Object.entries<Words>({ ...WORDS, ...UNNAMED }).map(([name, { why, you, now }]) => [
        name,
        { why: bare(why), ...(you !== undefined && { you: bare(you) }), now: bare(now) },
      ]),
    )
    expect(read('errors', 'en')).toEqual(expected)
  })

  it('tell what every refusal of a relay means', () => {
    const codes: Readonly<Record<RelayError, unknown>> = postbox
    expect(Object.keys(codes)).toContain('tooLate')
  })
})

describe('A message', () => {
  const say = (text: string, values: Record<string, unknown>, language = 'en') => {
    const make = new Function('n', 'p', `return ${compileMessage(text)}`)
    const said: unknown = make((one: number) => `${one}`, plural(language))
    return typeof said === 'function' ? said(values) : said
  }

  it('is its text, or a function of its values', () => {
    expect(say('It’s done.', {})).toBe('It’s done.')
    expect(say('Lent by {who}', { who: 'Ada' })).toBe('Lent by Ada')
    const days = '{n, plural, =0 {none} one {# day} other {# days}}'
    expect([0, 1, 2].map((n) => say(days, { n }))).toEqual(['none', '1 day', '2 days'])
    expect(say('{n, plural, one {# jour} other {# jours}}', { n: 1.5 }, 'fr')).toBe('1.5 jour')
    expect(say('{late, select, true {late} other {in time}}', { late: true })).toBe('late')
  })

  it.each(['{who', '{n, plural, one {#}}', '{who, date}', '{x, select, a {1} other {2}}'])(
    'that cannot be said is refused: %s',
    (text) => expect(() => readMessage(text)).toThrow(),
  )
})

describe('The pseudo-language', () => {
  it('is four tenths longer, and marks every word', () => {
    const long = stretched('Votes are counted in the evening')
    expect(long.length).toBeGreaterThanOrEqual(Math.floor(32 * 1.25))
    expect(pseudo({ a: ['Yes'], b: (v: { who: string }) => `No, ${v.who}` })).toMatchObject({
      a: ['Yééés'],
    })
  })
})

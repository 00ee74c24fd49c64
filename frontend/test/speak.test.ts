import { expect, it } from 'vitest'
import { chapter, speak, wordsCame } from '../src/words/chapter.ts'
import { LANGUAGES, type Language } from '../src/words/language.ts'

type Loaders = Parameters<typeof chapter>[1]

/** A chapter whose only word is the language in which it is said. */
const saying = (before: (of: Language) => Promise<void> = async () => undefined): Loaders => {
  const load = async (of: Language) => {
    await before(of)
    return { default: () => ({ of }) }
  }
  const entries = LANGUAGES.map((of) => [of, () => load(of)] as const)
  return Object.fromEntries(entries) as unknown as Loaders
}

it('says in the new language too what a page asks for while the language changes', async () => {
  const { promise: slow, resolve: go } = Promise.withResolvers<void>()
  const shown = chapter<{ of: string }>(
    'shown',
    saying((of) => (of === 'fr' ? slow : Promise.resolve())),
  )
  await wordsCame()
  expect(shown.of).toBe('en')

  const spoken = speak('fr')
  const opened = chapter<{ of: string }>('opened', saying())
  await wordsCame()
  expect(opened.of).toBe('en')
  go()
  await spoken
  expect([shown.of, opened.of]).toEqual(['fr', 'fr'])
})

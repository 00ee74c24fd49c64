import {
  type Language,
  language,
  lend,
  lentLanguage,
  type Reader,
  readerLanguage,
  setLanguage,
} from './language.ts'
import { number, plural } from './number.ts'

/** A compiled catalogue: its messages, once it is told how numbers and plurals are said. */
export type CatalogueModule = (say: typeof number, choose: ReturnType<typeof plural>) => unknown

/** Brings a chapter's catalogue, by language. */
type Loaders = Readonly<Record<Language, () => Promise<{ readonly default: CatalogueModule }>>>

const chapters = new Map<string, Loaders>()
const catalogues = new Map<string, unknown>()
/** Catalogues in other languages than the reader's, for what is said in those. */
const others = new Map<Language, Map<string, unknown>>()
const coming = new Set<Promise<void>>()
const readers = new Set<() => void>()

async function messagesOf(loaders: Loaders, of: Reader): Promise<unknown> {
  if (of === 'xx') {
    const [english, { pseudo }] = await Promise.all([
      messagesOf(loaders, 'en'),
      import('./pseudo.ts'),
    ])
    return pseudo(english)
  }
  return (await loaders[of]()).default(number, plural(of))
}

function bring(name: string, loaders: Loaders) {
  const came = messagesOf(loaders, language()).then((messages) => {
    // Another language may have been chosen meanwhile: then these have come from there.
    if (!catalogues.has(name)) catalogues.set(name, messages)
  })
  coming.add(came)
  // Whoever waits for it hears of a failure.
  came.then(
    () => coming.delete(came),
    () => undefined,
  )
}

/** Waits for the words of all chapters that were asked for. Whoever asks again tries again. */
export async function wordsCame(): Promise<void> {
  if (coming.size === 0) return
  try {
    await Promise.all(coming)
  } catch (error) {
    coming.clear()
    for (const [name, loaders] of chapters) if (!catalogues.has(name)) bring(name, loaders)
    throw error
  }
  await wordsCame()
}

/** A part of the app that comes when it is wanted, with its words. */
export async function withWords<Module>(coming: Promise<Module>): Promise<Module> {
  const module = await coming
  await wordsCame()
  return module
}

type Node = Readonly<Record<string | symbol, unknown>>

/**
 * Messages of the reader's language, looked up when they are said. Before they have come only their
 * places can be named: `const { nav } = shell` is possible at the top of a file, `nav.help` is not.
 */
function lookedUp(find: () => Node | undefined, path: string): object {
  const below = new Map<string | symbol, object>()
  const found = () => {
    const messages = find()
    if (messages === undefined) throw new Error(`the words of ${path} have not come`)
    return messages
  }
  return new Proxy(
    {},
    {
      get(_, key) {
        const messages = find()
        if (messages !== undefined) {
          const message = messages[key]
          if (typeof message !== 'object' || message === null) return message
          if (Array.isArray(message)) return message
        }
        if (typeof key === 'symbol') return undefined
        const known = below.get(key) ?? lookedUp(() => find()?.[key] as Node, `${path}.${key}`)
        below.set(key, known)
        return known
      },
      has: (_, key) => key in found(),
      ownKeys: () => Reflect.ownKeys(found()),
      getOwnPropertyDescriptor(_, key) {
        const own = Reflect.getOwnPropertyDescriptor(found(), key)
        return own && { ...own, configurable: true }
      },
    },
  )
}

/** The words of a chapter, in the reader's language. They are said where they are shown, not before. */
export function chapter<Words extends object>(name: string, loaders: Loaders): Words {
  chapters.set(name, loaders)
  if (!catalogues.has(name)) bring(name, loaders)
  return lookedUp(() => {
    const lent = lentLanguage()
    const isTheirs = lent === undefined || lent === readerLanguage()
    const said = isTheirs ? catalogues : others.get(lent)
    return said?.get(name) as Node | undefined
  }, name) as Words
}

/** How many chapters were asked for: what is brought in another language is brought for these. */
export const chaptersAsked = () => chapters.size

/** Brings the words of all chapters that were asked for in one more language, for `sayIn`. */
export async function bringAlso(of: Language): Promise<void> {
  const said = others.get(of) ?? new Map<string, unknown>()
  others.set(of, said)
  await Promise.all(
    [...chapters].map(async ([name, loaders]) => {
      if (!said.has(name)) said.set(name, await messagesOf(loaders, of))
    }),
  )
}

/**
 * Says something in another language than the reader's, also numbers, times and lists: what a co-op
 * signs and keeps is in its own. Throws where the words of that language were not brought.
 */
export const sayIn = <T>(of: Language, say: () => T): T => lend(of, say)

/** Speaks another language from now on; what is on the page stays, in other words. */
export async function speak(chosen: Reader): Promise<void> {
  const all = new Map<string, unknown>()
  // A page that opens meanwhile asks for more.
  while (all.size < chapters.size) {
    const more = [...chapters].filter(([name]) => !all.has(name))
    await Promise.all(
      more.map(async ([name, loaders]) => all.set(name, await messagesOf(loaders, chosen))),
    )
  }
  for (const [name, messages] of all) catalogues.set(name, messages)
  setLanguage(chosen)
  for (const reader of readers) reader()
}

/** Tells whoever shows words that they are to be said in another language. */
export const subscribe = (reader: () => void) => {
  readers.add(reader)
  return () => void readers.delete(reader)
}

import { join } from 'node:path'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const at = (path: string) => join(import.meta.dirname, '../..', path)

/** What the app opens with. */
const STARTS = {
  page: at('index.html'),
  app: at('src/main.tsx'),
  foryou: at('src/features/foryou/ForYouPage.tsx'),
} as const

/** Letters that the first page is written in, once the app runs; browsers fetch no others for it. */
export const LETTERS = /-latin-wght-normal-.*\.woff2$/

/** Folders of words that the first page is written in; each language comes as one file. */
const SPOKEN = ['contracts', 'format', 'foryou', 'people', 'refusals', 'shell', 'standing']
const CATALOGUE = /^\0icu:.*\/words\/([a-z]+)\/([a-z]{2})$/

function spokenWith(id: string): string | null {
  const [, chapter = '', language] = CATALOGUE.exec(id) ?? []
  return SPOKEN.includes(chapter) ? `words-${language}` : null
}

/** What every chapter adds to one page, such as how its acts are said: each language comes as one file. */
const ADDED = /\/words\/[a-z]+\/([a-z]+)\/([a-z]{2})$/

function addedWith(id: string): string | null {
  const [, subject, language] = ADDED.exec(id) ?? []
  return subject === undefined ? null : `${subject}-${language}`
}

/** What runs before the app has come, and the app's own beginning, which waits for its first page. */
const APART = /index\.html|\.css$|src\/(boot|browser|main)\.tsx?$|modulepreload-polyfill/

/** The app opens with a list of all its files, so their names are short; plain.js finds words by theirs. */
const chunkFileNames = ({ name }: Rolldown.PreRenderedChunk) =>
  name.startsWith('words-') ? 'assets/[name]-[hash].js' : 'assets/[hash:7].js'

/**
 * Everything that the app opens with comes as one file: on a slow line each further one costs a
 * journey to and fro, and packed together they are smaller.
 */
const groups = [
  { name: 'early', test: /preload-helper|src\/early\.ts$/, priority: 1 },
  { name: spokenWith, debugName: 'words', test: CATALOGUE, priority: 2 },
  { name: addedWith, debugName: 'added words', test: ADDED, priority: 2 },
  { name: 'start', tags: ['$initial'], test: (id: string) => !APART.test(id) },
] satisfies Rolldown.CodeSplittingGroup[]

/** The files of a start: its scripts with all that they stand on, the style and the letters. */
export function startFiles(bundle: Rolldown.OutputBundle): readonly string[] {
  const starts: readonly string[] = Object.values(STARTS)
  const wanted = new Set<string>()
  const want = (name: string) => {
    const found = bundle[name]
    if (found?.type !== 'chunk' || wanted.has(name)) return
    wanted.add(name)
    for (const other of found.imports) want(other)
  }
  for (const one of Object.values(bundle)) {
    if (one.type === 'chunk' && starts.includes(one.facadeModuleId ?? '')) want(one.fileName)
    if (one.fileName.endsWith('.css') || LETTERS.test(one.fileName)) wanted.add(one.fileName)
  }
  return [...wanted].toSorted()
}

/** Words that what the app opens with says and that are not in the files of words it fetches at once. */
export const wordsApart = (bundle: Rolldown.OutputBundle): readonly string[] =>
  startFiles(bundle)
    .flatMap((name) => (bundle[name]?.type === 'chunk' ? bundle[name].moduleIds : []))
    .flatMap((id) => /\/src\/words\/(.+)\/words\.ts$/.exec(id)?.[1] ?? [])
    .filter((folder) => !SPOKEN.includes(folder))

/** The words of the first page, a file a language. */
export const wordFiles = (bundle: Rolldown.OutputBundle): readonly string[] =>
  Object.values(bundle)
    .filter((one) => one.type === 'chunk' && one.name.startsWith('words-'))
    .map(({ fileName }) => fileName)
    .toSorted()

/**
 * Makes one file of what the app opens with, and has the page fetch it at once. The words of the
 * first page are named to plain.js, which knows which language is read.
 */
export const start: Plugin = {
  name: 'phyle-start',
  apply: 'build',
  config: () => ({
    build: {
      rolldownOptions: {
        input: { ...STARTS },
        output: { chunkFileNames, codeSplitting: { groups } },
      },
    },
  }),
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const words: HtmlTagDescriptor = {
        tag: 'meta',
        attrs: { name: 'phyle-words', content: wordFiles(bundle ?? {}).join(' ') },
        injectTo: 'head-prepend',
      }
      const scripts = startFiles(bundle ?? {}).filter((name) => name.endsWith('.js'))
      const links = scripts
        .filter((name) => !html.includes(name))
        .map(
          (name): HtmlTagDescriptor => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
            injectTo: 'head',
          }),
        )
      return [words, ...links]
    },
  },
}

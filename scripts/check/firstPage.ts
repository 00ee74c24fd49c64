// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { LETTERS, startFiles, wordFiles, wordsApart } from '../../frontend/src/plain/start.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** Bytes over the line, compressed as every host does, for who opens the app for the first time. */
const BUDGET = {
  /** Until the first page stands there: its HTML and its style. */
  words: 20_000,
  /** Of scripts, until it can be used. */
  scripts: 160_000,
  /** Until it is written as it is meant: the letters. */
  letters: 75_000,
} as const

const packed = (content: string | Uint8Array) => gzipSync(content).length
const sum = (sizes: readonly number[]) => sizes.reduce((all, one) => all + one, 0)

type Made = Rolldown.RolldownOutput['output'][number]

async function madeApp(): Promise<readonly Made[]> {
  const made = await build({
    root: fromRoot('frontend'),
    configFile: fromRoot('frontend/vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  })
  const all = Array.isArray(made) ? made : [made]
  return all.flatMap((one) => ('output' in one ? one.output : []))
}

/** Files of scripts that import one another in a circle: one would run before what it needs is there. */
export function circles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const below = (name: string) => {
    const seen = new Set<string>()
    const next = [...(imports.get(name) ?? [])]
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one)) continue
      seen.add(one)
      next.push(...(imports.get(one) ?? []))
    }
    return seen
  }
  return [...imports.keys()].filter((name) => below(name).has(name))
}

export const firstPage: Check = {
  title: `The first page takes ${BUDGET.words / 1_000} kB, the app ${BUDGET.scripts / 1_000} kB more until it runs, and its letters ${BUDGET.letters / 1_000} kB`,
  async problems() {
    const made = await madeApp()
    const assets = made.filter((one) => one.type === 'asset')
    const page = assets.filter(({ fileName }) => /^index\.html$|\.css$/.test(fileName))
    const letters = assets.filter(({ fileName }) => LETTERS.test(fileName))
    if (page.length === 0 || letters.length === 0) return ['the build made no page, or no letters']
    const words = sum([
      packed(await readFile(fromRoot('frontend/public/plain.js'))),
      ...page.map(({ source }) => packed(source)),
    ])
    // They are packed already.
    const letterBytes = sum(letters.map(({ source }) => source.length))
    const bundle = Object.fromEntries(made.map((one) => [one.fileName, one]))
    const sizesOf = (names: readonly string[]) =>
      made.flatMap((one) =>
        one.type === 'chunk' && names.includes(one.fileName) ? [packed(one.code)] : [],
      )
    // A reader fetches the words of one language.
    const spoken = sizesOf(wordFiles(bundle))
    if (spoken.length === 0) return ['the build made no words of the first page']
    const scripts = sum(sizesOf(startFiles(bundle))) + Math.max(...spoken)
    const over = (what: keyof typeof BUDGET, bytes: number) =>
      bytes > BUDGET[what] ? [`${what}: ${bytes} bytes, ${BUDGET[what]} are allowed`] : []
    const imports = made.flatMap((one) =>
      one.type === 'chunk' ? [[one.fileName, one.imports] as const] : [],
    )
    return [
      ...over('words', words),
      ...over('scripts', scripts),
      ...over('letters', letterBytes),
      ...wordsApart(bundle).map(
        (folder) => `the first page waits for a file more: words/${folder}`,
      ),
      ...circles(new Map(imports)).map((name) => `${name} imports itself by others`),
    ]
  },
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** Bytes over the line, compressed as every host does, for who opens the app for the first time. */
const BUDGET = {
  /** Until the first page stands there: its HTML, its style, its letters. */
  words: 120_000,
  /** Of scripts, until it can be used. */
  scripts: 320_000,
} as const

/** Letters that the first page is written in; browsers fetch no others for it. */
const LETTERS = /-latin-wght-normal-.*\.woff2$/

/** What the app loads at its start, and then its first page. */
const STARTS = ['src/boot.ts', 'src/main.tsx', 'foryou/ForYouPage.tsx', 'foryou/Welcome.tsx']

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

/** The scripts of a start, with all that they stand on. */
function startOf(made: readonly Made[]): readonly Rolldown.OutputChunk[] {
  const chunks = made.filter((one) => one.type === 'chunk')
  const wanted = new Set<Rolldown.OutputChunk>()
  const want = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || wanted.has(chunk)) return
    wanted.add(chunk)
    for (const name of chunk.imports) want(chunks.find(({ fileName }) => fileName === name))
  }
  for (const start of STARTS) {
    want(chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(start))))
  }
  return [...wanted]
}

export const firstPage: Check = {
  title: `The first page takes ${BUDGET.words / 1_000} kB, and the app ${BUDGET.scripts / 1_000} kB more until it runs`,
  async problems() {
    const made = await madeApp()
    const assets = made.filter((one) => one.type === 'asset')
    const page = assets.filter(({ fileName }) => /^index\.html$|\.css$/.test(fileName))
    const letters = assets.filter(({ fileName }) => LETTERS.test(fileName))
    if (page.length === 0 || letters.length === 0) return ['the build made no page, or no letters']
    const words = sum([
      packed(await readFile(fromRoot('frontend/public/plain.js'))),
      ...page.map(({ source }) => packed(source)),
      // Letters are packed already.
      ...letters.map(({ source }) => source.length),
    ])
    const scripts = sum(startOf(made).map(({ code }) => packed(code)))
    const over = (what: keyof typeof BUDGET, bytes: number) =>
      bytes > BUDGET[what] ? [`${what}: ${bytes} bytes, ${BUDGET[what]} are allowed`] : []
    return [...over('words', words), ...over('scripts', scripts)]
  },
}

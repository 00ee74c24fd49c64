import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What the app opens with; other files are kept when they were used once. */
const STARTS = ['src/boot.ts', 'src/main.tsx', 'foryou/ForYouPage.tsx']
const PUBLIC = ['./', './plain.js', './mark.svg', './manifest.webmanifest']
/** Letters that the first page is written in; browsers fetch no others for it. */
export const LETTERS = /-latin-wght-normal-.*\.woff2$/

type Bundle = Rolldown.OutputBundle

/** The files of a start: its scripts with all that they stand on, the style and the letters. */
export function startFiles(bundle: Bundle): readonly string[] {
  const all = Object.values(bundle)
  const wanted = new Set<string>()
  const want = (name: string) => {
    const found = bundle[name]
    if (found?.type !== 'chunk' || wanted.has(name)) return
    wanted.add(name)
    for (const other of found.imports) want(other)
  }
  for (const one of all) {
    if (one.type !== 'chunk') continue
    if (one.moduleIds.some((id) => STARTS.some((start) => id.endsWith(start)))) want(one.fileName)
  }
  for (const { fileName } of all) {
    if (fileName.endsWith('.css') || LETTERS.test(fileName)) wanted.add(fileName)
  }
  return [...wanted].toSorted()
}

/** Writes sw.js, which knows the files of this build. */
export const offline: Plugin = {
  name: 'phyle-offline',
  apply: 'build',
  async generateBundle(_, bundle) {
    const source = await readFile(join(import.meta.dirname, 'sw.js'), 'utf8')
    const files = [...PUBLIC, ...startFiles(bundle).map((name) => `./${name}`)]
    const version = createHash('sha256').update(files.join()).update(source).digest('hex')
    this.emitFile({
      type: 'asset',
      fileName: 'sw.js',
      source: source
        .replace('/* VERSION */', version.slice(0, 12))
        .replace("'/* FILES */'", files.map((file) => JSON.stringify(file)).join(', ')),
    })
  },
}

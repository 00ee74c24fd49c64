import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { type Catalogue, compileCatalogue } from './catalogue.ts'

const ASKED = /\.json\?icu$/
const MADE = '\0icu:'

/** Brings catalogues as compiled modules: `import('./fr.json?icu')`. */
export const catalogues: Plugin = {
  name: 'phyle-catalogues',
  enforce: 'pre',
  resolveId(asked, importer) {
    if (!ASKED.test(asked) || importer === undefined) return null
    // Without its ending nobody else takes it for JSON.
    return MADE + join(dirname(importer.split('?')[0] ?? ''), asked.replace(ASKED, ''))
  },
  async load(id) {
    if (!id.startsWith(MADE)) return null
    const path = id.slice(MADE.length)
    this.addWatchFile(`${path}.json`)
    const written = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Catalogue
    return compileCatalogue(written)
  },
}

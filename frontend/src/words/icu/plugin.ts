import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { compileCatalogue } from './catalogue.ts'
import { catalogueFiles, readCatalogue } from './read.ts'

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
  load(id) {
    if (!id.startsWith(MADE)) return null
    const path = id.slice(MADE.length)
    const of = [dirname(dirname(path)), basename(dirname(path)), basename(path)] as const
    for (const file of catalogueFiles(...of)) this.addWatchFile(file)
    return compileCatalogue(readCatalogue(...of))
  },
}

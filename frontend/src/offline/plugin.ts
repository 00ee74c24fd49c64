import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { startFiles, wordFiles } from '../plain/start.ts'

const PUBLIC = ['./', './plain.js', './mark.svg', './manifest.webmanifest']
/** Writes sw.js, which knows the files of this build. */
export const offline: Plugin = {
  name: 'phyle-offline',
  apply: 'build',
  async generateBundle(_, bundle) {
    const source = await readFile(join(import.meta.dirname, 'sw.js'), 'utf8')
    const files = [
      ...PUBLIC,
      ...[...startFiles(bundle), ...wordFiles(bundle)].map((name) => `./${name}`),
    ]
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

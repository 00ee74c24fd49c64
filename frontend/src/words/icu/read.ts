import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Catalogue } from './catalogue.ts'

/**
 * The files of a catalogue in one language: its own, and what other folders add to it.
 * `notice/errors.fr.json` belongs to `errors`.
 */
export function catalogueFiles(words: string, name: string, language: string): readonly string[] {
  const additions = readdirSync(words)
    .map((folder) => join(words, folder, `${name}.${language}.json`))
    .filter((path) => existsSync(path))
  return [join(words, name, `${language}.json`), ...additions]
}

/** The folders that hold a catalogue, and those within them, such as `notice` and `notice/acts`. */
export const catalogueFolders = (words: string): readonly string[] =>
  readdirSync(words, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'en.json')
    .map(dirname)
    .toSorted()

/** A catalogue with all that is added to it. Throws where two files say the same message. */
export function readCatalogue(words: string, name: string, language: string): Catalogue {
  const all: Record<string, Catalogue[string]> = {}
  for (const file of catalogueFiles(words, name, language)) {
    for (const [key, message] of Object.entries(
      JSON.parse(readFileSync(file, 'utf8')) as Catalogue,
    )) {
      if (Object.hasOwn(all, key)) throw new Error(`${file} says ${key}, which is said already`)
      all[key] = message
    }
  }
  return all
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run words`: writes the typed module of each folder of words from its English catalogue. */
import { readFile, writeFile } from 'node:fs/promises'
import { type Catalogue, facadeOf } from '../frontend/src/words/icu/catalogue.ts'
import { catalogueFolders } from '../frontend/src/words/icu/read.ts'
import { fromRoot } from './paths.ts'
import { need } from './run.ts'

const words = fromRoot('frontend/src/words')
const languages = ['en', 'fr', 'es', 'it']

for (const folder of catalogueFolders(words)) {
  const english = JSON.parse(await readFile(`${words}/${folder}/en.json`, 'utf8')) as Catalogue
  await writeFile(`${words}/${folder}/words.ts`, facadeOf(folder, english, languages))
}

await need('node_modules/@biomejs/biome/bin/biome', 'format', '--write', words)

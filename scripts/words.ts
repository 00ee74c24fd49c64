// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run words`: writes the typed module of each chapter of words from its English catalogue. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { type Catalogue, facadeOf } from '../frontend/src/words/icu/catalogue.ts'
import { fromRoot } from './paths.ts'
import { need } from './run.ts'

const words = fromRoot('frontend/src/words')
const languages = ['en', 'fr', 'es', 'it']

for (const entry of await readdir(words, { withFileTypes: true })) {
  const { name } = entry
  if (!entry.isDirectory() || name === 'icu') continue
  const english = JSON.parse(await readFile(`${words}/${name}/en.json`, 'utf8')) as Catalogue
  await writeFile(`${words}/${name}/words.ts`, facadeOf(name, english, languages))
}

await need('node_modules/@biomejs/biome/bin/biome', 'format', '--write', words)

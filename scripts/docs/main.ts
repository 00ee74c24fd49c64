// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run docs`: writes docs/rules.md and the reference, and serves it; with `-- --write` it ends once all is written. */
import { writeFile } from 'node:fs/promises'
import { preview } from 'vite'
import { fromRoot } from '../paths.ts'
import { need } from '../run.ts'
import { buildPackage } from '../sdk/package.ts'
import { writeApi } from './api.ts'
import { modules } from './modules.ts'
import { describedBelow } from './natspec.ts'
import { rules } from './rules.ts'
import { rulesPage } from './rulesPage.ts'

const API = fromRoot('docs/api')

await need('scripts/build.ts')
await buildPackage()
const all = await rules()
await writeFile(fromRoot('docs/rules.md'), rulesPage(all))
await writeApi(API, await describedBelow('contracts'), await modules(), all)
console.log('✔ docs/rules.md and docs/api/ are written')

if (!process.argv.includes('--write')) {
  const server = await preview({ configFile: false, build: { outDir: API } })
  server.printUrls()
}

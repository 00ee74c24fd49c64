// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run sizes`: writes down how big each contract is, in `bench/results/sizes.json`. */
import { writeFile } from 'node:fs/promises'
import { RECORD, sizesNow } from './check/sizes.ts'
import { fromRoot } from './paths.ts'
import { need } from './run.ts'

await need('scripts/build.ts')
const sizes = Object.fromEntries(await sizesNow())
await writeFile(fromRoot(RECORD), `${JSON.stringify(sizes, null, 2)}\n`)

// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run check`: all checks, each told with its outcome; the status tells whether all passed. */
import { need } from '../run.ts'
import { addresses } from './addresses.ts'
import { chaptersInPlace } from './chapters.ts'
import type { Check } from './check.ts'
import { enums } from './enums.ts'
import { errors } from './errors.ts'
import { faults } from './faults.ts'
import { firstPage } from './firstPage.ts'
import { imports } from './imports.ts'
import { lengths } from './lengths.ts'
import { natspec } from './natspec.ts'
import { oneHand } from './oneHand.ts'
import { rules } from './rules.ts'
import { sizes } from './sizes.ts'
import { biome, lock, prettier, solhint, unused } from './tools.ts'
import { topics } from './topics.ts'
import { types } from './types.ts'
import { warnings } from './warnings.ts'
import { words } from './words.ts'

const CHECKS: readonly Check[] = [
  warnings,
  types,
  biome,
  solhint,
  prettier,
  oneHand,
  lengths,
  imports,
  unused,
  sizes,
  addresses,
  firstPage,
  errors,
  chaptersInPlace,
  enums,
  natspec,
  rules,
  topics,
  words,
  faults,
  lock,
]

/** Answers whether the check passed, and says so. */
async function passes({ title, problems }: Check): Promise<boolean> {
  const started = Date.now()
  const found = await problems().catch((error: unknown) => [String(error)])
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${found.length === 0 ? '✔' : '✘'} ${title} (${seconds} s)`)
  for (const problem of found) console.log(problem.replace(/^/gm, '    '))
  return found.length === 0
}

await need('scripts/build.ts')
let failed = 0
for (const check of CHECKS) if (!(await passes(check))) failed += 1
console.log(`${CHECKS.length - failed} checks passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run test:faults:services`: what services do when they are killed and the chain turns back; it takes minutes. */
import { spawnSync } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { fromRoot } from './paths.ts'
import { need } from './run.ts'

await need('scripts/build.ts')
const files = await Array.fromAsync(glob('{relay,indexer}/test/*.faults.ts', { cwd: fromRoot() }))
const args = ['--test', '--test-reporter=spec', ...files.toSorted()]
const { status } = spawnSync(process.execPath, args, { cwd: fromRoot(), stdio: 'inherit' })
process.exit(status ?? 1)

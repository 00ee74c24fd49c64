// SPDX-License-Identifier: AGPL-3.0-or-later
/** Compiles the contracts, their typed bindings included, and writes the sdk's ABIs from them. */
import { hardhat, run } from './run.ts'

await hardhat('build', '--no-tests')
await run('scripts/export.ts')

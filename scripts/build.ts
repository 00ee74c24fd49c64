// SPDX-License-Identifier: AGPL-3.0-or-later
/** Compiles the contracts, their typed bindings included, and writes the sdk's ABIs from them. */
import { HARDHAT, need } from './run.ts'

await need(HARDHAT, 'build', '--no-tests')
await need('scripts/export.ts')

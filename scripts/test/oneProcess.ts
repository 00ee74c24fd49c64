// SPDX-License-Identifier: AGPL-3.0-or-later
/** `node --test-reporter=spec scripts/test/oneProcess.ts FILE…`: the tests of many files in one process. */
import { pathToFileURL } from 'node:url'

for (const file of process.argv.slice(2)) await import(pathToFileURL(file).href)

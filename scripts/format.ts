// SPDX-License-Identifier: AGPL-3.0-or-later
/** Brings every file into the format that `npm run check` asks for, and mends what can be mended safely. */
import { need } from './run.ts'

await need('node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.')
await need(
  'node_modules/prettier/bin/prettier.cjs',
  '--write',
  '--log-level',
  'warn',
  '{contracts,test,bench}/**/*.sol',
)

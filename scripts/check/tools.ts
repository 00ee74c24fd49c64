// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Check, tool } from './check.ts'

export const biome: Check = {
  title: 'TypeScript, JSON and CSS: rules and format (mend most of it with: npm run format)',
  problems: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
}

export const solhint: Check = {
  title: 'Solidity: rules',
  problems: () =>
    tool('solhint/solhint.js', '--noPoster', '--max-warnings', '0', 'contracts/**/*.sol'),
}

export const prettier: Check = {
  title: 'Solidity: format (mend it with: npm run format)',
  problems: () =>
    tool(
      'prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      '{contracts,test,bench}/**/*.sol',
    ),
}

export const unused: Check = {
  title: 'Nothing unused: files, exports, dependencies',
  problems: () => tool('knip/bin/knip.js', '--no-progress', '--no-config-hints'),
}

export const lock: Check = {
  title: 'Lock file complete for every platform',
  problems: () => tool('../tools/lock-complete.mjs', '--check'),
}

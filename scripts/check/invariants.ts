// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

const numbered = (letter: string, last: number) =>
  Array.from({ length: last }, (_, i) => `${letter}${i + 1}`)

/** What docs/rules.md promises: governance, money, licences, phyle. */
const IDS = [...numbered('G', 10), ...numbered('I', 16), ...numbered('L', 8), ...numbered('P', 3)]

const TITLES = [
  /\b(?:it|test|describe)(?:\.\w+)?\(\s*['"`]([^'"`\n]*)/g,
  /\bfunction\s+((?:test|invariant)\w*)\s*\(/g,
]

/** The ids that titles of tests name. */
async function tested(): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  const files = glob('{test,sdk,relay,indexer,frontend}/**/*.{test.ts,test.tsx,spec.ts,t.sol}', {
    cwd: fromRoot(),
    exclude: (name) => name === 'node_modules',
  })
  for await (const file of files) {
    const text = await readFile(fromRoot(file), 'utf8')
    for (const title of TITLES.flatMap((pattern) => [...text.matchAll(pattern)])) {
      for (const [id] of (title[1] ?? '').matchAll(/(?<![A-Za-z0-9])[GILP]\d+(?![A-Za-z0-9])/g)) {
        ids.add(id)
      }
    }
  }
  return ids
}

export const invariants: Check = {
  title: 'Every invariant has a test with its id in the title',
  async problems() {
    const ids = await tested()
    const missing = IDS.filter((id) => !ids.has(id))
    return missing.map((id) => `${id}: no test below test/ has it in its title`)
  },
}

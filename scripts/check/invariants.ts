// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'
import { idsInTitles } from './titles.ts'

const numbered = (letter: string, last: number) =>
  Array.from({ length: last }, (_, i) => `${letter}${i + 1}`)

/** What must always hold: governance, money, licences, phyle. */
const IDS = [...numbered('G', 10), ...numbered('I', 16), ...numbered('L', 8), ...numbered('P', 3)]

/** The ids that titles of tests name. */
async function tested(): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  const files = glob('{test,sdk,relay,indexer,frontend}/**/*.{test.ts,test.tsx,spec.ts,t.sol}', {
    cwd: fromRoot(),
    exclude: (name) => name === 'node_modules',
  })
  for await (const file of files) {
    for (const id of idsInTitles(await readFile(fromRoot(file), 'utf8'))) ids.add(id)
  }
  return ids
}

/** The ids to which docs/rules.md gives a row. */
export async function written(): Promise<readonly string[]> {
  const rules = await readFile(fromRoot('docs/rules.md'), 'utf8')
  return [...new Set([...rules.matchAll(/^\| ([GILP]\d+) \|/gm)].map((row) => row[1] ?? ''))]
}

export const invariants: Check = {
  title: 'Every invariant is in docs/rules.md and has a test with its id in the title',
  async problems() {
    const rows = await written()
    const ids = await tested()
    return [
      ...IDS.filter((id) => !rows.includes(id)).map((id) => `${id}: no row in docs/rules.md`),
      ...[...new Set([...IDS, ...rows])]
        .filter((id) => !ids.has(id))
        .map((id) => `${id}: no test below test/ has it in its title`),
    ]
  },
}

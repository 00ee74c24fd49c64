// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

interface Double {
  /** The files in which the word would have a second meaning. */
  readonly files: string
  readonly word: RegExp
  /** The word for that meaning; docs/glossary.md says what the first one means. */
  readonly instead: string
}

/** Alone, or in a name that is made with it; what is ahead, overhead or a header is none. */
const HEAD = /(?<![a-zA-Z])heads?(?![a-z])|Heads?(?![a-z])/

/** Words of docs/glossary.md in a meaning that another word has. */
const DOUBLES: readonly Double[] = [
  { files: 'scripts/rehearse/*.ts', word: /\bgrounds?\b/i, instead: 'tools' },
  {
    files: 'contracts/fund/{SeriesLedger,LedgerWord,IncomeWord}.sol',
    word: /\b(?:seat|place)s?\b/i,
    instead: 'row',
  },
  { files: 'contracts/**/*.sol', word: /\bhow-manieth\b/i, instead: 'number' },
  {
    files:
      '{contracts,sdk/src/chapters,indexer/src,indexer/src/api,frontend/src/features}/licences/**/*.{sol,ts,tsx}',
    word: HEAD,
    instead: 'fingerprint',
  },
]

/** Where a text has a word in its second meaning, by line. */
export function doublesIn(text: string, { word, instead }: Double): readonly string[] {
  return text.split('\n').flatMap((line, i) => {
    const found = line.match(word)
    return found === null
      ? []
      : [`${i + 1}: “${found[0]}” means something else here: say ${instead}`]
  })
}

export const words: Check = {
  title: 'One word for one thing, as docs/glossary.md has it',
  async problems() {
    const problems: string[] = []
    for (const double of DOUBLES) {
      for await (const file of glob(double.files, { cwd: fromRoot() })) {
        const text = await readFile(fromRoot(file), 'utf8')
        problems.push(...doublesIn(text, double).map((problem) => `${file}:${problem}`))
      }
    }
    return problems
  },
}

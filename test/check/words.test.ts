// SPDX-License-Identifier: AGPL-3.0-or-later
/** Packed words, and numbers, of two kinds are of two types: the compiler refuses one in the place of the other. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { posix } from 'node:path'
import { expect } from 'chai'
import { fromRoot } from '../../scripts/paths.ts'

interface Compiler {
  compile(input: string): string
}

const solc: Compiler = createRequire(import.meta.url)('solc')

/** Words of a slot and numbers of things, each in the file of its name. */
const WORDS = [
  'contracts/assembly/PollHead.sol',
  'contracts/bonds/SaleWord.sol',
  'contracts/fund/AccountWord.sol',
  'contracts/fund/IncomeWord.sol',
  'contracts/fund/LedgerWord.sol',
  'contracts/libraries/HeadWord.sol',
  'contracts/libraries/HoldingWord.sol',
  'contracts/libraries/MemberWord.sol',
  'contracts/libraries/PriceWord.sol',
  'contracts/licences/EscrowWord.sol',
  'contracts/licences/GrantKey.sol',
  'contracts/licences/GrantWord.sol',
  'contracts/types/MachineId.sol',
  'contracts/types/ProposalId.sol',
  'contracts/types/RuleWord.sol',
  'contracts/types/SeriesId.sol',
  'contracts/types/WorkId.sol',
]

const nameOf = (file: string) => file.replace(/^.*\/|\.sol$/g, '')

/** The files, and all that they import. */
function withImports(files: readonly string[]): readonly string[] {
  const all = new Set(files)
  for (const file of all) {
    const text = readFileSync(fromRoot(file), 'utf8')
    for (const [, path = ''] of text.matchAll(/^(?:import|\}) .*from "(\..*)";$/gm)) {
      all.add(posix.join(posix.dirname(file), path))
    }
  }
  return [...all]
}

/** What the compiler says of functions that hand a word of each type on as one of the next. */
function errors(wrongly: boolean): readonly string[] {
  const names = WORDS.map(nameOf)
  const functions = names.map((name, i) => {
    const other = wrongly ? names[(i + 1) % names.length] : name
    return `function f${i}(${name} word) pure returns (${other}) { return word; }`
  })
  const imports = WORDS.map((file) => `import {${nameOf(file)}} from "${file}";`)
  const sources = Object.fromEntries(
    withImports(WORDS).map((file) => [file, { content: readFileSync(fromRoot(file), 'utf8') }]),
  )
  const content = ['pragma solidity ^0.8.28;', ...imports, ...functions].join('\n')
  const input = { language: 'Solidity', sources: { ...sources, 'Swapped.sol': { content } } }
  const output: { errors?: { severity: string; type: string }[] } = JSON.parse(
    solc.compile(JSON.stringify(input)),
  )
  return (output.errors ?? [])
    .filter(({ severity }) => severity === 'error')
    .map(({ type }) => type)
}

describe('packed words', () => {
  it('compile where they belong', () => {
    expect(errors(false)).to.deep.equal([])
  })

  it('do not compile in the place of one another', () => {
    expect(errors(true)).to.deep.equal(WORDS.map(() => 'TypeError'))
  })
})

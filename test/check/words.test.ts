// SPDX-License-Identifier: AGPL-3.0-or-later
/** Packed words of two kinds are of two types: the compiler refuses one in the place of the other. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import { fromRoot } from '../../scripts/paths.ts'

interface Compiler {
  compile(input: string): string
}

const solc: Compiler = createRequire(import.meta.url)('solc')

const WORDS = [
  'contracts/assembly/PollHead.sol',
  'contracts/bonds/SaleWord.sol',
  'contracts/fund/AccountWord.sol',
  'contracts/fund/IncomeWord.sol',
  'contracts/fund/LedgerWord.sol',
  'contracts/libraries/HoldingWord.sol',
  'contracts/libraries/MemberWord.sol',
  'contracts/libraries/PriceWord.sol',
]
const BESIDES = ['contracts/types/Bps.sol', 'contracts/types/Kind.sol']

const nameOf = (file: string) => file.replace(/^.*\/|\.sol$/g, '')

/** What the compiler says of functions that hand a word of each type on as one of the next. */
function errors(wrongly: boolean): readonly string[] {
  const names = WORDS.map(nameOf)
  const functions = names.map((name, i) => {
    const other = wrongly ? names[(i + 1) % names.length] : name
    return `function f${i}(${name} word) pure returns (${other}) { return word; }`
  })
  const imports = WORDS.map((file) => `import {${nameOf(file)}} from "${file}";`)
  const sources = Object.fromEntries(
    [...WORDS, ...BESIDES].map((file) => [file, { content: readFileSync(fromRoot(file), 'utf8') }]),
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

// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** See docs/style.md. */
const MOST_LINES_OF_A_FUNCTION = 60

/** Packages, other chapters, the own chapter: in this order, each sorted by path, a blank line between. */
function importGroup(path: string): number {
  if (path.startsWith('../')) return 1
  return path.startsWith('./') ? 2 : 0
}

function importProblem(text: string): string | undefined {
  const statements = [...text.matchAll(/^import [^;]*? from "([^"]+)";\n/gm)]
  for (const [i, { 0: statement, 1: path = '', index }] of statements.entries()) {
    const next = statements[i + 1]
    if (!next) return undefined
    const [own, its] = [importGroup(path), importGroup(next[1] ?? '')]
    const between = text.slice(index + statement.length, next.index)
    const inOrder = own < its || (own === its && path <= (next[1] ?? ''))
    if (!inOrder || between !== (own === its ? '' : '\n')) {
      return `imports: "${next[1]}" after "${path}"; packages, other chapters, the own chapter, sorted, a blank line between these groups`
    }
  }
  return undefined
}

/** The first line of a function and how many it has, for each that is indented as a member of a contract. */
function longFunctions(lines: readonly string[]): readonly string[] {
  const problems: string[] = []
  let start: number | undefined
  for (const [i, line] of lines.entries()) {
    if (/^ {4}(function|constructor|modifier)\b/.test(line)) start = i
    if (line !== '    }' || start === undefined) continue
    const length = i - start + 1
    const name = /function (\w+)/.exec(lines[start] ?? '')?.[1] ?? 'a constructor or modifier'
    if (length > MOST_LINES_OF_A_FUNCTION) {
      problems.push(`${name} has ${length} lines, more than ${MOST_LINES_OF_A_FUNCTION}`)
    }
    start = undefined
  }
  return problems
}

/** What one file of Solidity does otherwise than docs/style.md says. */
export function oneHandProblems(file: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n')
  const problems: string[] = [...longFunctions(lines)]
  const imports = importProblem(text)
  if (imports) problems.push(imports)
  for (const [i, line] of lines.entries()) {
    const code = line.replace(/\/\/.*/, '')
    if (/\bfor \(uint\d+ \w+;/.test(code)) {
      problems.push(`line ${i + 1}: a loop says where it begins: uint256 i = 0`)
    }
    if (/\b10_?000\b/.test(code) && !file.endsWith('types/Bps.sol')) {
      problems.push(`line ${i + 1}: the whole in basis points is BPS of types/Bps.sol`)
    }
  }
  return problems.map((problem) => `${file}: ${problem}`)
}

export const oneHand: Check = {
  title: 'Solidity: one hand (docs/style.md)',
  async problems() {
    const files = await Array.fromAsync(glob('contracts/**/*.sol', { cwd: fromRoot() }))
    const found = await Promise.all(
      files
        .toSorted()
        .map(async (file) => oneHandProblems(file, await readFile(fromRoot(file), 'utf8'))),
    )
    return found.flat()
  },
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Puts every vector through the reference model and through the contracts: those of `test/vectors`
 * and, when PHYLE_VECTORS names a folder, every `*.json` there. One line a case. With `--built` it
 * takes the contracts as they are compiled.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { ParseError } from '../sdk/src/parse.ts'
import type { Faults } from '../sdk/src/vector-faults.ts'
import { type Case, parseCases, runModel } from '../sdk/src/vectors.ts'
import { fromRoot } from './paths.ts'
import { need } from './run.ts'

type Found = { readonly file: string; readonly cases: readonly Case[] }

async function casesBelow(folder: string): Promise<readonly Found[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { file: basename(name, '.json'), cases: parseCases(text, join(folder, name)) }
    }),
  )
}

/** A case that breaks is a case that failed, and the others still run. */
async function faultsOf(run: () => Faults | Promise<Faults>): Promise<Faults> {
  try {
    return await run()
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

async function allCases(): Promise<readonly Found[]> {
  const more = process.env.PHYLE_VECTORS
  const folders = [fromRoot('test/vectors'), ...(more ? [resolve(more)] : [])]
  return (await Promise.all(folders.map(casesBelow))).flat()
}

async function main(): Promise<number> {
  const found = await allCases()
  if (!process.argv.includes('--built')) await need('scripts/build.ts')
  const { contracts } = await import('./vectors/contracts.ts')
  const runContracts = await contracts()
  let passed = 0
  let failed = 0
  for (const { file, cases } of found) {
    for (const c of cases) {
      const model = await faultsOf(() => runModel(c))
      const chain = await faultsOf(() => runContracts(c))
      const faults = [
        ...model.map((fault) => `model: ${fault}`),
        ...chain.map((fault) => `contracts: ${fault}`),
      ]
      if (faults.length === 0) passed += 1
      else failed += 1
      console.log(`${faults.length === 0 ? '✔' : '✘'} ${file}: ${c.name}`)
      for (const fault of faults) console.log(`    ${fault}`)
    }
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof ParseError)) throw error
  console.error(`✘ ${error.message}`)
  process.exitCode = 1
}

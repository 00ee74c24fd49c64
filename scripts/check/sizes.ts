// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { artifactsBelow } from '../artifacts.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** What each contract had when it was last looked at, in bytes. */
export const RECORD = 'bench/results/sizes.json'

/** Below the 24 576 of EIP-170, so that what has to be mended can be. */
const MOST_BYTES = 23_000
/** A contract that grows by more than this is looked at by somebody. */
const MOST_GROWTH = 500

/** What an interface, an abstract contract or a library without public functions compiles to is not more. */
const LEAST_BYTES = 100

const bytesOf = (hex: string) => (hex.length - 2) / 2

/** The bytes of every contract and linked library that is deployed anywhere but in tests, by name. */
export async function sizesNow(): Promise<ReadonlyMap<string, number>> {
  const artifacts = await artifactsBelow('contracts')
  return new Map(
    artifacts
      .filter(({ source }) => !source.includes('/mocks/'))
      .map(({ name, deployedBytecode }) => [name, bytesOf(deployedBytecode)] as const)
      .filter(([, bytes]) => bytes > LEAST_BYTES),
  )
}

/** What is wrong with the sizes that contracts have now, measured by those that were written down. */
export function sizeProblems(
  now: ReadonlyMap<string, number>,
  record: Readonly<Record<string, number>>,
): readonly string[] {
  const again = 'look whether it has to be so, then write it down in this commit: npm run sizes'
  const problems: string[] = []
  for (const [name, bytes] of now) {
    const before = record[name]
    if (bytes > MOST_BYTES) problems.push(`${name} has ${bytes} bytes: divide it at a subject`)
    if (before === undefined) problems.push(`${RECORD} does not name ${name}: npm run sizes`)
    else if (bytes - before > MOST_GROWTH) {
      problems.push(`${name} grew from ${before} to ${bytes} bytes: ${again}`)
    }
  }
  for (const name of Object.keys(record)) {
    if (!now.has(name)) problems.push(`${RECORD} names ${name}, which is not there: npm run sizes`)
  }
  return problems
}

export const sizes: Check = {
  title: `Every contract is below ${MOST_BYTES} bytes and near the size that is written down`,
  async problems() {
    const record = JSON.parse(await readFile(fromRoot(RECORD), 'utf8'))
    return sizeProblems(await sizesNow(), record)
  },
}

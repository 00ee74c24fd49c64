// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { fromRoot } from './paths.ts'

export interface AbiEntry {
  readonly type: string
  readonly name?: string
  readonly inputs?: readonly unknown[]
}

/** One compiled contract, interface or library, as Hardhat wrote it. */
export interface Artifact {
  readonly name: string
  /** The file that declares it, from the repository's root. */
  readonly source: string
  readonly abi: readonly AbiEntry[]
  readonly bytecode: `0x${string}`
  readonly deployedBytecode: `0x${string}`
  /** Where addresses of libraries belong in the bytecode, by file and library. */
  readonly linkReferences: Readonly<Record<string, Readonly<Record<string, readonly Gap[]>>>>
}

/** A place in bytecode, in bytes. */
interface Gap {
  readonly start: number
  readonly length: number
}

/** The artifacts of everything declared below a folder of Solidity files, sorted by name. */
export async function artifactsBelow(folder: string): Promise<readonly Artifact[]> {
  const files = await Array.fromAsync(
    glob(`${folder}/**/*.sol/*.json`, { cwd: fromRoot('artifacts') }),
  )
  const artifacts = await Promise.all(
    files.map(async (file): Promise<Artifact> => {
      const json = JSON.parse(await readFile(fromRoot('artifacts', file), 'utf8'))
      return {
        name: json.contractName,
        source: json.sourceName,
        abi: json.abi,
        bytecode: json.bytecode,
        deployedBytecode: json.deployedBytecode,
        linkReferences: json.linkReferences,
      }
    }),
  )
  return artifacts.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

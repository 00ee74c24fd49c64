// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { fromRoot } from './paths.ts'

export interface AbiEntry {
  readonly type: string
  readonly name?: string
  readonly inputs?: readonly AbiParameter[]
}

export interface AbiParameter {
  readonly type: string
  readonly components?: readonly AbiParameter[]
}

/** One compiled contract, interface or library, as Hardhat wrote it. */
export interface Artifact {
  readonly name: string
  /** The file that declares it, from the repository's root. */
  readonly source: string
  /** The compilation that it comes from, a file of `artifacts/build-info`. */
  readonly build: string
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

/** Libraries name enums and storage in their functions, which contracts that are linked with them call, and no client. */
function isForClients({ inputs = [] }: AbiEntry): boolean {
  return inputs.every(({ type, components }) =>
    type.startsWith('tuple')
      ? isForClients({ type, inputs: components ?? [] })
      : /^(u?int\d+|address|bool|bytes\d*|string)(\[\d*\])*$/.test(type),
  )
}

/** The bytecode with the addresses of the libraries that it calls. */
export function linked(
  { bytecode, linkReferences }: { readonly bytecode: string } & Pick<Artifact, 'linkReferences'>,
  addressOf: (library: string) => string,
): string {
  let code = bytecode
  for (const [library, gaps] of Object.values(linkReferences).flatMap(Object.entries)) {
    const address = addressOf(library).slice(2).toLowerCase()
    for (const { start, length } of gaps) {
      const from = 2 + start * 2
      code = code.slice(0, from) + address + code.slice(from + length * 2)
    }
  }
  return code
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
        build: json.buildInfoId,
        abi: json.abi.filter(isForClients),
        bytecode: json.bytecode,
        deployedBytecode: json.deployedBytecode,
        linkReferences: json.linkReferences,
      }
    }),
  )
  return artifacts.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

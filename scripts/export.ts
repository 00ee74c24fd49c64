// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Writes what is known of the contracts from their compiled artifacts. For the sdk: `abi.ts` (one
 * ABI per contract and interface) and `errors.ts` (every custom error). For the app: `contracts.ts`
 * (wagmi's hooks and actions over those ABIs).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Artifact, artifactsBelow } from './artifacts.ts'
import { hooksModule } from './hooks.ts'
import { fromRoot } from './paths.ts'

const HEADER = '// SPDX-License-Identifier: MIT\n// Written by scripts/export.ts. Do not edit.\n'

interface AbiParameter {
  readonly type: string
  readonly components?: readonly AbiParameter[]
}

/** `IAssembly` becomes `iAssembly`, `ERC20Demo` becomes `erc20Demo`. */
function camel(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/, (run) => run.toLowerCase())
}

const abiName = (contract: string) => `${camel(contract)}Abi`

/** The type as it stands in a signature: tuples are written out. */
function canonical({ type, components }: AbiParameter): string {
  if (!type.startsWith('tuple')) return type
  return `(${(components ?? []).map(canonical).join(',')})${type.slice('tuple'.length)}`
}

/** Leaves out the names of Solidity's own types, which no client reads. */
const plain = (key: string, value: unknown) => (key === 'internalType' ? undefined : value)

function abiModule(artifacts: readonly Artifact[]): string {
  const abis = artifacts
    .filter(({ abi }) => abi.length > 0)
    .map(
      ({ name, abi }) => `export const ${abiName(name)} = ${JSON.stringify(abi, plain)} as const\n`,
    )
  return [HEADER, ...abis].join('\n')
}

function errorsModule(artifacts: readonly Artifact[]): string {
  const contractsBySignature = new Map<string, string[]>()
  for (const { name, abi } of artifacts) {
    for (const entry of abi) {
      if (entry.type !== 'error') continue
      const signature = `${entry.name}(${(entry.inputs as AbiParameter[]).map(canonical).join(',')})`
      contractsBySignature.set(signature, [...(contractsBySignature.get(signature) ?? []), name])
    }
  }
  const rows = [...contractsBySignature]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([signature, contracts]) => {
      const name = signature.slice(0, signature.indexOf('('))
      return `  ${JSON.stringify({ name, signature, contracts })},`
    })
  return `${HEADER}
/** Every custom error that a contract can answer with, and the contracts whose ABI names it. */
export const customErrors = [
${rows.join('\n')}
] as const
`
}

const artifacts = await artifactsBelow('contracts')
const names = artifacts.map(({ name }) => name)
const twice = names.filter((name, i) => names.indexOf(name) !== i)
if (twice.length > 0) throw new Error(`Two contracts share a name: ${twice.join(', ')}`)

/** Leaves a file alone that says the same already, so that nothing is built again for nothing. */
async function put(file: string, text: string): Promise<void> {
  const path = fromRoot(file)
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

const real = artifacts.filter(({ source }) => !source.includes('/mocks/'))
await put('sdk/src/generated/abi.ts', abiModule(artifacts))
await put('sdk/src/generated/errors.ts', errorsModule(real))
await put('frontend/src/generated/contracts.ts', await hooksModule(real, abiName))

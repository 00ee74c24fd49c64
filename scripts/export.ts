// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Writes what is known of the contracts from their compiled artifacts. For the sdk: `abi.ts` (one
 * ABI per contract and interface), `errors.ts` (every custom error), and what its chapters bring. For
 * the app: `contracts.ts` (wagmi's hooks and actions over those ABIs). Each contract has a module of its own behind these, so
 * that a page of the app loads the contracts it speaks to and no others.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type AbiParameter, type Artifact, artifactsBelow } from './artifacts.ts'
import { chapterModules } from './chapters.ts'
import { hooksModules } from './hooks.ts'
import { fromRoot } from './paths.ts'

const HEADER = '// SPDX-License-Identifier: MIT\n// Written by scripts/export.ts. Do not edit.\n'

interface AbiEntry {
  readonly type: string
  readonly name: string
  readonly inputs: readonly AbiParameter[]
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

const abiModule = ({ name, abi }: Artifact) =>
  `${HEADER}\nexport const ${abiName(name)} = ${JSON.stringify(abi, plain)} as const\n`

const abisModule = (artifacts: readonly Artifact[]) =>
  [
    HEADER,
    ...artifacts.map(({ name }) => `export { ${abiName(name)} } from './abi/${camel(name)}.ts'\n`),
  ].join('')

function errorsModule(artifacts: readonly Artifact[]): string {
  const bySignature = new Map<string, { entry: AbiEntry; contracts: string[] }>()
  for (const { name, abi } of artifacts) {
    for (const entry of abi as readonly AbiEntry[]) {
      if (entry.type !== 'error') continue
      const signature = `${entry.name}(${entry.inputs.map(canonical).join(',')})`
      const known = bySignature.get(signature)
      if (known) known.contracts.push(name)
      else bySignature.set(signature, { entry, contracts: [name] })
    }
  }
  const errors = [...bySignature].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rows = errors.map(
    ([signature, { entry, contracts }]) =>
      `  ${JSON.stringify({ name: entry.name, signature, contracts })},`,
  )
  const items = errors.map(([, { entry }]) => `  ${JSON.stringify(entry, plain)},`)
  return `${HEADER}
/** Every custom error that a contract can answer with, and the contracts whose ABI names it. */
export const customErrors = [
${rows.join('\n')}
] as const

/** The same as an ABI. */
export const errorsAbi = [
${items.join('\n')}
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
const spoken = artifacts.filter(({ abi }) => abi.length > 0)
for (const one of spoken) await put(`sdk/src/generated/abi/${camel(one.name)}.ts`, abiModule(one))
await put('sdk/src/generated/abi.ts', abisModule(spoken))
await put('sdk/src/generated/errors.ts', errorsModule(real))
for (const { file, text } of await chapterModules()) await put(file, text)
const hooks = await hooksModules(real, abiName)
for (const { name, text } of hooks) await put(`frontend/src/generated/contracts/${name}.ts`, text)
await put(
  'frontend/src/generated/contracts.ts',
  [
    '// SPDX-License-Identifier: AGPL-3.0-or-later\n// Written by scripts/export.ts. Do not edit.\n',
    ...hooks.map(({ name }) => `export * from './contracts/${name}.ts'\n`),
  ].join(''),
)

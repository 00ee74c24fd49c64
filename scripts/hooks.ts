// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the app has for each function of a contract: wagmi's hooks and actions, made by wagmi's own
 * plugins, and for what can be put to the vote the call as bytes.
 */
import { tokenAbi, walletAbi } from '@phyle/sdk/standards'
import type { Plugin } from '@wagmi/cli'
import { actions, react } from '@wagmi/cli/plugins'
import type { Abi, AbiFunction } from 'viem'
import type { Artifact } from './artifacts.ts'

interface Contract {
  readonly name: string
  readonly abi: Abi
  /** Where the sdk has its ABI, and by what name. */
  readonly abiName: string
  readonly from: '@phyle/sdk/generated/abi' | '@phyle/sdk/standards'
}

/** The contracts that have an interface of their own, called by the contract's name. */
function ours(
  artifacts: readonly Artifact[],
  abiName: (name: string) => string,
): readonly Contract[] {
  const names = new Set(artifacts.map(({ name }) => name))
  return artifacts
    .filter(({ name }) => name.startsWith('I') && names.has(name.slice(1)))
    .map(({ name, abi }) => ({
      name: name.slice(1),
      abi: abi as Abi,
      abiName: abiName(name),
      from: '@phyle/sdk/generated/abi',
    }))
}

const STANDARDS: readonly Contract[] = [
  { name: 'Token', abi: tokenAbi, abiName: 'tokenAbi', from: '@phyle/sdk/standards' },
  { name: 'Wallet', abi: walletAbi, abiName: 'walletAbi', from: '@phyle/sdk/standards' },
]

/** `encodeStatutesSetRule` and the like: a proposal holds calls, and somebody else sends them. */
const calls = {
  name: 'Calls',
  run({ contracts }) {
    const lines = contracts.flatMap(({ name, abi, meta }) => {
      const writing = abi.filter((item) => item.type === 'function' && !isView(item))
      const functions = new Set(writing.map((item) => (item as AbiFunction).name))
      return [...functions].map((called) => {
        const title = `${called.charAt(0).toUpperCase()}${called.slice(1)}`
        return `export const encode${name}${title} = /*#__PURE__*/ createEncode({ abi: ${meta.abiName}, functionName: '${called}' })`
      })
    })
    return {
      imports: "import { createEncode } from '../chain/encode.ts'\n",
      content: lines.join('\n'),
    }
  },
} satisfies Plugin

const isView = ({ stateMutability }: AbiFunction) =>
  stateMutability === 'view' || stateMutability === 'pure'

/** The plugins get functions only: the app reads events from logs, and watches none. */
const functionsOf = (abi: Abi): Abi => abi.filter(({ type }) => type === 'function')

/** The text of a module that names the sdk's ABIs instead of holding them a second time. */
export async function hooksModule(
  artifacts: readonly Artifact[],
  abiName: (name: string) => string,
): Promise<string> {
  const contracts = [...ours(artifacts, abiName), ...STANDARDS]
  const asked = {
    contracts: contracts.map(({ name, abi, abiName }) => ({
      name,
      abi: functionsOf(abi),
      address: undefined,
      content: '',
      meta: { abiName },
    })),
    isTypeScript: true,
    outputs: [],
  }
  const outputs = await Promise.all([
    react().run(asked),
    actions({ overridePackageName: 'wagmi' }).run(asked),
    calls.run(asked),
  ])
  const imports = [...Map.groupBy(contracts, ({ from }) => from)].map(
    ([from, group]) =>
      `import { ${group.map(({ abiName }) => abiName).join(', ')} } from '${from}'\n`,
  )
  return [
    '// SPDX-License-Identifier: AGPL-3.0-or-later\n// Written by scripts/export.ts. Do not edit.\n',
    ...outputs.map(({ imports }) => imports),
    ...imports,
    ...outputs.map(({ content }) => `\n${content}\n`),
  ].join('')
}

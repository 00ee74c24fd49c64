// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Writes for the app a hook and an action for each function of a contract, by wagmi's own
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

/** `encodeStatutesSetRules` and the like: a proposal holds calls, and somebody else sends them. */
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
      imports: "import { createEncode } from '../../chain/encode.ts'\n",
      content: lines.join('\n'),
    }
  },
} satisfies Plugin

const isView = ({ stateMutability }: AbiFunction) =>
  stateMutability === 'view' || stateMutability === 'pure'

/** The plugins get functions only: the app reads events from logs, and watches none. */
const functionsOf = (abi: Abi): Abi => abi.filter(({ type }) => type === 'function')

/** A module for each contract, which names the sdk's ABI instead of holding it a second time. */
export const hooksModules = (
  artifacts: readonly Artifact[],
  abiName: (name: string) => string,
): Promise<readonly { readonly name: string; readonly text: string }[]> =>
  Promise.all(
    [...ours(artifacts, abiName), ...STANDARDS].map(async (contract) => ({
      name: contract.name,
      text: await hooksModule(contract),
    })),
  )

async function hooksModule({ name, abi, abiName, from }: Contract): Promise<string> {
  const meta = { abiName }
  const asked = {
    contracts: [{ name, abi: functionsOf(abi), address: undefined, content: '', meta }],
    isTypeScript: true,
    outputs: [],
  }
  const outputs = await Promise.all([
    react().run(asked),
    actions({ overridePackageName: 'wagmi' }).run(asked),
    calls.run(asked),
  ])
  const used = outputs.filter(({ content }) => content !== '')
  return [
    '// SPDX-License-Identifier: AGPL-3.0-or-later\n// Written by scripts/export.ts. Do not edit.\n',
    ...used.map(({ imports }) => imports),
    `import { ${abiName} } from '${from}'\n`,
    ...used.map(({ content }) => `\n${content}\n`),
  ].join('')
}

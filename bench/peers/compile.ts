// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fromRoot } from '../../scripts/paths.ts'

const require = createRequire(import.meta.url)

export type Compiled = { readonly abi: readonly object[]; readonly bytecode: string }

type Output = {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[]
  readonly contracts: Record<
    string,
    Record<string, { abi: object[]; evm: { bytecode: { object: string } } }>
  >
}

const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'osaka',
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
}

/** Compiles the peers as we compile ourselves: the same compiler, the same settings. */
export function compilePeers(): (name: string) => Compiled {
  const solc = require('solc') as {
    compile(input: string, host: { import(path: string): object }): string
  }
  const sources = {
    'Peers.sol': { content: readFileSync(fromRoot('bench/peers/Peers.sol'), 'utf8') },
    'Splitter.sol': {
      content:
        'pragma solidity 0.8.37; import "@openzeppelin/contracts-v4/finance/PaymentSplitter.sol";',
    },
  }
  const host = {
    import: (path: string) => ({
      contents: readFileSync(fromRoot(`node_modules/${path}`), 'utf8'),
    }),
  }
  const input = JSON.stringify({ language: 'Solidity', sources, settings: SETTINGS })
  const output = JSON.parse(solc.compile(input, host)) as Output
  const fatal = output.errors?.find(({ severity }) => severity === 'error')
  if (fatal) throw new Error(fatal.formattedMessage)
  return (name) => {
    for (const file of Object.values(output.contracts)) {
      const found = file[name]
      if (found) return { abi: found.abi, bytecode: `0x${found.evm.bytecode.object}` }
    }
    throw new Error(`no peer ${name}`)
  }
}

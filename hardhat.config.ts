// SPDX-License-Identifier: AGPL-3.0-or-later

import { glob } from 'node:fs/promises'
import { createRequire } from 'node:module'
import hardhatEthers from '@nomicfoundation/hardhat-ethers'
import chaiMatchers from '@nomicfoundation/hardhat-ethers-chai-matchers'
import keystore from '@nomicfoundation/hardhat-keystore'
import mocha from '@nomicfoundation/hardhat-mocha'
import networkHelpers from '@nomicfoundation/hardhat-network-helpers'
import typechain from '@nomicfoundation/hardhat-typechain'
import verify from '@nomicfoundation/hardhat-verify'
import { configVariable, defineConfig, overrideTask } from 'hardhat/config'
import type { HttpNetworkUserConfig } from 'hardhat/types/config'
import { chainRules, HARDFORK, PRESENT, TRANSACTION_CAP } from './bench/hardforks.ts'
import { HISTORY_DAYS } from './scripts/seed/history.ts'
import { mendTypeChain } from './scripts/typechain.ts'
import { LOCAL_CHAIN } from './sdk/src/local-chain.ts'

mendTypeChain()

const DAY = 86_400_000

/**
 * A real network. Its address and key are asked for only when the network is used: set
 * `PHYLE_RPC_<NAME>` and `PHYLE_DEPLOYER_KEY` in the environment or with `hardhat keystore set`.
 */
function real(name: string, chainId: number, chainType: 'l1' | 'op' | 'generic') {
  return {
    type: 'http',
    chainType,
    chainId,
    url: configVariable(`PHYLE_RPC_${name}`),
    accounts: [configVariable('PHYLE_DEPLOYER_KEY')],
  } satisfies HttpNetworkUserConfig
}

export default defineConfig({
  plugins: [hardhatEthers, chaiMatchers, keystore, mocha, networkHelpers, typechain, verify],
  paths: {
    sources: 'contracts',
    tests: { solidity: 'test', mocha: 'test' },
  },
  solidity: {
    version: '0.8.37',
    // The compiler comes with the other packages; nothing is downloaded when compiling.
    path: createRequire(import.meta.url).resolve('solc/soljson.js'),
    settings: {
      optimizer: { enabled: true, runs: 200 },
      evmVersion: 'osaka',
      // Addresses follow from the code: a comment must not move them.
      metadata: { bytecodeHash: 'none' },
    },
    // Starting the app must not wait for the compilation of tests.
    splitTestsCompilation: true,
  },
  typechain: { outDir: 'types/ethers-contracts', tsNocheck: true },
  test: {
    mocha: { timeout: 120_000 },
    solidity: {
      fuzz: { runs: 256, seed: '0x706879' },
      invariant: { runs: 32, depth: 64, failOnRevert: false },
    },
  },
  tasks: [
    // Browser stories (*.spec.ts) and helpers lie below test/ too: Mocha runs only *.test.ts.
    overrideTask(['test', 'mocha'])
      .setInlineAction(async (args, _hre, runSuper) => {
        const given = args.testFiles as string[]
        const testFiles =
          given.length > 0 ? given : await Array.fromAsync(glob('test/**/*.test.ts'))
        return runSuper({ ...args, testFiles: testFiles.toSorted() })
      })
      .build(),
  ],
  networks: {
    default: {
      type: 'edr-simulated',
      ...chainRules(HARDFORK),
      initialDate: '2026-01-01T00:00:00Z',
      // To estimate it is to run every transaction several times. The next rules ask for more at times.
      gas: HARDFORK === PRESENT ? TRANSACTION_CAP : 'auto',
    },
    /** What `hardhat node` serves. It mines on demand and every two seconds, so that time goes on. */
    node: {
      type: 'edr-simulated',
      ...chainRules(PRESENT),
      chainId: LOCAL_CHAIN,
      initialDate: new Date(Date.now() - HISTORY_DAYS * DAY),
      mining: { auto: true, interval: 2000 },
      accounts: { count: 40 },
    },
    localhost: { type: 'http', url: 'http://127.0.0.1:8545', chainId: LOCAL_CHAIN },
    gnosis: real('GNOSIS', 100, 'generic'),
    celo: real('CELO', 42220, 'generic'),
    optimism: real('OPTIMISM', 10, 'op'),
    base: real('BASE', 8453, 'op'),
    arbitrum: real('ARBITRUM', 42161, 'generic'),
    sepolia: real('SEPOLIA', 11155111, 'l1'),
  },
})

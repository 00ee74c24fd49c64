// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Describes the networks of `hardhat.config.ts`, as far as a rehearsal plays them. Limits of free
 * public nodes change without notice and differ from one to the next: those here are narrow ones, in
 * the words in which nodes say them, so that whatever bears them bears the others.
 */

/** How a node refuses: the status of the answer, and the error in it. */
export interface Refusal {
  readonly status: number
  readonly code: number
  readonly message: string
}

/** What a free public node of a network allows, and how it says no. */
export interface NodeTraits {
  /** Requests a second, on the average; twice as many at once. */
  readonly requestsPerSecond: number
  /** The most blocks that one `eth_getLogs` may span. */
  readonly logBlocks: number
  readonly tooManyBlocks: Refusal
  /** The most calls in one request. */
  readonly batch: number
  readonly tooManyCalls: Refusal
  readonly tooOften: Refusal
  /** By how many blocks one of the nodes behind the address is late. */
  readonly lateBlocks: number
  /** How far `finalized` is behind the head, in blocks; null for a node that has no such block. */
  readonly finalizedBehind: number | null
}

/** The currency in which a federation would keep its cash there. */
export interface Currency {
  readonly symbol: string
  readonly name: string
  readonly decimals: number
  /** Of the domain of its permits. */
  readonly version: string
  /** Whether it answers `eip712Domain` (ERC-5267). */
  readonly tellsDomain: boolean
}

export interface RealNetwork {
  /** As `hardhat.config.ts` names it. */
  readonly name: NetworkName
  readonly chainId: number
  readonly blockSeconds: number
  readonly blockGasLimit: number
  /** Blocks before ours, so that what reads logs meets the limits: more than one range of them. */
  readonly historyBlocks: number
  readonly node: NodeTraits
  readonly currency: Currency
  /** Where the figures are from. */
  readonly sources: string
}

export const NETWORK_NAMES = ['gnosis', 'celo', 'optimism', 'base', 'arbitrum', 'sepolia'] as const
export type NetworkName = (typeof NETWORK_NAMES)[number]

const TOO_OFTEN: Refusal = { status: 429, code: -32_005, message: 'Too Many Requests' }
/** As the gateway of the OP stack (proxyd) says it. */
const OVER_RATE: Refusal = { status: 429, code: -32_016, message: 'over rate limit' }
/** As geth and what is made of it say it. */
const BATCH_TOO_LARGE: Refusal = { status: 200, code: -32_600, message: 'batch too large' }

/** Circle's coins: the second version of their permits, and no word on the domain. */
const circle = (symbol: string, name: string): Currency => ({
  symbol,
  name,
  decimals: 6,
  version: '2',
  tellsDomain: false,
})

export const NETWORKS: Readonly<Record<NetworkName, RealNetwork>> = {
  gnosis: {
    name: 'gnosis',
    chainId: 100,
    blockSeconds: 5,
    blockGasLimit: 17_000_000,
    historyBlocks: 6_000,
    node: {
      requestsPerSecond: 25,
      logBlocks: 1_024,
      tooManyBlocks: {
        status: 200,
        code: -32_000,
        message: 'eth_getLogs is limited to 1024 block range. Please check the parameter',
      },
      batch: 20,
      tooManyCalls: BATCH_TOO_LARGE,
      tooOften: TOO_OFTEN,
      lateBlocks: 1,
      finalizedBehind: 32,
    },
    currency: {
      symbol: 'EURe',
      name: 'Monerium EURe',
      decimals: 18,
      version: '1',
      tellsDomain: true,
    },
    sources:
      'Slots of 5 s in epochs of 16, final after two: documents of Gnosis Chain. Gas limit: the lowest that was in force since 2023. Ranges: the free node of BlockPI. EURe: documents of Monerium.',
  },
  celo: {
    name: 'celo',
    chainId: 42_220,
    blockSeconds: 1,
    blockGasLimit: 30_000_000,
    historyBlocks: 25_000,
    node: {
      requestsPerSecond: 25,
      logBlocks: 10_000,
      tooManyBlocks: {
        status: 200,
        code: 35,
        message: 'ranges over 10000 blocks are not supported on freetier',
      },
      batch: 3,
      tooManyCalls: {
        status: 500,
        code: 31,
        message: 'Batch of more than 3 requests are not allowed on free tier',
      },
      tooOften: TOO_OFTEN,
      lateBlocks: 3,
      finalizedBehind: null,
    },
    currency: {
      symbol: 'EURm',
      name: 'Mento Euro',
      decimals: 18,
      version: '1',
      tellsDomain: false,
    },
    sources:
      'A block a second, 30 million gas, a floor of 25 gwei: specification of Celo. Ranges and batches: the free tier of dRPC. No finalized block: a node of the OP stack that has lost sight of Ethereum. EURm: contracts of Mento.',
  },
  optimism: {
    name: 'optimism',
    chainId: 10,
    blockSeconds: 2,
    blockGasLimit: 40_000_000,
    historyBlocks: 25_000,
    node: {
      requestsPerSecond: 25,
      logBlocks: 10_000,
      tooManyBlocks: { status: 400, code: -32_011, message: 'Block range is too large' },
      batch: 10,
      tooManyCalls: {
        status: 413,
        code: -32_600,
        message: 'too many RPC calls in batch request',
      },
      tooOften: OVER_RATE,
      lateBlocks: 2,
      finalizedBehind: 600,
    },
    currency: circle('USDC', 'USD Coin'),
    sources:
      'A block every 2 s: specification of the OP stack. Gas limit: the lowest that was in force since 2025. Ranges and batches: proxyd, which stands before the public node. USDC: contracts of Circle.',
  },
  base: {
    name: 'base',
    chainId: 8_453,
    blockSeconds: 2,
    blockGasLimit: 150_000_000,
    historyBlocks: 25_000,
    node: {
      requestsPerSecond: 25,
      logBlocks: 10_000,
      tooManyBlocks: { status: 413, code: -32_602, message: 'block range too large' },
      batch: 10,
      tooManyCalls: { status: 400, code: -32_014, message: 'maximum 10 calls in 1 batch' },
      tooOften: OVER_RATE,
      lateBlocks: 2,
      finalizedBehind: 600,
    },
    currency: circle('EURC', 'EURC'),
    sources:
      'A block every 2 s: specification of the OP stack. Gas limit: what Base announced for 2025. Ranges and batches: the public node of Base. EURC: contracts of Circle.',
  },
  arbitrum: {
    name: 'arbitrum',
    chainId: 42_161,
    blockSeconds: 0.25,
    blockGasLimit: 32_000_000,
    historyBlocks: 120_000,
    node: {
      requestsPerSecond: 25,
      logBlocks: 50_000,
      tooManyBlocks: {
        status: 200,
        code: -32_701,
        message: 'exceed maximum block range: 50000',
      },
      batch: 100,
      tooManyCalls: BATCH_TOO_LARGE,
      tooOften: TOO_OFTEN,
      lateBlocks: 8,
      finalizedBehind: 3_600,
    },
    currency: circle('USDC', 'USD Coin'),
    sources:
      'A block every quarter of a second, 32 million gas in each: documents of Arbitrum. Ranges: PublicNode. Batches: Nitro, after geth. USDC: contracts of Circle.',
  },
  sepolia: {
    name: 'sepolia',
    chainId: 11_155_111,
    blockSeconds: 12,
    blockGasLimit: 60_000_000,
    historyBlocks: 25_000,
    node: {
      requestsPerSecond: 25,
      logBlocks: 10_000,
      tooManyBlocks: {
        status: 413,
        code: -32_614,
        message: 'eth_getLogs is limited to a 10,000 range',
      },
      batch: 100,
      tooManyCalls: BATCH_TOO_LARGE,
      tooOften: TOO_OFTEN,
      lateBlocks: 1,
      finalizedBehind: 64,
    },
    currency: circle('EURC', 'EURC'),
    sources:
      'Slots of 12 s in epochs of 32, final after two: specification of Ethereum. Gas limit: the default of clients since 2025. Ranges: QuickNode and 1RPC. Batches: geth. EURC: contracts of Circle.',
  },
}

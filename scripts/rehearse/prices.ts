// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The prices of gas and coins wherever the project says what something costs in money. These
 * are assumptions, in round figures, on the dear side of a quiet day: nobody looked them up when they
 * were used. Put your own in their place; `docs/operating.md` is held to this file by a test.
 */
import type { NetworkName } from './networks.ts'

/** The day for which they were assumed. */
export const ASSUMED_ON = '2026-11-29'

export interface Price {
  /** The network's own coin. */
  readonly coin: string
  readonly euroPerCoin: number
  /** Of a unit of gas, the tip included. */
  readonly gwei: number
  /** What a byte of a transaction costs beside its gas, in gwei: a rollup keeps it on Ethereum. */
  readonly gweiPerByte: number
}

const ETHER = { coin: 'ETH', euroPerCoin: 3_000 } as const

/**
 * Bytes on Ethereum: of the OP stack, size × 0.84 × (16 × 0.0023 × 1 gwei of base fee + 1.06 × 0.01
 * gwei of blob fee); of Arbitrum, 16 units of 0.02 gwei. A signature does not compress.
 */
export const PRICES: Readonly<Record<NetworkName, Price>> = {
  gnosis: { coin: 'xDAI', euroPerCoin: 0.9, gwei: 1, gweiPerByte: 0 },
  celo: { coin: 'CELO', euroPerCoin: 0.3, gwei: 25, gweiPerByte: 0 },
  optimism: { ...ETHER, gwei: 0.01, gweiPerByte: 0.04 },
  base: { ...ETHER, gwei: 0.01, gweiPerByte: 0.04 },
  arbitrum: { ...ETHER, gwei: 0.02, gweiPerByte: 0.32 },
  sepolia: { coin: 'Sepolia ETH', euroPerCoin: 0, gwei: 2, gweiPerByte: 0 },
}

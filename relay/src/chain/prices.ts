// SPDX-License-Identifier: AGPL-3.0-or-later
/** Asks what the chain charges for a unit of gas, and what a transaction cost in the end. */
import type { PublicClient, TransactionReceipt } from 'viem'
import type { Prices } from '../fees.ts'

/** The newest block, and what is charged in it. */
export interface Market {
  readonly block: bigint
  readonly prices: Prices
}

export async function marketOf(client: PublicClient): Promise<Market> {
  const [{ number, baseFeePerGas }, tip] = await Promise.all([
    client.getBlock({ blockTag: 'latest' }),
    client.estimateMaxPriorityFeePerGas(),
  ])
  return { block: number, prices: { base: baseFeePerGas ?? 0n, tip } }
}

/** Rollups of Optimism's kind charge apart for putting the bytes on Ethereum. */
type WithDataFee = TransactionReceipt & { readonly l1Fee?: bigint | string | null }

export function costOf(receipt: WithDataFee): bigint {
  const { gasUsed, effectiveGasPrice, l1Fee } = receipt
  return gasUsed * effectiveGasPrice + BigInt(l1Fee ?? 0)
}

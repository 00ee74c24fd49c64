// SPDX-License-Identifier: AGPL-3.0-or-later
import { dataLength } from 'ethers'

/** Measures what a transaction leaves behind for every node to keep. */
export type Growth = {
  /** Slots of storage that were zero before and are not after. */
  readonly slots: number
  readonly contracts: number
  /** Of the code of those contracts. */
  readonly codeBytes: number
  /** Data and topics of what it told; in the history, not in the state. */
  readonly logBytes: number
}

type Account = { readonly code?: string; readonly storage?: Readonly<Record<string, string>> }
type Accounts = Readonly<Record<string, Account>>
type Difference = { readonly pre: Accounts; readonly post: Accounts }

export type Tracing = { send(method: string, params: unknown[]): Promise<unknown> }
export type Mined = {
  readonly hash: string
  readonly logs: readonly { readonly data: string; readonly topics: readonly string[] }[]
}

const isZero = (word: string | undefined): boolean => word === undefined || BigInt(word) === 0n
const codeOf = (account: Account | undefined): number => dataLength(account?.code ?? '0x')

/** Compares the state before and after a mined transaction, as the chain's own tracer tells it. */
export async function growthOf(chain: Tracing, { hash, logs }: Mined): Promise<Growth> {
  const options = { tracer: 'prestateTracer', tracerConfig: { diffMode: true } }
  const { pre, post } = (await chain.send('debug_traceTransaction', [hash, options])) as Difference
  const made = Object.entries(post).filter(([address]) => codeOf(pre[address]) === 0)
  const codes = made.map(([, account]) => codeOf(account)).filter((bytes) => bytes > 0)
  const slots = Object.entries(post).flatMap(([address, { storage = {} }]) =>
    Object.entries(storage).filter(
      ([slot, word]) => !isZero(word) && isZero(pre[address]?.storage?.[slot]),
    ),
  )
  return {
    slots: slots.length,
    contracts: codes.length,
    codeBytes: codes.reduce((sum, bytes) => sum + bytes, 0),
    logBytes: logs.reduce((sum, log) => sum + dataLength(log.data) + 32 * log.topics.length, 0),
  }
}

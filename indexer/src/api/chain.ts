// SPDX-License-Identifier: AGPL-3.0-or-later
/** Asks the chain itself, while answering, for what no event tells. */
import { erc20Abi, type Hex } from 'viem'
import { client } from '../node.ts'

/**
 * Answers of the chain for the block that the index is at; with the next block they are asked for
 * anew.
 */
let known: { readonly block: number; readonly answers: Map<string, Promise<unknown>> } = {
  block: 0,
  answers: new Map(),
}

/** Of about 500 bytes each. */
const MOST_ANSWERS = 20_000

/** Says where the index is now; what was read before that block is forgotten. */
export function nowAt(block: number): void {
  if (block !== known.block || known.answers.size > MOST_ANSWERS) {
    known = { block, answers: new Map() }
  }
}

function once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const { answers } = known
  const before = answers.get(key)
  if (before) return before as Promise<Answer>
  const asking = ask()
  answers.set(key, asking)
  asking.catch(() => answers.delete(key))
  return asking
}

/** Reads a contract, once for each block of the index however many people look at it. */
export const read = ((asked) =>
  once(
    [asked.address, asked.functionName, ...((asked.args ?? []) as readonly unknown[])].join(),
    () => client.readContract(asked),
  )) as typeof client.readContract

export const coinOf = (owner: Hex): Promise<bigint> =>
  once(`coin,${owner}`, () => client.getBalance({ address: owner }))

export const balanceOf = (token: Hex, owner: Hex): Promise<bigint> =>
  read({ address: token, abi: erc20Abi, functionName: 'balanceOf', args: [owner] })

export interface TokenFacts {
  readonly symbol: string
  readonly decimals: number
}

const tokens = new Map<Hex, Promise<TokenFacts>>()

/** A token never changes what it says of itself. */
export function factsOf(token: Hex): Promise<TokenFacts> {
  const known = tokens.get(token)
  if (known) return known
  const at = { address: token, abi: erc20Abi } as const
  const asking = Promise.all([
    client.readContract({ ...at, functionName: 'symbol' }),
    client.readContract({ ...at, functionName: 'decimals' }),
  ]).then(([symbol, decimals]) => ({ symbol, decimals }))
  tokens.set(token, asking)
  asking.catch(() => tokens.delete(token))
  return asking
}

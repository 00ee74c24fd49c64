// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is asked of the chain itself while answering: what no event tells. */
import { createPublicClient, erc20Abi, fallback, type Hex, http } from 'viem'
import { env } from '../env.ts'

export const client = createPublicClient({
  transport: fallback(env.rpcUrls.map((url) => http(url, { batch: { wait: 2 }, timeout: 5_000 }))),
  cacheTime: 0,
})

export const balanceOf = (token: Hex, owner: Hex): Promise<bigint> =>
  client.readContract({ address: token, abi: erc20Abi, functionName: 'balanceOf', args: [owner] })

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

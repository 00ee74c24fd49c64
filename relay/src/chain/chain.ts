// SPDX-License-Identifier: AGPL-3.0-or-later
/** The chain as the relay sees it, and the relay's own account on it. */
import {
  createPublicClient,
  defineChain,
  fallback,
  http,
  type PublicClient,
  type Transport,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { inTime } from '../deadline.ts'
import type { Env } from '../env.ts'

export interface Head {
  readonly block: bigint
  readonly time: number
}

export interface Chain {
  readonly client: PublicClient
  readonly account: PrivateKeyAccount
  readonly chainId: number
  /** The latest block; asked a moment ago, or with `fresh` right now. */
  head(fresh?: 'fresh'): Promise<Head>
}

const FRESH_MS = 1_000
/** A node that is asked gets so long, and is asked once more; then the next one is. */
const RPC_MS = 4_000

/** Each question gives up when the request does for which it is asked. */
const inTimeOf =
  (inner: Transport): Transport =>
  (config) => {
    const { request, ...rest } = inner(config)
    const bounded = ((...given: Parameters<typeof request>) =>
      inTime(request(...given))) as typeof request
    return { ...rest, request: bounded }
  }

/** The smallest number of questions that a public node takes at a time, and how long they gather. */
const BATCH = { batchSize: 3, wait: 5 }

export function openChain(env: Pick<Env, 'rpcUrls' | 'deployment' | 'key'>): Chain {
  const { chainId } = env.deployment
  const coin = { name: 'Coin', symbol: 'COIN', decimals: 18 }
  const rpcUrls = { default: { http: env.rpcUrls } }
  const chain = defineChain({
    id: chainId,
    name: `Chain ${chainId}`,
    nativeCurrency: coin,
    rpcUrls,
  })
  const transport = inTimeOf(
    fallback(
      env.rpcUrls.map((url) => http(url, { batch: BATCH, retryCount: 1, timeout: RPC_MS })),
      { retryCount: 0 },
    ),
  )
  const client = createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 1_000 })

  let latest: { readonly asked: number; readonly head: Promise<Head> } | undefined
  const head = (fresh?: 'fresh'): Promise<Head> => {
    const now = Date.now()
    if (latest && !fresh && now - latest.asked < FRESH_MS) return latest.head
    const asking = client
      .getBlock({ blockTag: 'latest' })
      .then(({ number, timestamp }) => ({ block: number, time: Number(timestamp) }))
    asking.catch(() => {
      latest = undefined
    })
    latest = { asked: now, head: asking }
    return asking
  }

  return { client: client as PublicClient, account: privateKeyToAccount(env.key), chainId, head }
}

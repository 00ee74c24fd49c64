// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPublicClient, fallback, http } from 'viem'
import { env } from './env.ts'

/** The chain itself, for what no event tells. */
export const client = createPublicClient({
  transport: fallback(env.rpcUrls.map((url) => http(url, { timeout: 5_000 }))),
  // Many readings are one question: public nodes take few questions at a time.
  batch: { multicall: { deployless: true, batchSize: 7_000, wait: 2 } },
  cacheTime: 0,
})

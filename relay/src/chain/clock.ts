// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The clock of the chain stands still between blocks, and votes close by it. So nothing is promised
 * by the time of the newest block alone, but by the time that the next one can have at the earliest.
 */
import { LOCAL_CHAIN } from '@phyle/sdk/local-chain'
import type { Chain, Head } from './chain.ts'

/** On a chain that lives there is a block within so many seconds. */
export const STALE_SECONDS = 180

export interface Now {
  readonly head: Head
  /** The earliest time that the next block can have, in seconds of the chain. */
  readonly next: number
  /** Seconds without a block where that is too many; null on a chain that lives. */
  readonly silent: number | null
}

export type Clock = ReturnType<typeof openClock>

/** @param wall milliseconds of this machine */
export function openClock(
  chain: Pick<Chain, 'head' | 'chainId'>,
  wall: () => number = Date.now,
  onDemand: boolean = chain.chainId === LOCAL_CHAIN,
) {
  let seen: { readonly time: number; readonly at: number } | undefined

  return {
    wall,

    async now(fresh?: 'fresh'): Promise<Now> {
      const head = await chain.head(fresh)
      if (seen?.time !== head.time) seen = { time: head.time, at: wall() }
      const since = Math.floor((wall() - seen.at) / 1_000)
      // A chain that makes blocks on demand has a clock of its own, which runs on from its last block.
      if (onDemand) return { head, next: head.time + since, silent: null }
      const next = Math.max(head.time + since, Math.floor(wall() / 1_000))
      const behind = next - head.time
      return { head, next, silent: behind > STALE_SECONDS ? behind : null }
    },
  }
}

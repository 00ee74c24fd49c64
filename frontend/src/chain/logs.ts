import { stretches } from '@phyle/sdk/log-ranges'
import type { Config } from 'wagmi'
import { getBlock, getBlockNumber } from 'wagmi/actions'

/** What was learned lasts as long as the page. */
const learned = stretches()

/**
 * Asks for logs stretch by stretch, oldest first, to the head of the chain or to an earlier block.
 */
export async function inStretches<T>(
  config: Config,
  from: bigint,
  ask: (fromBlock: bigint, toBlock: bigint) => Promise<readonly T[]>,
  to?: bigint,
): Promise<T[]> {
  const all: T[] = []
  await learned.walk(from, to ?? (await getBlockNumber(config)), ask, (found) => {
    all.push(...found)
  })
  return all
}

/** The last block up to a moment, between `from` and the head of the chain. */
export async function blockAt(config: Config, from: bigint, time: number): Promise<bigint> {
  const head = await getBlock(config)
  if (head.timestamp <= BigInt(time)) return head.number
  let low = from
  let high = head.number
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    const { timestamp } = await getBlock(config, { blockNumber: middle })
    if (timestamp <= BigInt(time)) low = middle
    else high = middle
  }
  return low
}

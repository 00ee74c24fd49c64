import type { Config } from 'wagmi'
import { getBlockNumber } from 'wagmi/actions'

/** Many networks refuse long stretches: a refused one is halved until it passes. */
const STRETCH = 10_000n
const LEAST = 64n

/** Asks for logs stretch by stretch, oldest first. */
export async function inStretches<T>(
  config: Config,
  from: bigint,
  ask: (fromBlock: bigint, toBlock: bigint) => Promise<readonly T[]>,
): Promise<T[]> {
  const last = await getBlockNumber(config)
  const all: T[] = []
  let size = STRETCH
  for (let start = from; start <= last; ) {
    const end = start + size - 1n < last ? start + size - 1n : last
    try {
      all.push(...(await ask(start, end)))
      start = end + 1n
    } catch (error) {
      if (size <= LEAST) throw error
      size /= 2n
    }
  }
  return all
}

import { BaseError, HttpRequestError } from 'viem'
import type { Config } from 'wagmi'
import { getBlock, getBlockNumber } from 'wagmi/actions'

/** Many nodes refuse long stretches: a refused one is cut until it passes, and grows again after. */
const MOST = 10_000n
const GROW_AFTER = 4

/** What was learned lasts as long as the page. */
let learned = MOST

const smaller = (one: bigint, other: bigint) => (one < other ? one : other)

/** "up to a 10 block range" and the like: what the node itself says it takes. */
function told(error: unknown): bigint | undefined {
  const said = error instanceof Error ? error.message : ''
  const found = /(\d[\d,]*)[- ]blocks?\b/i.exec(said)?.[1]
  return found === undefined ? undefined : BigInt(found.replaceAll(',', ''))
}

const hasStatus = (error: unknown, status: number | undefined) =>
  error instanceof BaseError &&
  error.walk((cause) => cause instanceof HttpRequestError && cause.status === status) !== null

/** Nobody answered at all: a shorter stretch would not help. */
const isSilence = (error: unknown) => hasStatus(error, undefined)
/** The node was asked too often: shorter stretches are more questions. It is left alone for a while. */
const isBusy = (error: unknown) => hasStatus(error, 429)
const MOST_PAUSES = 4
const PAUSE_MS = 1_000

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Asks for logs stretch by stretch, oldest first, to the head of the chain or to an earlier block.
 * The length of a stretch is learned: down to one block, and up again.
 */
export async function inStretches<T>(
  config: Config,
  from: bigint,
  ask: (fromBlock: bigint, toBlock: bigint) => Promise<readonly T[]>,
  to?: bigint,
): Promise<T[]> {
  const last = to ?? (await getBlockNumber(config))
  const all: T[] = []
  let passed = 0
  let pauses = 0
  for (let start = from; start <= last; ) {
    const size = smaller(learned, last - start + 1n)
    try {
      all.push(...(await ask(start, start + size - 1n)))
      start += size
      passed += 1
      pauses = 0
      if (passed % GROW_AFTER === 0) learned = smaller(MOST, learned * 2n)
    } catch (error) {
      if (isBusy(error) && pauses < MOST_PAUSES) {
        await pause(PAUSE_MS * 2 ** pauses)
        pauses += 1
        continue
      }
      if (size === 1n || isSilence(error) || isBusy(error)) throw error
      const most = told(error)
      learned = most !== undefined && most > 0n && most < size ? most : size / 2n
      passed = 0
    }
  }
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

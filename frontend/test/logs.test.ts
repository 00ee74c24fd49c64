import { HttpRequestError } from 'viem'
import { describe, expect, it, vi } from 'vitest'
import type { Config } from 'wagmi'

const blocks = vi.hoisted(() => ({ head: 1_000n }))
vi.mock('wagmi/actions', () => ({
  getBlockNumber: async () => blocks.head,
  /** A block every five seconds. */
  getBlock: async (_: unknown, asked?: { blockNumber: bigint }) => {
    const number = asked?.blockNumber ?? blocks.head
    return { number, timestamp: number * 5n }
  },
}))

const { blockAt, inStretches } = await import('../src/chain/logs.ts')
const config = {} as Config

/** A node that takes at most `most` blocks at once. */
function strict(most: bigint, says = 'query exceeds limit') {
  const asked: bigint[] = []
  const ask = async (from: bigint, to: bigint) => {
    asked.push(to - from + 1n)
    if (to - from + 1n > most) throw new Error(says)
    return Array.from({ length: Number(to - from + 1n) }, (_, at) => from + BigInt(at))
  }
  return { asked, ask }
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => BigInt(from + at))

describe('Logs in stretches', () => {
  it.each([1n, 10n, 64n, 2_000n])('come whole where %s blocks are taken at once', async (most) => {
    const { ask } = strict(most)
    expect(await inStretches(config, 7n, ask)).toEqual(range(7, 1_000))
  })

  it('are asked for in the length that the node names', async () => {
    const { ask, asked } = strict(10n, 'eth_getLogs is limited to a 10 block range')
    await inStretches(config, 901n, ask)
    expect(asked.filter((length) => length > 20n).length).toBeLessThanOrEqual(1)
  })

  it('grow again where more is taken', async () => {
    await inStretches(config, 900n, strict(2n).ask)
    const { ask, asked } = strict(5_000n)
    expect(await inStretches(config, 1n, ask)).toEqual(range(1, 1_000))
    expect(asked.at(-2)).toBeGreaterThan(32n)
  })

  it('end where they are told to', async () => {
    const { ask } = strict(50n)
    expect(await inStretches(config, 1n, ask, 120n)).toEqual(range(1, 120))
  })

  it('are as long as before after a node was asked too often, and left alone for a while', async () => {
    vi.useFakeTimers()
    const asked: bigint[] = []
    const stretches = inStretches(config, 1n, async (from, to) => {
      asked.push(to - from + 1n)
      if (asked.length <= 2) throw new HttpRequestError({ url: 'http://node', status: 429 })
      return [from]
    })
    await vi.advanceTimersByTimeAsync(500)
    expect(asked).toHaveLength(1)
    await vi.runAllTimersAsync()
    await stretches
    expect(new Set(asked.slice(0, 3)).size).toBe(1)
    vi.useRealTimers()
  })

  it('are given up where a node goes on saying that it was asked too often', async () => {
    vi.useFakeTimers()
    const ask = vi.fn(async () => {
      throw new HttpRequestError({ url: 'http://node', status: 429 })
    })
    const failing = expect(inStretches(config, 1n, ask)).rejects.toThrow()
    await vi.runAllTimersAsync()
    await failing
    expect(ask).toHaveBeenCalledTimes(5)
    vi.useRealTimers()
  })

  it('are given up at once where nobody answers', async () => {
    const ask = vi.fn(async () => {
      throw new HttpRequestError({ url: 'http://node' })
    })
    await expect(inStretches(config, 1n, ask)).rejects.toThrow()
    expect(ask).toHaveBeenCalledTimes(1)
  })
})

describe('The last block up to a moment', () => {
  it.each([
    [500, 100n],
    [504, 100n],
    [505, 101n],
    [999_999, 1_000n],
  ])('at %d seconds is %s', async (time, block) => {
    expect(await blockAt(config, 3n, time)).toBe(block)
  })
})

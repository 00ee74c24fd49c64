// SPDX-License-Identifier: MIT
/**
 * Reads a long run of blocks in stretches whose length is learned. Many nodes refuse long ones: what
 * is refused is cut until it passes, down to one block, and grows again after.
 */
import { BaseError, HttpRequestError } from 'viem'

const MOST = 10_000n
const GROW_AFTER = 4

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

export type Stretches = ReturnType<typeof stretches>

/** The reader that is returned remembers what it learned of the node. */
export function stretches(most: bigint = MOST) {
  let learned = most

  return {
    /**
     * Asks stretch by stretch, oldest first, and hands on what was found before asking further.
     * @throws what `ask` throws for a single block, or when nobody answers, or says four times to be asked less
     */
    async walk<T>(
      from: bigint,
      to: bigint,
      ask: (fromBlock: bigint, toBlock: bigint) => Promise<T>,
      take: (found: T, fromBlock: bigint, toBlock: bigint) => Promise<void> | void,
    ): Promise<void> {
      let passed = 0
      let pauses = 0
      for (let start = from; start <= to; ) {
        const size = smaller(learned, to - start + 1n)
        const end = start + size - 1n
        let found: T
        try {
          found = await ask(start, end)
        } catch (error) {
          if (isBusy(error) && pauses < MOST_PAUSES) {
            await pause(PAUSE_MS * 2 ** pauses)
            pauses += 1
            continue
          }
          if (size === 1n || isSilence(error) || isBusy(error)) throw error
          const least = told(error)
          learned = least !== undefined && least > 0n && least < size ? least : size / 2n
          passed = 0
          continue
        }
        await take(found, start, end)
        start = end + 1n
        passed += 1
        pauses = 0
        if (passed % GROW_AFTER === 0) learned = smaller(most, learned * 2n)
      }
    },
  }
}

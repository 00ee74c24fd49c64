// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whether an index follows the chain, from what is seen of both now and then. */

/** Longer than an index needs for any block, shorter than anybody waits. */
export const PATIENCE_MS = 60_000

/**
 * Whether the process that writes the database still lives: it says so in it every ten seconds, for
 * those too that only read from it. Both clocks are those of machines, so they must be right.
 *
 * @param heartbeat when it last said so, in milliseconds of the unix clock
 */
export const isWritten = (heartbeat: number, now: number): boolean => now - heartbeat <= PATIENCE_MS

export interface Seen {
  /** The newest block of the chain; null where it did not answer. */
  readonly head: number | null
  /** Up to which block the index has read. */
  readonly block: number
  /** Milliseconds of a clock that only goes forward. */
  readonly now: number
}

export class Progress {
  #heard: number
  /** A block that the chain had then, and the index has to reach. */
  #goal: { readonly block: number; readonly since: number } | undefined
  #hasReached = false

  constructor(now: number) {
    this.#heard = now
  }

  /** Whether it ever reached what the chain had; one that was never seen to may be late by years. */
  get hasReached(): boolean {
    return this.#hasReached
  }

  /** @returns whether it is stuck: for a minute it did not reach what the chain had, or heard nothing */
  see({ head, block, now }: Seen): boolean {
    if (head === null) return now - this.#heard > PATIENCE_MS
    this.#heard = now
    const goal = this.#goal
    if (block >= (goal?.block ?? head)) this.#hasReached = true
    if (!goal || block >= goal.block) {
      this.#goal = { block: head, since: now }
      return false
    }
    // A block that a reorganisation took back cannot be reached any more.
    if (head < goal.block) this.#goal = { block: head, since: goal.since }
    return block < Math.min(head, goal.block) && now - goal.since > PATIENCE_MS
  }
}

/** Whether an index follows the chain no more, though the chain answers and goes on. */
export class Standstill {
  readonly #patience: number
  /** Where it was first seen to be late, and when. */
  #at: { readonly block: number; readonly since: number } | undefined

  /** @param patience milliseconds for which it may stay at one block that is not the newest */
  constructor(patience: number) {
    this.#patience = patience
  }

  /** @returns whether it stood still all that time; what a silent chain kept back does not count */
  see({ head, block, now }: Seen): boolean {
    if (head === null || head <= block) {
      this.#at = undefined
      return false
    }
    if (block !== this.#at?.block) this.#at = { block, since: now }
    return now - this.#at.since > this.#patience
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whether an index follows the chain, from what is seen of both now and then. */

/** Longer than an index needs for any block, shorter than anybody waits. */
export const PATIENCE_MS = 60_000

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

  constructor(now: number) {
    this.#heard = now
  }

  /** @returns whether it is stuck: for a minute it did not reach what the chain had, or heard nothing */
  see({ head, block, now }: Seen): boolean {
    if (head === null) return now - this.#heard > PATIENCE_MS
    this.#heard = now
    const goal = this.#goal
    if (!goal || block >= goal.block) {
      this.#goal = { block: head, since: now }
      return false
    }
    // What a reorganisation took back is nothing to reach any more.
    if (head < goal.block) this.#goal = { block: head, since: goal.since }
    return block < Math.min(head, goal.block) && now - goal.since > PATIENCE_MS
  }
}

// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */
import type { Address, Hex } from 'viem'
import type { List, Place } from '../../answer.ts'

/** A public notice of a co-op that has this chapter open. */
export interface Notice extends Place {
  readonly coop: Address
  readonly title: string
  /** sha-256 of its text, which relays keep. */
  readonly document: Hex
}

export interface IndexRoutes {
  /** The newest first. */
  '/api/notices/:coop': List<Notice>
}

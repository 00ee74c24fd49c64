// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Vote } from './coop.ts'
import type { World } from './world.ts'

/** What a chapter adds to the four months of the example: what co-ops decide about it, in two rounds. */
export interface Part {
  /** Day 26, when the federation stands. Voted on by day 67, carried out before the second round. */
  readonly first?: (world: World) => Promise<readonly Vote[]>
  /** Between day 75 and 95. Voted on by day 95, carried out on day 110. */
  readonly second?: (world: World) => Promise<readonly Vote[]>
}

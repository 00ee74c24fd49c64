// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { Address, Hex } from 'viem'
import type { Chain, Head } from '../chain/chain.ts'
import type { Book } from './book.ts'

/** A transaction that is open to anyone and that nobody should have to think of. */
export interface Task {
  /** Names it: two with the same name are never under way together. */
  readonly name: string
  readonly target: Address
  readonly data: Hex
  /** Called once it was sent. */
  readonly sent?: () => void
}

export interface Look {
  readonly chain: Chain
  readonly head: Head
}

/** One kind of task, as often as it is due. */
export interface Chore {
  /** What may be due now. Those that matter more come first. */
  readonly find: (look: Look) => Promise<readonly Task[]>
  /** The most gas that one may take; `CHORE_GAS` where nothing is said. */
  readonly gas?: bigint
}

/** Strangers can make work for the relay, and must not be able to empty its purse with it. */
export const CHORE_GAS = 3_000_000n

/** What a chapter does for everybody: it listens to the book, and finds tasks in what it heard. */
export type Chores = (book: Book) => readonly Chore[]

/** Chores of a federation: none where there is no federation. */
export const inFederation =
  (chores: (book: Book, house: PhyleHouse) => readonly Chore[]): Chores =>
  (book) => {
    const { house } = book.settings.deployment
    return house ? chores(book, house) : []
  }

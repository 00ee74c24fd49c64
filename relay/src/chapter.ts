// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { Chain } from './chain/chain.ts'
import type { Clock } from './chain/clock.ts'
import type { Chores } from './chores/chore.ts'
import type { Env } from './env.ts'
import type { Limit } from './limits.ts'
import type { Sender } from './sender.ts'
import type { Database } from './store/database.ts'
import type { Room } from './store/room.ts'

/** The most entries of a kind, and the part of the whole that they may fill. */
export interface Share {
  readonly entries: number
  readonly share: number
}

/** What the services of chapters are put together from. */
export interface Frame {
  readonly chain: Chain
  readonly clock: Clock
  readonly database: Database
  readonly sender: Sender
  readonly env: Env
  readonly log: Logger
  /** Room for what is kept of one kind. */
  roomFor(kind: string, most: Share): Room
  /** A service, opened once for all who use it. */
  use<T>(open: (frame: Frame) => T): T
}

/** What the doors of a chapter open on. */
export interface Behind extends Pick<Frame, 'use'> {
  /** Bytes that one sender may leave here, by address. */
  readonly room: Limit
  readonly senderOf: (c: Context) => string
}

/** The doors of a chapter, by the first part of their paths. */
export type Doors = Readonly<Record<string, (behind: Behind) => Hono>>

/** What is done again and again by the one relay of several that sends. */
export interface Work {
  tick(): Promise<void>
}

/** What came in and is not on the chain yet. */
export interface Queue {
  counts(): Promise<{ readonly waiting: number; readonly sent: number }>
}

/** What the file `chapter.ts` in the folder of a chapter brings. */
export interface Chapter {
  readonly chores?: Chores
  readonly doors?: Doors
  /** Doors for more bytes at once than a document has: they say themselves how many, and have longer. */
  readonly wideDoors?: Doors
  /** Doors whose requests are counted apart, so that who stores much is never kept from them. */
  readonly firstDoors?: readonly string[]
  readonly work?: (frame: Frame) => Work
  readonly queue?: (frame: Frame) => Queue
  /** Tables that mean nothing on another chain, and the kinds of room that they fill. */
  readonly ofOneChain?: { readonly tables: readonly string[]; readonly kinds?: readonly string[] }
}

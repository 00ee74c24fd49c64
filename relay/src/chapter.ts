// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context, Hono } from 'hono'
import type { Chores } from './chores/chore.ts'
import type { Limit } from './limits.ts'
import type { Services } from './services.ts'

/** What the doors of a chapter open on. */
export interface Behind {
  readonly services: Services
  /** Bytes that one sender may leave here, by address. */
  readonly room: Limit
  readonly senderOf: (c: Context) => string
}

/** The doors of a chapter, by the first part of their paths. */
export type Doors = Readonly<Record<string, (behind: Behind) => Hono>>

/** What the file `chapter.ts` in the folder of a chapter brings. */
export interface Chapter {
  readonly chores?: Chores
  readonly doors?: Doors
}

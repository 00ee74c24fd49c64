// SPDX-License-Identifier: AGPL-3.0-or-later
/** Counts how much of each kind is kept here, as it comes and goes; it never sums up. */
import { Refusal } from '../refusal.ts'
import { type Database, Stale, type Statement } from './database.ts'

/**
 * The change in entries and bytes; where something is replaced the entries are 0, and the bytes may
 * be negative.
 */
export interface Size {
  readonly entries: number
  readonly bytes: number
}

export type Room = ReturnType<typeof openRoom>

export function openRoom(database: Database, kind: string, most: Size) {
  const taking = ({ entries, bytes }: Size): Statement => ({
    sql: `UPDATE room SET entries = entries + $2, bytes = bytes + $3
           WHERE kind = $1 AND entries + $2 <= $4 AND (bytes + $3 <= $5 OR $3 < 0)`,
    values: [kind, entries, bytes, most.entries, most.bytes],
    changes: 1,
  })

  return {
    /**
     * Writes something with the room that it takes; `write` says how many rows it changes.
     * @param isThere asked when it was not written: somebody else may have been first
     * @throws Refusal where there is no room left
     */
    async keep(size: Size, write: Statement, isThere: () => Promise<boolean>): Promise<void> {
      try {
        await database.run(taking(size), write)
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        if (await isThere()) return
        const why = 'This relay has taken as much of this kind as it keeps.'
        throw new Refusal('full', why, 'Use another relay, or ask its keeper for more room.')
      }
    },
  }
}

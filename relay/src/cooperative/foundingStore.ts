// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FoundingDraft, FoundingSignature } from '@phyle/sdk/chapters/cooperative/api'
import type { Hex } from 'viem'
import type { Database } from '../store/database.ts'
import type { Room } from '../store/room.ts'

const DAY = 86_400
/** A draft for which no founder has given their word is let go after so long. */
const UNSIGNED_MS = DAY * 1_000
/** One that was signed, so long after the last moment in which it could be founded. */
const OVER_SECONDS = 30 * DAY
/** The time between two clearings of what has run out. */
const PRUNED_MS = 600_000

export type FoundingStore = ReturnType<typeof openFoundingStore>

export function openFoundingStore(database: Database, room: Room, clock: () => number = Date.now) {
  let pruned = 0

  const draft = async (hash: Hex): Promise<FoundingDraft | null> => {
    const [row] = await database.rows<{ draft: string }>(
      `SELECT draft FROM foundings WHERE hash = $1`,
      [hash.toLowerCase()],
    )
    return row ? JSON.parse(row.draft) : null
  }

  const signatures = (hash: Hex) =>
    database.rows<FoundingSignature>(
      `SELECT founder, signature FROM founding_signatures WHERE hash = $1`,
      [hash.toLowerCase()],
    )

  return {
    draft,
    signatures,

    async put(hash: Hex, given: FoundingDraft): Promise<void> {
      const text = JSON.stringify(given)
      if (await draft(hash)) return
      const write = {
        sql: `INSERT INTO foundings (hash, draft, made, deadline) VALUES ($1, $2, $3, $4)
              ON CONFLICT (hash) DO NOTHING`,
        values: [hash.toLowerCase(), text, clock(), Number(given.deadline)],
        changes: 1,
      }
      const isThere = async () => (await draft(hash)) !== null
      await room.keep({ entries: 1, bytes: text.length }, write, isThere)
    },

    async sign(hash: Hex, { founder, signature }: FoundingSignature): Promise<void> {
      const write = {
        sql: `INSERT INTO founding_signatures (hash, founder, signature) VALUES ($1, $2, $3)
              ON CONFLICT (hash, founder) DO UPDATE SET signature = excluded.signature`,
        values: [hash.toLowerCase(), founder, signature],
        changes: 1,
      }
      await room.keep({ entries: 0, bytes: signature.length }, write, async () => false)
    },

    /** A founder gave their word, here or on the chain: it is kept until it is over. */
    async keep(hash: Hex): Promise<void> {
      await database.run({
        sql: `UPDATE foundings SET signed = 1 WHERE hash = $1 AND signed = 0`,
        values: [hash.toLowerCase()],
      })
    },

    /** @param time by the clock of the chain */
    async prune(time: number): Promise<void> {
      if (clock() - pruned < PRUNED_MS) return
      pruned = clock()
      await database.run(
        {
          sql: `DELETE FROM foundings WHERE (signed = 0 AND made < $1) OR deadline < $2`,
          values: [clock() - UNSIGNED_MS, time - OVER_SECONDS],
        },
        {
          sql: `DELETE FROM founding_signatures WHERE hash NOT IN (SELECT hash FROM foundings)`,
        },
        {
          sql: `UPDATE room SET entries = (SELECT COUNT(*) FROM foundings),
                  bytes = (SELECT COALESCE(SUM(LENGTH(draft)), 0) FROM foundings)
                    + (SELECT COALESCE(SUM(LENGTH(signature)), 0) FROM founding_signatures)
                WHERE kind = 'foundings'`,
        },
      )
    },
  }
}

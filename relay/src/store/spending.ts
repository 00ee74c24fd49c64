// SPDX-License-Identifier: AGPL-3.0-or-later
/** Keeps what transactions cost, by the day; a restart forgets none of it. */
import type { Address } from 'viem'
import type { Database, Statement } from './database.ts'

const DAY_MS = 86_400_000
const GWEI = 1_000_000_000n

export type Spending = ReturnType<typeof openSpending>

/** Days begin at midnight UTC. */
const dayOf = (now: number): number => Math.floor(now / DAY_MS)

export function openSpending(database: Database, sender: Address) {
  return {
    /** In the smallest unit of the coin; what a transaction cost is rounded up to a billion of them. */
    async on(now: number): Promise<bigint> {
      const [row] = await database.rows<{ gwei: number }>(
        `SELECT CAST(COALESCE(SUM(gwei), 0) AS BIGINT) AS gwei FROM spending
          WHERE sender = $1 AND day = $2`,
        [sender, dayOf(now)],
      )
      return BigInt(row?.gwei ?? 0) * GWEI
    },

    spent: (tx: number, cost: bigint, now: number): Statement => ({
      sql: `INSERT INTO spending (tx, sender, day, gwei) VALUES ($1, $2, $3, $4)
            ON CONFLICT (tx) DO UPDATE SET gwei = excluded.gwei`,
      values: [tx, sender, dayOf(now), Number((cost + GWEI - 1n) / GWEI)],
    }),

    /** Its block went away. */
    unspent: (tx: number): Statement => ({
      sql: `DELETE FROM spending WHERE tx = $1`,
      values: [tx],
    }),
  }
}

/** When the next day's budget begins, in milliseconds. */
export const nextDay = (now: number): number => (dayOf(now) + 1) * DAY_MS

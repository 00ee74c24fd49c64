// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sponsorship } from '@phyle/sdk/chapters/membership/api'
import type { Address } from 'viem'
import type { Database } from '../store/database.ts'

/** One application, as the roll keeps it. */
export interface Filed {
  readonly membership: Address
  readonly applicant: Address
  readonly class: number
  readonly deadline: number
}

export type SponsorshipStore = ReturnType<typeof openSponsorshipStore>

const keyOf = (filed: Filed) => [
  filed.membership.toLowerCase(),
  filed.applicant.toLowerCase(),
  filed.class,
  filed.deadline,
]

export function openSponsorshipStore(database: Database) {
  return {
    async put(filed: Filed, { sponsor, signature }: Sponsorship): Promise<void> {
      await database.run({
        sql: `INSERT INTO sponsorships
                (membership, applicant, class, deadline, sponsor, signature)
              VALUES ($1, $2, $3, $4, $5, $6)
              ON CONFLICT (membership, applicant, class, deadline, sponsor)
              DO UPDATE SET signature = excluded.signature`,
        values: [...keyOf(filed), sponsor, signature],
      })
    },

    of: (filed: Filed): Promise<Sponsorship[]> =>
      database.rows<Sponsorship>(
        `SELECT sponsor, signature FROM sponsorships
          WHERE membership = $1 AND applicant = $2 AND class = $3 AND deadline = $4
          ORDER BY sponsor`,
        keyOf(filed),
      ),

    /** Those for an application that is none any more: it was decided, taken back or made anew. */
    async clear(
      { membership, applicant }: Pick<Filed, 'membership' | 'applicant'>,
      but: Filed | null,
    ): Promise<void> {
      await database.run({
        sql: `DELETE FROM sponsorships WHERE membership = $1 AND applicant = $2
                AND NOT (class = $3 AND deadline = $4)`,
        values: [
          membership.toLowerCase(),
          applicant.toLowerCase(),
          but?.class ?? -1,
          but?.deadline ?? -1,
        ],
      })
    },

    async forgetBefore(time: number): Promise<void> {
      await database.run({ sql: `DELETE FROM sponsorships WHERE deadline < $1`, values: [time] })
    },
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import type { KeptReason } from '@phyle/sdk/chapters/assembly/api'
import type { Reason } from '@phyle/sdk/reason'
import type { Address } from 'viem'
import type { Database } from '../store/database.ts'

type Of = Pick<Reason, 'assembly' | 'proposal'>

export type ReasonStore = ReturnType<typeof openReasonStore>

const keyOf = ({ assembly, proposal }: Of) => [assembly.toLowerCase(), proposal]

export function openReasonStore(database: Database) {
  const select = async (of: Of, where: string, wallet: string): Promise<KeptReason[]> => {
    const rows = await database.rows<{ kept: string }>(
      `SELECT kept FROM reasons WHERE assembly = $1 AND proposal = $2 AND ${where}`,
      [...keyOf(of), wallet.toLowerCase()],
    )
    return rows.map(({ kept }) => JSON.parse(kept) as KeptReason)
  }

  return {
    /**
     * Keeps it in the place of an older one of the same member in the same vote.
     * @throws Stale where the one that is kept was signed in the same second or later
     */
    async put(kept: KeptReason): Promise<void> {
      await database.run({
        sql: `INSERT INTO reasons (assembly, proposal, member, kept, issued)
              VALUES ($1, $2, $3, $4, $5)
              ON CONFLICT (assembly, proposal, member)
              DO UPDATE SET kept = excluded.kept, issued = excluded.issued
              WHERE reasons.issued < excluded.issued`,
        values: [...keyOf(kept), kept.member.toLowerCase(), JSON.stringify(kept), kept.issued],
        changes: 1,
      })
    },

    ofMember: (of: Of, member: Address) => select(of, 'member = $3', member),

    /** Those of a vote in the order of wallets, after that of `after`. */
    ofVote: (of: Of, most: number, after: Address | undefined) =>
      select(of, `member > $3 ORDER BY member LIMIT ${most}`, after ?? ''),
  }
}

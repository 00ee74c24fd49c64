// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whether a decision that was lost may be called a second time, as the contract says. */
import { db } from 'ponder:api'
import { proposal, tally } from 'ponder:schema'
import type { SecondCall } from '@phyle/sdk/chapters/assembly/api'
import { isLostToSilence, SECOND_CALL_SECONDS } from '@phyle/sdk/chapters/assembly/model'
import { and, desc, eq, isNull } from 'ponder'
import { ruleOf, talliesOf } from '../../assembly/tally.ts'
import { stateOf } from './proposals.ts'

type Row = typeof proposal.$inferSelect
type TallyRow = typeof tally.$inferSelect

/** Nobody puts the same more often before its first wait is over. */
const MOST_BEFORE = 16

/** Of what was put again and lost to silence again, the first wait counts. */
export async function secondCallOf(row: Row, now: number): Promise<SecondCall | null> {
  const same = await db
    .select({ proposal, tally })
    .from(proposal)
    .innerJoin(tally, and(eq(tally.assembly, proposal.assembly), eq(tally.proposal, proposal.id)))
    .where(
      and(
        eq(proposal.assembly, row.assembly),
        eq(proposal.motion, row.motion),
        isNull(proposal.cancelledTime),
      ),
    )
    .orderBy(desc(proposal.id))
    .limit(MOST_BEFORE)
  if (same[0]?.proposal.id !== row.id) return null
  const others = same.findIndex((one) => !isCallable(one.proposal, one.tally, now))
  const first = same.slice(0, others === -1 ? same.length : others).at(-1)
  return first ? { from: first.proposal.voteEnd + SECOND_CALL_SECONDS } : null
}

function isCallable(row: Row, { passing, votes }: TallyRow, now: number): boolean {
  if (row.secondOf !== null || stateOf({ ...row, passing }, now) !== 'defeated') return false
  return isLostToSilence(ruleOf(row), talliesOf(row, votes))
}

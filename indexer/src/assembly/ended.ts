// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'ponder:registry'
import { proposal } from 'ponder:schema'
import { and, eq, gt, isNull } from 'ponder'
import type { Hex } from 'viem'
import { placeOf, type Recorded } from '../place.ts'

/**
 * Ends what is open in an assembly that a co-op left for another: nothing of it can be carried out any more.
 * Votes that run count as taken back, and what passed has run out.
 */
export async function endVotes({ db }: Context, assembly: Hex, event: Recorded): Promise<void> {
  const { block, time, tx } = placeOf(event)
  const open = and(
    eq(proposal.assembly, assembly),
    isNull(proposal.executedBlock),
    isNull(proposal.cancelledBlock),
  )
  await db.sql
    .update(proposal)
    .set({ cancelledBlock: block, cancelledTime: time, cancelledTx: tx })
    .where(and(open, gt(proposal.voteEnd, time)))
  await db.sql
    .update(proposal)
    .set({ expiry: time })
    .where(and(open, gt(proposal.expiry, time)))
}

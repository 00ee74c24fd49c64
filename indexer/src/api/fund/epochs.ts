// SPDX-License-Identifier: AGPL-3.0-or-later
/** The months in which the fund shares, by one number each. */
import { db } from 'ponder:api'
import { closedEpoch, type phyle } from 'ponder:schema'
import type { Epoch } from '@phyle/sdk/chapters/fund/api'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { desc, eq } from 'ponder'
import { read } from '../chain.ts'
import { amount } from '../rows.ts'

type Row = typeof phyle.$inferSelect

/** Twenty years of months. */
export const MOST_EPOCHS = 240

/** The running epoch, then what was closed; of several that were closed as one, whose heads share. */
export async function epochsOf(row: Row, now: number): Promise<readonly Epoch[]> {
  const closed = await db
    .select({
      shared: closedEpoch.shared,
      perHead: closedEpoch.perHead,
      heads: closedEpoch.heads,
    })
    .from(closedEpoch)
    .where(eq(closedEpoch.phyle, row.address))
    .orderBy(desc(closedEpoch.epoch))
    .limit(MOST_EPOCHS)
  const span = (number: number) => ({
    number,
    starts: row.start + number * row.epochLength,
    ends: row.start + (number + 1) * row.epochLength,
  })
  const past = closed.map(
    (one): Epoch => ({
      ...span(one.shared),
      closed: true,
      earningHeads: Number(one.heads),
      perHead: amount(one.perHead),
      allotted: amount(one.perHead * one.heads),
    }),
  )
  if (now < row.start) return past
  const running = Math.floor((now - row.start) / row.epochLength)
  const heads = await read({
    address: row.address,
    abi: iPhyleAbi,
    functionName: 'earningHeads',
    args: [BigInt(running)],
  })
  const open = { closed: false, earningHeads: Number(heads), perHead: '0', allotted: '0' } as const
  return [{ ...span(running), ...open }, ...past]
}

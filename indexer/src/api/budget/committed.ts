// SPDX-License-Identifier: AGPL-3.0-or-later
/** What decisions would take from the lines of a budget that are open, or passed and not carried out. */
import { db } from 'ponder:api'
import { proposal, tally } from 'ponder:schema'
import { iCooperativeAbi } from '@phyle/sdk/generated/abi'
import { and, eq, gt, isNull } from 'ponder'
import { decodeFunctionData, type Hex } from 'viem'
import { STATED, stateOf } from '../assembly/proposals.ts'
import { sameAddress } from '../rows.ts'

const OPEN: readonly string[] = ['pending', 'active', 'queued']

interface Taken {
  readonly line: bigint
  readonly amount: bigint
}

/** A payment from a line; null for any other call. */
function takenBy(data: Hex): Taken | null {
  try {
    const call = decodeFunctionData({ abi: iCooperativeAbi, data })
    if (call.functionName !== 'pay') return null
    const [, , amount, , , line] = call.args
    return line === 0n ? null : { line, amount }
  } catch {
    return null
  }
}

/** By line, in base units of its asset. */
export async function committedOf(coop: Hex, now: number): Promise<ReadonlyMap<bigint, bigint>> {
  const rows = await db
    .select({ ...STATED, targets: proposal.targets, calldatas: proposal.calldatas })
    .from(proposal)
    .innerJoin(tally, and(eq(tally.assembly, proposal.assembly), eq(tally.proposal, proposal.id)))
    .where(
      and(
        eq(proposal.coop, coop),
        gt(proposal.expiry, now),
        isNull(proposal.executedTime),
        isNull(proposal.cancelledTime),
      ),
    )
  const sums = new Map<bigint, bigint>()
  for (const row of rows.filter((one) => OPEN.includes(stateOf(one, now)))) {
    for (const [at, data] of row.calldatas.entries()) {
      const taken = sameAddress(row.targets[at] ?? '0x', coop) ? takenBy(data) : null
      if (taken) sums.set(taken.line, (sums.get(taken.line) ?? 0n) + taken.amount)
    }
  }
  return sums
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** What decisions would take from the lines of a budget that are open, or passed and not carried out. */
import { db } from 'ponder:api'
import { proposal, tally } from 'ponder:schema'
import { iCooperativeAbi } from '@phyle/sdk/generated/abi'
import { and, eq } from 'ponder'
import { decodeFunctionData, type Hex } from 'viem'
import { callsTo, isOpen, mayBeOpen } from '../assembly/open.ts'
import { STATED } from '../assembly/proposals.ts'

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
    .where(and(eq(proposal.coop, coop), mayBeOpen(now)))
  const sums = new Map<bigint, bigint>()
  for (const row of rows.filter((one) => isOpen(one, now))) {
    for (const data of callsTo(row, coop)) {
      const taken = takenBy(data)
      if (taken) sums.set(taken.line, (sums.get(taken.line) ?? 0n) + taken.amount)
    }
  }
  return sums
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** What came into the fund of a federation, and where it went. */
import { db } from 'ponder:api'
import { flow, type policy, pour } from 'ponder:schema'
import type { FundFlow, Pour } from '@phyle/sdk/chapters/fund/api'
import { SOURCE, SOURCES } from '@phyle/sdk/chapters/fund/enums'
import { and, eq } from 'ponder'
import type { Hex } from 'viem'
import { type Listed, merged, type Source } from '../page.ts'
import { phyleRow } from '../phyle/row.ts'
import { address, amount, at, named } from '../rows.ts'
import { newestIn } from '../tables.ts'

type PourRow = typeof pour.$inferSelect
type PolicyRow = typeof policy.$inferSelect
type FlowRow = typeof flow.$inferSelect

export const flowOf = (row: FlowRow | null): FundFlow => ({
  inMachines: amount(row?.inMachines ?? 0n),
  inLicences: amount(row?.inLicences ?? 0n),
  inLevies: amount(row?.inLevies ?? 0n),
  inGifts: amount(row?.inGifts ?? 0n),
  toBonds: amount(row?.toBonds ?? 0n),
  toReserve: amount(row?.toReserve ?? 0n),
  toHeads: amount(row?.toHeads ?? 0n),
  claimed: amount(row?.claimed ?? 0n),
})

export const pourOf = (row: PourRow): Pour => {
  const source = named(SOURCES, row.source)
  return {
    source,
    from: address(row.from),
    machine: source === 'machine' ? row.ref.toString() : null,
    work: source === 'licence' ? row.ref.toString() : null,
    amount: amount(row.amount),
    toSeries: amount(row.toSeries + row.toBonds),
    toReserve: amount(row.toReserve),
    toHeads: amount(row.toHeads),
    ...at(row),
  }
}

async function pouredTimes(of: Hex): Promise<number> {
  const [row] = await db.select({ times: flow.pours }).from(flow).where(eq(flow.phyle, of))
  return row?.times ?? 0
}

/** What was poured into the fund of a federation, by a machine or in all. */
export const poured = (of: Hex, machine?: bigint): Source<PourRow> =>
  machine === undefined
    ? newestIn(pour, eq(pour.phyle, of), () => pouredTimes(of))
    : newestIn(
        pour,
        and(eq(pour.phyle, of), eq(pour.source, SOURCE.machine), eq(pour.ref, machine)),
      )

export async function pours(of: Hex, machine: bigint | undefined): Promise<Listed<Pour>> {
  await phyleRow(of)
  return merged([poured(of, machine)], (rows) => rows.map(pourOf))
}

export const policyOf = (row: PolicyRow | null) => ({
  machinePolicy: {
    bondsBps: row?.machineBondsBps ?? 0,
    reserveBps: row?.machineReserveBps ?? 0,
  },
  otherPolicy: { bondsBps: row?.otherBondsBps ?? 0, reserveBps: row?.otherReserveBps ?? 0 },
})

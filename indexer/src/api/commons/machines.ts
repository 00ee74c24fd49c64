// SPDX-License-Identifier: AGPL-3.0-or-later
/** Machines that a federation owns and lends. */
import { db } from 'ponder:api'
import { coop, machine, series } from 'ponder:schema'
import { RENT_MODES } from '@phyle/sdk/chapters/bonds/enums'
import type { Machine } from '@phyle/sdk/chapters/commons/api'
import { and, eq, sql } from 'ponder'
import type { Hex } from 'viem'
import { placeIn, type SQL } from '../keyset.ts'
import { byPlace, type Listed, merged } from '../page.ts'
import { address, amount, at, NotFound, named } from '../rows.ts'
import { searched, selected } from '../tables.ts'

interface Row {
  readonly machine: typeof machine.$inferSelect
  readonly title: string
  readonly redeemed: boolean
  readonly userName: string
}

interface MachinesQuery {
  readonly phyle?: Hex | undefined
  readonly coop?: Hex | undefined
  readonly q?: string | undefined
}

/** Each with its bond offer and the co-op that uses it. */
const joined = (where: SQL | undefined) =>
  db
    .select({
      machine,
      title: series.title,
      redeemed: series.redeemed,
      userName: sql<string>`${coop.name}`,
    })
    .from(machine)
    .innerJoin(series, and(eq(series.phyle, machine.phyle), eq(series.id, machine.series)))
    .leftJoin(coop, eq(coop.address, machine.coop))
    .where(where)

function tell({ machine: row, title, redeemed, userName }: Row): Machine {
  const periodsPaid = row.rent === 0n ? 0 : Number(row.income / row.rent)
  return {
    phyle: address(row.phyle),
    id: row.id.toString(),
    name: title,
    document: row.document,
    series: row.series.toString(),
    user: address(row.coop),
    userName,
    price: amount(row.price),
    bought: at(row),
    rentMode: named(RENT_MODES, row.rentMode),
    rent: amount(row.rent),
    rentPeriod: row.rentPeriod,
    rentPaidUntil: row.rent === 0n ? null : row.time + periodsPaid * row.rentPeriod,
    income: amount(row.income),
    redeemed,
  }
}

export async function machines(of: MachinesQuery): Promise<Listed<Machine>> {
  const where = and(
    of.phyle ? eq(machine.phyle, of.phyle) : undefined,
    of.coop ? eq(machine.coop, of.coop) : undefined,
    searched(of.q, [series.words, coop.words]),
  )
  const source = selected<Row>(placeIn(machine), {
    rankOf: (row) => byPlace(row.machine),
    select: joined,
    where,
  })
  return merged([source], (rows) => rows.map(tell))
}

export async function machineDetail(of: Hex, id: bigint): Promise<Machine> {
  const [found] = await joined(and(eq(machine.phyle, of), eq(machine.id, id)))
  if (!found) throw new NotFound(`There is no machine ${id} in ${of}.`)
  return tell(found)
}

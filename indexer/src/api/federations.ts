// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import { application, closedEpoch, coop, flow, phyle, phyleCoop, policy, pour } from 'ponder:schema'
import type { Epoch, FundFlow, Pour } from '@phyle/sdk/chapters/fund/api'
import { SOURCE, SOURCES } from '@phyle/sdk/chapters/fund/enums'
import type {
  FederationCoop,
  FederationDetail,
  FederationSummary,
} from '@phyle/sdk/chapters/phyle/api'
import { iCommonsFundAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import { and, desc, eq } from 'ponder'
import type { Hex } from 'viem'
import { factsOf, read } from './chain.ts'
import { belongs, rollsOf } from './coops.ts'
import { placeIn, type SQL } from './keyset.ts'
import { byPlace, type Listed, merged, type Source } from './page.ts'
import { address, amount, at, NotFound, named } from './rows.ts'
import { standingOf } from './standing.ts'
import { countOf, first, newestIn, selected } from './tables.ts'

type Row = typeof phyle.$inferSelect
type PourRow = typeof pour.$inferSelect
type PolicyRow = typeof policy.$inferSelect
type FlowRow = typeof flow.$inferSelect

/** As much as comes with a federation itself, of each list. */
const FIRST = 50

export async function phyleRow(of: Hex): Promise<Row> {
  const [row] = await db.select().from(phyle).where(eq(phyle.address, of))
  if (!row) throw unknown(of)
  return row
}

const unknown = (of: Hex) => new NotFound(`There is no federation ${of}.`)

interface Home {
  readonly phyle: Row
  readonly root: Pick<typeof coop.$inferSelect, 'name' | 'membership'> | null
}

const HOME = { phyle, root: { name: coop.name, membership: coop.membership } }

/** Federations with their roots. */
const joined = (where: SQL | undefined) =>
  db.select(HOME).from(phyle).leftJoin(coop, eq(coop.address, phyle.root)).where(where)

const insideOf = (of: Hex, now: number) => and(eq(phyleCoop.phyle, of), belongs(now))

async function summaryOf({ phyle: row, root }: Home, now: number): Promise<FederationSummary> {
  const [coops, facts] = await Promise.all([
    countOf(phyleCoop, insideOf(row.address, now)),
    factsOf(row.cash),
  ])
  return {
    phyle: address(row.address),
    name: root?.name ?? '',
    root: address(row.root),
    founded: row.time,
    coops,
    heads: row.heads,
    token: address(row.cash),
    ...facts,
  }
}

export async function federations(now: number): Promise<Listed<FederationSummary>> {
  const all = selected<Home>(placeIn(phyle), {
    rankOf: (row) => byPlace(row.phyle),
    select: joined,
    where: undefined,
  })
  return merged([all], (rows) => Promise.all(rows.map((row) => summaryOf(row, now))))
}

interface Inside {
  readonly place: typeof phyleCoop.$inferSelect
  readonly coop: Pick<typeof coop.$inferSelect, 'name' | 'purpose' | 'membership'>
}

/** The co-ops of a federation, those that entered last first. */
function insideSource(of: Hex, now: number): Source<Inside> {
  const where = insideOf(of, now)
  return selected<Inside>(
    {
      columns: [
        [phyleCoop.entered, 'integer'],
        [phyleCoop.coop, 'address'],
      ],
      newestFirst: true,
    },
    {
      rankOf: ({ place }) => [-place.entered, -BigInt(place.coop)],
      select: (one) =>
        db
          .select({
            place: phyleCoop,
            coop: { name: coop.name, purpose: coop.purpose, membership: coop.membership },
          })
          .from(phyleCoop)
          .innerJoin(coop, eq(coop.address, phyleCoop.coop))
          .where(one),
      where,
      count: () => countOf(phyleCoop, where),
    },
  )
}

async function tellInside(rows: readonly Inside[]): Promise<readonly FederationCoop[]> {
  const rolls = await rollsOf(rows.map((row) => row.coop.membership))
  return Promise.all(
    rows.map(
      async ({ place, coop: of }): Promise<FederationCoop> => ({
        coop: address(place.coop),
        name: of.name,
        purpose: of.purpose,
        members: rolls.get(of.membership) ?? 0,
        heads: place.seats,
        joined: place.entered,
        leaves: place.leaves,
        standing: await standingOf(place.phyle, place.coop),
      }),
    ),
  )
}

export async function federationCoops(of: Hex, now: number): Promise<Listed<FederationCoop>> {
  await phyleRow(of)
  return merged([insideSource(of, now)], tellInside)
}

/** Co-ops that applied at a roll and have no answer yet. */
async function applicationsTo(membership: Hex): Promise<FederationDetail['applications']> {
  const rows = await db
    .select({ application, name: coop.name })
    .from(application)
    .innerJoin(coop, eq(coop.address, application.wallet))
    .where(and(eq(application.membership, membership), eq(application.state, 'open')))
    .orderBy(desc(application.block), desc(application.log))
    .limit(FIRST)
  return rows.map(({ application: row, name }) => ({ coop: address(row.wallet), name, ...at(row) }))
}

const flowOf = (row: FlowRow | null): FundFlow => ({
  inMachines: amount(row?.inMachines ?? 0n),
  inLicences: amount(row?.inLicences ?? 0n),
  inLevies: amount(row?.inLevies ?? 0n),
  inGifts: amount(row?.inGifts ?? 0n),
  toBonds: amount(row?.toBonds ?? 0n),
  toReserve: amount(row?.toReserve ?? 0n),
  toHeads: amount(row?.toHeads ?? 0n),
  claimed: amount(row?.claimed ?? 0n),
})

const pourOf = (row: PourRow): Pour => {
  const source = named(SOURCES, row.source)
  return {
    source,
    from: address(row.from),
    machine: source === 'machine' ? row.ref.toString() : null,
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
const poured = (of: Hex, machine?: bigint): Source<PourRow> =>
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

/** Twenty years of months. */
export const MOST_EPOCHS = 240

/** The running epoch, then what was closed; of several that were closed as one, whose heads share. */
async function epochsOf(row: Row, now: number): Promise<readonly Epoch[]> {
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

const policyOf = (row: PolicyRow | null) => ({
  machinePolicy: {
    bondsBps: row?.machineBondsBps ?? 0,
    reserveBps: row?.machineReserveBps ?? 0,
  },
  otherPolicy: { bondsBps: row?.otherBondsBps ?? 0, reserveBps: row?.otherReserveBps ?? 0 },
})

export async function federationDetail(of: Hex, now: number): Promise<FederationDetail> {
  const [home] = await db
    .select({ ...HOME, flow, policy })
    .from(phyle)
    .leftJoin(coop, eq(coop.address, phyle.root))
    .leftJoin(flow, eq(flow.phyle, phyle.address))
    .leftJoin(policy, eq(policy.phyle, phyle.address))
    .where(eq(phyle.address, of))
  if (!home) throw unknown(of)
  const { phyle: row, root } = home
  const fund = { address: row.fund, abi: iCommonsFundAbi } as const
  const [summary, members, applications, newest, epochs, cash, reserve, rest] = await Promise.all([
    summaryOf(home, now),
    first(insideSource(row.address, now), FIRST).then(tellInside),
    root ? applicationsTo(root.membership) : [],
    first(poured(row.address), FIRST),
    epochsOf(row, now),
    read({ ...fund, functionName: 'tracked' }),
    read({ ...fund, functionName: 'reserve' }),
    read({ ...fund, functionName: 'undistributed' }),
  ])
  return {
    ...summary,
    contracts: {
      commonsFund: address(row.fund),
      commonsBonds: address(row.bonds),
      machines: address(row.machines),
      works: address(row.works),
      licences: address(row.licences),
      contributions: address(row.contributions),
    },
    members,
    applications,
    held: { cash: amount(cash), reserve: amount(reserve), undistributed: amount(rest) },
    flow: flowOf(home.flow),
    ...policyOf(home.policy),
    epochLength: row.epochLength,
    noticePeriod: row.noticePeriod,
    epochs,
    pours: newest.map(pourOf),
  }
}

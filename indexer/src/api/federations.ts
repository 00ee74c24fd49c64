// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import { application, closedEpoch, coop, flow, phyle, phyleCoop, policy, pour } from 'ponder:schema'
import { iCommonsFundAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import type {
  Epoch,
  FederationCoop,
  FederationDetail,
  FederationSummary,
  FundFlow,
  Pour,
} from '@phyle/sdk/index-api'
import { and, desc, eq } from 'ponder'
import type { Hex } from 'viem'
import { factsOf, read } from './chain.ts'
import { belongs, rollsOf } from './coops.ts'
import { inOrder } from './keyset.ts'
import { type Listed, merged, type Source } from './page.ts'
import { address, amount, at, NotFound, named } from './rows.ts'
import { standingOf } from './standing.ts'
import { countOf, first, namesOf, newestIn } from './tables.ts'

type Row = typeof phyle.$inferSelect
type PourRow = typeof pour.$inferSelect
type PolicyRow = typeof policy.$inferSelect
type FlowRow = typeof flow.$inferSelect

const SOURCES = ['machine', 'licence', 'levy', 'gift'] as const satisfies Pour['source'][]

/** As much as comes with a federation itself, of each list. */
const FIRST = 50

export async function phyleRow(of: Hex): Promise<Row> {
  const [row] = await db.select().from(phyle).where(eq(phyle.address, of))
  if (!row) throw new NotFound(`There is no federation ${of}.`)
  return row
}

const insideOf = (of: Hex, now: number) => and(eq(phyleCoop.phyle, of), belongs(now))

async function summaries(rows: readonly Row[], now: number): Promise<readonly FederationSummary[]> {
  const names = await namesOf(rows.map(({ root }) => root))
  return Promise.all(
    rows.map(async (row) => ({
      phyle: address(row.address),
      name: names.get(row.root) ?? '',
      root: address(row.root),
      founded: row.time,
      coops: await countOf(phyleCoop, insideOf(row.address, now)),
      heads: row.heads,
      token: address(row.cash),
      ...(await factsOf(row.cash)),
    })),
  )
}

export async function federations(now: number): Promise<Listed<FederationSummary>> {
  return merged([newestIn(phyle, undefined)], (rows) => summaries(rows, now))
}

interface Inside {
  readonly place: typeof phyleCoop.$inferSelect
  readonly coop: Pick<typeof coop.$inferSelect, 'name' | 'purpose' | 'membership'>
}

/** The co-ops of a federation, those that entered last first. */
function insideSource(of: Hex, now: number): Source<Inside> {
  const where = insideOf(of, now)
  return inOrder<Inside>(
    {
      columns: [
        [phyleCoop.entered, 'integer'],
        [phyleCoop.coop, 'address'],
      ],
      newestFirst: true,
    },
    {
      rankOf: ({ place }) => [-place.entered, -BigInt(place.coop)],
      rows: ({ where: beyond, orderBy, most }) =>
        db
          .select({
            place: phyleCoop,
            coop: { name: coop.name, purpose: coop.purpose, membership: coop.membership },
          })
          .from(phyleCoop)
          .innerJoin(coop, eq(coop.address, phyleCoop.coop))
          .where(and(where, beyond))
          .orderBy(...orderBy)
          .limit(most),
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

/** Co-ops that applied at the root and have no answer yet. */
async function applicationsTo(root: Hex): Promise<FederationDetail['applications']> {
  const [home] = await db.select().from(coop).where(eq(coop.address, root))
  if (!home) return []
  const rows = await db
    .select({ application, name: coop.name })
    .from(application)
    .innerJoin(coop, eq(coop.address, application.wallet))
    .where(and(eq(application.membership, home.membership), eq(application.state, 'open')))
    .orderBy(desc(application.block), desc(application.log))
    .limit(FIRST)
  return rows.map(({ application: row, name }) => ({ coop: address(row.wallet), name, ...at(row) }))
}

const flowOf = (row: FlowRow | undefined): FundFlow => ({
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

const MACHINE = SOURCES.indexOf('machine')

async function flowRow(of: Hex): Promise<FlowRow | undefined> {
  const [row] = await db.select().from(flow).where(eq(flow.phyle, of))
  return row
}

/** What was poured into the fund of a federation, by a machine or in all. */
const poured = (of: Hex, machine?: bigint): Source<PourRow> =>
  machine === undefined
    ? newestIn(pour, eq(pour.phyle, of), async () => (await flowRow(of))?.pours ?? 0)
    : newestIn(pour, and(eq(pour.phyle, of), eq(pour.source, MACHINE), eq(pour.ref, machine)))

export async function pours(of: Hex, machine: bigint | undefined): Promise<Listed<Pour>> {
  await phyleRow(of)
  return merged([poured(of, machine)], (rows) => rows.map(pourOf))
}

/** Twenty years of months. */
export const MOST_EPOCHS = 240

/** The running epoch, then what was closed; of several that were closed as one, whose heads share. */
async function epochsOf(row: Row, now: number): Promise<readonly Epoch[]> {
  const closed = await db
    .select()
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

const policyOf = (row: PolicyRow | undefined) => ({
  machinePolicy: {
    bondsBps: row?.machineBondsBps ?? 0,
    reserveBps: row?.machineReserveBps ?? 0,
  },
  otherPolicy: { bondsBps: row?.otherBondsBps ?? 0, reserveBps: row?.otherReserveBps ?? 0 },
})

export async function federationDetail(of: Hex, now: number): Promise<FederationDetail> {
  const row = await phyleRow(of)
  const fund = { address: row.fund, abi: iCommonsFundAbi } as const
  const [[summary], members, applications, newest, flows, policies, epochs, cash, reserve, rest] =
    await Promise.all([
      summaries([row], now),
      first(insideSource(row.address, now), FIRST).then(tellInside),
      applicationsTo(row.root),
      first(poured(row.address), FIRST),
      flowRow(row.address),
      db.select().from(policy).where(eq(policy.phyle, row.address)),
      epochsOf(row, now),
      read({ ...fund, functionName: 'tracked' }),
      read({ ...fund, functionName: 'reserve' }),
      read({ ...fund, functionName: 'undistributed' }),
    ])
  if (!summary) throw new NotFound(`There is no federation ${of}.`)
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
    flow: flowOf(flows),
    ...policyOf(policies[0]),
    epochLength: row.epochLength,
    noticePeriod: row.noticePeriod,
    epochs,
    pours: newest.map(pourOf),
  }
}

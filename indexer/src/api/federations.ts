// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  application,
  claim,
  closedEpoch,
  coop,
  phyle,
  phyleCoop,
  policy,
  pour,
  seat,
} from 'ponder:schema'
import { iCommonsFundAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import type {
  Epoch,
  FederationCoop,
  FederationDetail,
  FederationSummary,
  FundFlow,
  Pour,
} from '@phyle/sdk/index-api'
import { and, desc, eq, isNull } from 'ponder'
import type { Hex } from 'viem'
import { client, factsOf } from './chain.ts'
import { coopNames, coopsOf as summariesOf } from './coops.ts'
import { byPlace, type Listed, listed } from './page.ts'
import { address, amount, at, NotFound, named, newest, sameAddress, sum } from './rows.ts'
import { standingOf } from './standing.ts'

type Row = typeof phyle.$inferSelect
type PourRow = typeof pour.$inferSelect
type PolicyRow = typeof policy.$inferSelect

const SOURCES = ['machine', 'licence', 'levy', 'gift'] as const satisfies Pour['source'][]

async function phyleRow(of: Hex): Promise<Row> {
  const [row] = await db.select().from(phyle).where(eq(phyle.address, of))
  if (!row) throw new NotFound(`There is no federation ${of}.`)
  return row
}

const seatsOf = (of: Hex) =>
  db
    .select()
    .from(seat)
    .where(and(eq(seat.phyle, of), isNull(seat.until)))

const coopsOf = async (of: Hex, now: number) => {
  const rows = await db
    .select()
    .from(phyleCoop)
    .where(and(eq(phyleCoop.phyle, of), eq(phyleCoop.departed, false)))
  return rows.filter(({ leaves }) => leaves === null || leaves > now)
}

async function summaryOf(row: Row, now: number): Promise<FederationSummary> {
  const [seats, members, facts, names] = await Promise.all([
    seatsOf(row.address),
    coopsOf(row.address, now),
    factsOf(row.cash),
    coopNames(),
  ])
  return {
    phyle: address(row.address),
    name: names.get(row.root) ?? '',
    root: address(row.root),
    founded: row.time,
    coops: members.length,
    heads: new Set(seats.map(({ wallet }) => wallet)).size,
    token: address(row.cash),
    ...facts,
  }
}

export async function federations(now: number): Promise<Listed<FederationSummary>> {
  const rows = await db.select().from(phyle)
  return listed(rows, byPlace, (some) => Promise.all(some.map((row) => summaryOf(row, now))))
}

async function membersOf(of: Hex, now: number): Promise<readonly FederationCoop[]> {
  const [rows, seats, summaries] = await Promise.all([
    coopsOf(of, now),
    seatsOf(of),
    summariesOf(of, now),
  ])
  const known = rows.toSorted((a, b) => b.entered - a.entered)
  return Promise.all(
    known.map(async (row): Promise<FederationCoop> => {
      const summary = summaries.find((one) => sameAddress(one.coop, row.coop))
      return {
        coop: address(row.coop),
        name: summary?.name ?? '',
        purpose: summary?.purpose ?? '0x',
        members: summary?.members ?? 0,
        heads: seats.filter((one) => one.coop === row.coop).length,
        joined: row.entered,
        leaves: row.leaves,
        standing: await standingOf(of, row.coop),
      }
    }),
  )
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
  return rows.map(({ application: row, name }) => ({ coop: address(row.wallet), name, ...at(row) }))
}

function flowOf(
  pours: readonly PourRow[],
  claimed: readonly { readonly amount: bigint }[],
): FundFlow {
  const from = (source: Pour['source']) =>
    sum(pours.filter((one) => SOURCES[one.source] === source).map((one) => one.amount))
  return {
    inMachines: amount(from('machine')),
    inLicences: amount(from('licence')),
    inLevies: amount(from('levy')),
    inGifts: amount(from('gift')),
    toBonds: amount(sum(pours.map((one) => one.toSeries + one.toBonds))),
    toReserve: amount(sum(pours.map((one) => one.toReserve))),
    toHeads: amount(sum(pours.map((one) => one.toHeads))),
    claimed: amount(sum(claimed.map((one) => one.amount))),
  }
}

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

/** The running epoch, then what was closed; of several that were closed as one, whose heads share. */
async function epochsOf(row: Row, now: number): Promise<readonly Epoch[]> {
  const closed = await db
    .select()
    .from(closedEpoch)
    .where(eq(closedEpoch.phyle, row.address))
    .orderBy(desc(closedEpoch.epoch))
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
  const heads = await client.readContract({
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
  const [summary, members, applications, pours, claimed, policies, epochs, cash, reserve, rest] =
    await Promise.all([
      summaryOf(row, now),
      membersOf(row.address, now),
      applicationsTo(row.root),
      db.select().from(pour).where(eq(pour.phyle, row.address)),
      db.select({ amount: claim.amount }).from(claim).where(eq(claim.phyle, row.address)),
      db.select().from(policy).where(eq(policy.phyle, row.address)),
      epochsOf(row, now),
      client.readContract({ ...fund, functionName: 'tracked' }),
      client.readContract({ ...fund, functionName: 'reserve' }),
      client.readContract({ ...fund, functionName: 'undistributed' }),
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
    flow: flowOf(pours, claimed),
    ...policyOf(policies[0]),
    epochLength: row.epochLength,
    noticePeriod: row.noticePeriod,
    epochs,
    pours: newest(pours).map(pourOf),
  }
}

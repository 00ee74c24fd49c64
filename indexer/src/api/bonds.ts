// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  carriedOut,
  machine,
  phyle,
  position,
  series,
  seriesEvent,
  seriesPayment,
} from 'ponder:schema'
import { iCommonsBondsAbi } from '@phyle/sdk/generated/abi'
import {
  type Machine,
  OFFERS_OF,
  type OffersOf,
  type Order,
  type Position,
  type RentMode,
  type SeriesDetail,
  type SeriesEvent,
  type SeriesPayment,
  type SeriesState,
  type SeriesSummary,
} from '@phyle/sdk/index-api'
import { matches } from '@phyle/sdk/search'
import { and, asc, desc, eq, gt, sql } from 'ponder'
import type { Hex } from 'viem'
import { client } from './chain.ts'
import { coopNames } from './coops.ts'
import { byPlace, type Listed, listed, type Rank } from './page.ts'
import { address, amount, at, NotFound, named, newest } from './rows.ts'

type Row = typeof series.$inferSelect
type PositionRow = typeof position.$inferSelect

const RENT_MODES = ['USUFRUCT', 'COST_RENT', 'AUCTION', 'RATCHET'] as const satisfies RentMode[]
const BPS = 10_000n

/** As the contract computes it, at `now`; the cooling-off is a part of its OPEN. */
export function stateOf(row: Row, now: number): SeriesState {
  if (row.redeemed) return 'redeemed'
  if (row.machine !== null) return 'bought'
  if (now < row.subscribeUntil) return 'open'
  if (now < row.closesAt) return 'closing'
  return row.units < row.leastUnits || now >= row.buyBy ? 'failed' : 'funded'
}

/** The most that will be paid for what is pledged now: the left-over, and the cap on the price. */
function capDueOf(row: Row): bigint {
  if (row.capDue !== null) return row.capDue
  const raised = row.units * row.face
  const leftOver = raised > row.price ? raised - row.price : 0n
  return leftOver + (row.price * BigInt(row.capBps)) / BPS
}

function summaryOf(row: Row, holders: number, coopName: string, now: number): SeriesSummary {
  return {
    phyle: address(row.phyle),
    id: row.id.toString(),
    coop: address(row.coop),
    coopName,
    title: row.title,
    machineDocument: row.document,
    state: stateOf(row, now),
    supplier: address(row.supplier),
    face: amount(row.face),
    price: amount(row.price),
    leastUnits: amount(row.leastUnits),
    mostUnits: amount(row.mostUnits),
    mostPerPerson: amount(row.mostPerPerson),
    pledgedUnits: amount(row.units),
    holders,
    capBps: row.capBps,
    opens: row.opensAt,
    subscribeUntil: row.subscribeUntil,
    closes: row.closesAt,
    buyBy: row.buyBy,
    expectedBy: row.expectedBy,
    endorsed: row.endorsed,
    rentMode: named(RENT_MODES, row.rentMode),
    rent: amount(row.rent),
    rentPeriod: row.rentPeriod,
    raised: amount(row.units * row.face),
    paid: amount(row.paid),
    capDue: amount(capDueOf(row)),
  }
}

/** Where an offer stands, as one looks for it. */
export function offersOf(row: Row, now: number): OffersOf {
  const state = stateOf(row, now)
  if (state === 'open') return now < row.opensAt ? 'soon' : 'open'
  if (state === 'closing' || state === 'funded') return 'under'
  if (state === 'redeemed') return 'repaid'
  return state === 'failed' ? 'failed' : 'running'
}

export interface SeriesQuery {
  readonly phyle?: Hex | undefined
  readonly coop?: Hex | undefined
  readonly q?: string | undefined
  readonly state?: OffersOf | undefined
  readonly order?: Order | undefined
}

const rowsOf = (of: Pick<SeriesQuery, 'phyle' | 'coop'>) =>
  db
    .select()
    .from(series)
    .where(
      and(
        of.phyle ? eq(series.phyle, of.phyle) : undefined,
        of.coop ? eq(series.coop, of.coop) : undefined,
      ),
    )

/** Within what can be lent for, what closes first comes first; else the newest. */
function standing(row: Row, now: number): Rank {
  const of = offersOf(row, now)
  return [OFFERS_OF.indexOf(of), of === 'open' ? row.subscribeUntil : 0, ...byPlace(row)]
}

export async function seriesList(query: SeriesQuery, now: number): Promise<Listed<SeriesSummary>> {
  const [all, names] = await Promise.all([rowsOf(query), coopNames()])
  const rows = all.filter(
    (row) =>
      (!query.state || offersOf(row, now) === query.state) &&
      matches(query.q ?? '', [row.title, names.get(row.coop) ?? '']),
  )
  return listed(
    rows,
    (row) => (query.order ? standing(row, now) : byPlace(row)),
    (some) => summaries(some, names, now),
  )
}

async function summaries(
  rows: readonly Row[],
  names: ReadonlyMap<string, string>,
  now: number,
): Promise<readonly SeriesSummary[]> {
  const holders = await db
    .select({
      phyle: position.phyle,
      series: position.series,
      count: sql<string>`count(*)`,
    })
    .from(position)
    .where(gt(position.units, 0n))
    .groupBy(position.phyle, position.series)
  return rows.map((row) => {
    const held = holders.find((one) => one.phyle === row.phyle && one.series === row.id)
    return summaryOf(row, Number(held?.count ?? 0), names.get(row.coop) ?? '', now)
  })
}

/** The offers of a federation with these numbers, by number. */
export async function seriesByIds(
  of: Hex,
  ids: ReadonlySet<bigint>,
  now: number,
): Promise<ReadonlyMap<bigint, SeriesSummary>> {
  const [rows, names] = await Promise.all([rowsOf({ phyle: of }), coopNames()])
  const told = await summaries(
    rows.filter((row) => ids.has(row.id)),
    names,
    now,
  )
  return new Map(told.map((one) => [BigInt(one.id), one]))
}

/** Positions with what each holder is due, asked of the chain. */
export async function positionsOf(rows: readonly PositionRow[]): Promise<readonly Position[]> {
  const phyles = await db.select({ address: phyle.address, bonds: phyle.bonds }).from(phyle)
  return Promise.all(
    rows.map(async (row) => {
      const bonds = phyles.find((one) => one.address === row.phyle)?.bonds
      const due = bonds
        ? await client.readContract({
            address: bonds,
            abi: iCommonsBondsAbi,
            functionName: 'dueOf',
            args: [row.series, row.holder],
          })
        : 0n
      return {
        phyle: address(row.phyle),
        series: row.series.toString(),
        holder: address(row.holder),
        units: amount(row.units),
        subscribed: amount(row.subscribed),
        taken: amount(row.taken),
        due: amount(due),
        refunded: row.refunded,
      }
    }),
  )
}

/** Nobody acts when a series fails, so no event tells of it. */
function failureOf(row: Row, now: number): readonly SeriesEvent[] {
  if (stateOf(row, now) !== 'failed') return []
  const time = row.units < row.leastUnits ? row.closesAt : row.buyBy
  return [{ what: 'failed', who: null, amount: '0', ...at(row), time }]
}

export async function seriesDetail(of: Hex, id: bigint, now: number): Promise<SeriesDetail> {
  const [row] = await db
    .select()
    .from(series)
    .where(and(eq(series.phyle, of), eq(series.id, id)))
  if (!row) throw new NotFound(`There is no bond offer ${id} in ${of}.`)
  const [positions, payments, history, acts, names] = await Promise.all([
    db
      .select()
      .from(position)
      .where(and(eq(position.phyle, of), eq(position.series, id)))
      .orderBy(desc(position.units), asc(position.holder)),
    db
      .select()
      .from(seriesPayment)
      .where(and(eq(seriesPayment.phyle, of), eq(seriesPayment.series, id))),
    db
      .select()
      .from(seriesEvent)
      .where(and(eq(seriesEvent.phyle, of), eq(seriesEvent.series, id))),
    db.select().from(carriedOut).where(eq(carriedOut.tx, row.tx)),
    coopNames(),
  ])
  const holders = positions.filter(({ units }) => units > 0n).length
  return {
    ...summaryOf(row, holders, names.get(row.coop) ?? '', now),
    positions: await positionsOf(positions),
    payments: newest(payments).map((one) => ({
      amount: amount(one.amount),
      source: one.source as SeriesPayment['source'],
      paidAfter: amount(one.paidAfter),
      ...at(one),
    })),
    machine: row.machine?.toString() ?? null,
    floated: at(row),
    proposal: acts.find(({ coop }) => coop === row.coop)?.proposal.toString() ?? null,
    history: [
      ...failureOf(row, now),
      ...newest(history).map((one) => ({
        what: one.what as SeriesEvent['what'],
        who: one.who && address(one.who),
        amount: amount(one.amount),
        ...at(one),
      })),
    ],
  }
}

interface MachinesQuery {
  readonly phyle?: Hex | undefined
  readonly coop?: Hex | undefined
  readonly q?: string | undefined
}

async function machineRows(of: MachinesQuery) {
  const [rows, names] = await Promise.all([
    db
      .select({ machine, series })
      .from(machine)
      .innerJoin(series, and(eq(series.phyle, machine.phyle), eq(series.id, machine.series)))
      .where(
        and(
          of.phyle ? eq(machine.phyle, of.phyle) : undefined,
          of.coop ? eq(machine.coop, of.coop) : undefined,
        ),
      )
      .orderBy(desc(machine.block), desc(machine.log)),
    coopNames(),
  ])
  const tell = ({ machine: row, series: bonds }: (typeof rows)[number]): Machine => {
    const periodsPaid = row.rent === 0n ? 0 : Number(row.income / row.rent)
    return {
      phyle: address(row.phyle),
      id: row.id.toString(),
      name: bonds.title,
      document: row.document,
      series: row.series.toString(),
      user: address(row.coop),
      userName: names.get(row.coop) ?? '',
      price: amount(row.price),
      bought: at(row),
      rentMode: named(RENT_MODES, row.rentMode),
      rent: amount(row.rent),
      rentPeriod: row.rentPeriod,
      rentPaidUntil: row.rent === 0n ? null : row.time + periodsPaid * row.rentPeriod,
      income: amount(row.income),
      redeemed: bonds.redeemed,
    }
  }
  const found = rows.filter(({ machine: row, series: bonds }) =>
    matches(of.q ?? '', [bonds.title, names.get(row.coop) ?? '']),
  )
  return { rows: found, tell }
}

export async function machines(of: MachinesQuery): Promise<Listed<Machine>> {
  const { rows, tell } = await machineRows(of)
  return listed(
    rows,
    (row) => byPlace(row.machine),
    (some) => some.map(tell),
  )
}

export async function machineDetail(of: Hex, id: bigint): Promise<Machine> {
  const { rows, tell } = await machineRows({ phyle: of })
  const found = rows.find((one) => one.machine.id === id)
  if (!found) throw new NotFound(`There is no machine ${id} in ${of}.`)
  return tell(found)
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Bond offers, who lent to them, and what became of them. */

import { db } from 'ponder:api'
import {
  carriedOut,
  coop,
  phyle,
  position,
  series,
  seriesEvent,
  seriesPayment,
} from 'ponder:schema'
import type { Order as Ordering } from '@phyle/sdk/answer'
import {
  OFFERS_OF,
  type OffersOf,
  type Position,
  type SeriesDetail,
  type SeriesEvent,
  type SeriesPayment,
  type SeriesState,
  type SeriesSummary,
} from '@phyle/sdk/chapters/bonds/api'
import { RENT_MODES } from '@phyle/sdk/chapters/bonds/enums'
import { capDueOf } from '@phyle/sdk/chapters/bonds/model'
import { iCommonsBondsAbi } from '@phyle/sdk/generated/abi'
import { and, eq, sql } from 'ponder'
import type { Hex } from 'viem'
import { read } from '../chain.ts'
import { among, type Order, placeIn, type SQL } from '../keyset.ts'
import { byPlace, type Listed, merged, type Rank, type Source, sourceOf } from '../page.ts'
import { address, amount, at, NotFound, named } from '../rows.ts'
import { first, newestIn, searched, selected } from '../tables.ts'

type Row = typeof series.$inferSelect
type PositionRow = typeof position.$inferSelect

/** As the contract computes it, at `now`; the cooling-off is a part of its OPEN. */
export function stateOf(row: Row, now: number): SeriesState {
  if (row.redeemed) return 'redeemed'
  if (row.machine !== null) return 'bought'
  if (now < row.subscribeUntil) return 'open'
  if (now < row.closesAt) return 'closing'
  return row.failed || row.units < row.leastUnits || now >= row.buyBy ? 'failed' : 'funded'
}

/** The most that will be paid for what is pledged now: the left-over, and the cap on the price. */
const mostDueOf = (row: Row): bigint => row.capDue ?? capDueOf(row, row.units)

function summaryOf(row: Row, coopName: string, now: number): SeriesSummary {
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
    freedUnits: amount(row.peak - row.units),
    holders: row.holders,
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
    capDue: amount(mostDueOf(row)),
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

/** `offersOf` as the database computes it: its place in `OFFERS_OF`. */
function groupOf(now: number): SQL<number> {
  const is = (of: OffersOf) => sql.raw(`${OFFERS_OF.indexOf(of)}`)
  const { redeemed, machine, subscribeUntil, opensAt, closesAt, units, leastUnits, buyBy, failed } =
    series
  return sql<number>`(case
    when ${redeemed} then ${is('repaid')}
    when ${machine} is not null then ${is('running')}
    when ${subscribeUntil} > ${now} and ${opensAt} > ${now} then ${is('soon')}
    when ${subscribeUntil} > ${now} then ${is('open')}
    when ${closesAt} > ${now} then ${is('under')}
    when ${failed} or ${units} < ${leastUnits} or ${buyBy} <= ${now} then ${is('failed')}
    else ${is('under')} end)`
}

export interface SeriesQuery {
  readonly phyle?: Hex | undefined
  readonly coop?: Hex | undefined
  readonly q?: string | undefined
  readonly state?: OffersOf | undefined
  readonly order?: Ordering | undefined
}

/** Within what can be lent for, what closes first comes first; else the newest. */
function standing(row: Row, now: number): Rank {
  const of = offersOf(row, now)
  return [OFFERS_OF.indexOf(of), of === 'open' ? row.subscribeUntil : 0, ...byPlace(row)]
}

/** `standing` as the database computes it. */
function byStanding(now: number): Order {
  const group = groupOf(now)
  const open = sql.raw(`${OFFERS_OF.indexOf('open')}`)
  return {
    columns: [
      [group, 'integer'],
      [sql`(case ${group} when ${open} then ${series.subscribeUntil} else 0 end)`, 'amount'],
      [sql`(-${series.block})`, 'integer'],
      [sql`(-${series.log})`, 'integer'],
    ],
    newestFirst: false,
  }
}

interface Offer {
  readonly series: Row
  readonly coopName: string
}

/** Offers with the names of their co-ops. */
const joined = (where: SQL | undefined) =>
  db
    .select({ series, coopName: sql<string>`${coop.name}` })
    .from(series)
    .leftJoin(coop, eq(coop.address, series.coop))
    .where(where)

export async function seriesList(query: SeriesQuery, now: number): Promise<Listed<SeriesSummary>> {
  const where = and(
    query.phyle ? eq(series.phyle, query.phyle) : undefined,
    query.coop ? eq(series.coop, query.coop) : undefined,
    query.state ? eq(groupOf(now), OFFERS_OF.indexOf(query.state)) : undefined,
    searched(query.q, [series.words, coop.words]),
  )
  const source = selected<Offer>(query.order ? byStanding(now) : placeIn(series), {
    rankOf: (row) => (query.order ? standing(row.series, now) : byPlace(row.series)),
    select: joined,
    where,
  })
  return merged([source], (rows) => rows.map((row) => summaryOf(row.series, row.coopName, now)))
}

/** The offers of a federation with these numbers, by number. */
export async function seriesByIds(
  of: Hex,
  ids: readonly bigint[],
  now: number,
): Promise<ReadonlyMap<bigint, SeriesSummary>> {
  if (ids.length === 0) return new Map()
  const rows = await joined(and(eq(series.phyle, of), among(series.id, ids, 'numeric')))
  return new Map(rows.map((row) => [row.series.id, summaryOf(row.series, row.coopName, now)]))
}

/** Positions with what each holder is due, asked of the chain. */
export async function positionsOf(rows: readonly PositionRow[]): Promise<readonly Position[]> {
  if (rows.length === 0) return []
  const phyles = await db
    .select({ address: phyle.address, bonds: phyle.bonds })
    .from(phyle)
    .where(
      among(
        phyle.address,
        rows.map((row) => row.phyle),
      ),
    )
  return Promise.all(
    rows.map(async (row) => {
      const bonds = phyles.find((one) => one.address === row.phyle)?.bonds
      const due = bonds
        ? await read({
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
  const time = row.units < row.leastUnits || now < row.buyBy ? row.closesAt : row.buyBy
  return [{ what: 'failed', who: null, amount: '0', ...at(row), time }]
}

const paymentOf = (one: typeof seriesPayment.$inferSelect): SeriesPayment => ({
  amount: amount(one.amount),
  source: one.source as SeriesPayment['source'],
  paidAfter: amount(one.paidAfter),
  ...at(one),
})

const eventOf = (one: typeof seriesEvent.$inferSelect): SeriesEvent => ({
  what: one.what as SeriesEvent['what'],
  who: one.who && address(one.who),
  amount: amount(one.amount),
  ...at(one),
})

async function seriesOf(of: Hex, id: bigint): Promise<Offer> {
  const [found] = await joined(and(eq(series.phyle, of), eq(series.id, id)))
  if (!found) throw new NotFound(`There is no bond offer ${id} in ${of}.`)
  return found
}

/** Who lent, those with the most units first. */
function holders(of: Hex, id: bigint, holder?: Hex): Source<PositionRow> {
  const where = and(
    eq(position.phyle, of),
    eq(position.series, id),
    holder ? eq(position.holder, holder) : undefined,
  )
  return selected<PositionRow>(
    {
      columns: [
        [position.units, 'amount'],
        [position.holder, 'address'],
      ],
      newestFirst: true,
    },
    {
      rankOf: (row) => [-row.units, -BigInt(row.holder)],
      select: (one) => db.select().from(position).where(one),
      where,
    },
  )
}

const payments = (of: Hex, id: bigint) =>
  newestIn(seriesPayment, and(eq(seriesPayment.phyle, of), eq(seriesPayment.series, id)))

const events = (of: Hex, id: bigint) =>
  newestIn(seriesEvent, and(eq(seriesEvent.phyle, of), eq(seriesEvent.series, id)))

export async function seriesPositions(
  of: Hex,
  id: bigint,
  holder: Hex | undefined,
): Promise<Listed<Position>> {
  await seriesOf(of, id)
  return merged([holders(of, id, holder)], positionsOf)
}

export async function seriesPayments(of: Hex, id: bigint): Promise<Listed<SeriesPayment>> {
  await seriesOf(of, id)
  return merged([payments(of, id)], (rows) => rows.map(paymentOf))
}

/** Later than every block. */
const LAST: Rank = [-2_147_483_647, 0]

export async function seriesHistory(
  of: Hex,
  id: bigint,
  now: number,
): Promise<Listed<SeriesEvent>> {
  const { series: row } = await seriesOf(of, id)
  const told: Source<{ readonly event: SeriesEvent; readonly rank: Rank }> = {
    rankOf: ({ rank }) => rank,
    count: events(of, id).count,
    read: async (stretch) =>
      (await events(of, id).read(stretch)).map((one) => ({
        event: eventOf(one),
        rank: byPlace(one),
      })),
  }
  const failure = failureOf(row, now).map((event) => ({ event, rank: LAST }))
  return merged([sourceOf(failure, ({ rank }) => rank), told], (rows) =>
    rows.map(({ event }) => event),
  )
}

/** As much as comes with an offer itself, of each list. */
const FIRST = 100

export async function seriesDetail(of: Hex, id: bigint, now: number): Promise<SeriesDetail> {
  const { series: row, coopName } = await seriesOf(of, id)
  const [positions, paid, history, told, [act]] = await Promise.all([
    first(holders(of, id), FIRST),
    first(payments(of, id), FIRST),
    first(events(of, id), FIRST),
    events(of, id).count(),
    db
      .select({ proposal: carriedOut.proposal })
      .from(carriedOut)
      .where(and(eq(carriedOut.coop, row.coop), eq(carriedOut.tx, row.tx)))
      .limit(1),
  ])
  return {
    ...summaryOf(row, coopName, now),
    positions: await positionsOf(positions),
    refunds: row.refunds,
    payments: paid.map(paymentOf),
    bought: row.bought,
    leftOver: amount(row.leftOver),
    machine: row.machine?.toString() ?? null,
    floated: at(row),
    proposal: act?.proposal.toString() ?? null,
    events: failureOf(row, now).length + told,
    history: [...failureOf(row, now), ...history.map(eventOf)],
  }
}

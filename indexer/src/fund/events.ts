// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Context, ponder } from 'ponder:registry'
import {
  claim,
  closedEpoch,
  flow,
  machine,
  policy,
  pour,
  reserveSpending,
  series,
  seriesEvent,
  seriesPayment,
} from 'ponder:schema'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import type { Hex } from 'viem'
import { phyleOf } from '../phyle/home.ts'
import { placeOf } from '../place.ts'

/** By `Source` of the contracts, where in the flow it is summed. */
const CAME_BY = ['inMachines', 'inLicences', 'inLevies', 'inGifts'] as const

interface Payment {
  readonly id: string
  readonly phyle: Hex
  readonly series: bigint
  readonly amount: bigint
  readonly source: 'machine' | 'common' | 'leftover'
}

/** Books what a series was paid, in its ledger and in its history. */
async function pay(db: Context['db'], payment: Payment, place: ReturnType<typeof placeOf>) {
  const { id, phyle, series: of, amount, source } = payment
  if (amount === 0n) return
  const { paid } = await db
    .update(series, { phyle, id: of })
    .set((row) => ({ paid: row.paid + amount }))
  await db
    .insert(seriesPayment)
    .values({ id, phyle, series: of, amount, source, paidAfter: paid, ...place })
  await db
    .insert(seriesEvent)
    .values({ id, phyle, series: of, what: 'paid', who: null, amount, ...place })
}

ponder.on('CommonsFund:Poured', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  await db.insert(pour).values({ id: event.id, phyle, ...event.args, ...placeOf(event) })
  const { source, ref: id, amount, toSeries, toBonds, toReserve, toHeads } = event.args
  const came = CAME_BY[source]
  await db.update(flow, { phyle }).set((row) => ({
    ...(came && { [came]: row[came] + amount }),
    toBonds: row.toBonds + toSeries + toBonds,
    toReserve: row.toReserve + toReserve,
    toHeads: row.toHeads + toHeads,
    pours: row.pours + 1,
  }))
  if (source !== SOURCE.machine || !(await db.find(machine, { phyle, id }))) return
  await db.update(machine, { phyle, id }).set((row) => ({ income: row.income + amount }))
})

ponder.on('CommonsFund:SeriesPaid', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  const { own, seriesIds, amounts } = event.args
  for (const [i, of] of seriesIds.entries()) {
    const source = own ? 'machine' : 'common'
    const payment = { id: `${event.id}-${i}`, phyle, series: of, amount: amounts[i] ?? 0n, source }
    await pay(db, payment as Payment, placeOf(event))
  }
})

ponder.on('CommonsFund:SeriesBought', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  const { seriesId: id, machineId, leftOver, capDue, endorsed } = event.args
  await db.update(series, { phyle, id }).set({ machine: machineId, capDue, endorsed, leftOver })
  const payment = { id: event.id, phyle, series: id, amount: leftOver, source: 'leftover' } as const
  await pay(db, payment, placeOf(event))
})

ponder.on('CommonsFund:SeriesRedeemed', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  const { seriesId: id, paid } = event.args
  await db.update(series, { phyle, id }).set({ redeemed: true })
  await db.insert(seriesEvent).values({
    id: event.id,
    phyle,
    series: id,
    what: 'redeemed',
    who: null,
    amount: paid,
    ...placeOf(event),
  })
})

ponder.on('CommonsFund:EpochClosed', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  const { epoch, shared, ...sums } = event.args
  const which = { epoch: Number(epoch), shared: Number(shared) }
  await db.insert(closedEpoch).values({ phyle, ...which, ...sums, ...placeOf(event) })
})

ponder.on('CommonsFund:Claimed', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  await db.insert(claim).values({ id: event.id, phyle, ...event.args, ...placeOf(event) })
  await db.update(flow, { phyle }).set((row) => ({ claimed: row.claimed + event.args.amount }))
})

ponder.on('CommonsFund:ReserveSpent', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  await db.insert(reserveSpending).values({ id: event.id, phyle, ...event.args, ...placeOf(event) })
})

ponder.on('CommonsFund:PolicySet', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'fund')
  if (!phyle) return
  await db.update(policy, { phyle }).set(event.args.policy)
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { ponder } from 'ponder:registry'
import { position, series, seriesEvent } from 'ponder:schema'
import { fold } from '@phyle/sdk/search'
import { type Hex, isAddressEqual, zeroAddress } from 'viem'
import { phyleOf } from '../phyle/home.ts'
import { placeOf } from '../place.ts'

ponder.on('CommonsBonds:Floated', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'bonds')
  if (!phyle) return
  const { seriesId: id, coop, face, closesAt, terms } = event.args
  await db.insert(series).values({
    phyle,
    id,
    coop,
    title: terms.title,
    words: fold(terms.title),
    document: terms.machine,
    supplier: terms.supplier,
    face,
    price: terms.price,
    leastUnits: BigInt(terms.leastUnits),
    mostUnits: BigInt(terms.mostUnits),
    mostPerPerson: BigInt(terms.mostPerPerson),
    opensAt: terms.opensAt,
    subscribeUntil: terms.subscribeUntil,
    closesAt,
    buyBy: terms.buyBy,
    expectedBy: terms.expectedBy,
    capBps: terms.capBps,
    rentMode: terms.rentMode,
    rent: terms.rent,
    rentPeriod: terms.rentPeriod,
    endorsed: false,
    units: 0n,
    peak: 0n,
    holders: 0,
    refunds: 0,
    failed: false,
    machine: null,
    bought: null,
    leftOver: 0n,
    paid: 0n,
    capDue: null,
    redeemed: false,
    ...placeOf(event),
  })
  await db.insert(seriesEvent).values({
    id: event.id,
    phyle,
    series: id,
    what: 'floated',
    who: coop,
    amount: terms.price,
    ...placeOf(event),
  })
})

ponder.on('CommonsBonds:CloseMoved', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'bonds')
  if (!phyle) return
  const { seriesId: id, closesAt } = event.args
  await db.update(series, { phyle, id }).set({ closesAt })
})

ponder.on('CommonsBonds:Endorsed', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'bonds')
  if (!phyle) return
  await db.update(series, { phyle, id: event.args.seriesId }).set({ endorsed: true })
})

ponder.on('CommonsBonds:Bought', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'bonds')
  if (!phyle) return
  const { seriesId, machineId, price } = event.args
  await db
    .update(series, { phyle, id: seriesId })
    .set({ machine: machineId, bought: Number(event.block.timestamp) })
  await db.insert(seriesEvent).values({
    id: event.id,
    phyle,
    series: seriesId,
    what: 'bought',
    who: null,
    amount: price,
    ...placeOf(event),
  })
})

/** ERC-6909 tells pledges (from zero), withdrawals and refunds (to zero), and sales. */
ponder.on('CommonsBonds:Transfer', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'bonds')
  if (!phyle) return
  const { sender, receiver, id, amount: units } = event.args
  const place = placeOf(event)
  const of = await db.find(series, { phyle, id })
  if (!of) throw new Error(`there is no series ${id} in ${phyle}`)
  const pledge = isAddressEqual(sender, zeroAddress)
  const ending = isAddressEqual(receiver, zeroAddress)
  const refund = ending && place.time >= of.closesAt
  const key = { phyle, series: id }
  const heldBy = async (holder: Hex) => (await db.find(position, { ...key, holder }))?.units ?? 0n
  const moves = units > 0n && !isAddressEqual(sender, receiver)
  const begins = moves && !ending && (await heldBy(receiver)) === 0n
  const ends = moves && !pledge && (await heldBy(sender)) === units

  if (!ending) {
    const subscribed = pledge ? units : 0n
    await db
      .insert(position)
      .values({ ...key, holder: receiver, units, subscribed, taken: 0n, refunded: false })
      .onConflictDoUpdate((row) => ({
        units: row.units + units,
        subscribed: row.subscribed + subscribed,
      }))
  }
  if (!pledge) {
    const lessPledged = ending && !refund ? units : 0n
    await db.update(position, { ...key, holder: sender }).set((row) => ({
      units: row.units - units,
      subscribed: row.subscribed - lessPledged,
      refunded: row.refunded || refund,
    }))
  }
  // The number of bonds sold is kept when a series failed and everybody took back what they paid.
  const change = pledge ? units : ending && !refund ? -units : 0n
  await db.update(series, { phyle, id }).set((row) => ({
    units: row.units + change,
    peak: row.units + change > row.peak ? row.units + change : row.peak,
    holders: row.holders + Number(begins) - Number(ends),
    refunds: row.refunds + Number(refund && ends),
    failed: row.failed || refund,
  }))
  const what = pledge ? 'subscribed' : refund ? 'refunded' : ending ? 'withdrawn' : 'transferred'
  const who = pledge ? receiver : sender
  await db
    .insert(seriesEvent)
    .values({ id: event.id, ...key, what, who, amount: units * of.face, ...place })
})

ponder.on('CommonsBonds:Taken', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'bonds')
  if (!phyle) return
  const { seriesId, holder, amount } = event.args
  await db
    .update(position, { phyle, series: seriesId, holder })
    .set((row) => ({ taken: row.taken + amount }))
  await db.insert(seriesEvent).values({
    id: event.id,
    phyle,
    series: seriesId,
    what: 'taken',
    who: holder,
    amount,
    ...placeOf(event),
  })
})

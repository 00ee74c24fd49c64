// SPDX-License-Identifier: AGPL-3.0-or-later
import { ponder } from 'ponder:registry'
import { filing, phyle, phyleCoop, policy, seat, singleton } from 'ponder:schema'
import { placeOf } from './place.ts'

ponder.on('Phyle:HouseSet', async ({ event, context: { db } }) => {
  const address = event.log.address
  const { house, cash, start, epochLength } = event.args
  await db
    .insert(phyle)
    .values({ address, ...house, cash, start, epochLength, noticePeriod: 0, ...placeOf(event) })
  const { root: _, ...singletons } = house
  await db
    .insert(singleton)
    .values(Object.values(singletons).map((part) => ({ address: part, phyle: address })))
  await db.insert(policy).values({
    phyle: address,
    machineBondsBps: 0,
    machineReserveBps: 1_000,
    otherBondsBps: 5_000,
    otherReserveBps: 1_000,
  })
})

ponder.on('Phyle:NoticePeriodSet', async ({ event, context: { db } }) => {
  await db.update(phyle, { address: event.log.address }).set({ noticePeriod: event.args.period })
})

ponder.on('Phyle:CoopEntered', async ({ event, context: { db } }) => {
  const entered = { entered: event.args.time, leaves: null, departed: false }
  await db
    .insert(phyleCoop)
    .values({ phyle: event.log.address, coop: event.args.coop, ...entered })
    .onConflictDoUpdate(entered)
})

ponder.on('Phyle:CoopGaveNotice', async ({ event, context: { db } }) => {
  const { coop, leavesAt: leaves } = event.args
  await db.update(phyleCoop, { phyle: event.log.address, coop }).set({ leaves })
})

ponder.on('Phyle:CoopDeparted', async ({ event, context: { db } }) => {
  const { coop, time: leaves } = event.args
  await db.update(phyleCoop, { phyle: event.log.address, coop }).set({ leaves, departed: true })
})

ponder.on('Phyle:Seated', async ({ event, context: { db } }) => {
  const { coop, memberId, wallet, earnsFrom } = event.args
  const seated = { wallet, earnsFrom, from: Number(event.block.timestamp), until: null }
  await db
    .insert(seat)
    .values({ phyle: event.log.address, coop, memberId, ...seated })
    .onConflictDoUpdate(seated)
})

ponder.on('Phyle:Unseated', async ({ event, context: { db } }) => {
  const { coop, memberId, endedAt: until } = event.args
  await db.update(seat, { phyle: event.log.address, coop, memberId }).set({ until })
})

ponder.on('Phyle:SocialAccountFiled', async ({ event, context: { db } }) => {
  await db.insert(filing).values({
    id: event.id,
    phyle: event.log.address,
    what: 'socialAccount',
    ...event.args,
    ...placeOf(event),
  })
})

ponder.on('Phyle:BooksFiled', async ({ event, context: { db } }) => {
  await db.insert(filing).values({
    id: event.id,
    phyle: event.log.address,
    what: 'books',
    attester: null,
    ...event.args,
    ...placeOf(event),
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Context, ponder } from 'ponder:registry'
import {
  accountAttester,
  chapter,
  estate,
  filing,
  flow,
  head,
  home,
  phyle,
  phyleCoop,
  policy,
  seat,
  vouching,
} from 'ponder:schema'
import { FIRST_CHAPTERS } from '@phyle/sdk/deployments'
import { type Hex, zeroAddress } from 'viem'
import { placeOf } from '../place.ts'

/** A federation's first chapters follow in the transaction of its founding. */
const NO_CHAPTERS = {
  fund: zeroAddress,
  bonds: zeroAddress,
  works: zeroAddress,
  machines: zeroAddress,
  licences: zeroAddress,
  contributions: zeroAddress,
} as const

ponder.on('Phyle:Begun', async ({ event, context: { db } }) => {
  const address = event.log.address
  await db.insert(phyle).values({
    address,
    ...event.args,
    ...NO_CHAPTERS,
    noticePeriod: 0,
    heads: 0,
    ...placeOf(event),
  })
  await db.insert(flow).values({
    phyle: address,
    inMachines: 0n,
    inLicences: 0n,
    inLevies: 0n,
    inGifts: 0n,
    toBonds: 0n,
    toReserve: 0n,
    toHeads: 0n,
    claimed: 0n,
    pours: 0,
  })
  await db.insert(policy).values({
    phyle: address,
    machineBondsBps: 0,
    machineReserveBps: 1_000,
    otherBondsBps: 5_000,
    otherReserveBps: 1_000,
  })
})

ponder.on('Phyle:ChapterOpened', async ({ event, context: { db } }) => {
  const { name, chapter: address, codeHash } = event.args
  const of = event.log.address
  await db
    .insert(chapter)
    .values({ phyle: of, address, name, codeHash, replaced: false, ...placeOf(event) })
  // Others may open what belongs to this one, and this one a newer one later: the first is followed.
  const first = FIRST_CHAPTERS.find((one) => one === name)
  const founded = await db.find(phyle, { address: of })
  if (!first || founded?.[first] !== zeroAddress) return
  await db.update(phyle, { address: of }).set({ [first]: address })
  await db.insert(home).values({ chapter: address, phyle: of, name }).onConflictDoNothing()
})

ponder.on('Phyle:ChapterReplaced', async ({ event, context: { db } }) => {
  const key = { phyle: event.log.address, address: event.args.chapter }
  await db.update(chapter, key).set({ replaced: true })
})

ponder.on('Phyle:NoticePeriodSet', async ({ event, context: { db } }) => {
  await db.update(phyle, { address: event.log.address }).set({ noticePeriod: event.args.period })
})

ponder.on('Phyle:CoopEntered', async ({ event, context: { db } }) => {
  const entered = { entered: event.args.time, leaves: null, departed: false }
  await db
    .insert(phyleCoop)
    .values({ phyle: event.log.address, coop: event.args.coop, seats: 0, ...entered })
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

interface Place {
  readonly phyle: Hex
  readonly coop: Hex
  readonly wallet: Hex
}

/** Counts a seat that begins or ends: a person with several is one head. */
async function count(db: Context['db'], { phyle: of, coop, wallet }: Place, change: 1 | -1) {
  const { seats } = await db
    .insert(head)
    .values({ phyle: of, wallet, seats: change })
    .onConflictDoUpdate((row) => ({ seats: row.seats + change }))
  const first = change === 1 && seats === 1
  const last = change === -1 && seats === 0
  if (first || last) {
    await db.update(phyle, { address: of }).set((row) => ({ heads: row.heads + change }))
  }
  await db.update(phyleCoop, { phyle: of, coop }).set((row) => ({ seats: row.seats + change }))
}

ponder.on('Phyle:Seated', async ({ event, context: { db } }) => {
  const of = event.log.address
  const { coop, memberId, wallet, earnsFrom } = event.args
  const seated = { wallet, earnsFrom, from: Number(event.block.timestamp), until: null }
  const before = await db.find(seat, { phyle: of, coop, memberId })
  await db
    .insert(seat)
    .values({ phyle: of, coop, memberId, ...seated })
    .onConflictDoUpdate(seated)
  if (before && before.until === null) await count(db, before, -1)
  await count(db, { phyle: of, coop, wallet }, 1)
})

ponder.on('Phyle:Hastened', async ({ event, context: { db } }) => {
  const { coop, memberId, earnsFrom } = event.args
  await db.update(seat, { phyle: event.log.address, coop, memberId }).set({ earnsFrom })
})

ponder.on('Phyle:Unseated', async ({ event, context: { db } }) => {
  const key = { phyle: event.log.address, coop: event.args.coop, memberId: event.args.memberId }
  const before = await db.find(seat, key)
  await db.update(seat, key).set({ until: event.args.endedAt })
  if (before && before.until === null) await count(db, before, -1)
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

ponder.on('Phyle:AttesterAccepted', async ({ event, context: { db } }) => {
  const { attester: wallet, accepted: named } = event.args
  const of = event.log.address
  await db
    .insert(accountAttester)
    .values({ phyle: of, namedBy: of, wallet, named, ...placeOf(event) })
    .onConflictDoUpdate({ named })
})

ponder.on('Phyle:AttesterNamed', async ({ event, context: { db } }) => {
  const { coop: namedBy, attester: wallet, named } = event.args
  await db
    .insert(accountAttester)
    .values({ phyle: event.log.address, namedBy, wallet, named, ...placeOf(event) })
    .onConflictDoUpdate({ named })
})

ponder.on('Phyle:Vouched', async ({ event, context: { db } }) => {
  await db
    .insert(vouching)
    .values({ phyle: event.log.address, ...event.args, ...placeOf(event) })
    .onConflictDoNothing()
})

ponder.on('Phyle:HeirNamed', async ({ event, context: { db } }) => {
  const row = { ...event.args, passed: false, ...placeOf(event) }
  await db
    .insert(estate)
    .values({ phyle: event.log.address, ...row })
    .onConflictDoUpdate(row)
})

ponder.on('Phyle:HeirDismissed', async ({ event, context: { db } }) => {
  await db.delete(estate, { phyle: event.log.address, person: event.args.person })
})

ponder.on('Phyle:EstatePassed', async ({ event, context: { db } }) => {
  const key = { phyle: event.log.address, person: event.args.person }
  if (await db.find(estate, key)) await db.update(estate, key).set({ passed: true })
})

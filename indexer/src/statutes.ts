// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Context, ponder } from 'ponder:registry'
import { amendment, coop, kindOfAct, memberClass, organ, rule } from 'ponder:schema'
import { packRule } from '@phyle/sdk/rule'
import type { Hex } from 'viem'
import { linksOf, nameOfClass } from './names.ts'
import { placeOf, plain } from './place.ts'

type Db = Context['db']

interface Amending {
  readonly id: string
  readonly args: object
  readonly block: { readonly number: bigint; readonly timestamp: bigint }
  readonly transaction: { readonly hash: Hex }
  readonly log: { readonly logIndex: number; readonly address: Hex }
}

/** Keeps the amendment, and answers whose statutes they are. */
async function amend(db: Db, what: string, event: Amending): Promise<Hex> {
  const found = await db.find(organ, { address: event.log.address })
  if (!found) throw new Error(`${event.log.address} are the statutes of no co-op`)
  await db
    .insert(amendment)
    .values({ id: event.id, coop: found.coop, what, args: plain(event.args), ...placeOf(event) })
  return found.coop
}

ponder.on('Statutes:RuleSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'RuleSet', event)
  const word = packRule(event.args.rule)
  await db
    .insert(rule)
    .values({ coop: of, kind: event.args.kind, word })
    .onConflictDoUpdate({ word })
})

ponder.on('Statutes:KindSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'KindSet', event)
  const { target, selector, kind } = event.args
  await db
    .insert(kindOfAct)
    .values({ coop: of, target, selector, kind })
    .onConflictDoUpdate({ kind })
})

ponder.on('Statutes:SharesSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'SharesSet', event)
  for (const [index, share] of event.args.sharesBps.entries()) {
    await db.update(memberClass, { coop: of, index }).set({ share })
  }
  await db.update(coop, { address: of }).set({ maxShareBps: event.args.maxShareBps })
})

ponder.on('Statutes:ClassAdded', async ({ event, context: { db } }) => {
  const of = await amend(db, 'ClassAdded', event)
  const { class: index, definition } = event.args
  await db.insert(memberClass).values({
    coop: of,
    index,
    name: nameOfClass(definition.name),
    share: definition.shareBps,
    flags: definition.flags,
  })
})

ponder.on('Statutes:PurposeSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'PurposeSet', event)
  await db.update(coop, { address }).set({ purpose: event.args.purpose })
})

ponder.on('Statutes:LockRaised', async ({ event, context: { db } }) => {
  const address = await amend(db, 'LockRaised', event)
  await db.update(coop, { address }).set({ lock: event.args.lock })
})

ponder.on('Statutes:NameSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'NameSet', event)
  const { name } = event.args
  await db.update(coop, { address }).set({ name, ...linksOf(address, name) })
})

ponder.on('Statutes:AdmissionSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'AdmissionSet', event)
  const { policy: admission, sponsors } = event.args
  await db.update(coop, { address }).set({ admission, sponsors })
})

ponder.on('Statutes:CoolingPeriodSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'CoolingPeriodSet', event)
  await db.update(coop, { address }).set({ coolingPeriod: event.args.coolingPeriod })
})

ponder.on('Statutes:EffectsSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'EffectsSet', event)
  await db.update(coop, { address }).set({ effects: event.args.effects })
})

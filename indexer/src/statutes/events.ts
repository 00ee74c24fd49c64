// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Context, ponder } from 'ponder:registry'
import {
  amendment,
  coop,
  joinedFederation,
  kindOfAct,
  memberClass,
  openedChapter,
  rule,
} from 'ponder:schema'
import { packRule } from '@phyle/sdk/rule'
import type { Hex } from 'viem'
import { coopOf } from '../cooperative/home.ts'
import { linksOf, nameOfClass } from '../cooperative/names.ts'
import { placeOf, plain } from '../place.ts'

type Db = Context['db']

interface Amending {
  readonly id: string
  readonly args: object
  readonly block: { readonly number: bigint; readonly timestamp: bigint }
  readonly transaction: { readonly hash: Hex }
  readonly log: { readonly logIndex: number; readonly address: Hex }
}

/** Keeps the amendment, and answers whose statutes they are; null where they are no co-op's. */
async function amend(db: Db, what: string, event: Amending): Promise<Hex | null> {
  const coop = await coopOf(db, event.log.address)
  if (!coop) return null
  await db
    .insert(amendment)
    .values({ id: event.id, coop, what, args: plain(event.args), ...placeOf(event) })
  return coop
}

ponder.on('Statutes:RuleSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'RuleSet', event)
  if (!of) return
  const word = packRule(event.args.rule)
  await db
    .insert(rule)
    .values({ coop: of, kind: event.args.kind, word })
    .onConflictDoUpdate({ word })
})

ponder.on('Statutes:KindSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'KindSet', event)
  if (!of) return
  const { target, selector, kind } = event.args
  await db
    .insert(kindOfAct)
    .values({ coop: of, target, selector, kind })
    .onConflictDoUpdate({ kind })
})

ponder.on('Statutes:SharesSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'SharesSet', event)
  if (!of) return
  for (const [index, share] of event.args.sharesBps.entries()) {
    await db.update(memberClass, { coop: of, index }).set({ share })
  }
  await db.update(coop, { address: of }).set({ maxShareBps: event.args.maxShareBps })
})

ponder.on('Statutes:ClassAdded', async ({ event, context: { db } }) => {
  const of = await amend(db, 'ClassAdded', event)
  if (!of) return
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
  if (!address) return
  await db.update(coop, { address }).set({ purpose: event.args.purpose })
})

ponder.on('Statutes:LockRaised', async ({ event, context: { db } }) => {
  const address = await amend(db, 'LockRaised', event)
  if (!address) return
  await db.update(coop, { address }).set({ lock: event.args.lock })
})

ponder.on('Statutes:NameSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'NameSet', event)
  if (!address) return
  const { name } = event.args
  await db.update(coop, { address }).set({ name, ...linksOf(address, name) })
})

ponder.on('Statutes:AdmissionSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'AdmissionSet', event)
  if (!address) return
  const { policy: admission, sponsors } = event.args
  await db.update(coop, { address }).set({ admission, sponsors })
})

ponder.on('Statutes:CoolingPeriodSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'CoolingPeriodSet', event)
  if (!address) return
  await db.update(coop, { address }).set({ coolingPeriod: event.args.coolingPeriod })
})

ponder.on('Statutes:EffectsSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'EffectsSet', event)
  if (!address) return
  await db.update(coop, { address }).set({ effects: event.args.effects })
})

ponder.on('Statutes:ChapterOpened', async ({ event, context: { db } }) => {
  const of = await coopOf(db, event.log.address)
  if (!of) return
  const { chapter, name } = event.args
  await db.insert(openedChapter).values({ coop: of, chapter, name }).onConflictDoUpdate({ name })
})

ponder.on('Statutes:ChapterClosed', async ({ event, context: { db } }) => {
  const of = await coopOf(db, event.log.address)
  if (of) await db.delete(openedChapter, { coop: of, chapter: event.args.chapter })
})

ponder.on('Statutes:FederationJoined', async ({ event, context: { db } }) => {
  const of = await coopOf(db, event.log.address)
  if (!of) return
  const { phyle } = event.args
  await db.insert(joinedFederation).values({ coop: of, phyle }).onConflictDoUpdate({ phyle })
})

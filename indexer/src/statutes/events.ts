// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Context } from 'ponder:registry'
import {
  amendment,
  coop,
  coverage,
  joinedFederation,
  kindOfAct,
  memberClass,
  openedChapter,
  rule,
} from 'ponder:schema'
import { packRule } from '@phyle/sdk/rule'
import type { Hex } from 'viem'
import { coopUnder } from '../cooperative/home.ts'
import { isName, linksOf, nameOfClass } from '../cooperative/names.ts'
import { hear } from '../cooperative/past.ts'
import { placeOf, plain } from '../place.ts'

type Db = Context['db']

interface Amending {
  readonly args: object
  readonly block: { readonly number: bigint; readonly timestamp: bigint }
  readonly transaction: { readonly hash: Hex }
  readonly log: { readonly logIndex: number; readonly address: Hex }
}

/** Keeps the amendment, and answers whose statutes they are; null where they bind no co-op. */
async function amend(db: Db, what: string, event: Amending): Promise<Hex | null> {
  const coop = await coopUnder(db, event.log.address)
  if (!coop) return null
  const place = placeOf(event)
  await db
    .insert(amendment)
    .values({ id: `${place.block}-${place.log}`, coop, what, args: plain(event.args), ...place })
    // Statutes that come into force again have told their past before.
    .onConflictDoNothing()
  return coop
}

hear('Statutes:RuleSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'RuleSet', event)
  if (!of) return
  const word = packRule(event.args.rule)
  await db
    .insert(rule)
    .values({ coop: of, kind: event.args.kind, word })
    .onConflictDoUpdate({ word })
})

hear('Statutes:KindSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'KindSet', event)
  if (!of) return
  const { target, selector, kind } = event.args
  await db
    .insert(kindOfAct)
    .values({ coop: of, target, selector, kind })
    .onConflictDoUpdate({ kind })
})

hear('Statutes:SharesSet', async ({ event, context: { db } }) => {
  const of = await amend(db, 'SharesSet', event)
  if (!of) return
  for (const [index, share] of event.args.sharesBps.entries()) {
    const key = { coop: of, index }
    if (await db.find(memberClass, key)) await db.update(memberClass, key).set({ share })
  }
  await db.update(coop, { address: of }).set({ maxShareBps: event.args.maxShareBps })
})

hear('Statutes:ClassAdded', async ({ event, context: { db } }) => {
  const of = await amend(db, 'ClassAdded', event)
  if (!of) return
  const { class: index, definition } = event.args
  const { shareBps: share, flags } = definition
  const told = { name: nameOfClass(definition.name), share, flags }
  await db
    .insert(memberClass)
    .values({ coop: of, index, ...told })
    .onConflictDoUpdate(told)
})

hear('Statutes:PurposeSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'PurposeSet', event)
  if (!address) return
  await db.update(coop, { address }).set({ purpose: event.args.purpose })
})

hear('Statutes:LockRaised', async ({ event, context: { db } }) => {
  const address = await amend(db, 'LockRaised', event)
  if (!address) return
  await db.update(coop, { address }).set({ lock: event.args.lock })
})

hear('Statutes:BodySet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'BodySet', event)
  if (!address) return
  await db.update(coop, { address }).set({ body: event.args.body })
})

hear('Statutes:NameSet', async ({ event, context: { db } }) => {
  const { name } = event.args
  if (!isName(name)) return
  const address = await amend(db, 'NameSet', event)
  if (!address) return
  await db.update(coop, { address }).set({ name, ...linksOf(address, name) })
})

hear('Statutes:AdmissionSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'AdmissionSet', event)
  if (!address) return
  const { policy: admission, sponsors } = event.args
  await db.update(coop, { address }).set({ admission, sponsors })
})

hear('Statutes:CoolingPeriodSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'CoolingPeriodSet', event)
  if (!address) return
  await db.update(coop, { address }).set({ coolingPeriod: event.args.coolingPeriod })
})

hear('Statutes:EffectsSet', async ({ event, context: { db } }) => {
  const address = await amend(db, 'EffectsSet', event)
  if (!address) return
  await db.update(coop, { address }).set({ effects: event.args.effects })
})

hear('Statutes:ChapterOpened', async ({ event, context: { db } }) => {
  const of = await coopUnder(db, event.log.address)
  if (!of) return
  const { chapter, name } = event.args
  await db.insert(openedChapter).values({ coop: of, chapter, name }).onConflictDoUpdate({ name })
})

hear('Statutes:ChapterClosed', async ({ event, context: { db } }) => {
  const of = await coopUnder(db, event.log.address)
  if (of) await db.delete(openedChapter, { coop: of, chapter: event.args.chapter })
})

hear('Statutes:FederationJoined', async ({ event, context: { db } }) => {
  const of = await coopUnder(db, event.log.address)
  if (!of) return
  const { phyle } = event.args
  await db.insert(joinedFederation).values({ coop: of, phyle }).onConflictDoUpdate({ phyle })
})

hear('Statutes:CoverageSet', async ({ event, context: { db } }) => {
  const of = await coopUnder(db, event.log.address)
  if (!of) return
  const { chapter } = event.args
  await db.insert(coverage).values({ coop: of, chapter }).onConflictDoUpdate({ chapter })
})

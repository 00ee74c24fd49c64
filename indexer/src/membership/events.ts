// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Context } from 'ponder:registry'
import { application, latestMember, member, openApplication, roll } from 'ponder:schema'
import type { Hex } from 'viem'
import { coopOf } from '../cooperative/home.ts'
import { hear } from '../cooperative/past.ts'
import { placeOf } from '../place.ts'

type Db = Context['db']

/** Ends the application that a wallet has open, if it has one that ends by `until`. */
async function answer(
  db: Db,
  membership: Hex,
  wallet: Hex,
  state: string,
  until?: bigint,
): Promise<void> {
  const open = await db.find(openApplication, { membership, wallet })
  if (!open) return
  const made = await db.find(application, { id: open.application })
  if (until !== undefined && made && made.deadline > until) return
  await db.update(application, { id: open.application }).set({ state })
  await db.delete(openApplication, { membership, wallet })
}

/** Keeps count of a class as somebody comes to it or goes from it. */
async function count(
  db: Db,
  membership: Hex,
  of: number,
  { members, gone }: { readonly members: 1 | -1; readonly gone: 0 | 1 },
): Promise<void> {
  await db
    .insert(roll)
    .values({ membership, class: of, members, gone })
    .onConflictDoUpdate((row) => ({ members: row.members + members, gone: row.gone + gone }))
}

hear('Membership:Admitted', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const membership = event.log.address
  const { wallet, id, class: into, bySponsors } = event.args
  // Whoever wrote the roll: it is read as one that gives each number once.
  if (await db.find(member, { membership, id })) return
  const before = await db.find(latestMember, { membership, wallet })
  await db.insert(member).values({
    membership,
    id,
    wallet,
    class: into,
    joined: Number(event.block.timestamp),
    left: null,
    noticed: null,
    previousClass: null,
    classChanged: null,
    bySponsors,
    previousId: before?.id ?? null,
  })
  await count(db, membership, into, { members: 1, gone: 0 })
  await db.insert(latestMember).values({ membership, wallet, id }).onConflictDoUpdate({ id })
  await answer(db, membership, wallet, 'admitted')
})

hear('Membership:ClassChanged', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const membership = event.log.address
  const { wallet, id, from, to } = event.args
  if (!(await db.find(member, { membership, id }))) return
  await db
    .update(member, { membership, id })
    .set({ class: to, previousClass: from, classChanged: Number(event.block.timestamp) })
  await count(db, membership, from, { members: -1, gone: 0 })
  await count(db, membership, to, { members: 1, gone: 0 })
  await answer(db, membership, wallet, 'admitted')
})

hear('Membership:Resigned', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const membership = event.log.address
  const { id } = event.args
  if (!(await db.find(member, { membership, id }))) return
  const left = Number(event.block.timestamp)
  const row = await db.update(member, { membership, id }).set({ left, noticed: null })
  await count(db, membership, row.class, { members: -1, gone: 1 })
})

/** Notes since when a notice runs for a membership; null: none does. */
async function notice(db: Db, membership: Hex, id: bigint, noticed: number | null): Promise<void> {
  if (!(await coopOf(db, membership)) || !(await db.find(member, { membership, id }))) return
  await db.update(member, { membership, id }).set({ noticed })
}

hear('Membership:SilenceNoted', async ({ event, context: { db } }) => {
  await notice(db, event.log.address, event.args.id, Number(event.block.timestamp))
})

hear('Membership:Heard', async ({ event, context: { db } }) => {
  await notice(db, event.log.address, event.args.id, null)
})

hear('Membership:StruckOff', async ({ event, context: { db } }) => {
  await notice(db, event.log.address, event.args.id, null)
})

hear('Membership:Applied', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const membership = event.log.address
  const { wallet, class: into, document, deadline } = event.args
  await answer(db, membership, wallet, 'withdrawn')
  await db.insert(application).values({
    id: event.id,
    membership,
    wallet,
    class: into,
    document,
    deadline,
    state: 'open',
    ...placeOf(event),
  })
  await db.insert(openApplication).values({ membership, wallet, application: event.id })
})

hear('Membership:ApplicationWithdrawn', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  const { wallet, deadline } = event.args
  await answer(db, event.log.address, wallet, 'withdrawn', deadline)
})

hear('Membership:ApplicationRefused', async ({ event, context: { db } }) => {
  if (!(await coopOf(db, event.log.address))) return
  await answer(db, event.log.address, event.args.wallet, 'refused')
})

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Context, ponder } from 'ponder:registry'
import { application, latestMember, member, openApplication } from 'ponder:schema'
import type { Hex } from 'viem'
import { placeOf } from './place.ts'

type Db = Context['db']

/** Ends the application that a wallet has open, if it has one. */
async function answer(db: Db, membership: Hex, wallet: Hex, state: string): Promise<void> {
  const open = await db.find(openApplication, { membership, wallet })
  if (!open) return
  await db.update(application, { id: open.application }).set({ state })
  await db.delete(openApplication, { membership, wallet })
}

ponder.on('Membership:Admitted', async ({ event, context: { db } }) => {
  const membership = event.log.address
  const { wallet, id, class: into, bySponsors } = event.args
  const before = await db.find(latestMember, { membership, wallet })
  await db.insert(member).values({
    membership,
    id,
    wallet,
    class: into,
    joined: Number(event.block.timestamp),
    left: null,
    previousClass: null,
    classChanged: null,
    bySponsors,
    previousId: before?.id ?? null,
  })
  await db.insert(latestMember).values({ membership, wallet, id }).onConflictDoUpdate({ id })
  await answer(db, membership, wallet, 'admitted')
})

ponder.on('Membership:ClassChanged', async ({ event, context: { db } }) => {
  const membership = event.log.address
  const { wallet, id, from, to } = event.args
  await db
    .update(member, { membership, id })
    .set({ class: to, previousClass: from, classChanged: Number(event.block.timestamp) })
  await answer(db, membership, wallet, 'admitted')
})

ponder.on('Membership:Resigned', async ({ event, context: { db } }) => {
  const { id } = event.args
  await db
    .update(member, { membership: event.log.address, id })
    .set({ left: Number(event.block.timestamp) })
})

ponder.on('Membership:Applied', async ({ event, context: { db } }) => {
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

ponder.on('Membership:ApplicationWithdrawn', ({ event, context: { db } }) =>
  answer(db, event.log.address, event.args.wallet, 'withdrawn'),
)

ponder.on('Membership:ApplicationRefused', ({ event, context: { db } }) =>
  answer(db, event.log.address, event.args.wallet, 'refused'),
)

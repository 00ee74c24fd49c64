// SPDX-License-Identifier: AGPL-3.0-or-later
import { ponder } from 'ponder:registry'
import {
  attester,
  contribution,
  grantCount,
  licenceClaim,
  permission,
  receipt,
  refund,
} from 'ponder:schema'
import { phyleOf } from '../phyle/home.ts'
import { placeOf } from '../place.ts'

ponder.on('Licences:Receipt', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'licences')
  if (!phyle) return
  const { licensee, family, fingerprint, entry } = event.args
  await db.insert(receipt).values({
    phyle,
    fingerprint,
    licensee,
    family,
    ...entry,
    number: Number(entry.number),
    terms: Number(entry.terms),
    ...placeOf(event),
  })
  if (!(await db.find(permission, { phyle, family, licensee }))) {
    await db
      .insert(grantCount)
      .values({ phyle, permissions: 1 })
      .onConflictDoUpdate(({ permissions }) => ({ permissions: permissions + 1 }))
  }
  await db
    .insert(permission)
    .values({ phyle, family, licensee, refunds: 0, ...placeOf(event) })
    .onConflictDoUpdate(placeOf(event))
})

ponder.on('Licences:Refunded', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'licences')
  if (!phyle) return
  const { licensee, family, fingerprint, receipt: taken, to, entry } = event.args
  const { payer, amount, from } = entry
  const numbers = { number: Number(entry.number), receipt: Number(taken) }
  await db.insert(refund).values({
    phyle,
    fingerprint,
    licensee,
    family,
    ...numbers,
    payer,
    amount,
    from,
    to,
    ...placeOf(event),
  })
  await db
    .update(permission, { phyle, family, licensee })
    .set(({ refunds }) => ({ refunds: refunds + 1 }))
})

ponder.on('Licences:LicenceShareClaimed', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'licences')
  if (!phyle) return
  await db.insert(licenceClaim).values({ id: event.id, phyle, ...event.args, ...placeOf(event) })
})

ponder.on('Contributions:AttesterNamed', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'contributions')
  if (!phyle) return
  const { coop, attester: wallet, quota, until } = event.args
  const named = { quota: BigInt(quota), until }
  await db
    .insert(attester)
    .values({ phyle, coop, wallet, ...named })
    .onConflictDoUpdate(named)
})

ponder.on('Contributions:ContributionAttested', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'contributions')
  if (!phyle) return
  const { family, artefact, points, maturesAt: matures, ...rest } = event.args
  const given = { ...rest, points: BigInt(points), matures, ...placeOf(event) }
  const fresh = { ...given, withdrawn: false, counted: false }
  await db
    .insert(contribution)
    .values({ phyle, family, artefact, ...fresh })
    .onConflictDoUpdate(fresh)
})

ponder.on('Contributions:ContributionWithdrawn', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'contributions')
  if (!phyle) return
  const { family, artefact } = event.args
  await db.update(contribution, { phyle, family, artefact }).set({ withdrawn: true })
})

ponder.on('Contributions:ContributionCounted', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'contributions')
  if (!phyle) return
  const { family, artefact } = event.args
  await db.update(contribution, { phyle, family, artefact }).set({ counted: true })
})

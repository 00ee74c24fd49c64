// SPDX-License-Identifier: AGPL-3.0-or-later
import { ponder } from 'ponder:registry'
import {
  changeDate,
  descent,
  licence as licences,
  machine,
  origin as origins,
  terms,
  work,
  worksDelegate,
} from 'ponder:schema'
import { cidOf } from '@phyle/sdk/cid'
import { fold } from '@phyle/sdk/search'
import { phyleOf } from '../phyle/home.ts'
import { placeOf } from '../place.ts'

ponder.on('Machines:MachineEntered', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'machines')
  if (!phyle) return
  const { machineId: id, seriesId, rentPeriod, ...entry } = event.args
  await db.insert(machine).values({
    phyle,
    id,
    series: seriesId,
    rentPeriod: Number(rentPeriod),
    income: 0n,
    ...entry,
    ...placeOf(event),
  })
})

ponder.on('Works:WorkRegistered', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'works')
  if (!phyle) return
  const { id, family, steward, by, approved, right, origin, entry } = event.args
  const { title, version, licence, licensor, purpose, digest } = entry
  await db.insert(work).values({
    phyle,
    id,
    family,
    steward,
    by,
    approved,
    title,
    version,
    licence,
    right,
    licensor,
    purpose,
    words: fold([title, version, licence, licensor, purpose].join(' ')),
    digest,
    cid: cidOf(digest),
    links: [...entry.links],
    parents: [...entry.parents],
    ...placeOf(event),
  })
  await db.insert(origins).values({ phyle, digest, work: origin }).onConflictDoNothing()
  await db.insert(licences).values({ phyle, name: licence }).onConflictDoNothing()
  for (const parent of new Set(entry.parents)) {
    await db.insert(descent).values({ phyle, parent, child: id })
  }
})

ponder.on('Works:RightDecided', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'works')
  if (!phyle) return
  const { work: id, right } = event.args
  await db.update(work, { phyle, id }).set({ right })
})

ponder.on('Works:OriginDecided', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'works')
  if (!phyle) return
  const { digest, work: stands } = event.args
  await db.update(origins, { phyle, digest }).set({ work: stands })
})

ponder.on('Works:WorksDelegateNamed', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'works')
  if (!phyle) return
  const { coop, wallet, until } = event.args
  await db
    .insert(worksDelegate)
    .values({ phyle, coop, wallet, until })
    .onConflictDoUpdate({ until })
})

ponder.on('Works:TermsOffered', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'works')
  if (!phyle) return
  const { family, version, hash, from, terms: offered } = event.args
  await db.insert(terms).values({
    phyle,
    family,
    version: Number(version),
    hash,
    from,
    ...offered,
    tierBps: [...offered.tierBps],
    tierTurnover: offered.tierTurnover.map(BigInt),
    waivePoints: BigInt(offered.waivePoints),
    changeDate: BigInt(offered.changeDate),
    ...placeOf(event),
  })
})

ponder.on('Works:ChangeDateSet', async ({ event, context: { db } }) => {
  const phyle = await phyleOf(db, event.log.address, 'works')
  if (!phyle) return
  const date = BigInt(event.args.changeDate)
  await db
    .insert(changeDate)
    .values({ phyle, family: event.args.family, date })
    .onConflictDoUpdate({ date })
})

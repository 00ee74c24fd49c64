// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Context, ponder } from 'ponder:registry'
import {
  accountSize,
  carriedOut,
  coop,
  joinedFederation,
  memberClass,
  organ,
  payment,
  rule,
  transfer,
} from 'ponder:schema'
import { iMembershipAbi, iStatutesAbi } from '@phyle/sdk/generated/abi'
import { hexToString, isAddressEqual, zeroAddress } from 'viem'
import { endVotes } from '../assembly/ended.ts'
import { takeRoll } from '../membership/succession.ts'
import { placeOf } from '../place.ts'
import { forgetActs, takeStatutes } from '../statutes/adopted.ts'
import { coopOf } from './home.ts'
import { linksOf, nameOfClass } from './names.ts'
import { tellPast } from './past.ts'

ponder.on('Registrar:Founded', async ({ event, context: { db } }) => {
  const { cooperative, statutes, membership, assembly_: assembly, charter, founders } = event.args
  await db.insert(coop).values({
    address: cooperative,
    registrar: event.log.address,
    builtBy: event.log.address,
    statutes,
    membership,
    assembly,
    name: charter.name,
    ...linksOf(cooperative, charter.name),
    purpose: charter.purpose,
    language: hexToString(charter.language),
    lock: charter.lock,
    admission: charter.admission,
    sponsors: charter.sponsors,
    maxShareBps: charter.maxShareBps,
    coolingPeriod: charter.coolingPeriod,
    effects: null,
    body: charter.body,
    foundingHash: event.args.foundingHash,
    founders: founders.map(({ wallet }) => wallet),
    ...placeOf(event),
  })
  await db
    .insert(organ)
    .values([statutes, membership, assembly].map((address) => ({ address, coop: cooperative })))
  await db.insert(memberClass).values(
    charter.classes.map(({ name, shareBps, flags }, index) => ({
      coop: cooperative,
      index,
      name: nameOfClass(name),
      share: shareBps,
      flags,
    })),
  )
  await db.insert(joinedFederation).values({ coop: cooperative, phyle: charter.federation })
  const rules = charter.rules.map((word, kind) => ({ coop: cooperative, kind, word }))
  await db.insert(rule).values(rules.filter(({ word }) => word !== 0n))
})

ponder.on('Cooperative:OrgansSet', async ({ event, context }) => {
  const { db } = context
  const address = event.log.address
  const { statutes, membership, assembly_: assembly } = event.args
  // At the founding the co-op is not known yet; `Founded` follows and says the same.
  const before = await db.find(coop, { address })
  if (!before) return
  // The row that was found changes with the next update.
  const { statutes: replaced, assembly: decided, block } = before
  const knew = await coopOf(db, membership)
  await db.update(coop, { address }).set({ statutes, membership, assembly })
  await db
    .insert(organ)
    .values([statutes, membership, assembly].map((part) => ({ address: part, coop: address })))
    .onConflictDoUpdate({ coop: address })
  const past = { context, from: BigInt(block), adoption: event }
  if (!knew || !isAddressEqual(knew, address)) {
    await tellPast({ name: 'Membership', abi: iMembershipAbi, address: membership }, past)
  }
  if (!isAddressEqual(assembly, decided)) await endVotes(context, decided, event)
  if (isAddressEqual(statutes, replaced)) return
  await forgetActs(db, address)
  await tellPast({ name: 'Statutes', abi: iStatutesAbi, address: statutes }, past)
  await takeStatutes(context, address, statutes)
})

ponder.on('Cooperative:OrgansAdopted', async ({ event, context }) => {
  const { registrar, predecessor, membership } = event.args
  const of = await coopOf(context.db, membership)
  if (!of || !isAddressEqual(of, event.log.address)) return
  await context.db.update(coop, { address: of }).set({ builtBy: registrar })
  await takeRoll(context, predecessor, membership)
})

type Moved = typeof transfer.$inferInsert

/** Enters a movement in the account of each side that is a co-op. */
async function move(db: Context['db'], moved: Moved): Promise<void> {
  const sides = [moved.from, moved.to]
  const known = await Promise.all(sides.map((address) => db.find(coop, { address })))
  const own = known.flatMap((found) => (found ? [found.address] : []))
  if (own.length === 0) return
  await db.insert(transfer).values(moved)
  for (const of of own) {
    await db
      .insert(accountSize)
      .values({ coop: of, entries: 1 })
      .onConflictDoUpdate((row) => ({ entries: row.entries + 1 }))
  }
}

ponder.on('Cooperative:ActionCarriedOut', async ({ event, context: { db } }) => {
  const { proposalId, index, target, value, data } = event.args
  await db.insert(carriedOut).values({
    id: event.id,
    coop: event.log.address,
    proposal: proposalId,
    index: Number(index),
    target,
    value,
    data,
    ...placeOf(event),
  })
  if (value === 0n) return
  await move(db, {
    id: event.id,
    token: zeroAddress,
    from: event.log.address,
    to: target,
    amount: value,
    ...placeOf(event),
  })
})

ponder.on('Cooperative:Paid', async ({ event, context: { db } }) => {
  const { proposalId, token, to, amount, ground, document, line } = event.args
  const paid = { id: event.id, token, to, amount, ...placeOf(event) }
  await db
    .insert(payment)
    .values({ ...paid, coop: event.log.address, proposal: proposalId, ground, document, line })
  // A token tells its own movements; the chain's coin does not.
  if (token === zeroAddress) await move(db, { ...paid, from: event.log.address })
})

ponder.on('Cooperative:HandedOn', async ({ event, context: { db } }) => {
  const { token, to, amount } = event.args
  if (token !== zeroAddress) return
  const handed = { id: event.id, token, to, amount, ...placeOf(event) }
  await move(db, { ...handed, from: event.log.address })
})

ponder.on('Cooperative:Received', async ({ event, context: { db } }) => {
  await move(db, {
    id: event.id,
    token: zeroAddress,
    from: event.args.from,
    to: event.log.address,
    amount: event.args.amount,
    ...placeOf(event),
  })
})

ponder.on('Token:Transfer', async ({ event, context: { db } }) => {
  const { from, to, value: amount } = event.args
  await move(db, {
    id: event.id,
    token: event.log.address,
    from,
    to,
    amount,
    ...placeOf(event),
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Permissions to use works, with the receipts that they rest on. */

import { db } from 'ponder:api'
import { grantCount, permission, receipt, refund, work } from 'ponder:schema'
import type { Grant, Receipt } from '@phyle/sdk/chapters/licences/api'
import { LICENCE_GROUNDS } from '@phyle/sdk/chapters/licences/enums'
import { and, asc, desc, eq, sql } from 'ponder'
import type { Hex } from 'viem'
import { arrayOf, placeIn, type SQL } from '../keyset.ts'
import { byPlace, type Listed, listed, merged, type Source } from '../page.ts'
import { address, amount, at, NotFound, named, orNull } from '../rows.ts'
import { first, selected } from '../tables.ts'

type ReceiptRow = typeof receipt.$inferSelect
type RefundRow = typeof refund.$inferSelect

/** The refund that took a payment back. */
function refundOf(row: ReceiptRow, refunds: readonly RefundRow[]): RefundRow | undefined {
  return refunds.find(({ receipt: taken }) => taken === row.number)
}

function receiptOf(row: ReceiptRow, refunds: readonly RefundRow[], steward: Hex): Receipt {
  const back = refundOf(row, refunds)
  return {
    fingerprint: row.fingerprint,
    number: row.number,
    payer: address(row.payer),
    steward: address(steward),
    work: row.work.toString(),
    terms: row.terms,
    ground: named(LICENCE_GROUNDS, row.ground),
    tier: row.tier,
    issued: row.issued,
    from: row.from,
    to: row.to,
    token: address(row.token),
    amount: amount(row.amount),
    purchaseOrder: orNull(row.purchaseOrder),
    statement: orNull(row.statement),
    previous: orNull(row.previous),
    refunded: back ? at(back) : null,
    ...at(row),
  }
}

export interface GrantQuery {
  readonly licensee?: Hex | undefined
  readonly family?: bigint | undefined
  readonly phyle?: Hex | undefined
}

/** A permission, with the first work of its family. */
interface Permitted {
  readonly permission: typeof permission.$inferSelect
  readonly origin: Pick<typeof work.$inferSelect, 'title' | 'steward'> | null
}

type Key = Pick<typeof permission.$inferSelect, 'phyle' | 'family' | 'licensee'>

const keyOf = (one: Key) => `${one.phyle}/${one.family}/${one.licensee}`

/** As many receipts as come with a permission itself, the newest. */
const FIRST_RECEIPTS = 50

/**
 * The running span, as the contract keeps it: a receipt on the same ground prolongs it where it ends, unless that
 * was over, and a refund takes out what the payment was for.
 */
function runningOf(rows: readonly ReceiptRow[], back: readonly RefundRow[]) {
  let span: Pick<ReceiptRow, 'from' | 'to' | 'ground'> = { from: 0, to: 0, ground: -1 }
  const events = [...rows, ...back].toSorted((a, b) => a.number - b.number)
  for (const event of events) {
    const row = 'receipt' in event ? rows.find(({ number }) => number === event.receipt) : event
    if (!row) continue
    if (!('receipt' in event)) {
      const goesOn = row.ground === span.ground && row.from === span.to && row.issued <= row.from
      span = { from: goesOn ? span.from : row.from, to: row.to, ground: row.ground }
    } else if (span.from <= row.from && row.to <= span.to) {
      span = row.to === span.to ? { ...span, to: row.from } : { ...span, from: row.to }
    }
  }
  return span
}

/** One permission from its receipts, the newest first, and its refunds, the oldest first. */
function grantOf(
  rows: readonly ReceiptRow[],
  back: readonly RefundRow[],
  origin: Permitted['origin'],
): readonly Grant[] {
  const [last] = rows
  if (!last) return []
  const { from, to } = runningOf(rows, back)
  return [
    {
      phyle: address(last.phyle),
      family: last.family.toString(),
      workTitle: origin?.title ?? '',
      licensee: address(last.licensee),
      from,
      to,
      ground: named(LICENCE_GROUNDS, last.ground),
      tier: last.tier,
      terms: last.terms,
      receipts: rows
        .slice(0, FIRST_RECEIPTS)
        .map((row) => receiptOf(row, back, origin?.steward ?? last.licensee)),
    },
  ]
}

/** Rows of a table that belong to some permissions. */
function ofThese(table: typeof receipt | typeof refund, keys: readonly Key[]): SQL {
  const phyles = arrayOf(
    keys.map((one) => one.phyle),
    'text',
  )
  const families = arrayOf(
    keys.map((one) => one.family),
    'numeric',
  )
  const licensees = arrayOf(
    keys.map((one) => one.licensee),
    'text',
  )
  return sql`(${table.phyle}, ${table.family}, ${table.licensee}) in (select * from unnest(${phyles}, ${families}, ${licensees}))`
}

/** The receipts of some permissions, and their refunds where there are any. */
async function booksOf(rows: readonly Permitted[]) {
  const keys = rows.map((row) => row.permission)
  const givenBack = keys.filter(({ refunds }) => refunds > 0)
  const [receipts, refunds] = await Promise.all([
    db.select().from(receipt).where(ofThese(receipt, keys)).orderBy(desc(receipt.number)),
    givenBack.length === 0
      ? []
      : db.select().from(refund).where(ofThese(refund, givenBack)).orderBy(asc(refund.number)),
  ])
  return { receipts: Map.groupBy(receipts, keyOf), refunds: Map.groupBy(refunds, keyOf) }
}

/** In words, each with its receipts, the newest first. */
export async function tellGrants(rows: readonly Permitted[]): Promise<readonly Grant[]> {
  if (rows.length === 0) return []
  const { receipts, refunds } = await booksOf(rows)
  return rows.flatMap(({ permission: row, origin }) =>
    grantOf(receipts.get(keyOf(row)) ?? [], refunds.get(keyOf(row)) ?? [], origin),
  )
}

/** How many permissions there are in a federation, or in all, as they were counted. */
async function permittedIn(phyle: Hex | undefined): Promise<number> {
  const [found] = await db
    .select({ rows: sql<number>`coalesce(sum(${grantCount.permissions}), 0)::int` })
    .from(grantCount)
    .where(phyle ? eq(grantCount.phyle, phyle) : undefined)
  return found?.rows ?? 0
}

/** Permissions, those with the newest receipts first. */
export function permissions({ licensee, family, phyle }: GrantQuery): Source<Permitted> {
  const isCounted = licensee === undefined && family === undefined
  return selected<Permitted>(placeIn(permission), {
    rankOf: (row) => byPlace(row.permission),
    select: (one) =>
      db
        .select({ permission, origin: { title: work.title, steward: work.steward } })
        .from(permission)
        .leftJoin(work, and(eq(work.phyle, permission.phyle), eq(work.id, permission.family)))
        .where(one),
    where: and(
      licensee ? eq(permission.licensee, licensee) : undefined,
      family === undefined ? undefined : eq(permission.family, family),
      phyle ? eq(permission.phyle, phyle) : undefined,
    ),
    count: isCounted ? () => permittedIn(phyle) : undefined,
  })
}

export async function grantList(query: GrantQuery): Promise<Listed<Grant>> {
  return merged([permissions(query)], tellGrants)
}

async function permissionOf(family: bigint, licensee: Hex): Promise<Permitted> {
  const [found] = await first(permissions({ family, licensee }), 1)
  if (!found) throw new NotFound(`${licensee} has no permission for the works of family ${family}.`)
  return found
}

export async function grantDetail(family: bigint, licensee: Hex): Promise<Grant> {
  const [found] = await tellGrants([await permissionOf(family, licensee)])
  if (!found) throw new NotFound(`${licensee} has no permission for the works of family ${family}.`)
  return found
}

/** Every receipt of a permission. */
export async function receipts(family: bigint, licensee: Hex): Promise<Listed<Receipt>> {
  const found = await permissionOf(family, licensee)
  const { receipts: all, refunds } = await booksOf([found])
  const key = keyOf(found.permission)
  const steward = found.origin?.steward ?? licensee
  return listed(
    all.get(key) ?? [],
    ({ number }) => [-number],
    (rows) => rows.map((row) => receiptOf(row, refunds.get(key) ?? [], steward)),
  )
}

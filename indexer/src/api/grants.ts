// SPDX-License-Identifier: AGPL-3.0-or-later
/** Permissions to use works, with the receipts that they rest on. */
import { db } from 'ponder:api'
import { permission, receipt, refund, work } from 'ponder:schema'
import type { Grant, Ground, Receipt } from '@phyle/sdk/index-api'
import { and, asc, desc, eq, sql } from 'ponder'
import type { Hex } from 'viem'
import { among, arrayOf, type SQL } from './keyset.ts'
import { type Listed, listed, merged, type Source } from './page.ts'
import { address, amount, at, NotFound, named, orNull } from './rows.ts'
import { first, newestIn } from './tables.ts'

type PermissionRow = typeof permission.$inferSelect
type ReceiptRow = typeof receipt.$inferSelect
type RefundRow = typeof refund.$inferSelect

const GROUNDS = [
  'PAID',
  'NON_COMMERCIAL',
  'COMMON_GOOD',
  'MEMBER_COOP',
  'COOPERATOR',
  'CONTRIBUTOR',
  'SMALL_FIRM',
  'FREE',
] as const satisfies Ground[]

/** The refund that took a payment back: the next one after it that reaches as far back. */
function refundOf(row: ReceiptRow, refunds: readonly RefundRow[]): RefundRow | undefined {
  if (row.amount === 0n) return undefined
  return refunds.find(({ number, from }) => number > row.number && row.from >= from)
}

function receiptOf(row: ReceiptRow, refunds: readonly RefundRow[], steward: Hex): Receipt {
  const back = refundOf(row, refunds)
  return {
    head: row.head,
    number: row.number,
    payer: address(row.payer),
    steward: address(steward),
    work: row.work.toString(),
    terms: row.terms,
    ground: named(GROUNDS, row.ground),
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

type Key = Pick<PermissionRow, 'phyle' | 'family' | 'licensee'>

const keyOf = (one: Key) => `${one.phyle}/${one.family}/${one.licensee}`

/** As many receipts as come with a permission itself, the newest. */
const FIRST_RECEIPTS = 50

/** One permission from its receipts, the newest first, and its refunds, the oldest first. */
function grantOf(
  rows: readonly ReceiptRow[],
  back: readonly RefundRow[],
  origin: Pick<typeof work.$inferSelect, 'title' | 'steward'> | undefined,
): readonly Grant[] {
  const [last] = rows
  if (!last) return []
  // A refund ends the permission where the payment that it took back began.
  const end = refundOf(last, back)?.from ?? last.to
  // On the same ground one goes on where the one before it ended, however many there were.
  let from = last.from
  for (const row of rows.filter((one) => refundOf(one, back) === undefined)) {
    if (row.ground === last.ground && row.to === from) from = row.from
  }
  return [
    {
      phyle: address(last.phyle),
      family: last.family.toString(),
      workTitle: origin?.title ?? '',
      licensee: address(last.licensee),
      from,
      to: end,
      ground: named(GROUNDS, last.ground),
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

/** The receipts of some permissions, their refunds, and the first works of their families. */
async function booksOf(keys: readonly Key[]) {
  const phyles = keys.map((one) => one.phyle)
  const families = keys.map((one) => one.family)
  const [receipts, refunds, works] = await Promise.all([
    db.select().from(receipt).where(ofThese(receipt, keys)).orderBy(desc(receipt.number)),
    db.select().from(refund).where(ofThese(refund, keys)).orderBy(asc(refund.number)),
    db
      .select({ phyle: work.phyle, id: work.id, title: work.title, steward: work.steward })
      .from(work)
      .where(and(among(work.phyle, phyles), among(work.id, families, 'numeric'))),
  ])
  return {
    receipts: Map.groupBy(receipts, keyOf),
    refunds: Map.groupBy(refunds, keyOf),
    workOf: (key: Key) => works.find((one) => one.phyle === key.phyle && one.id === key.family),
  }
}

/** In words, each with its receipts, the newest first. */
export async function tellGrants(keys: readonly Key[]): Promise<readonly Grant[]> {
  if (keys.length === 0) return []
  const { receipts, refunds, workOf } = await booksOf(keys)
  return keys.flatMap((key) =>
    grantOf(receipts.get(keyOf(key)) ?? [], refunds.get(keyOf(key)) ?? [], workOf(key)),
  )
}

/** Permissions, those with the newest receipts first. */
export const permissions = (query: GrantQuery): Source<PermissionRow> =>
  newestIn(
    permission,
    and(
      query.licensee ? eq(permission.licensee, query.licensee) : undefined,
      query.family === undefined ? undefined : eq(permission.family, query.family),
      query.phyle ? eq(permission.phyle, query.phyle) : undefined,
    ),
  )

export async function grantList(query: GrantQuery): Promise<Listed<Grant>> {
  return merged([permissions(query)], tellGrants)
}

async function permissionOf(family: bigint, licensee: Hex): Promise<PermissionRow> {
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
  const key = await permissionOf(family, licensee)
  const books = await booksOf([key])
  const steward = books.workOf(key)?.steward ?? key.licensee
  return listed(
    books.receipts.get(keyOf(key)) ?? [],
    ({ number }) => [-number],
    (rows) => rows.map((row) => receiptOf(row, books.refunds.get(keyOf(key)) ?? [], steward)),
  )
}

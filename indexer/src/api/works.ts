// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  attester,
  changeDate,
  contribution,
  phyle,
  receipt,
  refund,
  terms,
  work,
} from 'ponder:schema'
import { cidOf } from '@phyle/sdk/cid'
import { iContributionsAbi } from '@phyle/sdk/generated/abi'
import type {
  Contribution,
  Grant,
  Ground,
  Receipt,
  Terms,
  WorkDetail,
  WorkSummary,
} from '@phyle/sdk/index-api'
import { matches } from '@phyle/sdk/search'
import { and, desc, eq, gt } from 'ponder'
import type { Hex } from 'viem'
import { client } from './chain.ts'
import { coopNames } from './coops.ts'
import { byPlace, type Listed, listed } from './page.ts'
import { address, amount, at, NotFound, named, newest, orNull } from './rows.ts'

type Row = typeof work.$inferSelect
type TermsRow = typeof terms.$inferSelect
type ReceiptRow = typeof receipt.$inferSelect
type RefundRow = typeof refund.$inferSelect

/** Enough of an address to tell permissions of one block apart, short enough for a cursor. */
const WORD = 2n ** 60n

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

interface InFamily {
  readonly phyle: Hex
  readonly family: bigint
}

const isOf = (one: InFamily) => (other: InFamily) =>
  one.phyle === other.phyle && one.family === other.family

/** What is offered for a family, at `now`. */
interface Offered {
  readonly terms: readonly TermsRow[]
  readonly dates: readonly (typeof changeDate.$inferSelect)[]
  readonly names: ReadonlyMap<string, string>
}

async function offered(): Promise<Offered> {
  const [all, dates, names] = await Promise.all([
    db.select().from(terms).orderBy(desc(terms.version)),
    db.select().from(changeDate),
    coopNames(),
  ])
  return { terms: all, dates, names }
}

function summaryOf(row: Row, { terms: all, dates, names }: Offered, now: number): WorkSummary {
  const known = all.filter(isOf(row))
  const inForce = known.find(({ from }) => from <= now) ?? known.at(-1)
  const date = dates.find(isOf(row))?.date
  return {
    phyle: address(row.phyle),
    id: row.id.toString(),
    family: row.family.toString(),
    title: row.title,
    version: row.version,
    licence: row.licence,
    licensor: row.licensor,
    function: row.purpose,
    links: row.links,
    steward: address(row.steward),
    stewardName: names.get(row.steward) ?? '',
    digest: row.digest,
    cid: cidOf(row.digest),
    parents: row.parents.map(String),
    registered: at(row),
    pricePerYear: inForce ? amount(inForce.pricePerYear) : null,
    freeFrom: date ? Number(date) : null,
  }
}

export interface WorkQuery {
  readonly phyle?: Hex | undefined
  readonly steward?: Hex | undefined
  readonly licence?: string | undefined
  readonly q?: string | undefined
}

/** Every release whose words hold all the words asked for. */
export async function works(query: WorkQuery, now: number): Promise<Listed<WorkSummary>> {
  const [rows, offers] = await Promise.all([
    db
      .select()
      .from(work)
      .where(
        and(
          query.phyle ? eq(work.phyle, query.phyle) : undefined,
          query.steward ? eq(work.steward, query.steward) : undefined,
          query.licence ? eq(work.licence, query.licence) : undefined,
        ),
      ),
    offered(),
  ])
  const found = rows.filter((row) => {
    const steward = offers.names.get(row.steward) ?? ''
    const { title, version, licence, licensor, purpose } = row
    return matches(query.q ?? '', [title, version, licence, licensor, purpose, steward])
  })
  return listed(found, byPlace, (some) => some.map((row) => summaryOf(row, offers, now)))
}

export async function licences(of: Hex | undefined): Promise<Listed<string>> {
  const rows = await db
    .selectDistinct({ licence: work.licence })
    .from(work)
    .where(of ? eq(work.phyle, of) : undefined)
  const names = rows.map(({ licence }) => licence).toSorted()
  const order = new Map(names.map((name, i) => [name, i]))
  return listed(
    names,
    (name) => [order.get(name) ?? 0],
    (some) => some,
  )
}

function termsOf(row: TermsRow): Terms {
  return {
    phyle: address(row.phyle),
    family: row.family.toString(),
    version: row.version,
    hash: row.hash,
    from: row.from,
    legalText: row.legalText,
    pricePerYear: amount(row.pricePerYear),
    tiers: row.tierBps.map((bps, i) => {
      const turnover = Number(row.tierTurnover[i] ?? 0n)
      return { turnover: turnover === 0 ? null : turnover, bps }
    }),
    splits: { steward: row.stewardBps, parents: row.parentsBps, fund: row.fundBps },
    grace: row.grace,
    cure: row.cure,
    refundWindow: row.refundWindow,
    notice: row.notice,
    waivePoints: Number(row.waivePoints),
    minAttesters: row.minAttesters,
    changeDate: row.changeDate === 0n ? null : Number(row.changeDate),
    ...at(row),
  }
}

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

/** Permissions, each with its receipts, newest first. */
export async function grants(query: GrantQuery): Promise<readonly Grant[]> {
  const [receipts, refunds, all] = await Promise.all([
    db
      .select()
      .from(receipt)
      .where(
        and(
          query.licensee ? eq(receipt.licensee, query.licensee) : undefined,
          query.family === undefined ? undefined : eq(receipt.family, query.family),
          query.phyle ? eq(receipt.phyle, query.phyle) : undefined,
        ),
      )
      .orderBy(desc(receipt.number)),
    db.select().from(refund),
    db.select().from(work),
  ])
  const keyOf = (one: { readonly phyle: Hex; readonly family: bigint; readonly licensee: Hex }) =>
    `${one.phyle}/${one.family}/${one.licensee}`
  const byGrant = Map.groupBy(receipts, keyOf)
  const latest = (rows: readonly ReceiptRow[]) => rows[0]?.time ?? 0
  return [...byGrant]
    .toSorted(([, a], [, b]) => latest(b) - latest(a))
    .flatMap(([key, rows]): Grant[] => {
      const [last] = rows
      if (!last) return []
      const back = refunds
        .filter((one) => keyOf(one) === key)
        .toSorted((a, b) => a.number - b.number)
      const first = all.find((one) => one.phyle === last.phyle && one.id === last.family)
      const told = rows.map((row) => receiptOf(row, back, first?.steward ?? last.licensee))
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
          workTitle: first?.title ?? '',
          licensee: address(last.licensee),
          from,
          to: end,
          ground: named(GROUNDS, last.ground),
          tier: last.tier,
          terms: last.terms,
          receipts: told,
        },
      ]
    })
}

export async function grantList(query: GrantQuery): Promise<Listed<Grant>> {
  return listed(
    await grants(query),
    ({ receipts: [last], family, licensee }) => [
      -(last?.block ?? 0),
      -(last?.number ?? 0),
      BigInt(family),
      BigInt(licensee) % WORD,
    ],
    (some) => some,
  )
}

export async function grantDetail(family: bigint, licensee: Hex): Promise<Grant> {
  const [found] = await grants({ family, licensee })
  if (!found) throw new NotFound(`${licensee} has no permission for the works of family ${family}.`)
  return found
}

export function contributionOf(row: typeof contribution.$inferSelect): Contribution {
  return {
    phyle: address(row.phyle),
    family: row.family.toString(),
    contributor: address(row.contributor),
    attester: address(row.attester),
    artefact: row.artefact,
    points: amount(row.points),
    matures: row.matures,
    counted: row.counted,
    link: row.link || null,
    ...at(row),
  }
}

/** Who may give points for a steward's works, and how many each has given this quarter. */
async function delegatesOf(of: Hex, steward: Hex, now: number): Promise<WorkDetail['delegates']> {
  const [home] = await db.select().from(phyle).where(eq(phyle.address, of))
  if (!home) return []
  const at = { address: home.contributions, abi: iContributionsAbi } as const
  const [rows, quarter] = await Promise.all([
    db
      .select()
      .from(attester)
      .where(and(eq(attester.phyle, of), eq(attester.coop, steward), gt(attester.until, now))),
    client.readContract({ ...at, functionName: 'quarter' }),
  ])
  return Promise.all(
    rows.map(async ({ wallet, quota }) => {
      const book = await client.readContract({
        ...at,
        functionName: 'attesterOf',
        args: [steward, wallet],
      })
      const used = book.quarter === quarter ? BigInt(book.used) : 0n
      return { wallet: address(wallet), quota: amount(quota), used: amount(used) }
    }),
  )
}

export async function workDetail(of: Hex, id: bigint, now: number): Promise<WorkDetail> {
  const [rows, offers] = await Promise.all([
    db.select().from(work).where(eq(work.phyle, of)),
    offered(),
  ])
  const row = rows.find((one) => one.id === id)
  if (!row) throw new NotFound(`There is no work ${id} in ${of}.`)
  const family = and(eq(contribution.phyle, of), eq(contribution.family, row.family))
  const [permissions, given, delegates] = await Promise.all([
    grants({ family: row.family, phyle: of }),
    db
      .select()
      .from(contribution)
      .where(and(family, eq(contribution.withdrawn, false))),
    delegatesOf(of, row.steward, now),
  ])
  const releases = newest(rows.filter(isOf(row)))
  const own = new Set(releases.map((one) => one.id))
  return {
    ...summaryOf(row, offers, now),
    releases: releases.map((one) => summaryOf(one, offers, now)),
    children: rows
      .filter((one) => one.parents.some((parent) => own.has(parent)))
      .map((one) => one.id.toString()),
    terms: offers.terms.filter(isOf(row)).map(termsOf),
    grants: permissions,
    contributions: newest(given).map(contributionOf),
    delegates,
  }
}

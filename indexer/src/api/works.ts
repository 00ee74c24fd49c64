// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  attester,
  changeDate,
  contribution,
  coop,
  descent,
  licence,
  phyle,
  terms,
  work,
} from 'ponder:schema'
import type { Terms, WorkDetail, WorkSummary } from '@phyle/sdk/chapters/commons/api'
import type { Contribution } from '@phyle/sdk/chapters/licences/api'
import { iContributionsAbi } from '@phyle/sdk/generated/abi'
import { and, asc, desc, eq, gt, inArray } from 'ponder'
import type { Hex } from 'viem'
import { read } from './chain.ts'
import { permissions, tellGrants } from './grants.ts'
import { among, placeIn, type SQL } from './keyset.ts'
import { byPlace, type Listed, listed, merged, type Source, within } from './page.ts'
import { address, amount, at, NotFound } from './rows.ts'
import { first, newestIn, searched, selected } from './tables.ts'

type Row = typeof work.$inferSelect
type TermsRow = typeof terms.$inferSelect

/** As much as comes with a work itself, of each list; texts in it can be long. */
const FIRST = 50
const LIST_BYTES = 30_000

interface InFamily {
  readonly phyle: Hex
  readonly family: bigint
}

const isOf = (one: InFamily) => (other: InFamily) =>
  one.phyle === other.phyle && one.family === other.family

/** What is offered for the families of some works, the newest terms first. */
async function offered(rows: readonly InFamily[]) {
  if (rows.length === 0) return { terms: [], dates: [] }
  const phyles = rows.map((row) => row.phyle)
  const families = rows.map((row) => row.family)
  const [all, dates] = await Promise.all([
    db
      .select()
      .from(terms)
      .where(and(among(terms.phyle, phyles), among(terms.family, families, 'numeric')))
      .orderBy(desc(terms.version)),
    db
      .select()
      .from(changeDate)
      .where(and(among(changeDate.phyle, phyles), among(changeDate.family, families, 'numeric'))),
  ])
  return { terms: all, dates }
}

type Offered = Awaited<ReturnType<typeof offered>>

interface Stewarded {
  readonly work: Row
  readonly stewardName: string | null
}

function summaryOf(
  { work: row, stewardName }: Stewarded,
  { terms: all, dates }: Offered,
  now: number,
): WorkSummary {
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
    stewardName: stewardName ?? '',
    digest: row.digest,
    cid: row.cid,
    parents: row.parents.map(String),
    registered: at(row),
    pricePerYear: inForce ? amount(inForce.pricePerYear) : null,
    freeFrom: date ? Number(date) : null,
  }
}

export interface WorkQuery {
  readonly phyle?: Hex | undefined
  readonly steward?: Hex | undefined
  readonly family?: bigint | undefined
  readonly licence?: string | undefined
  readonly q?: string | undefined
}

/** Each with the name of its steward. */
const joined = (where: SQL | undefined) =>
  db
    .select({ work, stewardName: coop.name })
    .from(work)
    .leftJoin(coop, eq(coop.address, work.steward))
    .where(where)

const releases = (where: SQL | undefined): Source<Stewarded> =>
  selected<Stewarded>(placeIn(work), {
    rankOf: (row) => byPlace(row.work),
    select: joined,
    where,
  })

/** Every release whose words hold all the words asked for. */
export async function works(query: WorkQuery, now: number): Promise<Listed<WorkSummary>> {
  const where = and(
    query.phyle ? eq(work.phyle, query.phyle) : undefined,
    query.steward ? eq(work.steward, query.steward) : undefined,
    query.family === undefined ? undefined : eq(work.family, query.family),
    query.licence ? eq(work.licence, query.licence) : undefined,
    searched(query.q, [work.words, coop.words]),
  )
  return merged([releases(where)], async (rows) => {
    const offers = await offered(rows.map((row) => row.work))
    return rows.map((row) => summaryOf(row, offers, now))
  })
}

/** More than anybody can choose from. */
const MOST_LICENCES = 1_000

export async function licences(of: Hex | undefined): Promise<Listed<string>> {
  const rows = await db
    .selectDistinct({ name: licence.name })
    .from(licence)
    .where(of ? eq(licence.phyle, of) : undefined)
    .limit(MOST_LICENCES)
  const names = rows.map(({ name }) => name).toSorted()
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

const given = (of: Hex, family: bigint) =>
  newestIn(
    contribution,
    and(
      eq(contribution.phyle, of),
      eq(contribution.family, family),
      eq(contribution.withdrawn, false),
    ),
  )

/** What was contributed to a family of works. */
export async function contributions(of: Hex, family: bigint): Promise<Listed<Contribution>> {
  return merged([given(of, family)], (rows) => rows.map(contributionOf))
}

/** What one person contributed. */
export async function contributionsOf(wallet: Hex): Promise<Listed<Contribution>> {
  const where = and(eq(contribution.contributor, wallet), eq(contribution.withdrawn, false))
  return merged([newestIn(contribution, where)], (rows) => rows.map(contributionOf))
}

/** Who may give points for a steward's works, and how many each has given this quarter. */
async function delegatesOf(of: Hex, steward: Hex, now: number): Promise<WorkDetail['delegates']> {
  const rows = await db
    .select({
      wallet: attester.wallet,
      quota: attester.quota,
      contributions: phyle.contributions,
    })
    .from(attester)
    .innerJoin(phyle, eq(phyle.address, attester.phyle))
    .where(and(eq(attester.phyle, of), eq(attester.coop, steward), gt(attester.until, now)))
    .limit(FIRST)
  return Promise.all(
    rows.map(async ({ wallet, quota, contributions: where }) => {
      const at = { address: where, abi: iContributionsAbi } as const
      const [quarter, book] = await Promise.all([
        read({ ...at, functionName: 'quarter' }),
        read({ ...at, functionName: 'attesterOf', args: [steward, wallet] }),
      ])
      const used = book.quarter === quarter ? BigInt(book.used) : 0n
      return { wallet: address(wallet), quota: amount(quota), used: amount(used) }
    }),
  )
}

/** Works that were made from a release of a family. */
async function childrenOf(of: Hex, family: bigint): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ child: descent.child })
    .from(descent)
    .where(
      and(
        eq(descent.phyle, of),
        inArray(
          descent.parent,
          db
            .select({ id: work.id })
            .from(work)
            .where(and(eq(work.phyle, of), eq(work.family, family))),
        ),
      ),
    )
    .orderBy(asc(descent.child))
    .limit(FIRST)
  return rows.map(({ child }) => child.toString())
}

export async function workDetail(of: Hex, id: bigint, now: number): Promise<WorkDetail> {
  const [row] = await joined(and(eq(work.phyle, of), eq(work.id, id)))
  if (!row) throw new NotFound(`There is no work ${id} in ${of}.`)
  const { family, steward } = row.work
  const ofFamily = and(eq(work.phyle, of), eq(work.family, family))
  const [offers, all, children, grants, points, delegates] = await Promise.all([
    offered([row.work]),
    first(releases(ofFamily), FIRST),
    childrenOf(of, family),
    first(permissions({ family, phyle: of }), FIRST).then(tellGrants),
    first(given(of, family), FIRST),
    delegatesOf(of, steward, now),
  ])
  return {
    ...summaryOf(row, offers, now),
    releases: within(
      all.map((one) => summaryOf(one, offers, now)),
      LIST_BYTES,
    ),
    children,
    terms: offers.terms.slice(0, FIRST).map(termsOf),
    grants: within(grants, LIST_BYTES),
    contributions: within(points.map(contributionOf), LIST_BYTES),
    delegates,
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import { changeDate, coop, descent, licence, origin, terms, work } from 'ponder:schema'
import type { Terms, WorkDetail, WorkSummary } from '@phyle/sdk/chapters/commons/api'
import { RIGHTS } from '@phyle/sdk/chapters/commons/enums'
import { and, asc, desc, eq, inArray } from 'ponder'
import type { Hex } from 'viem'
import { among, placeIn, type SQL } from '../keyset.ts'
import { contributionOf, delegatesOf, given } from '../licences/contributions.ts'
import { permissions, tellGrants } from '../licences/grants.ts'
import { byPlace, type Listed, listed, merged, type Source, within } from '../page.ts'
import { address, amount, at, NotFound, named } from '../rows.ts'
import { first, searched, selected } from '../tables.ts'

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
  /** The work with the same content that stands. */
  readonly stands: bigint | null
}

function summaryOf(
  { work: row, stewardName, stands }: Stewarded,
  { terms: all, dates }: Offered,
  now: number,
): WorkSummary {
  const known = all.filter(isOf(row))
  const inForce = known.find(({ from }) => from <= now)
  const date = dates.find(isOf(row))?.date
  const right = named(RIGHTS, row.right)
  const sold = right !== 'FREE' && right !== 'UNKNOWN' && (stands ?? row.id) === row.id
  return {
    phyle: address(row.phyle),
    id: row.id.toString(),
    family: row.family.toString(),
    title: row.title,
    version: row.version,
    licence: row.licence,
    right,
    origin: (stands ?? row.id).toString(),
    licensor: row.licensor,
    function: row.purpose,
    links: row.links,
    steward: address(row.steward),
    stewardName: stewardName ?? '',
    digest: row.digest,
    cid: row.cid,
    parents: row.parents.map(String),
    registered: at(row),
    pricePerYear: sold && inForce ? amount(inForce.pricePerYear) : null,
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

/** Each with the name of its steward, and with the work of the same content that stands. */
const joined = (where: SQL | undefined) =>
  db
    .select({ work, stewardName: coop.name, stands: origin.work })
    .from(work)
    .leftJoin(coop, eq(coop.address, work.steward))
    .leftJoin(origin, and(eq(origin.phyle, work.phyle), eq(origin.digest, work.digest)))
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
    licensor: address(row.licensor),
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
    delegatesOf(of, steward, { now, most: FIRST }),
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

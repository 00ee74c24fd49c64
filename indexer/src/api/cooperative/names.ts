// SPDX-License-Identifier: AGPL-3.0-or-later
/** Co-ops by name, and the links in which a name stands for a co-op. */
import { db } from 'ponder:api'
import { coop } from 'ponder:schema'
import type { CoopName } from '@phyle/sdk/chapters/cooperative/api'
import type { Language } from '@phyle/sdk/language'
import { and, eq, ne, sql } from 'ponder'
import { type Hex, isAddress } from 'viem'
import { among, type SQL } from '../keyset.ts'
import { type Listed, merged, type Source } from '../page.ts'
import { address } from '../rows.ts'
import { selected } from '../tables.ts'

type Row = typeof coop.$inferSelect
type Linked = Pick<Row, 'address' | 'slug' | 'longSlug'>

/** The co-op founded first of those with each of these links in one column. */
function firstBy(column: typeof coop.slug | typeof coop.longSlug, links: readonly string[]) {
  return db
    .selectDistinctOn([column], { link: column, address: coop.address })
    .from(coop)
    .where(among(column, links))
    .orderBy(column, coop.block, coop.log)
}

/** The shortest link that leads to each of these co-ops first. Its address does where no name can. */
export async function slugsOf(rows: readonly Linked[]): Promise<ReadonlyMap<Hex, string>> {
  if (rows.length === 0) return new Map()
  const links = [
    ...new Set(
      rows.flatMap(({ slug, longSlug }) => (slug === null ? [longSlug] : [slug, longSlug])),
    ),
  ]
  const [plain, longer] = await Promise.all([
    firstBy(coop.slug, links),
    firstBy(coop.longSlug, links),
  ])
  // Whoever follows a link is led by the address in it before the name alone.
  const leads = new Map([...plain, ...longer].map((one) => [one.link, one.address]))
  return new Map(
    rows.map(({ address: self, slug, longSlug }) => {
      const own = [slug, longSlug].find((link) => link !== null && leads.get(link) === self)
      return [self, own ?? address(self)]
    }),
  )
}

const tell = async (rows: readonly Row[]): Promise<readonly CoopName[]> => {
  const slugs = await slugsOf(rows)
  return rows.map((row) => ({
    coop: address(row.address),
    assembly: address(row.assembly),
    name: row.name,
    slug: slugs.get(row.address) ?? address(row.address),
    language: row.language as Language,
    founded: row.time,
  }))
}

/** In the order of founding; `group` is what a link means first. */
const founded = (where: SQL | undefined, group: number): Source<Row> =>
  selected<Row>(
    {
      columns: [
        [sql`(${sql.raw(`${group}`)})::int`, 'integer'],
        [coop.block, 'integer'],
        [coop.log, 'integer'],
      ],
      newestFirst: false,
    },
    {
      rankOf: ({ block, log }) => [group, block, log],
      select: (one) => db.select().from(coop).where(one),
      where,
    },
  )

/** @param slug all that a link may mean, the likeliest first; else every co-op */
export async function names(slug: string | undefined): Promise<Listed<CoopName>> {
  if (slug === undefined) return merged([founded(undefined, 0)], tell)
  const link = slug.toLowerCase()
  if (isAddress(link, { strict: false })) {
    return merged([founded(eq(coop.address, link), 0)], tell)
  }
  const byName = and(eq(coop.slug, link), ne(coop.longSlug, link))
  return merged([founded(eq(coop.longSlug, link), 0), founded(byName, 1)], tell)
}

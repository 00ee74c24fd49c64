// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import { coop, member, phyle, phyleCoop, proposal, roll } from 'ponder:schema'
import type { Balance, CoopDetail, CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import { ADMISSIONS, LOCKS } from '@phyle/sdk/chapters/statutes/enums'
import type { Language } from '@phyle/sdk/language'
import { and, count, eq, gt, inArray, isNull, or, sql } from 'ponder'
import { type Hex, zeroAddress } from 'viem'
import { env } from '../../env.ts'
import { balanceOf, coinOf, factsOf } from '../chain.ts'
import { among, type SQL } from '../keyset.ts'
import { type Listed, merged } from '../page.ts'
import { filed } from '../phyle/filings.ts'
import { standingOf } from '../phyle/standing.ts'
import { address, amount, at, NotFound, named, orNull } from '../rows.ts'
import { amended, amendmentOf } from '../statutes/amendments.ts'
import { classesOf, kindsOf, rulesOf } from '../statutes/rules.ts'
import { first, newestIn, searched } from '../tables.ts'
import { slugsOf } from './names.ts'
import { coopRow } from './row.ts'

type CoopRow = typeof coop.$inferSelect

const COIN = { token: zeroAddress, symbol: 'Coin', decimals: 18 } as const

/** As much as comes with a co-op itself, of each list. */
const FIRST = 50

/** Where a co-op belongs: until it is let go, although its notice may be over. */
export const belongs = eq(phyleCoop.departed, false)

/** How many are on each of these rolls. */
export async function rollsOf(memberships: readonly Hex[]): Promise<ReadonlyMap<Hex, number>> {
  if (memberships.length === 0) return new Map()
  const rows = await db
    .select({ membership: roll.membership, members: sql<number>`sum(${roll.members})::int` })
    .from(roll)
    .where(among(roll.membership, memberships))
    .groupBy(roll.membership)
  return new Map(rows.map((row) => [row.membership, row.members]))
}

async function summarize(rows: readonly CoopRow[], now: number): Promise<CoopSummary[]> {
  if (rows.length === 0) return []
  const accounts = rows.map((row) => row.address)
  const [slugs, members, open, inPhyles, roots] = await Promise.all([
    slugsOf(rows),
    rollsOf(rows.map(({ membership }) => membership)),
    db
      .select({ coop: proposal.coop, rows: count() })
      .from(proposal)
      .where(
        and(
          gt(proposal.voteEnd, now),
          isNull(proposal.cancelledTime),
          among(proposal.coop, accounts),
        ),
      )
      .groupBy(proposal.coop),
    db
      .select({ coop: phyleCoop.coop, phyle: phyleCoop.phyle, cash: phyle.cash })
      .from(phyleCoop)
      .innerJoin(phyle, eq(phyle.address, phyleCoop.phyle))
      .where(and(among(phyleCoop.coop, accounts), belongs)),
    db.select().from(phyle).where(among(phyle.root, accounts)),
  ])
  return Promise.all(
    rows.map(async (row) => {
      const root = roots.find((one) => one.root === row.address)
      const homes = inPhyles.filter((one) => one.coop === row.address)
      const token = homes[0]?.cash ?? root?.cash ?? env.tokens[0]
      return {
        coop: address(row.address),
        assembly: address(row.assembly),
        membership: address(row.membership),
        statutes: address(row.statutes),
        name: row.name,
        slug: slugs.get(row.address) ?? address(row.address),
        registrar: address(row.registrar),
        purpose: row.purpose,
        founded: row.time,
        members: members.get(row.membership) ?? 0,
        openProposals: open.find((one) => one.coop === row.address)?.rows ?? 0,
        cash: amount(token ? await balanceOf(token, row.address) : 0n),
        phyles: homes.map((one) => address(one.phyle)),
        rootOf: root ? address(root.address) : null,
      }
    }),
  )
}

interface CoopsQuery {
  readonly phyle?: Hex | undefined
  readonly member?: Hex | undefined
  readonly q?: string | undefined
}

/** Co-ops of a federation, its root among them. */
const within = (of: Hex): SQL | undefined =>
  or(
    inArray(
      coop.address,
      db
        .select({ coop: phyleCoop.coop })
        .from(phyleCoop)
        .where(and(eq(phyleCoop.phyle, of), belongs)),
    ),
    inArray(coop.address, db.select({ root: phyle.root }).from(phyle).where(eq(phyle.address, of))),
  )

/** Co-ops to which a wallet belongs. */
const withMember = (wallet: Hex): SQL =>
  inArray(
    coop.membership,
    db
      .select({ membership: member.membership })
      .from(member)
      .where(and(eq(member.wallet, wallet), isNull(member.left))),
  )

export async function coops(now: number, query: CoopsQuery): Promise<Listed<CoopSummary>> {
  const where = and(
    query.phyle ? within(query.phyle) : undefined,
    query.member ? withMember(query.member) : undefined,
    searched(query.q, [coop.words]),
  )
  return merged([newestIn(coop, where)], (some) => summarize(some, now))
}

async function balancesOf(of: Hex): Promise<readonly Balance[]> {
  const tokens = env.tokens.map(async (token) => ({
    token: address(token),
    ...(await factsOf(token)),
    amount: amount(await balanceOf(token, of)),
  }))
  const coin = { ...COIN, amount: amount(await coinOf(of)) }
  return [...(await Promise.all(tokens)), ...(coin.amount === '0' ? [] : [coin])]
}

export async function coopDetail(of: Hex, now: number): Promise<CoopDetail> {
  const row = await coopRow(of)
  const [classes, [summary], kinds, balances, accounts, books, changes] = await Promise.all([
    classesOf(row),
    summarize([row], now),
    kindsOf(row.address, FIRST),
    balancesOf(row.address),
    filed(row.address, 'socialAccount', FIRST),
    filed(row.address, 'books', FIRST),
    first(amended(row.address), FIRST),
  ])
  if (!summary) throw new NotFound(`There is no co-op ${of}.`)
  const [rules, standings] = await Promise.all([
    rulesOf(
      row,
      classes.map(({ name }) => name),
    ),
    Promise.all(summary.phyles.map((home) => standingOf(home, row.address))),
  ])
  return {
    ...summary,
    builtBy: address(row.builtBy),
    language: row.language as Language,
    lock: named(LOCKS, row.lock),
    admission: named(ADMISSIONS, row.admission),
    sponsorsNeeded: row.sponsors,
    maxShareBps: row.maxShareBps,
    classes,
    coolingPeriod: row.coolingPeriod,
    rules,
    effects: row.effects && orNull(row.effects),
    body: row.body === zeroAddress ? null : address(row.body),
    kinds,
    balances,
    founding: { ...at(row), founders: row.founders.map(address), hash: row.foundingHash },
    socialAccounts: accounts,
    books,
    standings,
    amendments: changes.map(amendmentOf),
  }
}

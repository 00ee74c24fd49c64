// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  amendment,
  application,
  coop,
  filing,
  kindOfAct,
  member,
  memberClass,
  phyle,
  phyleCoop,
  proposal,
  roll,
  rule,
} from 'ponder:schema'
import type { Json } from '@phyle/sdk/answer'
import type { Balance, CoopDetail, CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type { Application, Member } from '@phyle/sdk/chapters/membership/api'
import type { Filing } from '@phyle/sdk/chapters/phyle/api'
import type { Amendment, MemberClass } from '@phyle/sdk/chapters/statutes/api'
import { ADMISSIONS, KINDS, LOCKS } from '@phyle/sdk/chapters/statutes/enums'
import type { Language } from '@phyle/sdk/language'
import { COOPERATOR_FLAG, ruleFromChain, USER_FLAG, unpackRule } from '@phyle/sdk/rule'
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, or, sql } from 'ponder'
import { type Hex, zeroAddress } from 'viem'
import { env } from '../env.ts'
import { balanceOf, coinOf, factsOf } from './chain.ts'
import { among, type SQL } from './keyset.ts'
import { slugsOf } from './names.ts'
import { type Listed, merged } from './page.ts'
import { address, amount, at, NotFound, named, orNull } from './rows.ts'
import { standingOf } from './standing.ts'
import { first, newestIn, searched, selected } from './tables.ts'

type CoopRow = typeof coop.$inferSelect

const COIN = { token: zeroAddress, symbol: 'Coin', decimals: 18 } as const

/** As much as comes with a co-op itself, of each list. */
const FIRST = 50

export async function coopRow(of: Hex): Promise<CoopRow> {
  const [row] = await db.select().from(coop).where(eq(coop.address, of)).limit(1)
  if (!row) throw new NotFound(`There is no co-op ${of}.`)
  return row
}

/** Where a co-op belongs at `now`. */
export const belongs = (now: number) =>
  and(eq(phyleCoop.departed, false), or(isNull(phyleCoop.leaves), gt(phyleCoop.leaves, now)))

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
      .where(and(among(phyleCoop.coop, accounts), belongs(now))),
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
const within = (of: Hex, now: number): SQL | undefined =>
  or(
    inArray(
      coop.address,
      db
        .select({ coop: phyleCoop.coop })
        .from(phyleCoop)
        .where(and(eq(phyleCoop.phyle, of), belongs(now))),
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
    query.phyle ? within(query.phyle, now) : undefined,
    query.member ? withMember(query.member) : undefined,
    searched(query.q, [coop.words]),
  )
  return merged([newestIn(coop, where)], (some) => summarize(some, now))
}

export async function classesOf(of: CoopRow): Promise<readonly MemberClass[]> {
  const classes = await db
    .select({ class: memberClass, members: roll.members })
    .from(memberClass)
    .leftJoin(roll, and(eq(roll.membership, of.membership), eq(roll.class, memberClass.index)))
    .where(eq(memberClass.coop, of.address))
    .orderBy(asc(memberClass.index))
  return classes.map(({ class: { index, name, share, flags }, members }) => ({
    index,
    name,
    share,
    user: (flags & USER_FLAG) !== 0,
    cooperator: (flags & COOPERATOR_FLAG) !== 0,
    members: members ?? 0,
  }))
}

async function rulesOf(of: CoopRow, names: readonly string[]): Promise<CoopDetail['rules']> {
  const rows = await db.select().from(rule).where(eq(rule.coop, of.address))
  const entries = KINDS.map((kind, code) => {
    const word = rows.find((row) => row.kind === code)?.word
    const chainRule = word === undefined ? null : unpackRule(word)
    return [kind, chainRule && ruleFromChain(chainRule, names)]
  })
  return Object.fromEntries(entries)
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

const filingOf = (one: typeof filing.$inferSelect): Filing => ({
  phyle: address(one.phyle),
  year: one.year,
  document: one.document,
  attester: one.attester && address(one.attester),
  ...at(one),
})

const amendmentOf = (one: typeof amendment.$inferSelect): Amendment => ({
  what: one.what,
  args: one.args as Record<string, Json>,
  ...at(one),
})

const amended = (of: Hex) => newestIn(amendment, eq(amendment.coop, of))

/** Amendments of the statutes since the founding. */
export async function amendments(of: Hex): Promise<Listed<Amendment>> {
  const { address: self } = await coopRow(of)
  return merged([amended(self)], (some) => some.map(amendmentOf))
}

/** What a co-op filed of one sort, the newest first. */
const filed = (of: Hex, what: string) =>
  first(newestIn(filing, and(eq(filing.coop, of), eq(filing.what, what))), FIRST)

export async function coopDetail(of: Hex, now: number): Promise<CoopDetail> {
  const row = await coopRow(of)
  const [classes, [summary], kinds, balances, accounts, books, changes] = await Promise.all([
    classesOf(row),
    summarize([row], now),
    db.select().from(kindOfAct).where(eq(kindOfAct.coop, row.address)).limit(FIRST),
    balancesOf(row.address),
    filed(row.address, 'socialAccount'),
    filed(row.address, 'books'),
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
    language: row.language as Language,
    lock: named(LOCKS, row.lock),
    admission: named(ADMISSIONS, row.admission),
    sponsorsNeeded: row.sponsors,
    maxShareBps: row.maxShareBps,
    classes,
    coolingPeriod: row.coolingPeriod,
    rules,
    effects: row.effects && orNull(row.effects),
    kinds: kinds.map(({ target, selector, kind }) => ({
      target: address(target),
      selector,
      kind: named(KINDS, kind),
    })),
    balances,
    founding: { ...at(row), founders: row.founders.map(address), hash: row.foundingHash },
    socialAccounts: accounts.map(filingOf),
    books: books.map(filingOf),
    standings,
    amendments: changes.map(amendmentOf),
  }
}

export function memberOf(row: typeof member.$inferSelect, of: CoopRow): Member {
  const founder = row.joined === of.time && !row.bySponsors
  return {
    coop: address(of.address),
    id: row.id.toString(),
    wallet: address(row.wallet),
    class: row.class,
    joined: row.joined,
    left: row.left,
    previousClass: row.previousClass,
    classChanged: row.classChanged,
    admittedBy: row.bySponsors ? 'sponsors' : founder ? 'founding' : 'decision',
  }
}

interface MembersQuery {
  readonly class: bigint | undefined
  readonly left: boolean | undefined
}

/** How many a list of members has, as the roll was counted. */
async function rowsOf(membership: Hex, { class: group, left }: MembersQuery): Promise<number> {
  const [found] = await db
    .select({
      members: sql<number>`coalesce(sum(${roll.members}), 0)::int`,
      gone: sql<number>`coalesce(sum(${roll.gone}), 0)::int`,
    })
    .from(roll)
    .where(
      and(
        eq(roll.membership, membership),
        group === undefined ? undefined : eq(roll.class, Number(group)),
      ),
    )
  const { members, gone } = found ?? { members: 0, gone: 0 }
  return (left === true ? 0 : members) + (left === false ? 0 : gone)
}

export async function members(of: Hex, query: MembersQuery): Promise<Listed<Member>> {
  const row = await coopRow(of)
  const { class: group, left } = query
  const where = and(
    eq(member.membership, row.membership),
    group === undefined ? undefined : eq(member.class, Number(group)),
    left === undefined ? undefined : left ? isNotNull(member.left) : isNull(member.left),
  )
  const byId = selected<typeof member.$inferSelect>(
    { columns: [[member.id, 'amount']], newestFirst: false },
    {
      rankOf: ({ id }) => [id],
      select: (one) => db.select().from(member).where(one),
      where,
      count: () => rowsOf(row.membership, query),
    },
  )
  return merged([byId], (some) => some.map((one) => memberOf(one, row)))
}

export function applicationOf(row: typeof application.$inferSelect, of: Hex): Application {
  return {
    coop: address(of),
    wallet: address(row.wallet),
    class: row.class,
    document: orNull(row.document),
    // Who sets no deadline gives the largest number there is.
    deadline: Number(row.deadline < 253_402_300_799n ? row.deadline : 253_402_300_799n),
    state: row.state as Application['state'],
    ...at(row),
  }
}

export async function applications(of: Hex): Promise<Listed<Application>> {
  const { membership, address: account } = await coopRow(of)
  return merged([newestIn(application, eq(application.membership, membership))], (some) =>
    some.map((row) => applicationOf(row, account)),
  )
}

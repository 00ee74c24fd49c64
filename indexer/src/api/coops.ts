// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import {
  amendment,
  application,
  carriedOut,
  coop,
  filing,
  kindOfAct,
  member,
  memberClass,
  payment,
  phyle,
  phyleCoop,
  proposal,
  rule,
  transfer,
} from 'ponder:schema'
import { ADMISSIONS, LOCKS } from '@phyle/sdk/charter'
import type {
  AccountEntry,
  Amendment,
  Application,
  Balance,
  CoopDetail,
  CoopName,
  CoopSummary,
  Filing,
  Json,
  Member,
  MemberClass,
} from '@phyle/sdk/index-api'
import { KINDS, type Language } from '@phyle/sdk/language'
import { COOPERATOR_FLAG, ruleFromChain, USER_FLAG, unpackRule } from '@phyle/sdk/rule'
import { matches } from '@phyle/sdk/search'
import { coopLinks } from '@phyle/sdk/slug'
import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'ponder'
import { type Hex, isAddress, zeroAddress } from 'viem'
import { env } from '../env.ts'
import { balanceOf, client, factsOf } from './chain.ts'
import { byPlace, type Listed, listed } from './page.ts'
import { address, amount, at, NotFound, named, newest, orNull } from './rows.ts'
import { standingOf } from './standing.ts'

type CoopRow = typeof coop.$inferSelect

const GROUNDS = ['WAGE', 'INVOICE', 'EXPENSE', 'REFUND', 'SHARE_INTEREST', 'SURPLUS'] as const
const COIN = { token: zeroAddress, symbol: 'Coin', decimals: 18 } as const

export async function coopRow(of: Hex): Promise<CoopRow> {
  const [row] = await db.select().from(coop).where(eq(coop.address, of)).limit(1)
  if (!row) throw new NotFound(`There is no co-op ${of}.`)
  return row
}

/** Names of co-ops by address in lower case. */
export async function coopNames(): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select({ address: coop.address, name: coop.name }).from(coop)
  return new Map(rows.map((row) => [row.address.toLowerCase(), row.name]))
}

/** Where a co-op belongs at `now`. */
const belongs = (now: number) =>
  and(eq(phyleCoop.departed, false), or(isNull(phyleCoop.leaves), gt(phyleCoop.leaves, now)))

/** Every co-op with its name, in the order of founding, and the links that lead to them. */
async function linked() {
  const rows = await db
    .select({
      coop: coop.address,
      assembly: coop.assembly,
      name: coop.name,
      language: coop.language,
      founded: coop.time,
    })
    .from(coop)
    .orderBy(asc(coop.block), asc(coop.log))
  const named = rows.map((row, order) => ({ ...row, order }))
  return { named, links: coopLinks(named) }
}

export async function names(slug: string | undefined): Promise<Listed<CoopName>> {
  const { named, links } = await linked()
  const at = slug?.toLowerCase()
  const found =
    slug === undefined
      ? named
      : isAddress(slug, { strict: false })
        ? named.filter((one) => one.coop === at)
        : links.find(slug)
  const order = new Map(found.map((row, i) => [row, i]))
  return listed(
    found,
    (row) => [order.get(row) ?? 0],
    (rows) =>
      rows.map((row) => ({
        coop: address(row.coop),
        assembly: address(row.assembly),
        name: row.name,
        slug: slugFor(links.to(row)),
        language: row.language as Language,
        founded: row.founded,
      })),
  )
}

/** A slug as it is, an address with its check. */
const slugFor = (link: string): string =>
  isAddress(link, { strict: false }) ? address(link) : link

async function summarize(rows: readonly CoopRow[], now: number): Promise<CoopSummary[]> {
  const memberships = rows.map(({ membership }) => membership)
  if (memberships.length === 0) return []
  const [{ named, links }, members, open, inPhyles, phyles] = await Promise.all([
    linked(),
    db
      .select({ membership: member.membership, count: sql<string>`count(*)` })
      .from(member)
      .where(and(inArray(member.membership, memberships), isNull(member.left)))
      .groupBy(member.membership),
    db
      .select({ coop: proposal.coop, count: sql<string>`count(*)` })
      .from(proposal)
      .where(and(gt(proposal.voteEnd, now), isNull(proposal.cancelledTime)))
      .groupBy(proposal.coop),
    db.select().from(phyleCoop).where(belongs(now)),
    db.select().from(phyle),
  ])
  const cash = (of: CoopRow): Hex | undefined => {
    const home = inPhyles.find((row) => row.coop === of.address)?.phyle
    const token = phyles.find((row) => row.address === home || row.root === of.address)?.cash
    return token ?? env.tokens[0]
  }
  return Promise.all(
    rows.map(async (row) => {
      const token = cash(row)
      const root = phyles.find((one) => one.root === row.address)
      const self = named.find((one) => one.coop === row.address)
      return {
        coop: address(row.address),
        assembly: address(row.assembly),
        membership: address(row.membership),
        statutes: address(row.statutes),
        name: row.name,
        slug: self ? slugFor(links.to(self)) : address(row.address),
        registrar: address(row.registrar),
        purpose: row.purpose,
        founded: row.time,
        members: Number(members.find((one) => one.membership === row.membership)?.count ?? 0),
        openProposals: Number(open.find((one) => one.coop === row.address)?.count ?? 0),
        cash: amount(token ? await balanceOf(token, row.address) : 0n),
        phyles: inPhyles.filter((one) => one.coop === row.address).map((one) => address(one.phyle)),
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

/** The co-ops of a federation with its root, or of all of them. */
async function coopRows(of: Hex | undefined, now: number): Promise<readonly CoopRow[]> {
  const rows = newest(await db.select().from(coop))
  if (!of) return rows
  const [inside, [home]] = await Promise.all([
    db
      .select({ coop: phyleCoop.coop })
      .from(phyleCoop)
      .where(and(eq(phyleCoop.phyle, of), belongs(now))),
    db.select({ root: phyle.root }).from(phyle).where(eq(phyle.address, of)),
  ])
  const accounts = new Set([...inside.map((one) => one.coop), home?.root])
  return rows.filter((row) => accounts.has(row.address))
}

/** Accounts of the co-ops to which a wallet belongs. */
async function coopsWith(wallet: Hex): Promise<ReadonlySet<Hex>> {
  const rows = await db
    .select({ coop: coop.address })
    .from(member)
    .innerJoin(coop, eq(coop.membership, member.membership))
    .where(and(eq(member.wallet, wallet), isNull(member.left)))
  return new Set(rows.map((row) => row.coop))
}

export async function coops(now: number, query: CoopsQuery): Promise<Listed<CoopSummary>> {
  const [rows, own] = await Promise.all([
    coopRows(query.phyle, now),
    query.member ? coopsWith(query.member) : undefined,
  ])
  const found = rows.filter(
    (row) => (own?.has(row.address) ?? true) && matches(query.q ?? '', [row.name, row.address]),
  )
  return listed(found, byPlace, (some) => summarize(some, now))
}

/** All of a federation at once, for its own page. */
export const coopsOf = async (of: Hex, now: number): Promise<readonly CoopSummary[]> =>
  summarize(await coopRows(of, now), now)

export async function classesOf(of: CoopRow): Promise<readonly MemberClass[]> {
  const [classes, counts] = await Promise.all([
    db
      .select()
      .from(memberClass)
      .where(eq(memberClass.coop, of.address))
      .orderBy(asc(memberClass.index)),
    db
      .select({ class: member.class, count: sql<string>`count(*)` })
      .from(member)
      .where(and(eq(member.membership, of.membership), isNull(member.left)))
      .groupBy(member.class),
  ])
  return classes.map(({ index, name, share, flags }) => ({
    index,
    name,
    share,
    user: (flags & USER_FLAG) !== 0,
    cooperator: (flags & COOPERATOR_FLAG) !== 0,
    members: Number(counts.find((one) => one.class === index)?.count ?? 0),
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
  const coin = { ...COIN, amount: amount(await client.getBalance({ address: of })) }
  return [...(await Promise.all(tokens)), ...(coin.amount === '0' ? [] : [coin])]
}

export async function coopDetail(of: Hex, now: number): Promise<CoopDetail> {
  const row = await coopRow(of)
  const classes = await classesOf(row)
  const names = classes.map(({ name }) => name)
  const [summary] = await summarize([row], now)
  if (!summary) throw new NotFound(`There is no co-op ${of}.`)
  const [rules, kinds, balances, filings, amendments, standings] = await Promise.all([
    rulesOf(row, names),
    db.select().from(kindOfAct).where(eq(kindOfAct.coop, row.address)),
    balancesOf(row.address),
    db.select().from(filing).where(eq(filing.coop, row.address)),
    db.select().from(amendment).where(eq(amendment.coop, row.address)),
    Promise.all(summary.phyles.map((home) => standingOf(home, row.address))),
  ])
  const filed = (what: string): readonly Filing[] =>
    newest(filings)
      .filter((one) => one.what === what)
      .map((one) => ({
        phyle: address(one.phyle),
        year: one.year,
        document: one.document,
        attester: one.attester && address(one.attester),
        ...at(one),
      }))
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
    socialAccounts: filed('socialAccount'),
    books: filed('books'),
    standings,
    amendments: newest(amendments).map(
      (one): Amendment => ({
        what: one.what,
        args: one.args as Record<string, Json>,
        ...at(one),
      }),
    ),
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

export async function members(
  of: Hex,
  { class: group, left }: MembersQuery,
): Promise<Listed<Member>> {
  const row = await coopRow(of)
  const rows = await db
    .select()
    .from(member)
    .where(
      and(
        eq(member.membership, row.membership),
        group === undefined ? undefined : eq(member.class, Number(group)),
        left === undefined ? undefined : left ? isNotNull(member.left) : isNull(member.left),
      ),
    )
  return listed(
    rows,
    ({ id }) => [id],
    (some) => some.map((one) => memberOf(one, row)),
  )
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
  const rows = await db.select().from(application).where(eq(application.membership, membership))
  return listed(rows, byPlace, (some) => some.map((row) => applicationOf(row, account)))
}

/** The co-op's money, in and out, each movement with the ground and the decision that moved it. */
export async function account(of: Hex): Promise<Listed<AccountEntry>> {
  const { address: self } = await coopRow(of)
  const [moves, payments, acts] = await Promise.all([
    db
      .select()
      .from(transfer)
      .where(or(eq(transfer.from, self), eq(transfer.to, self))),
    db.select().from(payment).where(eq(payment.coop, self)),
    db.select().from(carriedOut).where(eq(carriedOut.coop, self)),
  ])
  const unmatched = [...payments]
  const groundOf = (move: (typeof moves)[number]) => {
    const place = unmatched.findIndex(
      (paid) =>
        paid.tx === move.tx &&
        paid.token === move.token &&
        paid.to === move.to &&
        paid.amount === move.amount,
    )
    return place === -1 ? undefined : unmatched.splice(place, 1)[0]
  }
  const entries = newest(moves).flatMap((move) => {
    const out = move.from === self
    const paid = out ? groundOf(move) : undefined
    const act = acts.find(({ tx }) => tx === move.tx)
    const entry = {
      coop: address(self),
      token: address(move.token),
      amount: amount(move.amount),
      ground: paid ? named(GROUNDS, paid.ground) : null,
      document: paid ? orNull(paid.document) : null,
      proposal: (paid?.proposal ?? act?.proposal)?.toString() ?? null,
      ...at(move),
    }
    const sides: AccountEntry[] = []
    if (out) sides.push({ ...entry, direction: 'out', other: address(move.to) })
    if (move.to === self) sides.push({ ...entry, direction: 'in', other: address(move.from) })
    return sides.map((side, i) => ({ side, rank: [...byPlace(move), i] }))
  })
  return listed(
    entries,
    ({ rank }) => rank,
    (some) => some.map(({ side }) => side),
  )
}

// SPDX-License-Identifier: AGPL-3.0-or-later

import { db } from 'ponder:api'
import { ask, ballot, coop, member, phyle, proposal } from 'ponder:schema'
import {
  type Ballot,
  type BallotPage,
  DECISIONS_OF,
  type DecisionsOf,
  type Order,
  type ProposalDetail,
  type ProposalState,
  type ProposalSummary,
  type Resting,
} from '@phyle/sdk/index-api'
import { CHOICES, KINDS, type Kind, type Language } from '@phyle/sdk/language'
import { asksNeeded } from '@phyle/sdk/model/asks'
import { type ClassTally, outcomeOf } from '@phyle/sdk/model/tally'
import { type Rule, ruleFromChain, unpackClasses, unpackCounts, unpackRule } from '@phyle/sdk/rule'
import { matches } from '@phyle/sdk/search'
import { titleOf } from '@phyle/sdk/title'
import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'ponder'
import { type Hex, keccak256, toBytes } from 'viem'
import { env } from '../env.ts'
import { coopNames } from './coops.ts'
import { actionOf } from './decode.ts'
import { byPlace, type Listed, listed, type Rank } from './page.ts'
import { address, at, NotFound, named } from './rows.ts'

type Row = typeof proposal.$inferSelect
type BallotRow = typeof ballot.$inferSelect

interface Count {
  readonly assembly: Hex
  readonly proposal: bigint
  readonly class: number
  readonly choice: number
  readonly count: string
}

const ruleOf = (row: Row): Rule => {
  const word = unpackRule(row.ruleWord)
  if (!word) throw new Error(`proposal ${row.id} of ${row.assembly} has no rule`)
  return ruleFromChain(word, row.classNames)
}

/** Each class with what was copied when the vote was opened, and the ballots so far. */
function talliesOf(row: Row, counts: readonly Count[]): readonly ClassTally[] {
  const terms = unpackClasses(row.classWord, row.classNames.length)
  const members = unpackCounts(row.counts, row.classNames.length)
  return row.classNames.map((name, index) => {
    const votes = (choice: (typeof CHOICES)[number]) => {
      const code = CHOICES.indexOf(choice)
      return Number(counts.find((one) => one.class === index && one.choice === code)?.count ?? 0)
    }
    return {
      name,
      share: terms[index]?.share ?? 0,
      user: terms[index]?.user ?? false,
      members: members[index] ?? 0,
      for: votes('for'),
      against: votes('against'),
      abstain: votes('abstain'),
      object: votes('object'),
    }
  })
}

const hasPassed = (row: Row, counts: readonly Count[]): boolean =>
  outcomeOf(ruleOf(row), talliesOf(row, counts)).passed

/** As the contract computes it, at `now`; whether it passed is asked only where that matters. */
export function stateOf(row: Row, passed: () => boolean, now: number): ProposalState {
  if (row.executedTime !== null) return 'executed'
  if (row.cancelledTime !== null) return 'cancelled'
  if (now < row.voteStart) return 'pending'
  if (now < row.voteEnd) return 'active'
  if (!passed()) return 'defeated'
  if (row.targets.length === 0) return 'succeeded'
  return now < row.expiry ? 'queued' : 'expired'
}

function placeOr(block: number | null, time: number | null, tx: Hex | null) {
  return block === null || time === null || tx === null ? null : { block, time, tx }
}

function ballotOf(row: BallotRow): Ballot {
  return {
    voter: address(row.voter),
    memberId: row.memberId.toString(),
    class: row.class,
    choice: named(CHOICES, row.choice),
    how: row.how as Ballot['how'],
    reason: row.reason,
    ...at(row),
  }
}

function summaryOf(
  row: Row,
  counts: readonly Count[],
  coopName: string,
  now: number,
): ProposalSummary {
  const classes = talliesOf(row, counts)
  const { passed } = outcomeOf(ruleOf(row), classes)
  return {
    assembly: address(row.assembly),
    id: row.id.toString(),
    coop: address(row.coop),
    coopName,
    title: titleOf(row.description),
    kind: named(KINDS, row.kind),
    proposer: address(row.proposer),
    state: stateOf(row, () => passed, now),
    made: row.time,
    snapshot: row.snapshot,
    votingStarts: row.voteStart,
    votingEnds: row.voteEnd,
    executableFrom: row.eta,
    expires: row.expiry,
    executed: placeOr(row.executedBlock, row.executedTime, row.executedTx),
    cancelled: placeOr(row.cancelledBlock, row.cancelledTime, row.cancelledTx),
    members: classes.reduce((total, one) => total + one.members, 0),
    voted: classes.reduce(
      (total, one) => total + one.for + one.against + one.abstain + one.object,
      0,
    ),
    passing: passed,
    actionCount: row.targets.length,
  }
}

const countsOf = (assemblies: readonly Hex[]): Promise<Count[]> =>
  db
    .select({
      assembly: ballot.assembly,
      proposal: ballot.proposal,
      class: ballot.class,
      choice: ballot.choice,
      count: sql<string>`count(*)`,
    })
    .from(ballot)
    .where(inArray(ballot.assembly, [...assemblies]))
    .groupBy(ballot.assembly, ballot.proposal, ballot.class, ballot.choice)

const isOf = (row: Row) => (one: { readonly assembly: Hex; readonly proposal: bigint }) =>
  one.assembly === row.assembly && one.proposal === row.id

interface Mine {
  readonly mine: Ballot | null
  readonly mayVote: boolean
}

/** What one wallet cast in each of these, and where it may. */
async function mineIn(rows: readonly Row[], wallet: Hex): Promise<readonly Mine[]> {
  const [ballots, memberships] = await Promise.all([
    db.select().from(ballot).where(eq(ballot.voter, wallet)),
    db
      .select({ coop: coop.address, joined: member.joined, left: member.left })
      .from(member)
      .innerJoin(coop, eq(coop.membership, member.membership))
      .where(eq(member.wallet, wallet)),
  ])
  return rows.map((row) => {
    const cast = ballots.find(isOf(row))
    const mayVote = memberships.some(
      ({ coop: of, joined, left }) =>
        of === row.coop && joined <= row.snapshot && (left === null || row.snapshot < left),
    )
    return { mine: cast ? ballotOf(cast) : null, mayVote }
  })
}

export interface ProposalQuery {
  readonly coop?: Hex | undefined
  readonly member?: Hex | undefined
  readonly voter?: Hex | undefined
  readonly waiting?: boolean | undefined
  readonly open?: boolean | undefined
  readonly q?: string | undefined
  readonly state?: DecisionsOf | undefined
  readonly kind?: Kind | undefined
  readonly order?: Order | undefined
}

const OF_STATE: Readonly<Record<ProposalState, DecisionsOf>> = {
  active: 'open',
  queued: 'passed',
  succeeded: 'done',
  pending: 'coming',
  executed: 'done',
  defeated: 'lost',
  expired: 'lapsed',
  cancelled: 'cancelled',
}

/** Where a decision stands, as one looks for it: a text that passed has nothing to be carried out. */
export const decisionsOf = (state: ProposalState): DecisionsOf => OF_STATE[state]

/** What is over is one group in a list, however it ended. */
const OVER = DECISIONS_OF.indexOf('done')

/** Of what is open the first to close comes first, of what passed or comes the next date; else the newest. */
function standing(row: Row, state: ProposalState): Rank {
  const of = decisionsOf(state)
  const due = { open: row.voteEnd, passed: row.eta, coming: row.voteStart }
  const next = of in due ? due[of as keyof typeof due] : 0
  return [Math.min(DECISIONS_OF.indexOf(of), OVER), next, ...byPlace(row)]
}

/** Accounts of the co-ops where a wallet is or was a member. */
async function coopsOfMember(wallet: Hex): Promise<readonly Hex[]> {
  const rows = await db
    .selectDistinct({ coop: coop.address })
    .from(member)
    .innerJoin(coop, eq(coop.membership, member.membership))
    .where(eq(member.wallet, wallet))
  return rows.map((one) => one.coop)
}

const keyOf = (assembly: Hex, id: bigint) => `${assembly}/${id}`

export async function proposals(
  { coop: of, member: wallet, voter = wallet, waiting, open, q, state, kind, order }: ProposalQuery,
  now: number,
): Promise<Listed<ProposalSummary>> {
  const within = wallet ? await coopsOfMember(wallet) : undefined
  const rows =
    within?.length === 0
      ? []
      : await db
          .select()
          .from(proposal)
          .where(
            and(
              of ? eq(proposal.coop, of) : undefined,
              within ? inArray(proposal.coop, [...within]) : undefined,
              kind ? eq(proposal.kind, KINDS.indexOf(kind)) : undefined,
              open || waiting
                ? and(gt(proposal.voteEnd, now), isNull(proposal.cancelledTime))
                : undefined,
            ),
          )
  const [names, counts] = await Promise.all([
    coopNames(),
    rows.length === 0 ? [] : countsOf([...new Set(rows.map(({ assembly }) => assembly))]),
  ])
  const byProposal = Map.groupBy(counts, (one) => keyOf(one.assembly, one.proposal))
  const countsFor = (row: Row) => byProposal.get(keyOf(row.assembly, row.id)) ?? []
  const mineFor = async (some: readonly Row[]) => (voter ? mineIn(some, voter) : [])

  const found = rows
    .filter((row) =>
      matches(q ?? '', [titleOf(row.description), names.get(row.coop) ?? '', `#${row.id}`]),
    )
    .map((row) => ({ row, state: stateOf(row, () => hasPassed(row, countsFor(row)), now) }))
    .filter((one) => !state || decisionsOf(one.state) === state)
  const mine = waiting ? await mineFor(found.map(({ row }) => row)) : []
  const kept = waiting
    ? found.filter((one, i) => one.state === 'active' && mine[i]?.mayVote && !mine[i].mine)
    : found

  return listed(
    kept,
    (one) => (order ? standing(one.row, one.state) : byPlace(one.row)),
    async (some) => {
      const own = await mineFor(some.map(({ row }) => row))
      return some.map(({ row }, i) => ({
        ...summaryOf(row, countsFor(row), names.get(row.coop) ?? '', now),
        ...own[i],
      }))
    },
  )
}

export async function votes(assembly: Hex, id: bigint): Promise<Listed<Ballot>> {
  await proposalRow(assembly, id)
  const rows = await db
    .select()
    .from(ballot)
    .where(and(eq(ballot.assembly, assembly), eq(ballot.proposal, id)))
  return listed(
    rows,
    ({ block, log, memberId }) => [block, log, memberId],
    (some) => some.map(ballotOf),
  )
}

/** What is known of the contracts that a proposal may call. */
async function contractsAround(of: Hex): Promise<ReadonlyMap<string, string>> {
  const [coops, phyles] = await Promise.all([
    db.select().from(coop).where(eq(coop.address, of)),
    db.select().from(phyle),
  ])
  const pairs: (readonly [Hex, string])[] = [
    ...coops.flatMap((row) => [
      [row.address, 'Cooperative'] as const,
      [row.statutes, 'Statutes'] as const,
      [row.membership, 'Membership'] as const,
      [row.assembly, 'Assembly'] as const,
    ]),
    ...phyles.flatMap((row) => [
      [row.address, 'Phyle'] as const,
      [row.fund, 'CommonsFund'] as const,
      [row.bonds, 'CommonsBonds'] as const,
      [row.machines, 'Machines'] as const,
      [row.works, 'Works'] as const,
      [row.licences, 'Licences'] as const,
      [row.contributions, 'Contributions'] as const,
    ]),
    ...env.tokens.map((token) => [token, 'ERC20'] as const),
  ]
  return new Map(pairs.map(([contract, name]) => [contract.toLowerCase(), name]))
}

/** The same actions are the same motion under any words, a resolution without actions is its words. */
const motionOf = ({ targets, values, calldatas, description }: Row): string =>
  targets.length === 0 ? description : [targets, values, calldatas].join(';')

const isLost = (row: Row, counts: readonly Count[], now: number): boolean => {
  const { quorum, passed } = outcomeOf(ruleOf(row), talliesOf(row, counts.filter(isOf(row))))
  return quorum && stateOf(row, () => passed, now) === 'defeated'
}

/** Whether a motion was put again since, and that neither taken back nor without a quorum. */
async function isPutAgain(row: Row, counts: readonly Count[], now: number): Promise<boolean> {
  const later = await db
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.assembly, row.assembly),
        gt(proposal.id, row.id),
        isNull(proposal.cancelledTime),
      ),
    )
  return later.some((one) => {
    if (motionOf(one) !== motionOf(row)) return false
    const { passed } = outcomeOf(ruleOf(one), talliesOf(one, counts.filter(isOf(one))))
    return stateOf(one, () => passed, now) !== 'defeated' || isLost(one, counts, now)
  })
}

/** Whether it was lost and keeps the same away, and who asks for it again; as the contract says. */
async function restingOf(row: Row, counts: readonly Count[], now: number): Promise<Resting | null> {
  if (!isLost(row, counts, now) || (await isPutAgain(row, counts, now))) return null
  const [of] = await db.select().from(coop).where(eq(coop.address, row.coop))
  const until = row.voteEnd + (of?.coolingPeriod ?? 0)
  if (!of || now >= until) return null
  const [asks, roll] = await Promise.all([
    db
      .select()
      .from(ask)
      .where(and(eq(ask.assembly, row.assembly), eq(ask.proposal, row.id)))
      .orderBy(asc(ask.block), asc(ask.log)),
    db
      .select({ count: sql<string>`count(*)` })
      .from(member)
      .where(and(eq(member.membership, of.membership), isNull(member.left))),
  ])
  const askers = asks.map((one) => address(one.member))
  return { until, asked: askers.length, needed: asksNeeded(Number(roll[0]?.count ?? 0)), askers }
}

/** Of about 250 bytes each: a page stays well below 200 kB. */
const PAGE = 400

/** The ballots that stand, by member, with what proves them. */
export async function ballotPage(assembly: Hex, id: bigint, from: number): Promise<BallotPage> {
  const rows = await db
    .select()
    .from(ballot)
    .where(and(eq(ballot.assembly, assembly), eq(ballot.proposal, id)))
    .orderBy(asc(ballot.memberId))
    .offset(from)
    .limit(PAGE + 1)
  return {
    ballots: rows.slice(0, PAGE).map(({ voter, choice, signature }) => ({
      voter: address(voter),
      choice: named(CHOICES, choice),
      signature,
    })),
    next: rows.length > PAGE ? from + PAGE : null,
  }
}

async function proposalRow(assembly: Hex, id: bigint): Promise<Row> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.assembly, assembly), eq(proposal.id, id)))
  if (!row) throw new NotFound(`The assembly ${assembly} has no proposal ${id}.`)
  return row
}

/** As many ballots as come with the decision itself, the newest. */
const FIRST_BALLOTS = 200

export async function proposalDetail(
  assembly: Hex,
  id: bigint,
  wallet: Hex | undefined,
  now: number,
): Promise<ProposalDetail> {
  const row = await proposalRow(assembly, id)
  const [names, counts, cast, contracts, own] = await Promise.all([
    coopNames(),
    countsOf([assembly]),
    db
      .select()
      .from(ballot)
      .where(and(eq(ballot.assembly, assembly), eq(ballot.proposal, id)))
      .orderBy(desc(ballot.block), desc(ballot.log), desc(ballot.memberId))
      .limit(FIRST_BALLOTS),
    contractsAround(row.coop),
    wallet ? mineIn([row], wallet) : [],
  ])
  const counted = counts.filter(isOf(row))
  return {
    ...summaryOf(row, counted, names.get(row.coop) ?? '', now),
    ...own[0],
    description: row.description,
    descriptionHash: keccak256(toBytes(row.description)),
    paper: {
      cooperative: row.cooperative,
      resolution: row.resolution,
      language: row.language as Language,
    },
    rule: ruleOf(row),
    actions: row.targets.map((target, i) =>
      actionOf(target, row.values[i] ?? 0n, row.calldatas[i] ?? '0x', contracts),
    ),
    classes: talliesOf(row, counted),
    ballots: cast.toReversed().map(ballotOf),
    resting: await restingOf(row, counts, now),
    proposed: at(row),
  }
}

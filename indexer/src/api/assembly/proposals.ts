// SPDX-License-Identifier: AGPL-3.0-or-later
/** Lists of decisions. */
import { db } from 'ponder:api'
import { ballot, coop, member, proposal, tally } from 'ponder:schema'
import type { Order as Ordering } from '@phyle/sdk/answer'
import {
  type Ballot,
  DECISIONS_OF,
  type DecisionsOf,
  type ProposalSummary,
} from '@phyle/sdk/chapters/assembly/api'
import { CHOICES, type ProposalState } from '@phyle/sdk/chapters/assembly/enums'
import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { unpackCounts } from '@phyle/sdk/rule'
import { and, eq, exists, gt, inArray, isNull, lte, notExists, or, sql } from 'ponder'
import type { Hex } from 'viem'
import { among, type Order, placeIn, type SQL } from '../keyset.ts'
import { byPlace, type Listed, merged, type Rank } from '../page.ts'
import { address, at, named } from '../rows.ts'
import { searched, selected } from '../tables.ts'

/** The parts of a ballot that a list tells. Its signature is left out, because it is large. */
export const CAST = {
  voter: ballot.voter,
  memberId: ballot.memberId,
  class: ballot.class,
  choice: ballot.choice,
  how: ballot.how,
  reason: ballot.reason,
  change: ballot.change,
  block: ballot.block,
  time: ballot.time,
  tx: ballot.tx,
  log: ballot.log,
}

export type Cast = Pick<typeof ballot.$inferSelect, keyof typeof CAST>

/** Of a proposal what its summary needs; texts and calls can be large. */
export const BRIEF = {
  assembly: proposal.assembly,
  id: proposal.id,
  coop: proposal.coop,
  title: proposal.title,
  kind: proposal.kind,
  proposer: proposal.proposer,
  actions: proposal.actions,
  counts: proposal.counts,
  classNames: proposal.classNames,
  snapshot: proposal.snapshot,
  voteStart: proposal.voteStart,
  voteEnd: proposal.voteEnd,
  eta: proposal.eta,
  expiry: proposal.expiry,
  executedBlock: proposal.executedBlock,
  executedTime: proposal.executedTime,
  executedTx: proposal.executedTx,
  cancelledBlock: proposal.cancelledBlock,
  cancelledTime: proposal.cancelledTime,
  cancelledTx: proposal.cancelledTx,
  block: proposal.block,
  time: proposal.time,
  tx: proposal.tx,
  log: proposal.log,
  voted: sql<number>`${tally.voted}`,
  passing: sql<boolean>`${tally.passing}`,
  coopName: sql<string>`${coop.name}`,
}

export type Brief = Pick<
  typeof proposal.$inferSelect,
  Exclude<keyof typeof BRIEF, 'voted' | 'passing' | 'coopName'>
> &
  Pick<typeof tally.$inferSelect, 'voted' | 'passing'> & { readonly coopName: string }

/** What a state is computed from: columns of a proposal and of its tally. */
export const STATED = {
  voteStart: proposal.voteStart,
  voteEnd: proposal.voteEnd,
  expiry: proposal.expiry,
  executedTime: proposal.executedTime,
  cancelledTime: proposal.cancelledTime,
  actions: proposal.actions,
  passing: tally.passing,
}

export type Stated = Pick<Brief, keyof typeof STATED>

/** As the contract computes it, at `now`. */
export function stateOf(row: Stated, now: number): ProposalState {
  if (row.executedTime !== null) return 'executed'
  if (row.cancelledTime !== null) return 'cancelled'
  if (now < row.voteStart) return 'pending'
  if (now < row.voteEnd) return 'active'
  if (!row.passing) return 'defeated'
  if (row.actions === 0) return 'succeeded'
  return now < row.expiry ? 'queued' : 'expired'
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

/** `decisionsOf` as the database computes it: its place in `DECISIONS_OF`. */
function groupOf(now: number): SQL<number> {
  const of = (state: ProposalState) => sql.raw(`${DECISIONS_OF.indexOf(decisionsOf(state))}`)
  const { executedTime, cancelledTime, voteStart, voteEnd, actions, expiry } = proposal
  return sql<number>`(case
    when ${executedTime} is not null then ${of('executed')}
    when ${cancelledTime} is not null then ${of('cancelled')}
    when ${voteStart} > ${now} then ${of('pending')}
    when ${voteEnd} > ${now} then ${of('active')}
    when not ${tally.passing} then ${of('defeated')}
    when ${actions} = 0 then ${of('succeeded')}
    when ${expiry} > ${now} then ${of('queued')}
    else ${of('expired')} end)`
}

/** In a list, all decisions that are over form one group, however they ended. */
const OVER = DECISIONS_OF.indexOf('done')

const DUE = { open: 'voteEnd', passed: 'eta', coming: 'voteStart' } as const

/** Of what is open the first to close comes first, of what passed or comes the next date; else the newest. */
function standing(row: Brief, now: number): Rank {
  const of = decisionsOf(stateOf(row, now))
  const next = of in DUE ? row[DUE[of as keyof typeof DUE]] : 0
  return [Math.min(DECISIONS_OF.indexOf(of), OVER), next, ...byPlace(row)]
}

/** `standing` as the database computes it. */
function byStanding(now: number): Order {
  const group = groupOf(now)
  const due = Object.entries(DUE).map(
    ([of, column]) =>
      sql`when ${sql.raw(`${DECISIONS_OF.indexOf(of as DecisionsOf)}`)} then ${proposal[column]}`,
  )
  return {
    columns: [
      [sql`least(${group}, ${sql.raw(`${OVER}`)})`, 'integer'],
      [sql`(case ${group} ${sql.join(due, sql` `)} else 0 end)`, 'integer'],
      [sql`(-${proposal.block})`, 'integer'],
      [sql`(-${proposal.log})`, 'integer'],
    ],
    newestFirst: false,
  }
}

function placeOr(block: number | null, time: number | null, tx: Hex | null) {
  return block === null || time === null || tx === null ? null : { block, time, tx }
}

export function summaryOf(row: Brief, now: number): ProposalSummary {
  const members = unpackCounts(row.counts, row.classNames.length)
  return {
    assembly: address(row.assembly),
    id: row.id.toString(),
    coop: address(row.coop),
    coopName: row.coopName,
    title: row.title,
    kind: named(KINDS, row.kind),
    proposer: address(row.proposer),
    state: stateOf(row, now),
    made: row.time,
    snapshot: row.snapshot,
    votingStarts: row.voteStart,
    votingEnds: row.voteEnd,
    executableFrom: row.eta,
    expires: row.expiry,
    executed: placeOr(row.executedBlock, row.executedTime, row.executedTx),
    cancelled: placeOr(row.cancelledBlock, row.cancelledTime, row.cancelledTx),
    members: members.reduce((total, one) => total + one, 0),
    voted: row.voted,
    passing: row.passing,
    actionCount: row.actions,
  }
}

export function ballotOf(row: Cast): Ballot {
  return {
    voter: address(row.voter),
    memberId: row.memberId.toString(),
    class: row.class,
    choice: named(CHOICES, row.choice),
    how: row.how as Ballot['how'],
    reason: row.reason,
    change: row.change === null ? null : `${row.change}`,
    ...at(row),
  }
}

type Key = Pick<Brief, 'assembly' | 'id' | 'coop' | 'snapshot'>

interface Mine {
  readonly mine: Ballot | null
  readonly mayVote: boolean
}

/** What one wallet cast in each of these, and where it may. */
export async function mineIn(rows: readonly Key[], wallet: Hex): Promise<readonly Mine[]> {
  if (rows.length === 0) return []
  const [ballots, memberships] = await Promise.all([
    db
      .select({ ...CAST, assembly: ballot.assembly, proposal: ballot.proposal })
      .from(ballot)
      .where(
        and(
          eq(ballot.voter, wallet),
          among(
            ballot.assembly,
            rows.map((row) => row.assembly),
          ),
          among(
            ballot.proposal,
            rows.map((row) => row.id),
            'numeric',
          ),
        ),
      ),
    db
      .select({ coop: coop.address, joined: member.joined, left: member.left })
      .from(member)
      .innerJoin(coop, eq(coop.membership, member.membership))
      .where(
        and(
          eq(member.wallet, wallet),
          among(
            coop.address,
            rows.map((row) => row.coop),
          ),
        ),
      ),
  ])
  return rows.map((row) => {
    const cast = ballots.find((one) => one.assembly === row.assembly && one.proposal === row.id)
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
  readonly order?: Ordering | undefined
}

/** Decisions of the co-ops where a wallet is or was a member. */
const ofMember = (wallet: Hex): SQL =>
  inArray(
    proposal.coop,
    db
      .select({ coop: coop.address })
      .from(member)
      .innerJoin(coop, eq(coop.membership, member.membership))
      .where(eq(member.wallet, wallet)),
  )

/** Votes that are open, in which a wallet may vote and has not. */
const waitingFor = (voter: Hex, now: number): SQL | undefined =>
  and(
    lte(proposal.voteStart, now),
    isNull(proposal.executedTime),
    exists(
      db
        .select({ id: member.id })
        .from(member)
        .where(
          and(
            eq(member.membership, coop.membership),
            eq(member.wallet, voter),
            lte(member.joined, proposal.snapshot),
            or(isNull(member.left), gt(member.left, proposal.snapshot)),
          ),
        ),
    ),
    notExists(
      db
        .select({ voter: ballot.voter })
        .from(ballot)
        .where(
          and(
            eq(ballot.voter, voter),
            eq(ballot.assembly, proposal.assembly),
            eq(ballot.proposal, proposal.id),
          ),
        ),
    ),
  )

/**
 * Each with its co-op and its count. Joined from the left, so that what a query does not ask of them
 * is not read, and a page is read in the order of an index.
 */
const joined = (where: SQL | undefined) =>
  db
    .select(BRIEF)
    .from(proposal)
    .leftJoin(coop, eq(coop.address, proposal.coop))
    .leftJoin(tally, and(eq(tally.assembly, proposal.assembly), eq(tally.proposal, proposal.id)))
    .where(where)

export async function proposals(
  { coop: of, member: wallet, voter = wallet, waiting, open, q, state, kind, order }: ProposalQuery,
  now: number,
): Promise<Listed<ProposalSummary>> {
  const where = and(
    // An assembly that lies can tell of what it opened no vote on.
    gt(proposal.voteEnd, 0),
    of ? eq(proposal.coop, of) : undefined,
    wallet ? ofMember(wallet) : undefined,
    kind ? eq(proposal.kind, KINDS.indexOf(kind)) : undefined,
    open || waiting ? and(gt(proposal.voteEnd, now), isNull(proposal.cancelledTime)) : undefined,
    waiting && voter ? waitingFor(voter, now) : undefined,
    state ? eq(groupOf(now), DECISIONS_OF.indexOf(state)) : undefined,
    searched(q, [proposal.words, coop.words]),
  )
  const source = selected<Brief>(order ? byStanding(now) : placeIn(proposal), {
    rankOf: (row) => (order ? standing(row, now) : byPlace(row)),
    select: joined,
    where,
  })
  return merged([source], async (rows) => {
    const own = voter ? await mineIn(rows, voter) : []
    return rows.map((row, i) => ({ ...summaryOf(row, now), ...own[i] }))
  })
}

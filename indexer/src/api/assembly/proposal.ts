// SPDX-License-Identifier: AGPL-3.0-or-later
/** One decision with its ballots. */
import { db } from 'ponder:api'
import { ask, ballot, coop, home, phyle, proposal, tally } from 'ponder:schema'
import type { Ballot, BallotPage, ProposalDetail, Resting } from '@phyle/sdk/chapters/assembly/api'
import { asksNeeded } from '@phyle/sdk/chapters/assembly/asks'
import { CHOICES } from '@phyle/sdk/chapters/assembly/enums'
import type { Language } from '@phyle/sdk/language'
import { and, asc, desc, eq, gt, gte, isNull } from 'ponder'
import { type Hex, keccak256, toBytes } from 'viem'
import { ruleOf, talliesOf } from '../../assembly/tally.ts'
import { env } from '../../env.ts'
import { rollsOf } from '../cooperative/coops.ts'
import { among } from '../keyset.ts'
import { type Listed, merged, within } from '../page.ts'
import { address, at, NotFound, named, sameAddress } from '../rows.ts'
import { countOf, selected } from '../tables.ts'
import { actionOf, chapterNamed } from './decode.ts'
import { ballotOf, CAST, type Cast, mineIn, STATED, stateOf, summaryOf } from './proposals.ts'
import { secondCallOf } from './secondCall.ts'

type Row = typeof proposal.$inferSelect
type TallyRow = typeof tally.$inferSelect

const isThis = (assembly: Hex, id: bigint) =>
  and(eq(ballot.assembly, assembly), eq(ballot.proposal, id))

async function foundOf(assembly: Hex, id: bigint) {
  const [found] = await db
    .select({ proposal, tally, coop })
    .from(proposal)
    .innerJoin(coop, eq(coop.address, proposal.coop))
    .innerJoin(tally, and(eq(tally.assembly, proposal.assembly), eq(tally.proposal, proposal.id)))
    .where(and(eq(proposal.assembly, assembly), eq(proposal.id, id)))
  if (!found) throw unknown(assembly, id)
  return found
}

const unknown = (assembly: Hex, id: bigint) =>
  new NotFound(`The assembly ${assembly} has no proposal ${id}.`)

async function votedOf(assembly: Hex, id: bigint): Promise<number> {
  const [found] = await db
    .select({ voted: tally.voted })
    .from(tally)
    .where(and(eq(tally.assembly, assembly), eq(tally.proposal, id)))
  if (!found) throw unknown(assembly, id)
  return found.voted
}

/** The ballots that stand, in the order in which they were counted. */
export async function votes(assembly: Hex, id: bigint): Promise<Listed<Ballot>> {
  const voted = await votedOf(assembly, id)
  const source = selected<Cast>(
    {
      columns: [
        [ballot.block, 'integer'],
        [ballot.log, 'integer'],
        [ballot.memberId, 'amount'],
      ],
      newestFirst: false,
    },
    {
      rankOf: ({ block, log, memberId }) => [block, log, memberId],
      select: (one) => db.select(CAST).from(ballot).where(one),
      where: isThis(assembly, id),
      count: async () => voted,
    },
  )
  return merged([source], (rows) => rows.map(ballotOf))
}

/** Of about 250 bytes each: a page stays well below 200 kB. */
const PAGE = 400

/**
 * The ballots that stand, by member, with what proves them.
 *
 * @param from the least number of a member on the page
 */
export async function ballotPage(assembly: Hex, id: bigint, from: bigint): Promise<BallotPage> {
  const rows = await db
    .select({
      voter: ballot.voter,
      memberId: ballot.memberId,
      choice: ballot.choice,
      signature: ballot.signature,
      reason: ballot.reason,
      change: ballot.change,
    })
    .from(ballot)
    .where(and(isThis(assembly, id), gte(ballot.memberId, from)))
    .orderBy(asc(ballot.memberId))
    .limit(PAGE + 1)
  const next = rows[PAGE]?.memberId
  return {
    ballots: rows.slice(0, PAGE).map(({ voter, choice, signature, reason, change }) => ({
      voter: address(voter),
      choice: named(CHOICES, choice),
      signature,
      // What was said with a direct vote proves nothing, and does not have to be fetched.
      reason: signature && reason,
      change: change === null ? null : `${change}`,
    })),
    next: next === undefined ? null : Number(next),
  }
}

/** What is known of the contracts that a proposal calls. */
async function contractsAround(
  of: typeof coop.$inferSelect,
  targets: readonly Hex[],
): Promise<ReadonlyMap<string, string>> {
  const called = [...new Set(targets)]
  const [phyles, homes] =
    called.length === 0
      ? [[], []]
      : await Promise.all([
          db.select({ address: phyle.address }).from(phyle).where(among(phyle.address, called)),
          db.select().from(home).where(among(home.chapter, called)),
        ])
  const pairs: (readonly [Hex, string])[] = [
    [of.address, 'Cooperative'],
    [of.statutes, 'Statutes'],
    [of.membership, 'Membership'],
    [of.assembly, 'Assembly'],
    ...phyles.map((row) => [row.address, 'Phyle'] as const),
    ...homes.map((row) => [row.chapter, chapterNamed(row.name) ?? row.name] as const),
    ...env.tokens.map((token) => [token, 'ERC20'] as const),
  ]
  return new Map(pairs.map(([contract, name]) => [contract.toLowerCase(), name]))
}

/** Tells whether a motion was put again since, and that neither taken back nor without a quorum. */
async function isPutAgain(row: Row, now: number): Promise<boolean> {
  const later = await db
    .select({ ...STATED, quorum: tally.quorum })
    .from(proposal)
    .innerJoin(tally, and(eq(tally.assembly, proposal.assembly), eq(tally.proposal, proposal.id)))
    .where(
      and(
        eq(proposal.assembly, row.assembly),
        eq(proposal.motion, row.motion),
        gt(proposal.id, row.id),
        isNull(proposal.cancelledTime),
      ),
    )
  return later.some((one) => one.quorum || stateOf(one, now) !== 'defeated')
}

/** The answer names so many of those who asked; it counts all of them. */
const MOST_ASKERS = 500

/** Whether it was lost and keeps the same away, and who asks for it again; as the contract says. */
async function restingOf(
  row: Row,
  count: TallyRow,
  of: typeof coop.$inferSelect,
  now: number,
): Promise<Resting | null> {
  const until = row.voteEnd + of.coolingPeriod
  const isLost = count.quorum && stateOf({ ...row, passing: count.passing }, now) === 'defeated'
  if (!isLost || now >= until || (await isPutAgain(row, now))) return null
  const asked = and(eq(ask.assembly, row.assembly), eq(ask.proposal, row.id))
  const [asks, total, rolls] = await Promise.all([
    db.select().from(ask).where(asked).orderBy(asc(ask.block), asc(ask.log)).limit(MOST_ASKERS),
    countOf(ask, asked),
    rollsOf([of.membership]),
  ])
  return {
    until,
    asked: total,
    needed: asksNeeded(rolls.get(of.membership) ?? 0),
    askers: asks.map((one) => address(one.member)),
  }
}

/** As many ballots as come with the decision itself, the newest; reasons can be long. */
const FIRST_BALLOTS = 200
const BALLOT_BYTES = 60_000

/** Calls above this size are not read here: the app reads them itself. */
const READ_BYTES = 40_000

export async function proposalDetail(
  assembly: Hex,
  id: bigint,
  wallet: Hex | undefined,
  now: number,
): Promise<ProposalDetail> {
  const { proposal: row, tally: count, coop: of } = await foundOf(assembly, id)
  // In an assembly that the co-op has left nothing is put again.
  const decides = sameAddress(of.assembly, row.assembly)
  const [cast, contracts, own, resting, secondCall] = await Promise.all([
    db
      .select(CAST)
      .from(ballot)
      .where(isThis(assembly, id))
      .orderBy(desc(ballot.block), desc(ballot.log), desc(ballot.memberId))
      .limit(FIRST_BALLOTS),
    contractsAround(of, row.targets),
    wallet ? mineIn([row], wallet) : [],
    decides ? restingOf(row, count, of, now) : null,
    decides ? secondCallOf(row, now) : null,
  ])
  const isLong = row.calldatas.join('').length > READ_BYTES
  return {
    ...summaryOf({ ...row, voted: count.voted, passing: count.passing, coopName: of.name }, now),
    ...own[0],
    description: row.description,
    descriptionHash: keccak256(toBytes(row.description)),
    paper: {
      cooperative: row.cooperative,
      resolution: row.resolution,
      language: row.language as Language,
    },
    rule: ruleOf(row),
    actions: row.targets.map((target, i) => {
      const action = actionOf(target, row.values[i] ?? 0n, row.calldatas[i] ?? '0x', contracts)
      return isLong ? { ...action, decoded: null } : action
    }),
    classes: talliesOf(row, count.votes),
    ballots: within(cast.map(ballotOf), BALLOT_BYTES).toReversed(),
    resting,
    secondCall,
    secondOf: row.secondOf?.toString() ?? null,
    proposed: at(row),
  }
}

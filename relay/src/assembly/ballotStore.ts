// SPDX-License-Identifier: AGPL-3.0-or-later

import type { BallotReason, BallotState, BallotStatus } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { type Address, getAddress, type Hex } from 'viem'
import type { Place } from '../chain/finality.ts'
import type { Database, Statement } from '../store/database.ts'
import { sayBallot } from './ballotReasons.ts'

/** A ballot that was checked when it came in. */
export interface Ballot extends Omit<BallotStatus, 'sends' | 'why'> {
  readonly signature: Hex
  /** Of an objection, and only of one: why, in the bytes that are signed. */
  readonly reason: Hex | null
  /** Checked by an account with code, not by a key. */
  readonly account: boolean
  /** By this machine's clock, in milliseconds. */
  readonly queued: number
  /** The last second in which it counts, by the clock of the chain. */
  readonly ends: number
  /** It was counted, and the chain took back the block. */
  readonly takenBack: boolean
}

/** Ballots, or changes of ballots that were counted: the chain takes each in by a call of its own. */
export const SORTS = ['ballots', 'changes'] as const
export type Sort = (typeof SORTS)[number]

export const sortOf = ({ change }: Pick<Ballot, 'change'>): Sort =>
  change === null ? 'ballots' : 'changes'

/** Those of one sort in one vote that wait. */
export interface Group {
  readonly assembly: Address
  readonly proposal: string
  readonly sort: Sort
  readonly count: number
  readonly oldest: number
  readonly ends: number
}

export interface Counts {
  readonly waiting: number
  readonly sent: number
}

const NO_CHANGE = '0'
const IS_OF = {
  ballots: `change = '${NO_CHANGE}'`,
  changes: `change <> '${NO_CHANGE}'`,
} satisfies Record<Sort, string>

/** Whoever changes their mind again and again would else make every answer longer. */
const MOST_OF_A_MEMBER = 100
const COUNTED_MS = 1_000
/** As long as a sender needs to write down what it carries, and some more. */
const CLAIMED_MS = 60_000

interface Row {
  id: string
  assembly: string
  proposal: string
  member: string
  member_id: number
  choice: string
  /** '0': none. */
  change: string
  reason: string | null
  signature: string
  account: number
  state: string
  /** A `BallotReason`. */
  why: string | null
  received: number
  queued: number
  ends: number
  hash: string | null
  taken_back: number
}

const ballotOf = (row: Row): Ballot => ({
  id: row.id as Hex,
  assembly: getAddress(row.assembly),
  proposal: row.proposal,
  member: getAddress(row.member),
  memberId: row.member_id,
  choice: row.choice as Choice,
  change: row.change === NO_CHANGE ? null : row.change,
  signature: row.signature as Hex,
  reason: row.reason as Hex | null,
  account: row.account === 1,
  state: row.state as BallotState,
  because: row.why === null ? null : (JSON.parse(row.why) as BallotReason),
  received: row.received,
  queued: row.queued,
  ends: row.ends,
  tx: row.hash as Hex | null,
  takenBack: row.taken_back === 1,
})

/** What anyone may know of a ballot. A signature stays here until the chain has it. */
export function statusOf(ballot: Ballot, sends: number | null): BallotStatus {
  const { id, assembly, proposal, member, memberId, choice, change, state, received, tx } = ballot
  const leaves = state === 'waiting' ? sends : null
  const isOpen = state === 'waiting' || state === 'sent'
  const because = isOpen && ballot.takenBack ? ({ code: 'takenBack' } as const) : ballot.because
  return {
    id,
    assembly,
    proposal,
    member,
    memberId,
    choice,
    change,
    state,
    because,
    why: because && sayBallot(because),
    received,
    sends: leaves,
    tx,
  }
}

export type Ballots = ReturnType<typeof openBallots>

export function openBallots(database: Database) {
  const select = async (where: string, values: readonly (string | number)[]) =>
    (await database.rows<Row>(`SELECT * FROM ballots WHERE ${where}`, values)).map(ballotOf)

  const first = async (where: string, values: readonly (string | number)[]) =>
    (await select(where, values))[0]

  let counted: { readonly at: number; readonly counts: Counts } | undefined

  return {
    byId: (id: Hex) => first('id = $1', [id.toLowerCase()]),

    /** The one of this sort of a member that is waiting or on its way. */
    open: (assembly: Address, proposal: string, member: Address, sort: Sort) =>
      first(
        `assembly = $1 AND proposal = $2 AND member = $3 AND (state = 'waiting' OR state = 'sent')
           AND ${IS_OF[sort]}`,
        [assembly, proposal, member],
      ),

    /** Those of a vote in the order of members, after the one with the id `after`. */
    ofVote: (assembly: Address, proposal: string, most: number, after?: Hex) =>
      select(
        `assembly = $1 AND proposal = $2
           ${after ? 'AND (member_id, id) > (SELECT member_id, id FROM ballots WHERE id = $3)' : ''}
         ORDER BY member_id, id LIMIT ${most}`,
        after ? [assembly, proposal, after] : [assembly, proposal],
      ),

    /** Those of one member, the newest of them, and the oldest first. */
    ofMember: async (assembly: Address, proposal: string, member: Address) =>
      (
        await select(
          `assembly = $1 AND proposal = $2 AND member = $3
           ORDER BY queued DESC LIMIT ${MOST_OF_A_MEMBER}`,
          [assembly, proposal, member],
        )
      ).toReversed(),

    /** How many changes of a member were counted in a vote. */
    changesCounted: async (assembly: Address, proposal: string, member: Address) =>
      (
        await database.rows<{ count: number }>(
          `SELECT COUNT(*) AS count FROM ballots WHERE assembly = $1 AND proposal = $2
             AND member = $3 AND state = 'counted' AND ${IS_OF.changes}`,
          [assembly, proposal, member],
        )
      )[0]?.count ?? 0,

    /**
     * Takes ballots of a vote that wait, in the order of members, and for a while from all other
     * senders that share the database: several keys carry one vote without meeting.
     */
    async claim(
      { assembly, proposal, sort }: Pick<Group, 'assembly' | 'proposal' | 'sort'>,
      by: Address,
      most: number,
    ): Promise<Ballot[]> {
      const now = Date.now()
      const rows = await database.rows<Row>(
        `UPDATE ballots SET claimed_by = $3, claimed_until = $4 WHERE id IN (
           SELECT id FROM ballots WHERE assembly = $1 AND proposal = $2 AND state = 'waiting'
              AND ${IS_OF[sort]}
              AND (claimed_by IS NULL OR claimed_by = $3 OR claimed_until < $5)
            ORDER BY member_id LIMIT ${most} ${database.skipLocked}) RETURNING *`,
        [assembly, proposal, by, now + CLAIMED_MS, now],
      )
      return rows.map(ballotOf).toSorted((a, b) => a.memberId - b.memberId)
    },

    /** The blocks that were read when something was said of a ballot that no own transaction carried. */
    places: (): Promise<Place[]> =>
      database.rows<Place>(
        `SELECT DISTINCT seen_block AS block, seen_hash AS hash FROM ballots
          WHERE seen_hash IS NOT NULL`,
      ),

    ofTransaction: (tx: number) => select('tx = $1 ORDER BY member_id', [tx]),

    /** The one of this sort in a vote that waits for longest; undefined where none does. */
    oldest: async (assembly: Address, proposal: string, sort: Sort) =>
      (
        await database.rows<Omit<Group, 'sort' | 'count'>>(
          `SELECT assembly, proposal, queued AS oldest, ends FROM ballots
            WHERE state = 'waiting' AND assembly = $1 AND proposal = $2 AND ${IS_OF[sort]}
            ORDER BY queued LIMIT 1`,
          [assembly, proposal],
        )
      )[0],

    groups: async (): Promise<Group[]> =>
      database.rows<Group & { assembly: Address }>(
        `SELECT assembly, proposal, CASE WHEN ${IS_OF.ballots} THEN 'ballots' ELSE 'changes' END AS sort,
                COUNT(*) AS count, MIN(queued) AS oldest, MIN(ends) AS ends
           FROM ballots WHERE state = 'waiting' GROUP BY assembly, proposal, sort ORDER BY ends, sort`,
      ),

    /** As they were within the last second. */
    counts: async (): Promise<Counts> => {
      const now = Date.now()
      if (counted && now - counted.at < COUNTED_MS) return counted.counts
      const rows = await database.rows<{ state: string; count: number }>(
        `SELECT state, COUNT(*) AS count FROM ballots
          WHERE state = 'waiting' OR state = 'sent' GROUP BY state`,
      )
      const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
      const counts = { waiting: of('waiting'), sent: of('sent') }
      counted = { at: now, counts }
      return counts
    },

    /**
     * Puts a ballot in the place of the one that waited, if one did.
     * @throws Stale when one of the two was sent meanwhile, or another came first
     */
    async put(ballot: Ballot, instead: Ballot | undefined): Promise<void> {
      const replace: Statement[] = instead
        ? [
            {
              sql: `UPDATE ballots SET state = 'replaced' WHERE id = $1 AND state = 'waiting'`,
              values: [instead.id],
              changes: 1,
            },
          ]
        : []
      await database.run(...replace, {
        sql: `INSERT INTO ballots (id, assembly, proposal, member, member_id, choice, signature,
                account, state, why, received, queued, ends, reason, change)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', NULL, $9, $10, $11, $12, $13)
              ON CONFLICT (id) DO UPDATE SET signature = excluded.signature, state = 'waiting',
                account = excluded.account, why = NULL, tx = NULL, hash = NULL,
                seen_block = NULL, seen_hash = NULL, taken_back = 0,
                claimed_by = NULL, received = excluded.received, queued = excluded.queued, ends = excluded.ends
              WHERE ballots.state <> 'waiting' AND ballots.state <> 'sent'`,
        changes: 1,
        values: [
          ballot.id,
          ballot.assembly,
          ballot.proposal,
          ballot.member,
          ballot.memberId,
          ballot.choice,
          ballot.signature,
          ballot.account ? 1 : 0,
          ballot.received,
          ballot.queued,
          ballot.ends,
          ballot.reason,
          ballot.change ?? NO_CHANGE,
        ],
      })
    },
  }
}

/* Changes that are written together with others. */

/** Only if it still waits: nobody is sent who changed their mind meanwhile. */
export const toSent = (id: Hex, tx: number, hash: Hex): Statement => ({
  sql: `UPDATE ballots SET state = 'sent', tx = $2, hash = $3 WHERE id = $1 AND state = 'waiting'`,
  values: [id, tx, hash],
  changes: 1,
})

/** @param seen the block from which it is known; null where the receipt of its transaction says it */
export const toCounted = (id: Hex, hash: Hex | null, seen: Place | null): Statement => ({
  sql: `UPDATE ballots SET state = 'counted', why = NULL, hash = $2, taken_back = 0,
          seen_block = $3, seen_hash = $4 WHERE id = $1`,
  values: [id, hash, seen?.block ?? null, seen?.hash ?? null],
})

/** @param seen as with `toCounted` */
export const toSkipped = (id: Hex, because: BallotReason, seen: Place | null): Statement => ({
  sql: `UPDATE ballots SET state = 'skipped', why = $2, seen_block = $3, seen_hash = $4
         WHERE id = $1`,
  values: [id, JSON.stringify(because), seen?.block ?? null, seen?.hash ?? null],
})

/** One that is good and cannot be counted yet; one that another replaced meanwhile stays replaced. */
export const toWaitingOn = (id: Hex): Statement => ({
  sql: `UPDATE ballots SET state = 'waiting', tx = NULL, hash = NULL
         WHERE id = $1 AND (state = 'waiting' OR state = 'sent')`,
  values: [id],
})

/** `state`, or replaced where the member cast another one of its sort meanwhile: that one stays. */
const unlessOther = (state: 'waiting' | 'sent'): string =>
  `CASE WHEN EXISTS (SELECT 1 FROM ballots AS other
     WHERE other.assembly = ballots.assembly AND other.proposal = ballots.proposal
       AND other.member = ballots.member AND other.id <> ballots.id
       AND (other.change = '${NO_CHANGE}') = (ballots.change = '${NO_CHANGE}')
       AND (other.state = 'waiting' OR other.state = 'sent'
         OR (other.seen_hash = ballots.seen_hash AND other.queued > ballots.queued)))
   THEN 'replaced' ELSE '${state}' END`

const TOOK_BACK = `CASE WHEN state = 'counted' THEN 1 ELSE taken_back END`

/** The ballots of a transaction that will never count wait again. */
export const toWaiting = (tx: number): Statement => ({
  sql: `UPDATE ballots SET state = ${unlessOther('waiting')}, taken_back = ${TOOK_BACK}, tx = NULL,
          hash = NULL, why = NULL WHERE tx = $1`,
  values: [tx],
})

/** The block of a transaction went away, or it was signed anew: what it carries is on its way. */
export const toSentAgain = (tx: number, hash: Hex): Statement => ({
  sql: `UPDATE ballots SET state = ${unlessOther('sent')}, taken_back = ${TOOK_BACK}, why = NULL,
          hash = $2 WHERE tx = $1`,
  values: [tx, hash],
})

/** The block went away from which these were known to be counted or skipped: they wait again. */
export const toWaitingSince = (seen: Hex): Statement => ({
  sql: `UPDATE ballots SET state = ${unlessOther('waiting')}, taken_back = ${TOOK_BACK}, why = NULL,
          seen_block = NULL, seen_hash = NULL WHERE seen_hash = $1`,
  values: [seen],
})

/** From this block back, nothing that was said of ballots changes any more. */
export const toSettled = (seen: Hex): Statement => ({
  sql: `UPDATE ballots SET seen_block = NULL, seen_hash = NULL WHERE seen_hash = $1`,
  values: [seen],
})

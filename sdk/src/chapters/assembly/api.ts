// SPDX-License-Identifier: MIT
/** What the index and the relay answer of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Amount, Id, Json, List, Order, Place, Time } from '../../answer.ts'
import type { Language } from '../../language.ts'
import type { Reason } from '../../reason.ts'
import type { Rule } from '../../rule.ts'
import type { Kind } from '../statutes/enums.ts'
import type { Choice, ProposalState, Route } from './enums.ts'
import type { ClassTally } from './model.ts'

export interface ProposalSummary {
  readonly assembly: Address
  readonly id: Id
  readonly coop: Address
  readonly coopName: string
  readonly title: string
  readonly kind: Kind
  readonly proposer: Address
  /** As of the answer's time; only `votingStarts` and what follows make it move. */
  readonly state: ProposalState
  readonly made: Time
  readonly snapshot: Time
  readonly votingStarts: Time
  readonly votingEnds: Time
  /** When it may be carried out (`eta`), and until when. */
  readonly executableFrom: Time
  readonly expires: Time
  readonly executed: Place | null
  readonly cancelled: Place | null
  readonly members: number
  readonly voted: number
  readonly passing: boolean
  readonly actionCount: number
  /** With `?member=` or `?voter=`: what that wallet cast, or null; `mayVote` says whether it is on the roll of the snapshot. */
  readonly mine?: Ballot | null
  readonly mayVote?: boolean
}

/** What was voted down with its quorum and may not come back yet, unless enough members ask. */
export interface Resting {
  readonly until: Time
  readonly asked: number
  readonly needed: number
  /** Who asked, in order. */
  readonly askers: readonly Address[]
}

/** What was lost to silence and may be called a second time. */
export interface SecondCall {
  readonly from: Time
}

export interface ProposalDetail extends ProposalSummary {
  /** The whole text as proposed; its first line holds the title. */
  readonly description: string
  readonly descriptionHash: Hex
  /** What every ballot carries besides the choice: the co-op's name when the vote was opened, and so on. */
  readonly paper: {
    readonly cooperative: string
    readonly resolution: string
    readonly language: Language
  }
  /** As copied when it was made. */
  readonly rule: Rule
  readonly actions: readonly Action[]
  /** In the order of the statutes; the reader computes the outcome with the model. */
  readonly classes: readonly ClassTally[]
  /**
   * The last counted ballot of each voter, in order of counting: of the newest two hundred. All of
   * them come from `/api/proposals/:assembly/:id/votes`.
   */
  readonly ballots: readonly Ballot[]
  /** Null where nothing keeps it from being put again, and once it has been. */
  readonly resting: Resting | null
  /** Null where it cannot be called a second time, and once it has been, or the same was put again. */
  readonly secondCall: SecondCall | null
  /** Of a second call: the proposal that was lost to silence; else null. */
  readonly secondOf: Id | null
  readonly proposed: Place
}

/** One call of a proposal. The app decodes `data` itself; `decoded` is the index's own reading. */
export interface Action {
  readonly target: Address
  readonly value: Amount
  readonly data: Hex
  readonly selector: Hex | null
  readonly decoded: DecodedCall | null
}

export interface DecodedCall {
  /** Name of the contract or interface, such as `Cooperative`, `Statutes`, `ERC20`. */
  readonly contract: string
  readonly function: string
  /** By parameter name; numbers as decimal strings, structs as objects. */
  readonly args: Readonly<Record<string, Json>>
}

export interface Ballot extends Place {
  readonly voter: Address
  readonly memberId: Id
  readonly class: number
  readonly choice: Choice
  /** Direct: sent by the voter. Carried: signed by the voter, sent by anybody. */
  readonly how: Exclude<Route, 'none'>
  /** Given with a direct vote, or signed with an objection. */
  readonly reason: string | null
  /** The number of the change by which a carried vote stands; null where it was never changed by signature. */
  readonly change: Id | null
}

/** Where a decision stands, as one looks for it; in the order of a list, what can be acted on first. */
export const DECISIONS_OF = [
  'open',
  'passed',
  'coming',
  'done',
  'lost',
  'lapsed',
  'cancelled',
] as const

export type DecisionsOf = (typeof DECISIONS_OF)[number]

/** A ballot that stands, with its signature; null where it was cast in a transaction. */
export interface KeptBallot {
  readonly voter: Address
  readonly choice: Choice
  readonly signature: Hex | null
  /** Of an objection that was signed with it. */
  readonly reason: string | null
  /** The number of the change that was signed; null where it is the ballot itself. */
  readonly change: Id | null
}

export interface BallotPage {
  readonly ballots: readonly KeptBallot[]
  /** Where the next page begins; null after the last. */
  readonly next: number | null
}

/**
 * What programs for calendars and news read of a co-op's decisions, each with `app`: the address of the
 * app that its entries lead to.
 */
export const FEEDS = {
  /** Atom: the newest decisions, and where each stands. */
  news: '/api/coops/:coop/decisions.atom',
  /** iCalendar: when voting ends. */
  calendar: '/api/coops/:coop/closings.ics',
} as const

export interface IndexRoutes {
  /**
   * `coop`: of one co-op. `member`: of the co-ops where that wallet is or was a member, with `mine`
   * and `mayVote`. `voter`: likewise with `mine` and `mayVote`, but of all co-ops; with `waiting` only
   * those in which that wallet may vote now and has not.
   */
  '/api/proposals': List<
    ProposalSummary,
    {
      coop?: Address
      member?: Address
      voter?: Address
      waiting?: 'true'
      open?: 'true'
      q?: string
      state?: DecisionsOf
      kind?: Kind
      order?: Order
    }
  >
  '/api/proposals/:assembly/:id': { query: { member?: Address }; data: ProposalDetail }
  /** The ballots that stand, in pages by member; `from` is the least number of a member on the page. */
  '/api/proposals/:assembly/:id/ballots': { query: { from?: string }; data: BallotPage }
  /** All ballots that stand, in the order of counting, each with where it was counted. */
  '/api/proposals/:assembly/:id/votes': List<Ballot>
}

/* THE RELAY */

export interface SignedBallot {
  readonly chainId: number
  readonly assembly: Address
  readonly proposal: string
  readonly member: Address
  readonly choice: Choice
  /** Of an objection, and only of one: why. It is signed with it and stands on the chain. */
  readonly reason?: string
  /**
   * Of the change of a ballot that was counted, and only of one: its number, at least 1, above that of
   * every other change of this member that the chain or the relay has.
   */
  readonly change?: string
  /** 64 or 65 bytes of an account with a key; whatever an account with code answers to. */
  readonly signature: Hex
}

/**
 * Waiting: may still be changed here. Sent: in a transaction that is not in a block yet. Counted:
 * on the chain. Skipped: it will not be counted, `why` says the reason. Replaced: the member
 * changed their mind before it was sent.
 */
export type BallotState = 'waiting' | 'sent' | 'counted' | 'skipped' | 'replaced'

/**
 * Why a relay could not have a ballot counted, or (`takenBack`) carries it once more: a vote that the
 * member sent or another ballot of theirs counts, the vote closed first, also after the chain took back
 * the block in which it was counted (`closedAgain`), the proposal is gone, the signature holds no more.
 */
export type BallotReason =
  | { readonly code: 'ownVote' | 'otherBallot'; readonly counts: Choice }
  | { readonly code: 'closed' | 'closedAgain' | 'noProposal' | 'signature' | 'takenBack' }

export interface BallotStatus {
  readonly id: Hex
  readonly assembly: Address
  readonly proposal: string
  readonly member: Address
  readonly memberId: number
  readonly choice: Choice
  /** Of a change of a ballot that was counted: its number; null where it is a ballot. */
  readonly change: string | null
  readonly state: BallotState
  /** Of one that was skipped, or that is on its way for the second time. */
  readonly because: BallotReason | null
  /** The same in English. */
  readonly why: string | null
  readonly received: number
  /** When it leaves, at the latest, by the clock of the chain; null where it does not wait. */
  readonly sends: number | null
  /** The transaction that carries or carried it. */
  readonly tx: Hex | null
}

/** Asks the relay to send now what waits for one vote; answered only where its keeper allows it. */
export interface Departure {
  readonly assembly: Address
  readonly proposal: string
}

/** What a relay answers at once: whoever holds it can show that the relay had the ballot. */
export interface BallotReceipt {
  readonly ballot: BallotStatus
  readonly relay: Address
  /** EIP-712, see `ballotReceiptTypedData`. */
  readonly signature: Hex
  /** When the relay means to send it, at the latest; null while the chain takes in nothing. */
  readonly sends: number | null
  /** What is certain now, in words: it never promises more than that. */
  readonly says: string
}

export const BALLOT_RECEIPT_TYPES = {
  BallotReceipt: [
    { name: 'ballot', type: 'bytes32' },
    { name: 'member', type: 'address' },
    { name: 'proposal', type: 'uint256' },
    { name: 'choice', type: 'string' },
    { name: 'received', type: 'uint256' },
  ],
} as const

/** What the relay's key signs. `ballot.id` is the digest that the member signed. */
export function ballotReceiptTypedData(
  chainId: number,
  ballot: Pick<BallotStatus, 'id' | 'assembly' | 'member' | 'proposal' | 'choice' | 'received'>,
) {
  return {
    domain: { name: 'Phyle', version: '1', chainId, verifyingContract: ballot.assembly },
    types: BALLOT_RECEIPT_TYPES,
    primaryType: 'BallotReceipt',
    message: {
      ballot: ballot.id,
      member: ballot.member,
      proposal: BigInt(ballot.proposal),
      choice: ballot.choice,
      received: BigInt(ballot.received),
    },
  } as const
}

/** What a member says beside a ballot that they post, signed apart: see `reason.ts`. */
export interface SignedReason extends Reason {
  readonly signature: Hex
}

export interface KeptReason extends SignedReason {
  readonly received: number
}

export interface RelayRoutes {
  'POST /ballots': { body: SignedBallot; answer: BallotReceipt }
  /**
   * Those of one member, or a page of those of a vote: of at most `MOST_ON_A_PAGE`, after the one
   * whose id is `after`. The last page is empty.
   */
  'GET /ballots': {
    query: { assembly: Address; proposal: string; member?: Address; after?: Hex }
    answer: readonly BallotStatus[]
  }
  'GET /ballots/:id': { answer: BallotStatus }
  'POST /ballots/departures': { body: Departure; answer: Departure }
  'POST /reasons': { body: SignedReason; answer: KeptReason }
  /** A page of those of a vote, after that of the member `after`. The last page is empty. */
  'GET /reasons': {
    query: { assembly: Address; proposal: string; member?: Address; after?: Address }
    answer: readonly KeptReason[]
  }
}

// SPDX-License-Identifier: MIT
/**
 * What the relay takes and answers over HTTP: types, and the typed data of its receipts.
 *
 * - Whole numbers that may be large (proposal, nonce, rule words) are decimal strings, times are
 *   unix seconds by the clock of the chain, addresses and hashes are hex.
 * - A refusal is a status of 400 or above with `RelayRefusal`: `why` and `now` are sentences.
 */
import type { Address, Hex } from 'viem'
import type { Upload } from './attachments.ts'
import type { FileType } from './file-kind.ts'
import type { Choice } from './language.ts'
import type { Erasure, Profile } from './profile.ts'
import type { Reason } from './reason.ts'

export type RelayError =
  | 'malformed'
  | 'wrongChain'
  | 'unknownAssembly'
  | 'unknownProposal'
  | 'notOffered'
  | 'voteNotOpen'
  | 'voteClosed'
  | 'tooLate'
  | 'notOnTheRoll'
  | 'notSigned'
  | 'alreadyCounted'
  | 'beingCarried'
  | 'tooMany'
  | 'tooLarge'
  | 'wrongType'
  | 'notText'
  | 'notFound'
  | 'notAFounder'
  | 'notKnown'
  | 'older'
  | 'badName'
  | 'badPicture'
  | 'expired'
  | 'charterRefused'
  | 'chainUnreachable'
  | 'full'
  | 'failed'

/** So many of a list are answered at once. */
export const MOST_ON_A_PAGE = 50

/** So many profiles are answered at once. */
export const MOST_PROFILES = 100

export interface RelayRefusal {
  readonly error: RelayError
  /** What is the matter. */
  readonly why: string
  /** What can be done instead. */
  readonly now: string
}

/* BALLOTS */

export interface SignedBallot {
  readonly chainId: number
  readonly assembly: Address
  readonly proposal: string
  readonly member: Address
  readonly choice: Choice
  /** 64 or 65 bytes of an account with a key; whatever an account with code answers to. */
  readonly signature: Hex
}

/**
 * Waiting: may still be changed here. Sent: in a transaction that is not in a block yet. Counted:
 * on the chain. Skipped: it will not be counted, `why` says the reason. Replaced: the member
 * changed their mind before it was sent.
 */
export type BallotState = 'waiting' | 'sent' | 'counted' | 'skipped' | 'replaced'

export interface BallotStatus {
  readonly id: Hex
  readonly assembly: Address
  readonly proposal: string
  readonly member: Address
  readonly memberId: number
  readonly choice: Choice
  readonly state: BallotState
  /** Why it was skipped; or, of one that is on its way, that it was counted and the chain took that back. */
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

/* REASONS */

/** So far may the time in a signature be from that of the chain, in seconds, where a relay takes it. */
export const LATITUDE_SECONDS = 3_600

/** What a member says beside a ballot that they post, signed apart: see `reason.ts`. */
export interface SignedReason extends Reason {
  readonly signature: Hex
}

export interface KeptReason extends SignedReason {
  readonly received: number
}

/* PROFILES */

/** Why a wallet may leave a name here: a co-op that it belongs to or has applied to, or a founding. */
export type Belonging = { readonly assembly: Address } | { readonly founding: Hex }

export interface SignedProfile extends Profile {
  readonly signature: Hex
  /** The bytes of the picture in base64, where there is one. */
  readonly image: string | null
  readonly belongs: Belonging
}

export interface SignedErasure extends Erasure {
  readonly signature: Hex
}

export interface KeptProfile extends Omit<Profile, 'chainId'> {
  readonly signature: Hex
  /** Other wallets here whose name looks the same. */
  readonly twins: number
}

export interface KeptProfiles {
  readonly profiles: readonly KeptProfile[]
  /** Who had a name here and erased it, and when. */
  readonly erased: readonly Pick<Erasure, 'member' | 'issued'>[]
}

/* DOCUMENTS */

export const DOCUMENT_TYPES = ['text/plain', 'text/markdown', 'application/json'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

export interface StoredDocument {
  readonly sha256: Hex
  readonly type: DocumentType
  readonly bytes: number
}

/* FILES */

/** The query of `PUT /files`: which files, by whom, and the signature of both. */
export interface UploadNote extends Upload {
  readonly assembly: Address
  readonly signature: Hex
}

export interface StoredFile {
  readonly sha256: Hex
  readonly type: FileType
  readonly bytes: number
}

/* SPONSORSHIPS */

/** A member's word for an applicant, as the roll will ask for it. */
export interface Sponsorship {
  readonly sponsor: Address
  readonly signature: Hex
}

export interface SignedSponsorship extends Sponsorship {
  readonly chainId: number
  readonly assembly: Address
  readonly applicant: Address
  readonly class: number
  readonly deadline: number
}

export interface Sponsorships {
  readonly applicant: Address
  /** For the application that is open now, of those who are members now. */
  readonly sponsorships: readonly Sponsorship[]
}

/* FOUNDINGS */

/** `Charter` of the contracts as JSON: enums as their numbers, words and names as hex. */
export interface CharterJson {
  readonly name: string
  readonly purpose: Hex
  readonly language: Hex
  readonly lock: number
  readonly admission: number
  readonly sponsors: number
  readonly maxShareBps: number
  readonly coolingPeriod: number
  readonly classes: readonly {
    readonly name: Hex
    readonly shareBps: number
    readonly flags: number
  }[]
  /** Rule words, as decimal strings. */
  readonly rules: readonly [string, string, string, string]
  readonly federation: Address
}

export interface FoundingDraft {
  readonly chainId: number
  readonly registrar: Address
  readonly charter: CharterJson
  readonly founders: readonly { readonly wallet: Address; readonly class: number }[]
  readonly nonce: string
  readonly deadline: string
}

export interface FoundingSignature {
  readonly founder: Address
  readonly signature: Hex
}

export interface Founding {
  /** The founding hash: what the founders sign, and the name of this draft. */
  readonly hash: Hex
  readonly draft: FoundingDraft
  /** Those that were checked, in the order of the founders. */
  readonly signatures: readonly FoundingSignature[]
  /** Founders who called `consent` on the chain and need not sign. */
  readonly consented: readonly Address[]
  /** Founders whose word is still missing. */
  readonly missing: readonly Address[]
  /** The account that this founding makes, or made. */
  readonly cooperative: Address
  readonly founded: boolean
}

/* HEALTH */

/** Unknown: there was no time to find out, or there is nothing to ask. */
export type PartState = 'ok' | 'wrong' | 'unknown'

export interface PartHealth {
  readonly state: PartState
  /** What is the matter, and what to do, as a sentence. */
  readonly says: string
}

/** Of what a relay stands on: its node, its store, its coin, the index, and the clock of the chain. */
export const HEALTH_PARTS = ['node', 'store', 'purse', 'index', 'clock'] as const
export type HealthPart = (typeof HEALTH_PARTS)[number]

export interface RelayHealth {
  /** Whether it can take and carry ballots; the status is 503 where it cannot. */
  readonly ok: boolean
  readonly parts: Readonly<Record<HealthPart, PartHealth>>
  readonly chainId: number
  readonly relay: Address
  /** The newest block and its time; null while the node does not answer. */
  readonly block: number | null
  readonly time: number | null
  /** In the smallest unit of the chain's own coin; null while the node does not answer. */
  readonly balance: string | null
  /** Ballots; null while the store does not answer. */
  readonly waiting: number | null
  readonly sent: number | null
  readonly executes: boolean
  /** Whether anybody may ask it to send at once. */
  readonly sendsNow: boolean
}

/**
 * The doors of the relay. `:name` stands for a path segment; the body of `PUT /documents` is the
 * document itself, under its content type.
 */
export interface RelayRoutes {
  /** Within a second, whatever is the matter. `GET /health/live` answers while the program runs. */
  'GET /health': { answer: RelayHealth }
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
  'POST /profiles': { body: SignedProfile; answer: KeptProfile }
  'POST /profiles/erasures': { body: SignedErasure; answer: Pick<Erasure, 'member' | 'issued'> }
  /** Wallets with commas between them, `MOST_PROFILES` at most. */
  'GET /profiles': { query: { wallets: string }; answer: KeptProfiles }
  'GET /profiles/:member/picture': { answer: Uint8Array }
  'PUT /documents': { answer: StoredDocument }
  'GET /documents/:sha256': { answer: string }
  /** The body is the file itself, under its content type; the note stands in the query. */
  'PUT /files': { query: UploadNote; answer: StoredFile }
  /** Digests with commas between them. */
  'GET /files': { query: { sha256: string }; answer: readonly StoredFile[] }
  'GET /files/:sha256': { answer: Uint8Array }
  'POST /reasons': { body: SignedReason; answer: KeptReason }
  /** A page of those of a vote, after that of the member `after`. The last page is empty. */
  'GET /reasons': {
    query: { assembly: Address; proposal: string; member?: Address; after?: Address }
    answer: readonly KeptReason[]
  }
  'POST /sponsorships': { body: SignedSponsorship; answer: Sponsorships }
  'GET /sponsorships': { query: { assembly: Address; applicant: Address }; answer: Sponsorships }
  'POST /foundings': { body: FoundingDraft; answer: Founding }
  'GET /foundings/:hash': { answer: Founding }
  'GET /foundings/:hash/signatures': { answer: readonly FoundingSignature[] }
  'POST /foundings/:hash/signatures': { body: FoundingSignature; answer: Founding }
}

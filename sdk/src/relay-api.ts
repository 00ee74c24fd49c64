// SPDX-License-Identifier: MIT
/**
 * The relay's API over HTTP: types of what it takes and answers, and the typed data of its
 * receipts.
 *
 * - Whole numbers that may be large (proposal, nonce, rule words) are decimal strings, times are
 *   unix seconds by the clock of the chain, addresses and hashes are hex.
 * - A refusal is a status of 400 or above with `RelayRefusal`: `why` and `now` are sentences.
 */

import type { Address, Hex } from 'viem'
import type { Upload } from './attachments.ts'
import type { FileType } from './file-kind.ts'
import type { RelayRoutes as ChapterRoutes } from './generated/chapters/api.ts'

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
  | 'otherClass'
  | 'notSigned'
  | 'alreadyCounted'
  | 'nothingToChange'
  | 'enoughChanges'
  | 'beingCarried'
  | 'tooMany'
  | 'tooLarge'
  | 'wrongType'
  | 'notText'
  | 'notFound'
  | 'notAFounder'
  | 'takenBack'
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

export interface RelayRefusal {
  readonly error: RelayError
  /** The trouble, as a sentence. */
  readonly why: string
  /** The way out, as a sentence. */
  readonly now: string
}

/** So far may the time in a signature be from that of the chain, in seconds, where a relay takes it. */
export const LATITUDE_SECONDS = 3_600

export const DOCUMENT_TYPES = ['text/plain', 'text/markdown', 'application/json'] as const

export type DocumentType = (typeof DOCUMENT_TYPES)[number]

export interface StoredDocument {
  readonly sha256: Hex
  readonly type: DocumentType
  readonly bytes: number
}

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
 * The doors of the relay: those of all chapters, and those that it has for itself. `:name` stands for a
 * path segment; the body of `PUT /documents` is the document itself, under its content type.
 */
export interface RelayRoutes extends ChapterRoutes {
  /** Within a second, whatever is the matter. `GET /health/live` answers while the program runs. */
  'GET /health': { answer: RelayHealth }
  'PUT /documents': { answer: StoredDocument }
  'GET /documents/:sha256': { answer: string }
  /** The body is the file itself, under its content type; the note stands in the query. */
  'PUT /files': { query: UploadNote; answer: StoredFile }
  /** Digests with commas between them. */
  'GET /files': { query: { sha256: string }; answer: readonly StoredFile[] }
  'GET /files/:sha256': { answer: Uint8Array }
}

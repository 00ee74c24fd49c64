// SPDX-License-Identifier: MIT
/**
 * Permissions: what a licensee signs when somebody else sends it, and the statements that stand
 * behind a declared ground.
 *
 * Typed data (EIP-712), domain Phyle, 1, the chain, Licences; a `Request` as `ILicences` takes it.
 * A statement is a canonical JSON document, kept by its sha-256 like any other.
 * Units: money in base units of the cash token, times in seconds. Source: design 7; ILicences.
 */

import { type Address, type Hex, zeroHash } from 'viem'
import { phyleDomain } from './ballot.ts'
import { LICENCE_GROUNDS, type LicenceGround } from './chapters/licences/enums.ts'
import { canonicalJson, documentDigest } from './documents.ts'

/** The words of a claim that the licensee's wallet shows, as the contract hashes them. */
export const GROUND_WORDS: Readonly<Record<LicenceGround, string>> = {
  PAID: 'paid',
  NON_COMMERCIAL: 'non-commercial use',
  COMMON_GOOD: 'body for the common good',
  MEMBER_COOP: 'member co-op',
  COOPERATOR: 'cooperator on their own account',
  CONTRIBUTOR: 'contributor',
  SMALL_FIRM: 'self-employed or small firm',
  FREE: 'paid',
}

/** The size of a firm that declares none: the largest. */
export const UNDECLARED = 255

/** The longest permission on a declaration. */
export const LONGEST_DECLARED = 365 * 86_400

export type LicenceRequest = {
  readonly licensee: Address
  readonly work: bigint
  readonly claim: number
  readonly tier: number
  readonly duration: number
  readonly maxFee: bigint
  readonly terms: bigint
  readonly deadline: number
  /** Who may pay; zero: the licensee alone. */
  readonly payer: Address
  readonly purchaseOrder: Hex
  readonly statement: Hex
}

export const LICENCE_TYPES = {
  LicenceRequest: [
    { name: 'ground', type: 'string' },
    { name: 'licensee', type: 'address' },
    { name: 'work', type: 'uint256' },
    { name: 'tier', type: 'uint8' },
    { name: 'duration', type: 'uint32' },
    { name: 'maxFee', type: 'uint256' },
    { name: 'terms', type: 'uint256' },
    { name: 'payer', type: 'address' },
    { name: 'purchaseOrder', type: 'bytes32' },
    { name: 'statement', type: 'bytes32' },
    { name: 'receipt', type: 'uint256' },
    { name: 'deadline', type: 'uint48' },
  ],
} as const

/** What the licensee signs; `receipt` is the number that the receipt will have. */
export function licenceTypedData(
  chainId: number,
  licences: Address,
  request: LicenceRequest,
  receipt: bigint,
) {
  const { licensee, work, tier, duration, maxFee, terms, payer } = request
  const { purchaseOrder, statement, deadline } = request
  return {
    domain: phyleDomain(chainId, licences),
    types: LICENCE_TYPES,
    primaryType: 'LicenceRequest',
    message: {
      ground: GROUND_WORDS[groundOf(request.claim) ?? 'PAID'],
      licensee,
      work,
      tier,
      duration,
      maxFee,
      terms,
      payer,
      purchaseOrder,
      statement,
      receipt,
      deadline,
    },
  } as const
}

export function groundOf(code: number): LicenceGround | undefined {
  return LICENCE_GROUNDS[code]
}

export function groundCode(ground: LicenceGround): number {
  return LICENCE_GROUNDS.indexOf(ground)
}

/** The grounds of a bit field in a quote. */
export function groundsIn(bits: number): LicenceGround[] {
  return LICENCE_GROUNDS.filter((_, n) => ((bits >> n) & 1) === 1)
}

/* STATEMENTS */

/** What a licensee declares of themself. */
export type Statement = {
  readonly ground: LicenceGround
  readonly name: string
  /** Registry or tax number; null for a person. */
  readonly registration: string | null
  readonly use: string
  /** Yearly turnover in whole units of the cash token; null where no size is declared. */
  readonly turnover: number | null
  /** ISO 8601 day. */
  readonly date: string
}

export function statementDocument(statement: Statement): string {
  return canonicalJson(statement)
}

export function statementDigest(statement: Statement): Hex {
  return documentDigest(statementDocument(statement))
}

/** The digest of a purchase order number; zero where there is none. */
export function purchaseOrderDigest(number: string): Hex {
  return number === '' ? zeroHash : documentDigest(number)
}

// SPDX-License-Identifier: MIT
/**
 * The consent of a licensor, who lets the steward of a work sell permissions to use it.
 *
 * Typed data (EIP-712), domain Phyle, 1, the chain, Works. `terms` is the hash of all terms, as
 * `TermsOffered` tells it. Units: money in base units of the cash token, times in seconds.
 * Source: design 7 (paid terms carry the licensor's signature); IOffers.
 */
import { type Address, encodeAbiParameters, getAbiItem, type Hex, keccak256 } from 'viem'
import { phyleDomain } from '../../ballot.ts'
import { iWorksAbi } from '../../generated/abi.ts'
import type { OfferedTerms } from './model.ts'

export type LicensorConsent = {
  readonly family: bigint
  readonly pricePerYear: bigint
  readonly legalText: Hex
  readonly terms: Hex
  /** The last second at which the steward may offer these terms. */
  readonly deadline: number
}

const CONSENT_TYPES = {
  LicensorConsent: [
    { name: 'family', type: 'uint256' },
    { name: 'pricePerYear', type: 'uint256' },
    { name: 'legalText', type: 'bytes32' },
    { name: 'terms', type: 'bytes32' },
    { name: 'deadline', type: 'uint48' },
  ],
} as const

/** What the licensor's wallet shows and signs. */
export function licensorTypedData(chainId: number, works: Address, agreed: LicensorConsent) {
  return {
    domain: phyleDomain(chainId, works),
    types: CONSENT_TYPES,
    primaryType: 'LicensorConsent',
    message: agreed,
  } as const
}

const TERMS = getAbiItem({ abi: iWorksAbi, name: 'offer' }).inputs[1]

/** The hash of all terms, as `TermsOffered` tells it. */
export const hashOfTerms = (terms: OfferedTerms): Hex =>
  keccak256(encodeAbiParameters([TERMS], [terms]))

/** What a licensor agrees to who lets the steward of `family` sell under these terms. */
export const consentTo = (
  family: bigint,
  terms: OfferedTerms,
  deadline: number,
): LicensorConsent => ({
  family,
  pricePerYear: terms.pricePerYear,
  legalText: terms.legalText,
  terms: hashOfTerms(terms),
  deadline,
})

// SPDX-License-Identifier: MIT
/**
 * Founding: what every founder signs, and what applicants and sponsors sign later.
 *
 * Typed data (EIP-712), domain Phyle, 1, the chain and the contract that checks it:
 * `Founding(string cooperative,bytes32 charter,bytes32 founders,uint256 nonce,uint256 deadline)` at
 * the Registrar, with keccak256 of the ABI-encoded charter and founders; `Application` and
 * `Sponsorship` at the Membership. Deadlines in seconds of chain time.
 * Source: design 2, 3; IRegistrar, IMembership.
 */
import { type Address, encodeAbiParameters, type Hex, hashTypedData, keccak256 } from 'viem'
import { phyleDomain } from './ballot.ts'
import type { ChainCharter } from './charter.ts'

export const FOUNDING_TYPES = {
  Founding: [
    { name: 'cooperative', type: 'string' },
    { name: 'charter', type: 'bytes32' },
    { name: 'founders', type: 'bytes32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

export const APPLICATION_TYPES = {
  Application: [
    { name: 'cooperative', type: 'string' },
    { name: 'applicant', type: 'address' },
    { name: 'class', type: 'uint8' },
    { name: 'document', type: 'bytes32' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

export const SPONSORSHIP_TYPES = {
  Sponsorship: [
    { name: 'cooperative', type: 'string' },
    { name: 'applicant', type: 'address' },
    { name: 'class', type: 'uint8' },
    { name: 'sponsor', type: 'address' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

export type Founder = { readonly wallet: Address; readonly class: number }

export type Founding = {
  readonly chainId: number
  readonly registrar: Address
  readonly charter: ChainCharter
  readonly founders: readonly Founder[]
  readonly nonce: bigint
  readonly deadline: bigint
}

const CHARTER = {
  type: 'tuple',
  components: [
    { name: 'name', type: 'string' },
    { name: 'purpose', type: 'bytes32' },
    { name: 'language', type: 'bytes2' },
    { name: 'lock', type: 'uint8' },
    { name: 'admission', type: 'uint8' },
    { name: 'sponsors', type: 'uint8' },
    { name: 'maxShareBps', type: 'uint16' },
    { name: 'coolingPeriod', type: 'uint32' },
    {
      name: 'classes',
      type: 'tuple[]',
      components: [
        { name: 'name', type: 'bytes24' },
        { name: 'shareBps', type: 'uint16' },
        { name: 'flags', type: 'uint8' },
      ],
    },
    { name: 'rules', type: 'uint256[4]' },
    { name: 'federation', type: 'address' },
    { name: 'body', type: 'address' },
  ],
} as const

const FOUNDERS = {
  type: 'tuple[]',
  components: [
    { name: 'wallet', type: 'address' },
    { name: 'class', type: 'uint8' },
  ],
} as const

export function charterHash(charter: ChainCharter): Hex {
  return keccak256(encodeAbiParameters([CHARTER], [charter]))
}

export function foundersHash(founders: readonly Founder[]): Hex {
  return keccak256(encodeAbiParameters([FOUNDERS], [founders]))
}

/** What each founder signs. */
export function foundingTypedData(founding: Founding) {
  return {
    domain: phyleDomain(founding.chainId, founding.registrar),
    types: FOUNDING_TYPES,
    primaryType: 'Founding',
    message: {
      cooperative: founding.charter.name,
      charter: charterHash(founding.charter),
      founders: foundersHash(founding.founders),
      nonce: founding.nonce,
      deadline: founding.deadline,
    },
  } as const
}

/** The salt of the four addresses; what `IRegistrar.foundingHash` answers. */
export function foundingHash(founding: Founding): Hex {
  return hashTypedData(foundingTypedData(founding))
}

export type Application = {
  readonly cooperative: string
  readonly applicant: Address
  readonly class: number
  /** sha-256 of what the applicant says of themself. */
  readonly document: Hex
  readonly deadline: bigint
}

export function applicationTypedData(
  chainId: number,
  membership: Address,
  application: Application,
) {
  return {
    domain: phyleDomain(chainId, membership),
    types: APPLICATION_TYPES,
    primaryType: 'Application',
    message: application,
  } as const
}

export type Sponsorship = {
  readonly cooperative: string
  readonly applicant: Address
  readonly class: number
  readonly sponsor: Address
  readonly deadline: bigint
}

export function sponsorshipTypedData(
  chainId: number,
  membership: Address,
  sponsorship: Sponsorship,
) {
  return {
    domain: phyleDomain(chainId, membership),
    types: SPONSORSHIP_TYPES,
    primaryType: 'Sponsorship',
    message: sponsorship,
  } as const
}

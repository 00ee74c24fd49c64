// SPDX-License-Identifier: MIT
/**
 * A reason beside a ballot that somebody else carries. The ballot itself has no room for one, so the
 * member signs it apart and relays keep it: it is not on the chain, but nobody can write or change
 * one in another's name.
 *
 * Typed data (EIP-712): domain Phyle, 1, the chain, the Assembly;
 * `Reason(string resolution,string choice,string reason,address member,uint256 proposal,uint256 issued)`.
 * `choice` is for, against, abstain or object, `resolution` the line that names the proposal. Of
 * several the one with the latest `issued` (seconds of chain time) holds: whoever has seen an older
 * one cannot bring it back.
 */
import { type Address, type Hex, hashTypedData } from 'viem'
import { phyleDomain } from './ballot.ts'
import type { Choice } from './chapters/assembly/enums.ts'

/** In characters. A longer text belongs into a document. */
export const REASON_LENGTH = 500

const REASON_TYPES = {
  Reason: [
    { name: 'resolution', type: 'string' },
    { name: 'choice', type: 'string' },
    { name: 'reason', type: 'string' },
    { name: 'member', type: 'address' },
    { name: 'proposal', type: 'uint256' },
    { name: 'issued', type: 'uint256' },
  ],
} as const

export type Reason = {
  readonly chainId: number
  readonly assembly: Address
  readonly proposal: string
  readonly resolution: string
  readonly member: Address
  readonly choice: Choice
  readonly reason: string
  readonly issued: number
}

export function reasonTypedData(given: Reason) {
  const { chainId, assembly, proposal, resolution, member, choice, reason, issued } = given
  return {
    domain: phyleDomain(chainId, assembly),
    types: REASON_TYPES,
    primaryType: 'Reason',
    message: {
      resolution,
      choice,
      reason,
      member,
      proposal: BigInt(proposal),
      issued: BigInt(issued),
    },
  } as const
}

export const reasonDigest = (given: Reason): Hex => hashTypedData(reasonTypedData(given))

// SPDX-License-Identifier: MIT
/**
 * ERC-2612: an allowance given with a signature, so that paying takes one transaction.
 * Units: `value` in base units of the token, `deadline` in seconds of chain time.
 */
import type { Address, Hex } from 'viem'
import { parseSignature } from 'viem'

export const PERMIT_TYPES = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** The domain as the token's `eip712Domain()` (ERC-5267) gives it. */
export type TokenDomain = {
  readonly name: string
  readonly version: string
  readonly chainId: number
  readonly verifyingContract: Address
}

export type Permit = {
  readonly owner: Address
  readonly spender: Address
  readonly value: bigint
  /** `nonces(owner)` of the token. */
  readonly nonce: bigint
  readonly deadline: bigint
}

export function permitTypedData(domain: TokenDomain, permit: Permit) {
  return { domain, types: PERMIT_TYPES, primaryType: 'Permit', message: permit } as const
}

/** v, r, s as contracts take them. */
export function splitSignature(signature: Hex): { v: number; r: Hex; s: Hex } {
  const { r, s, yParity } = parseSignature(signature)
  return { v: 27 + yParity, r, s }
}

// SPDX-License-Identifier: MIT
/**
 * The name and the picture that somebody chose for themself. They sign them with the key of their
 * wallet, relays keep them, and the chain knows nothing of them, so that they can be erased.
 *
 * Typed data (EIP-712), domain Phyle, 1 and the chain, without a contract:
 * `Profile(string name,bytes32 picture,address member,uint256 issued)` with the sha-256 of the
 * picture, or 0 for none, and `ProfileErasure(string statement,address member,uint256 issued)`.
 * Of several the one with the latest `issued` (seconds of chain time) holds, an erasure as well.
 */
import { type Address, type Hex, hashTypedData, zeroHash } from 'viem'
import { type ForbiddenFault, forbiddenIn } from './title.ts'

/** In UTF-8. */
export const NAME_BYTES = 64

export const ERASURE_STATEMENT = 'Erase my name and my picture.'

export interface Profile {
  readonly chainId: number
  readonly member: Address
  readonly name: string
  /** sha-256 of the picture; `zeroHash` for none. */
  readonly picture: Hex
  readonly issued: number
}

export type Erasure = Pick<Profile, 'chainId' | 'member' | 'issued'>

export type NameFault =
  | { readonly fault: 'empty' | 'utf8' | 'spaces' | 'marks' | 'address' | 'form' }
  | { readonly fault: 'long'; readonly bytes: number }
  | ForbiddenFault

/** A name as it is kept: one form of every letter, one space between words. */
export const tidyName = (typed: string) => typed.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')

/** 0x and digits, also with a letter of another script for one of the two, or a name of ENS. */
const LIKE_AN_ADDRESS = /^0x|^[0oоο][xхχ×][0-9a-f]*(?:[0-9⋯]|\.{3})|\.eth$/iu

/** In plain letters, with every full stop that ENS takes for one. */
const plainly = (name: string) =>
  name.replaceAll(/[ 。｡]/g, (one) => (one === ' ' ? '' : '.')).normalize('NFKC')

/** What is wrong with a name; null if nothing is. */
export function nameFault(name: string): NameFault | null {
  if (!name.isWellFormed()) return { fault: 'utf8' }
  const bytes = new TextEncoder().encode(name).length
  if (bytes > NAME_BYTES) return { fault: 'long', bytes }
  const forbidden = forbiddenIn(name)
  if (forbidden) return forbidden
  if (!/[\p{L}\p{N}]/u.test(name)) return { fault: 'empty' }
  if (name !== name.normalize('NFC')) return { fault: 'form' }
  if (/^\s|\s$|\s\s|[^\S ]/u.test(name)) return { fault: 'spaces' }
  // More marks on one letter than any script needs paint over the lines around them.
  if (/\p{M}{4}/u.test(name.normalize('NFD'))) return { fault: 'marks' }
  if (LIKE_AN_ADDRESS.test(plainly(name))) return { fault: 'address' }
  return null
}

const DOMAIN = (chainId: number) => ({ name: 'Phyle', version: '1', chainId }) as const

const PROFILE_TYPES = {
  Profile: [
    { name: 'name', type: 'string' },
    { name: 'picture', type: 'bytes32' },
    { name: 'member', type: 'address' },
    { name: 'issued', type: 'uint256' },
  ],
} as const

const ERASURE_TYPES = {
  ProfileErasure: [
    { name: 'statement', type: 'string' },
    { name: 'member', type: 'address' },
    { name: 'issued', type: 'uint256' },
  ],
} as const

export function profileTypedData({ chainId, name, picture, member, issued }: Profile) {
  return {
    domain: DOMAIN(chainId),
    types: PROFILE_TYPES,
    primaryType: 'Profile',
    message: { name, picture, member, issued: BigInt(issued) },
  } as const
}

export function erasureTypedData({ chainId, member, issued }: Erasure) {
  return {
    domain: DOMAIN(chainId),
    types: ERASURE_TYPES,
    primaryType: 'ProfileErasure',
    message: { statement: ERASURE_STATEMENT, member, issued: BigInt(issued) },
  } as const
}

export const profileDigest = (profile: Profile): Hex => hashTypedData(profileTypedData(profile))
export const erasureDigest = (erasure: Erasure): Hex => hashTypedData(erasureTypedData(erasure))

export const hasPicture = ({ picture }: Pick<Profile, 'picture'>) => picture !== zeroHash

// SPDX-License-Identifier: MIT
/** What the index and the relay answer of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Id, List, Place, Time } from '../../answer.ts'
import type { Erasure, Profile } from '../../profile.ts'

export interface Member {
  readonly coop: Address
  readonly id: Id
  readonly wallet: Address
  readonly class: number
  readonly joined: Time
  readonly left: Time | null
  /** Since when a notice of silence runs; null: none does. One of more than a year ago is over. */
  readonly noticed: Time | null
  readonly previousClass: number | null
  readonly classChanged: Time | null
  readonly admittedBy: 'founding' | 'decision' | 'sponsors'
}

export interface Application extends Place {
  readonly coop: Address
  readonly wallet: Address
  readonly class: number
  /** sha-256 of what the applicant says of themself; null when nothing. */
  readonly document: Hex | null
  readonly deadline: Time
  readonly state: 'open' | 'admitted' | 'refused' | 'withdrawn'
}

export interface IndexRoutes {
  /**
   * Everybody who ever was on the roll, by id. `left`: only who left, or only who did not. `noticed`:
   * only those for whom a notice of silence runs, or the others.
   */
  '/api/coops/:coop/members': List<
    Member,
    { class?: Id; left?: 'true' | 'false'; noticed?: 'true' | 'false' }
  >
  '/api/coops/:coop/applications': List<Application>
}

/* THE RELAY */

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

/** So many profiles are answered at once. */
export const MOST_PROFILES = 100

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

export interface RelayRoutes {
  'POST /profiles': { body: SignedProfile; answer: KeptProfile }
  'POST /profiles/erasures': { body: SignedErasure; answer: Pick<Erasure, 'member' | 'issued'> }
  /** Wallets with commas between them, `MOST_PROFILES` at most. */
  'GET /profiles': { query: { wallets: string }; answer: KeptProfiles }
  'GET /profiles/:member/picture': { answer: Uint8Array }
  'POST /sponsorships': { body: SignedSponsorship; answer: Sponsorships }
  'GET /sponsorships': { query: { assembly: Address; applicant: Address }; answer: Sponsorships }
}

// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Amount, Id, List, Place, Seconds, Time } from '../../answer.ts'
import type { Epoch, FundFlow, Pour, PourPolicy } from '../fund/api.ts'
import type { StandingReason } from './enums.ts'

/** A yearly social account or the books, filed with the federation. */
export interface Filing extends Place {
  readonly phyle: Address
  readonly year: number
  readonly document: Hex
  /** Of a social account. */
  readonly attester: Address | null
}

/** The open co-op test of design 5, in its order: `Phyle.standing`. */
export interface Standing {
  readonly phyle: Address
  readonly good: boolean
  readonly answers: readonly [StandingAnswer, StandingAnswer, StandingAnswer, StandingAnswer]
}

export interface StandingAnswer {
  readonly question: 'commonGood' | 'multiStakeholder' | 'commons' | 'openBooks'
  readonly yes: boolean
  /** The name of the contract's reason, such as NO_PURPOSE; null when the answer is yes. */
  readonly reason: StandingReason | null
  /** Until when the answer holds if nothing is done; null when it does not depend on time. */
  readonly until: Time | null
}

export interface FederationSummary {
  readonly phyle: Address
  readonly name: string
  readonly root: Address
  readonly founded: Time
  readonly coops: number
  readonly heads: number
  readonly token: Address
  readonly symbol: string
  readonly decimals: number
}

export interface FederationDetail extends FederationSummary {
  readonly contracts: {
    readonly commonsFund: Address
    readonly commonsBonds: Address
    readonly machines: Address
    readonly works: Address
    readonly licences: Address
    readonly contributions: Address
  }
  /** Those that entered last, fifty; all come from `…/coops`. */
  readonly members: readonly FederationCoop[]
  /** Open ones, the newest fifty; all come from `/api/coops/:coop/applications` of the root. */
  readonly applications: readonly (Place & { readonly coop: Address; readonly name: string })[]
  readonly held: { readonly cash: Amount; readonly reserve: Amount; readonly undistributed: Amount }
  readonly flow: FundFlow
  readonly otherPolicy: PourPolicy
  readonly machinePolicy: PourPolicy
  readonly epochLength: Seconds
  /** How long before a co-op leaves it gives notice. */
  readonly noticePeriod: Seconds
  readonly epochs: readonly Epoch[]
  /** The newest fifty; all come from `…/pours`. */
  readonly pours: readonly Pour[]
}

export interface FederationCoop {
  readonly coop: Address
  readonly name: string
  readonly purpose: Hex
  readonly members: number
  readonly heads: number
  readonly joined: Time
  readonly leaves: Time | null
  readonly standing: Standing
}

export interface Seat {
  readonly phyle: Address
  readonly coop: Address
  readonly memberId: Id
  readonly from: Time
  readonly until: Time | null
  readonly earnsFromEpoch: number | null
}

/** Somebody who may vouch for the social accounts of a co-op. */
export interface Attester {
  readonly phyle: Address
  readonly wallet: Address
  /** Whether the federation accepts them for every co-op. */
  readonly byFederation: boolean
}

/** A social account that a proposal would file under the name of an attester. */
export interface AskedToVouch {
  readonly phyle: Address
  readonly coop: Address
  readonly coopName: string
  readonly assembly: Address
  readonly proposal: Id
  readonly resolution: string
  readonly language: string
  readonly year: number
  readonly document: Hex
  readonly vouched: boolean
}

/** An heir whom a co-op named, and whom nobody dismissed. */
export interface Estate {
  readonly phyle: Address
  readonly person: Address
  readonly heir: Address
  /** The co-op that decided it. */
  readonly coop: Address
  readonly coopName: string
  /** sha-256 of the proof. */
  readonly document: Hex
  /** When it can be passed on. */
  readonly from: Time
  readonly passed: boolean
}

export interface IndexRoutes {
  '/api/federations': List<FederationSummary>
  '/api/federations/:phyle': { query: never; data: FederationDetail }
  /** Those that entered last come first. */
  '/api/federations/:phyle/coops': List<FederationCoop>
  '/api/coops/:coop/account-attesters': { query: never; data: readonly Attester[] }
  /** What a wallet is asked to vouch for, as long as it can be filed. */
  '/api/attesters/:wallet': { query: never; data: readonly AskedToVouch[] }
  /** The estates of which a wallet is the person or the heir. */
  '/api/estates/:wallet': { query: never; data: readonly Estate[] }
}

// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Amount, Bps, Id, List, Place, Seconds, Time } from '../../answer.ts'
import type { RentMode } from '../bonds/enums.ts'
import type { Contribution, Grant } from '../licences/api.ts'
import type { Right } from './enums.ts'

export interface Machine {
  readonly phyle: Address
  readonly id: Id
  /** The title of its series. */
  readonly name: string
  readonly document: Hex
  readonly series: Id
  readonly user: Address
  readonly userName: string
  readonly price: Amount
  readonly bought: Place
  readonly rentMode: RentMode
  readonly rent: Amount
  readonly rentPeriod: Seconds
  readonly rentPaidUntil: Time | null
  readonly income: Amount
  readonly redeemed: boolean
}

export interface WorkSummary {
  readonly phyle: Address
  readonly id: Id
  /** First release of its family; its own id when it is the first. */
  readonly family: Id
  readonly title: string
  readonly version: string
  readonly licence: string
  /** What that licence already allows a firm. */
  readonly right: Right
  /** The work with the same content that stands; its own id where it stands itself. */
  readonly origin: Id
  readonly licensor: string
  readonly function: string
  readonly links: readonly string[]
  readonly steward: Address
  readonly stewardName: string
  /** sha-256 of the content, and the same as CIDv1 (raw). */
  readonly digest: Hex
  readonly cid: string
  readonly parents: readonly Id[]
  readonly registered: Place
  /** Null while no terms hold, and where nothing is sold for this work. */
  readonly pricePerYear: Amount | null
  readonly freeFrom: Time | null
}

export interface WorkDetail extends WorkSummary {
  /** Of its lists the newest fifty at most; all come from `/api/works`, `/api/grants` and `/api/contributions` with its family. */
  readonly releases: readonly WorkSummary[]
  /** The first fifty. */
  readonly children: readonly Id[]
  readonly terms: readonly Terms[]
  readonly grants: readonly Grant[]
  readonly contributions: readonly Contribution[]
  readonly delegates: readonly {
    readonly wallet: Address
    readonly quota: Amount
    readonly used: Amount
  }[]
}

export interface Terms extends Place {
  readonly phyle: Address
  readonly family: Id
  readonly version: number
  readonly hash: Hex
  /** From when these terms hold. */
  readonly from: Time
  /** Who sells the permission, and agreed to these terms. */
  readonly licensor: Address
  readonly legalText: Hex
  readonly pricePerYear: Amount
  /** By yearly turnover in whole units of the cash token (null: no bound); tier 0 pays nothing. */
  readonly tiers: readonly { readonly turnover: number | null; readonly bps: Bps }[]
  readonly splits: { readonly steward: Bps; readonly parents: Bps; readonly fund: Bps }
  readonly grace: Seconds
  readonly cure: Seconds
  readonly refundWindow: Seconds
  readonly notice: Seconds
  readonly waivePoints: number
  readonly minAttesters: number
  readonly changeDate: Time | null
}

export interface IndexRoutes {
  '/api/machines': List<Machine, { phyle?: Address; coop?: Address; q?: string }>
  '/api/machines/:phyle/:id': { query: never; data: Machine }
  '/api/works': List<
    WorkSummary,
    { phyle?: Address; q?: string; steward?: Address; family?: Id; licence?: string }
  >
  /** Every licence under which a work is registered, by name. */
  '/api/licences': List<string, { phyle?: Address }>
  '/api/works/:phyle/:id': { query: never; data: WorkDetail }
}

// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Amount, Bps, Id, List, Order, Place, Seconds, Time } from '../../answer.ts'
import type { RentMode } from './enums.ts'

export type SeriesState =
  | 'open'
  | 'closing'
  | 'failed'
  | 'funded'
  | 'bought'
  | 'redeemed'
  | 'writtenDown'

export interface SeriesSummary {
  readonly phyle: Address
  readonly id: Id
  readonly coop: Address
  readonly coopName: string
  /** In a few words what is bought. */
  readonly title: string
  readonly machineDocument: Hex
  /** As of the answer's time. `closing` is the cooling-off between the last subscription and the close. */
  readonly state: SeriesState
  readonly supplier: Address
  /** Face of one unit, 10^decimals. */
  readonly face: Amount
  readonly price: Amount
  readonly leastUnits: Amount
  readonly mostUnits: Amount
  readonly mostPerPerson: Amount
  readonly pledgedUnits: Amount
  /** Of what withdrawals set free, what nobody has pledged for yet; it can be lent until the close. */
  readonly freedUnits: Amount
  readonly holders: number
  readonly capBps: Bps
  readonly opens: Time
  readonly subscribeUntil: Time
  /** As pledges have moved it until now. */
  readonly closes: Time
  readonly buyBy: Time
  readonly expectedBy: Time
  readonly endorsed: boolean
  readonly rentMode: RentMode
  /** For each rent period; zero for a free loan. */
  readonly rent: Amount
  readonly rentPeriod: Seconds
  /** raised = units × face; paid so far; capDue is the most that will ever be paid. */
  readonly raised: Amount
  readonly paid: Amount
  readonly capDue: Amount
}

export interface SeriesDetail extends SeriesSummary {
  /** Those who lent the most, a hundred; all come from `…/positions`. */
  readonly positions: readonly Position[]
  /** How many took back what they had pledged. */
  readonly refunds: number
  /** The newest hundred; all come from `…/payments`. */
  readonly payments: readonly SeriesPayment[]
  /** When the machine was bought; null before. */
  readonly bought: Time | null
  /** What the price left over for those who lent. */
  readonly leftOver: Amount
  readonly machine: Id | null
  readonly floated: Place
  readonly proposal: Id | null
  /** How many the whole history has. */
  readonly events: number
  /** The newest hundred; all come from `…/history`. */
  readonly history: readonly SeriesEvent[]
}

export interface SeriesEvent extends Place {
  readonly what:
    | 'floated'
    | 'subscribed'
    | 'withdrawn'
    | 'transferred'
    | 'bought'
    | 'failed'
    | 'refunded'
    | 'paid'
    | 'taken'
    | 'redeemed'
  readonly who: Address | null
  readonly amount: Amount
}

export interface Position {
  readonly phyle: Address
  readonly series: Id
  readonly holder: Address
  readonly units: Amount
  readonly subscribed: Amount
  readonly taken: Amount
  /** As of the answer's block; the app asks the contract before a person collects. */
  readonly due: Amount
  readonly refunded: boolean
}

export interface SeriesPayment extends Place {
  readonly amount: Amount
  readonly source: 'machine' | 'common' | 'leftover'
  readonly paidAfter: Amount
}

/** A position with the offer that it is in. */
export interface HeldPosition extends Position {
  readonly seriesSummary: SeriesSummary
}

/** Where a bond offer stands, as one looks for it; in the order of a list, what can be lent for first. */
export const OFFERS_OF = ['open', 'soon', 'under', 'running', 'repaid', 'failed'] as const

export type OffersOf = (typeof OFFERS_OF)[number]

export interface IndexRoutes {
  '/api/series': List<
    SeriesSummary,
    { phyle?: Address; coop?: Address; q?: string; state?: OffersOf; order?: Order }
  >
  '/api/series/:phyle/:id': { query: never; data: SeriesDetail }
  /** `holder`: of that wallet alone. */
  '/api/series/:phyle/:id/positions': List<Position, { holder?: Address }>
  '/api/series/:phyle/:id/payments': List<SeriesPayment>
  '/api/series/:phyle/:id/history': List<SeriesEvent>
  '/api/people/:wallet/positions': List<HeldPosition, { phyle: Address }>
}

// SPDX-License-Identifier: MIT
/** What the index answers over HTTP: its own state, what one person has in all chapters, and its routes. */

import type { Address, Hex } from 'viem'
import type { Amount, Id, List, PageQuery, Place, Time } from './answer.ts'
import type { HeldPosition } from './chapters/bonds/api.ts'
import type { Application, Member } from './chapters/membership/api.ts'
import type { Seat } from './chapters/phyle/api.ts'
import type { IndexRoutes as ChapterRoutes } from './generated/chapters/api.ts'

export interface IndexStatus {
  readonly chainId: number
  /** Hash of the block in which the contracts were deployed: tells a new local chain from an old one. */
  readonly deploymentBlockHash: Hex | null
  /** It has read the whole history, has reached what the chain had, and follows it. */
  readonly ready: boolean
  /**
   * For a minute it has not reached what the chain had, or has heard nothing of the chain, or the
   * process that writes its database has not lived.
   */
  readonly stuck: boolean
  /** The newest block of the chain; null while it does not answer. */
  readonly chainBlock: number | null
  /** How many blocks the index is behind it. */
  readonly behind: number | null
}

export interface PersonSummary {
  readonly wallet: Address
  readonly memberships: readonly (Member & {
    readonly coopName: string
    readonly className: string
  })[]
  readonly applications: readonly (Application & { readonly coopName: string })[]
  readonly seats: readonly Seat[]
}

/** All that one person has, is owed and has had. */
export interface PersonMoney {
  readonly wallet: Address
  readonly phyle: Address
  readonly cash: Amount
  /** In the newest fifty offers; all come from `/api/people/:wallet/positions`. */
  readonly positions: readonly HeldPosition[]
  /** Basic income: what can be collected now, by epoch, and what has been. */
  readonly equalShare: {
    readonly due: Amount
    readonly claimed: Amount
    readonly firstEpoch: number | null
    readonly epochs: readonly {
      readonly number: number
      readonly ends: Time
      readonly perHead: Amount
    }[]
  }
  /** Splits of licence fees that wait for this wallet. */
  readonly licenceShare: Amount
  /** The newest hundred; all of them come from `/api/people/:wallet/movements`. */
  readonly movements: readonly PersonMovement[]
}

export interface PersonMovement extends Place {
  readonly what:
    | 'subscribed'
    | 'withdrawn'
    | 'refunded'
    | 'taken'
    | 'equalShare'
    | 'licenceShare'
    | 'licenceFee'
    | 'useFee'
    | 'gift'
  readonly direction: 'in' | 'out'
  readonly amount: Amount
  readonly series: Id | null
  readonly family: Id | null
}

/**
 * Path to the type of `Answer.data`: the routes of all chapters, and those that go across them. `:name`
 * stands for a path segment, the query is listed beside it.
 */
export interface IndexRoutes extends ChapterRoutes {
  '/api/status': { query: never; data: IndexStatus }
  '/api/people/:wallet': { query: never; data: PersonSummary }
  '/api/people/:wallet/money': { query: { phyle: Address }; data: PersonMoney }
  '/api/people/:wallet/movements': List<PersonMovement, { phyle: Address }>
}

export type IndexRoute = keyof IndexRoutes
export type IndexData<R extends IndexRoute> = IndexRoutes[R]['data']

/** Routes that answer in pages. */
export type ListRoute = {
  [R in IndexRoute]: IndexRoutes[R] extends { query: PageQuery; data: readonly unknown[] }
    ? R
    : never
}[IndexRoute]
export type IndexRow<R extends ListRoute> = IndexData<R>[number]

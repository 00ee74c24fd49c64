// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */

import type { Address } from 'viem'
import type { Amount, Bps, Id, List, Place, Time } from '../../answer.ts'
import type { Source } from './enums.ts'

export interface FundFlow {
  /** Sums over the life of the fund. */
  readonly inMachines: Amount
  readonly inLicences: Amount
  readonly inLevies: Amount
  readonly inGifts: Amount
  readonly toBonds: Amount
  readonly toReserve: Amount
  readonly toHeads: Amount
  readonly claimed: Amount
}

export interface PourPolicy {
  readonly bondsBps: Bps
  readonly reserveBps: Bps
}

export interface Epoch {
  readonly number: number
  readonly starts: Time
  readonly ends: Time
  readonly closed: boolean
  readonly earningHeads: number
  readonly perHead: Amount
  readonly allotted: Amount
}

export interface Pour extends Place {
  readonly source: Source
  readonly from: Address
  readonly machine: Id | null
  /** The work for which licence fees were paid. */
  readonly work: Id | null
  readonly amount: Amount
  readonly toSeries: Amount
  readonly toReserve: Amount
  readonly toHeads: Amount
}

export interface IndexRoutes {
  /** `machine`: of its use alone. */
  '/api/federations/:phyle/pours': List<Pour, { machine?: Id }>
}

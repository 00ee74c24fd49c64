// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Amount, Id, List, Place, Time } from '../../answer.ts'
import type { LicenceGround } from './enums.ts'

/** A permission: one for each family of works and licensee. */
export interface Grant {
  readonly phyle: Address
  readonly family: Id
  readonly workTitle: string
  readonly licensee: Address
  readonly from: Time
  readonly to: Time
  readonly ground: LicenceGround
  readonly tier: number
  readonly terms: number
  /** The newest fifty; all come from `…/receipts`. */
  readonly receipts: readonly Receipt[]
}

/** What an invoice needs, as the contract's event tells it. */
export interface Receipt extends Place {
  readonly fingerprint: Hex
  readonly number: number
  readonly payer: Address
  readonly steward: Address
  readonly work: Id
  readonly terms: number
  readonly ground: LicenceGround
  readonly tier: number
  readonly issued: Time
  readonly from: Time
  readonly to: Time
  readonly token: Address
  readonly amount: Amount
  readonly purchaseOrder: Hex | null
  readonly statement: Hex | null
  readonly previous: Hex | null
  readonly refunded: Place | null
}

export interface Contribution extends Place {
  readonly phyle: Address
  readonly family: Id
  readonly contributor: Address
  readonly attester: Address
  readonly artefact: Hex
  readonly points: Amount
  readonly matures: Time
  /** Whether somebody had the matured points booked: only then do they count. */
  readonly counted: boolean
  readonly link: string | null
}

export interface IndexRoutes {
  '/api/grants': List<Grant, { licensee?: Address; family?: Id; phyle?: Address }>
  '/api/grants/:family/:licensee': { query: never; data: Grant }
  '/api/grants/:family/:licensee/receipts': List<Receipt>
  '/api/contributions': List<Contribution, { phyle: Address; family: Id }>
  '/api/people/:wallet/contributions': List<Contribution>
}

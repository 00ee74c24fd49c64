// SPDX-License-Identifier: MIT
/** What the index answers of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Bps, Json, List, Place } from '../../answer.ts'
import type { Kind } from './enums.ts'

/** A class of members, in the order of the statutes; `index` is what contracts call it by. */
export interface MemberClass {
  readonly index: number
  readonly name: string
  readonly share: Bps
  readonly user: boolean
  /** Its members are natural persons who count as heads of the federation. */
  readonly cooperator: boolean
  /** On the roll now. */
  readonly members: number
}

export interface KindOfAct {
  readonly target: Address
  readonly selector: Hex
  readonly kind: Kind
}

export interface Amendment extends Place {
  /** What changed, as the name of the event. */
  readonly what: string
  readonly args: Readonly<Record<string, Json>>
}

export interface IndexRoutes {
  '/api/coops/:coop/amendments': List<Amendment>
}

// SPDX-License-Identifier: MIT
import { numbersOf } from '../numbers.ts'

/** `LicenceGround`: why somebody may use a work. */
export const LICENCE_GROUNDS = [
  'PAID',
  'NON_COMMERCIAL',
  'COMMON_GOOD',
  'MEMBER_COOP',
  'COOPERATOR',
  'CONTRIBUTOR',
  'SMALL_FIRM',
  'FREE',
] as const
export type LicenceGround = (typeof LICENCE_GROUNDS)[number]
export const LICENCE_GROUND = numbersOf(LICENCE_GROUNDS)

/** `Unproved`: why a claimed ground does not hold. */
export const UNPROVED = [
  'NONE',
  'NOT_A_COOP',
  'NOT_IN_GOOD_STANDING',
  'NOT_A_SETTLED_USER',
  'NOT_ATTESTED',
  'NO_STATEMENT',
  'NOT_CLAIMABLE',
  'NOT_YET',
] as const
export type Unproved = (typeof UNPROVED)[number]

/** `IContributions.State`: how far points for a contribution have come. */
export const CONTRIBUTION_STATES = ['NONE', 'ATTESTED', 'COUNTED'] as const

export const enums = {
  LicenceGround: LICENCE_GROUNDS,
  Unproved: UNPROVED,
  State: CONTRIBUTION_STATES,
}

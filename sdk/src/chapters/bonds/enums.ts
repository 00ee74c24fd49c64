// SPDX-License-Identifier: MIT
import { numbersOf } from '../numbers.ts'

/** `ICommonsBonds.Status`: how far a series of bonds has come. */
export const STATUSES = [
  'none',
  'open',
  'failed',
  'funded',
  'bought',
  'redeemed',
  'writtenDown',
] as const
export type Status = (typeof STATUSES)[number]
export const STATUS = numbersOf(STATUSES)

/** `RentMode`: on which terms a machine is lent. */
export const RENT_MODES = ['USUFRUCT', 'COST_RENT', 'AUCTION', 'RATCHET'] as const
export type RentMode = (typeof RENT_MODES)[number]
export const RENT_MODE = numbersOf(RENT_MODES)

export const enums = { Status: STATUSES, RentMode: RENT_MODES }

// SPDX-License-Identifier: MIT
import { numbersOf } from '../numbers.ts'

/** `Ground`: why money leaves the account of a co-op. */
export const GROUNDS = [
  'WAGE',
  'INVOICE',
  'EXPENSE',
  'REFUND',
  'SHARE_INTEREST',
  'SURPLUS',
] as const
export type Ground = (typeof GROUNDS)[number]

export const GROUND = numbersOf(GROUNDS)

/** Grounds on which the account pays somebody itself: a surplus is shared by the chapter for it. */
export const PAID_ON = GROUNDS.filter((ground) => ground !== 'SURPLUS')

export const enums = { Ground: GROUNDS }

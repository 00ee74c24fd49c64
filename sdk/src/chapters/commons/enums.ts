// SPDX-License-Identifier: MIT
import { numbersOf } from '../numbers.ts'

/** `Right`: what a public licence already allows a firm that wants to earn with a work. */
export const RIGHTS = ['UNKNOWN', 'FREE', 'SHARE_ALIKE', 'RESERVED'] as const
export type Right = (typeof RIGHTS)[number]
export const RIGHT_NUMBER = numbersOf(RIGHTS)

export const enums = { Right: RIGHTS }

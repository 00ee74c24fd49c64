// SPDX-License-Identifier: MIT
import { numbersOf } from '../numbers.ts'

/** `Kind`: kinds of decision, lowest first. */
export const KINDS = ['ORDINARY', 'CONSENT', 'SPECIAL', 'ENTRENCHED'] as const
export type Kind = (typeof KINDS)[number]
export const KIND = numbersOf(KINDS)

/** `Count`: members of one class choose by weight 1 each, or the class brings its share of control. */
export const COUNTS = ['HEADCOUNT', 'CLASS_SHARE'] as const
export type Count = (typeof COUNTS)[number]
export const COUNT = numbersOf(COUNTS)

/** `Basis` (CLASS_SHARE): a class's share is divided by its votes cast, or by its roll. */
export const BASES = ['CAST', 'ROLL'] as const
export type Basis = (typeof BASES)[number]

/** `Whole` (HEADCOUNT): what the threshold is a share of. */
export const WHOLES = ['CAST', 'PRESENT', 'ROLL'] as const
export type Whole = (typeof WHOLES)[number]

/** `Lock`: how far the assets are locked to the common good. */
export const LOCKS = ['NONE', 'COMMON_OWNERSHIP', 'FULL'] as const
export type Lock = (typeof LOCKS)[number]
export const LOCK = numbersOf(LOCKS)

/** `AdmissionPolicy`: who decides about an application. */
export const ADMISSIONS = ['BY_DECISION', 'BY_SPONSORS'] as const
export type AdmissionPolicy = (typeof ADMISSIONS)[number]
export const ADMISSION = numbersOf(ADMISSIONS)

/** `ChapterState`: what a contract is to a co-op. */
export const CHAPTER_STATES = ['none', 'open', 'exitsOnly', 'changed'] as const
export type ChapterState = (typeof CHAPTER_STATES)[number]
export const CHAPTER_STATE = numbersOf(CHAPTER_STATES)

export const enums = {
  Kind: KINDS,
  Count: COUNTS,
  Basis: BASES,
  Whole: WHOLES,
  Lock: LOCKS,
  AdmissionPolicy: ADMISSIONS,
  ChapterState: CHAPTER_STATES,
}

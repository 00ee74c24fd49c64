// SPDX-License-Identifier: MIT

/** `IPhyle.Reason`: what is missing for good standing. */
export const REASONS = [
  'NONE',
  'NO_PURPOSE',
  'LOCK_TOO_LOW',
  'SOCIAL_ACCOUNT_OVERDUE',
  'ONE_CLASS_ONLY',
  'CLASS_ABOVE_HALF',
  'NO_WORK',
  'NO_PART_IN_MACHINES',
  'NOT_ADMITTED',
  'BOOKS_OVERDUE',
  'ORGANS_NOT_READ',
] as const
export type StandingReason = Exclude<(typeof REASONS)[number], 'NONE'>

export const enums = { Reason: REASONS }

// SPDX-License-Identifier: MIT
/**
 * Says how many of `members` must ask before something that was voted down is put again early: a
 * tenth, rounded up, and two where there are two. `Assembly.asksOf` answers the same.
 */
export const asksNeeded = (members: number): number =>
  Math.max(Math.ceil(members / 10), Math.min(members, 2))

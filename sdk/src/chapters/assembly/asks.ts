// SPDX-License-Identifier: MIT
/**
 * How many of `members` must ask for what was voted down to be put again before it has rested: a
 * tenth, rounded up, and two where there are two. `Assembly.asksOf` answers the same.
 */
export const asksNeeded = (members: number): number =>
  Math.max(Math.ceil(members / 10), Math.min(members, 2))

// SPDX-License-Identifier: MIT

/**
 * The chapters, each a folder here and in the other workspaces, in the order in which they stand on
 * one another. `npm run build` puts together what all of them bring (`generated/chapters`): words for
 * errors, contracts with the words of their acts, and routes of index and relay.
 */
export const CHAPTERS = [
  'cooperative',
  'statutes',
  'membership',
  'assembly',
  'phyle',
  'fund',
  'commons',
  'bonds',
  'licences',
  'notice',
  'budget',
] as const
export type Chapter = (typeof CHAPTERS)[number]

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What members do, and the most gas it may cost: whole receipts behind the clones, osaka rules,
 * OpenZeppelin's ERC-20. The tests hold every job against its ceiling; the bench prints them.
 */
export const CEILINGS = {
  'relayed ballot, batch of 100': 9_640,
  'relayed ballot, batch of 500': 9_240,
  'direct vote, first in a proposal': 90_000,
  'direct vote, later': 50_000,
  'change a counted vote, one': 105_000,
  'change a counted vote, each of 20': 45_000,
  'found a co-op, 7 founders': 750_000,
  'admit one': 102_000,
  'admit each of 100': 42_000,
  'subscribe, new holder': 95_000,
  'take a part payment, later': 65_000,
  'pour, 1 endorsed series': 95_000,
  'pour, 16 endorsed series': 160_000,
  'claim basic income, later': 75_000,
  'licence, new, paid': 180_000,
  'licence, renewed': 95_000,
  'attest a contribution': 70_000,
  'pay from the budget, later': 110_000,
} as const

export type Job = keyof typeof CEILINGS
export const JOBS = Object.keys(CEILINGS) as Job[]

/** What a peer paid for the nearest thing it has. */
export type PeerCost = { readonly name: string; readonly version: string; readonly gas: number }
export type PeerCosts = Partial<Record<Job, PeerCost[]>>

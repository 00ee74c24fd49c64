// SPDX-License-Identifier: MIT
import { numbersOf } from '../numbers.ts'

/** `Choice`: what a ballot says (Governor convention, then objection). */
export const CHOICES = ['against', 'for', 'abstain', 'object'] as const
export type Choice = (typeof CHOICES)[number]
export const CHOICE = numbersOf(CHOICES)

/** `Route`: how a ballot came in; none where nobody voted. A higher one replaces a lower one. */
export const ROUTES = ['none', 'standIn', 'carried', 'direct'] as const
export type Route = (typeof ROUTES)[number]
export const ROUTE = numbersOf(ROUTES)

/** `ProposalState` of OpenZeppelin's Governor. */
export const PROPOSAL_STATES = [
  'pending',
  'active',
  'cancelled',
  'defeated',
  'succeeded',
  'queued',
  'expired',
  'executed',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]
export const PROPOSAL_STATE = numbersOf(PROPOSAL_STATES)

export const enums = { Choice: CHOICES, Route: ROUTES, ProposalState: PROPOSAL_STATES }

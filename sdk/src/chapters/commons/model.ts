// SPDX-License-Identifier: MIT
/**
 * When terms of a work can be offered, and from when they hold. Twin of `Offers`.
 *
 * Units: money in base units of the cash token, times in seconds, shares in basis points, turnover in
 * whole units of the cash token. Source: design 7; IOffers.
 */
import type { ContractFunctionReturnType } from 'viem'
import type { iWorksAbi } from '../../generated/abi.ts'
import { feeOf, YEAR } from '../licences/fee.ts'

/** What a steward offers, as the contract keeps it. */
export type OfferedTerms = ContractFunctionReturnType<typeof iWorksAbi, 'view', 'termsOf'>

const DAY = 86_400
const BPS = 10_000

/** In days. */
export const MOST_GRACE = 90
export const MOST_REFUND_WINDOW = 60
export const LEAST_CURE = 14
export const LEAST_NOTICE = 30
export const MOST_PERIOD = 365

export const MOST_TIERS = 8
export const MOST_ATTESTERS = 56
/** What the common fund gets of every fee at least. */
export const LEAST_FUND_BPS = 500

export type TermsFault = 'legalText' | 'tiers' | 'splits' | 'periods' | 'waiver'

/** Why the contract would refuse terms; null where it takes them. */
export function termsFault(terms: OfferedTerms): TermsFault | null {
  if (BigInt(terms.legalText) === 0n) return 'legalText'
  if (!areTiers(terms)) return 'tiers'
  const { stewardBps, parentsBps, fundBps } = terms
  if (stewardBps + parentsBps + fundBps !== BPS || fundBps < LEAST_FUND_BPS) return 'splits'
  if (!arePeriods(terms)) return 'periods'
  const { waivePoints, minAttesters } = terms
  const waives = waivePoints > 0 && minAttesters > 0 && minAttesters <= MOST_ATTESTERS
  return waives ? null : 'waiver'
}

function areTiers({ tierBps, tierTurnover }: OfferedTerms): boolean {
  const last = tierBps.length - 1
  return (
    last >= 1 &&
    last < MOST_TIERS &&
    tierTurnover.length === tierBps.length &&
    tierBps[0] === 0 &&
    tierBps[last] === BPS &&
    tierTurnover[last] === 0 &&
    tierBps.every((bps, at) => bps >= (tierBps[at - 1] ?? 0)) &&
    tierTurnover.slice(1, last).every((turnover, at) => turnover > (tierTurnover[at] ?? 0))
  )
}

const arePeriods = ({ grace, cure, refundWindow, notice }: OfferedTerms): boolean =>
  grace % DAY === 0 &&
  refundWindow % DAY === 0 &&
  grace <= MOST_GRACE * DAY &&
  refundWindow <= MOST_REFUND_WINDOW * DAY &&
  refundWindow <= grace &&
  isBetween(cure, LEAST_CURE * DAY, MOST_PERIOD * DAY) &&
  isBetween(notice, LEAST_NOTICE * DAY, MOST_PERIOD * DAY)

const isBetween = (value: number, least: number, most: number) => value >= least && value <= most

/** Whether anything is worse for a licensee than in the terms that hold. */
export function isWorse(terms: OfferedTerms, held: OfferedTerms): boolean {
  return (
    terms.legalText !== held.legalText ||
    terms.licensor.toLowerCase() !== held.licensor.toLowerCase() ||
    terms.pricePerYear > held.pricePerYear ||
    terms.tierBps.length !== held.tierBps.length ||
    terms.waivePoints > held.waivePoints ||
    terms.minAttesters > held.minAttesters ||
    terms.grace < held.grace ||
    terms.cure < held.cure ||
    terms.refundWindow < held.refundWindow ||
    terms.notice < held.notice ||
    terms.tierBps.some((bps, tier) => bps > (held.tierBps[tier] ?? 0)) ||
    terms.tierTurnover.some((turnover, tier) => turnover < (held.tierTurnover[tier] ?? 0))
  )
}

/** How long after they are offered terms hold, in seconds; `held` are those in force. */
export function delayOf(terms: OfferedTerms, held: OfferedTerms | null): number {
  if (held === null) return terms.notice
  return isWorse(terms, held) ? held.notice : 0
}

/** What a firm of a size that helped with nothing pays for 12 months. */
export const yearPriceOf = (
  { pricePerYear, tierBps }: Pick<OfferedTerms, 'pricePerYear' | 'tierBps'>,
  tier: number,
): bigint =>
  feeOf({
    pricePerYear,
    tierBps: tierBps[tier] ?? BPS,
    seconds: Number(YEAR),
    waivePoints: 1n,
    quarters: [],
    distinctAttesters: 0,
    minAttesters: 1,
  }).fee

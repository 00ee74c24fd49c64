// SPDX-License-Identifier: MIT
/**
 * Reckons what a permission to use a work costs. Twin of `Licences.feeOf`.
 *
 * Units: price and fee in base units of the phyle's cash token, tier in basis points of the full
 * price, quarters in matured points (newest first; the eighth no longer counts), time in seconds.
 *
 *     C   = floor((4q0 + 4q1 + 4q2 + 4q3 + 3q4 + 2q5 + q6) / 4)
 *     K   = ceil(waivePoints * tierBps / 10000)                     waivePoints >= 1
 *     d   = min(1, C / K); at most 1/2 with fewer than minAttesters distinct attesters
 *     l   = the seconds that credit lowers: those within the next 12 months
 *     fee = ceil(price * tierBps / 10000 * (l * (1 - d) + seconds - l) / 31536000)
 *
 * The fee is one fraction with one ceiling at its end, so nothing is rounded twice. With 1 - d as
 * the fraction n / m (n = K - C, m = K; or 1 / 2) it is
 *
 *     fee = ceil(price * tierBps * (l * n + (seconds - l) * m) / (10000 * 31536000 * m))
 *
 * Tier 0 pays 0. Source: design 7.
 */

export const YEAR = 31_536_000n
const BPS = 10_000n
const WEIGHTS = [4n, 4n, 4n, 4n, 3n, 2n, 1n] as const

export type FeeInput = {
  readonly pricePerYear: bigint
  readonly tierBps: number
  readonly seconds: number
  /** How many of them credit lowers; without it as many as lie in 12 months from the first of them on. */
  readonly lowered?: number
  readonly waivePoints: bigint
  /** Matured points by quarter, newest first. */
  readonly quarters: readonly bigint[]
  readonly distinctAttesters: number
  readonly minAttesters: number
}

export type Fee = {
  /** C: the credit that counts. */
  readonly credit: bigint
  /** K: the credit that would make it free. */
  readonly needed: bigint
  /** 1 - d as a fraction. */
  readonly payable: { readonly numerator: bigint; readonly denominator: bigint }
  readonly fee: bigint
  /** What is missing for a fee of 0: points in the newest quarter, and distinct attesters. */
  readonly missing: { readonly points: bigint; readonly attesters: number }
}

export class FeeError extends Error {
  override readonly name = 'FeeError'
}

export function creditOf(quarters: readonly bigint[]): bigint {
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * (quarters[i] ?? 0n), 0n) / 4n
}

export function neededOf(waivePoints: bigint, tierBps: number): bigint {
  return ceilDiv(waivePoints * BigInt(tierBps), BPS)
}

export function feeOf(input: FeeInput): Fee {
  if (input.waivePoints < 1n) throw new FeeError('waivePoints must be at least 1')
  const credit = creditOf(input.quarters)
  const needed = neededOf(input.waivePoints, input.tierBps)
  const payable = payableOf(input, credit, needed)
  const seconds = BigInt(input.seconds)
  const lowered = smaller(input.lowered === undefined ? seconds : BigInt(input.lowered), YEAR)
  const { numerator, denominator } = payable
  const paid = lowered * numerator + (seconds - lowered) * denominator
  const fee = ceilDiv(input.pricePerYear * BigInt(input.tierBps) * paid, BPS * YEAR * denominator)
  const missing = {
    points: credit >= needed ? 0n : needed - credit,
    attesters: needed === 0n ? 0 : Math.max(0, input.minAttesters - input.distinctAttesters),
  }
  return { credit, needed, payable, fee, missing }
}

function payableOf(input: FeeInput, credit: bigint, needed: bigint): Fee['payable'] {
  if (needed === 0n) return { numerator: 0n, denominator: 1n }
  const few = input.distinctAttesters < input.minAttesters
  if (few && 2n * credit > needed) return { numerator: 1n, denominator: 2n }
  if (credit >= needed) return { numerator: 0n, denominator: 1n }
  return { numerator: needed - credit, denominator: needed }
}

const smaller = (a: bigint, b: bigint) => (a < b ? a : b)

function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b
}

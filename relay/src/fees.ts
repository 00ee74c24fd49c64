// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Reckons what the relay offers for a unit of gas. Pure; all figures in the smallest unit of the
 * coin.
 *
 * A fee rises only when blocks passed a transaction by and the prices in them say why, and never
 * above twice what the chain charges now. A chain without blocks, a node that forgets and a purse
 * that is empty say nothing about prices, so nothing rises by them.
 */
export interface Fees {
  readonly maxFee: bigint
  readonly tip: bigint
}

/** What the chain charges now. */
export interface Prices {
  readonly base: bigint
  readonly tip: bigint
}

export interface Bounds {
  /** More is never offered, whatever the chain charges. */
  readonly ceiling: bigint
  /** So much may be offered however little the chain charges. */
  readonly floor: bigint
}

/** So many blocks may pass a transaction by before its fee is looked at. */
export const PATIENCE_BLOCKS = 3n

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** Nodes take a replacement only when both fees rise by a tenth, some only by an eighth. */
export const bumped = (fee: bigint): bigint => fee + fee / 8n + 1n

export const priceOf = ({ base, tip }: Prices): bigint => base + tip

/** The most that may be offered at these prices. */
export const mostAt = (prices: Prices, { ceiling, floor }: Bounds): bigint =>
  smaller(ceiling, larger(2n * priceOf(prices), floor))

/** The first offer: room for a few dearer blocks. Null where the chain charges above the ceiling. */
export function offerAt(prices: Prices, bounds: Bounds): Fees | null {
  if (priceOf(prices) > bounds.ceiling) return null
  const { base, tip } = prices
  return { maxFee: smaller(base + base / 2n + tip, mostAt(prices, bounds)), tip }
}

/** Tells whether a block at these prices would take a transaction with these fees. */
export const covers = (fees: Fees, prices: Prices): boolean =>
  fees.maxFee >= priceOf(prices) && fees.tip >= prices.tip

/**
 * The fees of a replacement; null where there is no reason for one, or no room.
 * @param passedBy blocks since the last offer was made
 */
export function raisedTo(
  last: Fees,
  prices: Prices,
  passedBy: bigint,
  bounds: Bounds,
): Fees | null {
  if (passedBy < PATIENCE_BLOCKS || covers(last, prices)) return null
  const offer = offerAt(prices, bounds)
  if (!offer) return null
  const maxFee = larger(offer.maxFee, bumped(last.maxFee))
  const tip = larger(offer.tip, bumped(last.tip))
  return maxFee > mostAt(prices, bounds) || tip > maxFee ? null : { maxFee, tip }
}

/**
 * Which of the signed forms of a transaction to send again: the cheapest that a block would take
 * now, and the dearest where none would.
 * @param attempts at least one
 */
export function fittest<Attempt extends Fees>(
  attempts: readonly [Attempt, ...Attempt[]],
  prices: Prices,
): Attempt {
  const byFee = attempts.toSorted((a, b) => (a.maxFee < b.maxFee ? -1 : 1))
  return byFee.find((attempt) => covers(attempt, prices)) ?? byFee.at(-1) ?? attempts[0]
}

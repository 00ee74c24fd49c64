// SPDX-License-Identifier: MIT
/** What a series of bonds comes to. Money in base units of the cash token, bonds in whole units. */

const BPS = 10_000n
const DAY = 86_400

/** For how long a pledge can be taken back, however late it was made; in seconds. */
export const COOLING_OFF = 4 * DAY
/** How long after `subscribeUntil` an offer closes at the latest, in seconds. */
export const LATEST_CLOSE = 14 * DAY

/** The most that an offer may let one person hold: less than a third of the least; 0 where none fits. */
export const mostPerPersonUnder = (least: bigint): bigint => (least - 1n) / 3n

/** What one person may hold unless the co-op says otherwise: a fifth of the most, as far as the least allows. */
export function usualPerPerson(least: bigint, most: bigint): bigint {
  const under = mostPerPersonUnder(least)
  const fifth = most / 5n || 1n
  return fifth < under ? fifth : under
}

/** Of what a co-op offers; an index tells amounts as decimal strings. */
export interface Offered {
  /** Of one unit. */
  readonly face: bigint | string
  readonly price: bigint | string
  /** The most that is paid back, as a share of the price in basis points. */
  readonly capBps: number
}

/** What `units` bring beyond the price; it comes back to who lent when the machine is bought. */
export function leftOverOf({ face, price }: Omit<Offered, 'capBps'>, units: bigint): bigint {
  const more = units * BigInt(face) - BigInt(price)
  return more > 0n ? more : 0n
}

/** The most that is paid back of the price itself. */
export const capOf = ({ price, capBps }: Omit<Offered, 'face'>): bigint =>
  (BigInt(price) * BigInt(capBps)) / BPS

/** The most that all holders together can ever get back when `units` were sold. */
export const capDueOf = (offered: Offered, units: bigint): bigint =>
  leftOverOf(offered, units) + capOf(offered)

// SPDX-License-Identifier: AGPL-3.0-or-later

/** Euros in base units of the demo currency. */
export function euro(amount: number): bigint {
  return BigInt(Math.round(amount * 100)) * 10_000n
}

// SPDX-License-Identifier: AGPL-3.0-or-later

/** Euros in base units of a currency; the demo currency has six decimals. */
export function euro(amount: number, decimals = 6): bigint {
  return BigInt(Math.round(amount * 100)) * 10n ** BigInt(decimals - 2)
}

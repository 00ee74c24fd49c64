import { type Currency, coinOf, fullMoney, money } from './format.ts'

/* Sums that a reader can check with a pencil: amounts are shown in whole coins, never rounded up. */

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n)

/** What `money` shows of an amount: whole coins, and all of what is less than one. */
function shownOf(amount: bigint, currency: Currency): bigint {
  const coin = coinOf(currency)
  return amount < coin ? amount : amount - (amount % coin)
}

/** The total of what is shown of each part. */
export function totalOf(parts: readonly bigint[], currency: Currency): string {
  const total = sum(parts.map((part) => shownOf(part, currency)))
  return total % coinOf(currency) === 0n ? money(total, currency) : fullMoney(total, currency)
}

/**
 * Parts of a whole in whole coins that add up to the whole in whole coins: the coins that cutting
 * leaves over go where most was cut. For accounts of what was; what somebody can collect is never
 * shown larger than it is.
 */
export function partsOf(parts: readonly bigint[], currency: Currency): readonly bigint[] {
  const coin = coinOf(currency)
  const whole = sum(parts)
  const cut = parts.map((part) => part - (part % coin))
  let over = (whole - (whole % coin) - sum(cut)) / coin
  const order = parts
    .map((part, at) => ({ at, rest: part % coin }))
    .sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.at - b.at))
  for (const { at } of order) {
    if (over === 0n) break
    cut[at] = (cut[at] ?? 0n) + coin
    over -= 1n
  }
  return cut
}

// SPDX-License-Identifier: MIT
/**
 * Reckons what points for contributions are worth over time. Twin of `Contributions.creditOf` and
 * of the weights in `model/fee.ts`.
 *
 * Units: points, and chain time in seconds. Points count from the day they mature, in the quarter of
 * that day: whole in that quarter and the three after it, then three quarters, half and a quarter of
 * them, then not at all. Quarters are counted from 1970 and are as long as the contract says.
 *
 * Source: design 7.
 */
import { creditOf } from './fee.ts'

/** `Reciprocity.QUARTER`. */
export const QUARTER = (365 * 86_400) / 4

const QUARTERS = 8

export type Given = {
  readonly points: bigint
  readonly matures: number
  /** Whether somebody has had the matured points written into the book. */
  readonly counted: boolean
}

export type Credit = {
  /** What counts towards a fee now. */
  readonly now: bigint
  /** Matured, but nobody has had them booked yet. */
  readonly toBook: bigint
  /** Not matured yet, soonest first. */
  readonly pending: readonly { readonly points: bigint; readonly matures: number }[]
  /** What will be lost of `now`, and when. */
  readonly fades: readonly { readonly points: bigint; readonly at: number }[]
}

const quarterOf = (time: number) => Math.floor(time / QUARTER)

function worth(given: readonly Given[], quarter: number): bigint {
  const quarters: bigint[] = Array.from({ length: QUARTERS }, () => 0n)
  for (const { points, matures } of given) {
    const age = quarter - quarterOf(matures)
    const before = quarters[age]
    if (before !== undefined) quarters[age] = before + points
  }
  return creditOf(quarters)
}

export function creditAt(given: readonly Given[], now: number): Credit {
  const quarter = quarterOf(now)
  const booked = given.filter(({ counted }) => counted)
  const sum = (some: readonly Given[]) => some.reduce((all, { points }) => all + points, 0n)
  const fades = Array.from({ length: QUARTERS }, (_, step) => ({
    points: worth(booked, quarter + step) - worth(booked, quarter + step + 1),
    at: (quarter + step + 1) * QUARTER,
  }))
  return {
    now: worth(booked, quarter),
    toBook: sum(given.filter(({ counted, matures }) => !counted && matures <= now)),
    pending: given
      .filter(({ matures }) => matures > now)
      .map(({ points, matures }) => ({ points, matures }))
      .sort((a, b) => a.matures - b.matures),
    fades: fades.filter(({ points }) => points > 0n),
  }
}

// SPDX-License-Identifier: MIT
/** Where an implementation of the arithmetic and a vector disagree. */

/** One sentence for each expectation that was not met, none when the case passed. */
export type Faults = readonly string[]

/** One sentence if the two are not the same. */
export function differs(what: string, got: unknown, expected: unknown): Faults {
  return got === expected ? [] : [`${what} is ${String(got)}, expected ${String(expected)}`]
}

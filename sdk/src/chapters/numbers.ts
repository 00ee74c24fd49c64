// SPDX-License-Identifier: MIT
/**
 * The numbers by which contracts tell the values of an enum. A list of names has each at its number;
 * `npm run check` compares the lists of all chapters to the enums of the contracts.
 */

/** Each name with its number on chain: `numbersOf(SOURCES).levy` is 2. */
export const numbersOf = <const N extends readonly string[]>(names: N) =>
  Object.fromEntries(names.map((name, number) => [name, number])) as {
    readonly [Name in N[number]]: number
  }

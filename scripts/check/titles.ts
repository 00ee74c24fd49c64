// SPDX-License-Identifier: AGPL-3.0-or-later

const TITLES = [
  /\b(?:it|test|describe)(?:\.\w+)?\(\s*(['"`])((?:(?!\1)[^\n\\]|\\.)*)\1/g,
  /\bfunction\s+(?<name>(?:test|invariant)\w*)\s*\(/g,
]

/** The titles of a file of tests, in TypeScript or Solidity, in their order. */
export function titlesIn(text: string): readonly string[] {
  return TITLES.flatMap((pattern) => [...text.matchAll(pattern)])
    .toSorted((a, b) => a.index - b.index)
    .map((found) => found.groups?.name ?? found[2] ?? '')
}

/** The ids that a title names: `G5` as it is, `BND-6` also as `BND6`, which the name of a function can hold. */
export function idsInTitle(title: string): readonly string[] {
  return [
    ...title.matchAll(/(?<![A-Za-z0-9-])(?:([GILP]\d+)|([A-Z]{3,4})-?(\d+))(?![A-Za-z0-9-])/g),
  ].map(([, invariant, chapter, number]) => invariant ?? `${chapter}-${number}`)
}

/** The ids that the titles of a file of tests name. */
export function idsInTitles(text: string): readonly string[] {
  return titlesIn(text).flatMap(idsInTitle)
}

// SPDX-License-Identifier: AGPL-3.0-or-later

const TITLES = [
  /\b(?:it|test|describe)(?:\.\w+)?\(\s*['"`]([^'"`\n]*)/g,
  /\bfunction\s+((?:test|invariant)\w*)\s*\(/g,
]

/** The ids of invariants that the titles of a file of tests name. */
export function idsInTitles(text: string): readonly string[] {
  return TITLES.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((title) =>
    [...(title[1] ?? '').matchAll(/(?<![A-Za-z0-9])[GILP]\d+(?![A-Za-z0-9])/g)].map(([id]) => id),
  )
}

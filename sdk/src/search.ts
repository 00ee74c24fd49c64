// SPDX-License-Identifier: MIT
/** Search as people type: by words, without regard to accents or capitals. */

/** Letters that are no base letter with an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** A text without accents and capitals: Épicerie → epicerie. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøðđłþı]/g, (letter) => LETTERS[letter] ?? letter)

/** Tells whether every word of a search is somewhere in what is said of a thing. */
export function matches(search: string, said: readonly string[]): boolean {
  const all = fold(said.join(' '))
  return fold(search)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

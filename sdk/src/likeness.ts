// SPDX-License-Identifier: MIT
/**
 * When two names look the same to a reader. Accents, capitals, spaces and signs are left out, and
 * letters that are drawn alike in Latin, Greek and Cyrillic become one: "Ada Moreau", "ADA MOREAU"
 * and "Аdа Mоreau" with Cyrillic letters all look like "adamoreau".
 *
 * This is the common part of what Unicode's UTS 39 calls confusable, made for names. It warns rather
 * too often than too seldom, and decides nothing.
 */
const ALIKE: Readonly<Record<string, string>> = {
  // Digits and signs
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '|': 'l',
  '@': 'a',
  $: 's',
  // Latin
  i: 'l',
  ı: 'l',
  ɩ: 'l',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ɑ: 'a',
  ɡ: 'g',
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  є: 'e',
  ғ: 'f',
  н: 'h',
  һ: 'h',
  і: 'l',
  ї: 'l',
  ӏ: 'l',
  ј: 'j',
  к: 'k',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ѡ: 'w',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  ү: 'y',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  γ: 'y',
  η: 'n',
  ι: 'l',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ζ: 'z',
}

/** What remains of a name for comparing; names with the same likeness are taken for one another. */
export function likenessOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const letters = [...plain].map((letter) => ALIKE[letter] ?? letter).join('')
  return letters
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}

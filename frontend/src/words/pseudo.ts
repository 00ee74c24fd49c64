const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Ü',
}

/** Accents on every word, and vowels said again until it is four tenths longer. */
export function stretched(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) => {
    let missing = Math.ceil(word.length * 0.4)
    return [...word]
      .map((letter) => {
        const said = ACCENTED[letter] ?? letter
        if (missing === 0 || !/[aeiou]/.test(letter)) return said
        const more = Math.min(missing, 2)
        missing -= more
        return said + said.repeat(more)
      })
      .join('')
  })
}

type Say = (values: unknown) => string

/** A catalogue in a language that nobody speaks: it shows what is cut off where words are long. */
export function pseudo(messages: unknown): unknown {
  if (typeof messages === 'string') return stretched(messages)
  if (typeof messages === 'function')
    return (values: unknown) => stretched((messages as Say)(values))
  if (Array.isArray(messages)) return messages.map(pseudo)
  return Object.fromEntries(
    Object.entries(messages as Record<string, unknown>).map(([name, below]) => [
      name,
      pseudo(below),
    ]),
  )
}

/** What somebody else called a value: netIncome → Net income. */
export function labelOf(key: string): string {
  const words = key
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .trim()
  const spoken = /\p{Ll}/u.test(words) ? words.toLocaleLowerCase() : words
  return spoken.charAt(0).toLocaleUpperCase() + spoken.slice(1)
}

/** Whether every word of a search is somewhere in what is known of a thing. */
export function matches(search: string, said: readonly string[]): boolean {
  const plain = (text: string) =>
    text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()
  const all = plain(said.join(' '))
  return plain(search)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** Documents that came as data, shown as text and tables. */
export const documents = {
  raw: 'As it is kept, letter by letter',
  units: 'Amounts are in the smallest unit and times in seconds, as the contract holds them.',
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  more: (count: number) => `and ${count} more, see below as it is kept`,
  entry: (place: number) => `Entry ${place}`,
  /** What somebody else called a value: netIncome → Net income. */
  label: (key: string) => {
    const words = key
      .replaceAll(/[_-]+/g, ' ')
      .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .trim()
    const spoken = /\p{Ll}/u.test(words) ? words.toLocaleLowerCase() : words
    return spoken.charAt(0).toLocaleUpperCase() + spoken.slice(1)
  },
  social: {
    year: (year: number) => `Social account of ${year}`,
    effects: 'What was promised, and what came of it',
    heads: ['Effect', 'In the year', 'Promised'],
    figure: (figure: string, unit: string) => `${figure} ${unit}`,
    attester: 'Checked by',
    unchecked: 'Nobody outside was named to check it.',
    report: 'Report',
  },
} as const

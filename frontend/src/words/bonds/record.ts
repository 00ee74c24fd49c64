import { bonds } from './words.ts'

const PARTS = ['repaid', 'running', 'late', 'writtenDown', 'failed', 'raising'] as const

/** How many of a co-op's offers came to what. */
export function recordWords(counts: Readonly<Record<(typeof PARTS)[number], number>>): string {
  const { record } = bonds.record
  const parts = PARTS.flatMap((part) =>
    counts[part] === 0 ? [] : [record[part]({ count: counts[part] })],
  )
  return parts.length === 0 ? record.none : parts.join(', ')
}

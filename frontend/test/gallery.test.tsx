import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SPECIMENS } from '../src/gallery/specimens.ts'

/** They show what network, index or browser answer, and are seen on the pages that ask. */
const READING = [
  'Curve',
  'DraftKept',
  'ExportButton',
  'Face',
  'FailedExplained',
  'Filters',
  'Foreign',
  'Loaded',
  'Missing',
  'Money',
  'Named',
  'Page',
  'PayeeField',
  'Person',
  'Search',
  'Share',
  'Timeline',
  'Turn',
  'When',
  'WhoField',
]

describe('the gallery', () => {
  it.each(SPECIMENS)('shows $part: $state', ({ shown }) => {
    const { container } = render(shown)
    expect(container.childElementCount).toBeGreaterThan(0)
  })

  it('has every part that reads nothing', async () => {
    const files = await readdir(join(import.meta.dirname, '../src/ui'))
    const parts = files.filter((file) => file.endsWith('.tsx')).map((file) => file.slice(0, -4))
    const shown = SPECIMENS.map(({ part }) => part)
    expect([...new Set([...shown, ...READING])].toSorted()).toEqual(parts.toSorted())
  })
})

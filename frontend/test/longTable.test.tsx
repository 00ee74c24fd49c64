import { render, screen } from '@testing-library/react'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { Disclosure } from '../src/ui/Disclosure.tsx'
import { LongTable } from '../src/ui/LongTable.tsx'

const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => `Row ${at + 1}`)

const table = (count: number) => (
  <LongTable
    caption="Ballots"
    rows={rowsOf(count)}
    keyOf={(row) => row}
    columns={[{ name: 'Member', of: (row) => row }]}
  />
)

// There is no layout here: a box of 480 px, and rows of 48.
const sizes = [
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(480),
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(48),
]
afterAll(() => {
  for (const size of sizes) size.mockRestore()
})

describe('A table of ten thousand rows', () => {
  it('holds the rows in sight, and tells how many there are and which these are', () => {
    render(table(10_000))
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('10001')
    const [, first, second] = screen.getAllByRole('row')
    expect(first?.getAttribute('aria-rowindex')).toBe('2')
    expect(second?.getAttribute('aria-rowindex')).toBe('3')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByRole('region', { name: 'Ballots' }).tabIndex).toBe(0)
    expect(screen.getByText(/The list has 10,000 rows/)).toBeTruthy()
  })

  it('is a plain table where it is short', () => {
    render(table(100))
    expect(screen.getAllByRole('row').length).toBe(101)
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBeNull()
  })
})

describe('What is folded away', () => {
  it('is made when it is opened, where it is long', () => {
    render(
      <Disclosure summary="All ballots" lazy>
        {table(3)}
      </Disclosure>,
    )
    expect(screen.queryByRole('table', { hidden: true })).toBeNull()
    const details = screen.getByRole('group') as HTMLDetailsElement
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    return screen.findByRole('table')
  })
})

import { canonicalJson } from '@phyle/sdk/documents'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { zeroAddress } from 'viem'
import { describe, expect, it, vi } from 'vitest'
import { readFile } from '../src/features/assembly/AttachFiles.tsx'
import { savedName } from '../src/features/assembly/Attachments.tsx'
import { DocumentText } from '../src/ui/DocumentText.tsx'
import { Prose } from '../src/ui/Prose.tsx'
import { documents as words } from '../src/words/documents/words.ts'
import { files } from '../src/words/files/words.ts'

vi.mock('../src/ui/Person.tsx', () => ({
  Person: ({ address }: { address: string }) => <span>person {address}</span>,
}))

const show = (node: ReactNode) =>
  render(<QueryClientProvider client={new QueryClient()}>{node}</QueryClientProvider>)

const somebody = '0x00000000000000000000000000000000000000a1'

describe('a document', () => {
  it('that is deeper than anybody can write down is shown as text, and nothing fails', () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    render(<DocumentText content={deep} />)
    expect(document.body.textContent).toBe(deep)
  })

  it('that is a social account is a table of what was promised and what came of it', () => {
    const content = canonicalJson({
      cooperative: somebody,
      year: 2_025,
      effects: [{ name: 'Food saved', unit: 'kg', limit: 'at least 900', figure: '1 040' }],
      attester: zeroAddress,
      report: 'A good year.\n\n- more shelves',
    })
    show(<DocumentText content={content} />)
    const table = screen.getByRole('table', { name: words.social.effects })
    expect(within(table).getByRole('cell', { name: '1 040 kg' })).toBeDefined()
    expect(within(table).getByRole('cell', { name: 'at least 900' })).toBeDefined()
    expect(screen.getByText(words.social.unchecked)).toBeDefined()
    expect(screen.getByRole('listitem').textContent).toBe('more shelves')
    expect(screen.getByText(words.raw).closest('details')?.open).toBe(false)
  })

  it('of any other shape is names and values, with like entries as one table', () => {
    const content = JSON.stringify({
      netIncome: 12,
      checked: true,
      payee: somebody,
      lines: [
        { what: 'Flour', euro: '120.00' },
        { what: 'Rent', euro: '900.00' },
      ],
      notes: { first: ['a', null] },
    })
    show(<DocumentText content={content} />)
    expect(screen.getByText('Net income')).toBeDefined()
    expect(screen.getByText(words.yes)).toBeDefined()
    expect(screen.getByText(`person ${somebody}`)).toBeDefined()
    const table = screen.getByRole('table', { name: 'Lines' })
    expect(within(table).getAllByRole('row')).toHaveLength(3)
    expect(within(table).getByRole('cell', { name: '900.00' })).toBeDefined()
    expect(screen.getByText(words.nothing)).toBeDefined()
  })

  it('that only looks like a social account loses nothing of what it says', () => {
    const content = JSON.stringify({
      cooperative: somebody,
      year: 2_025,
      effects: [],
      attester: zeroAddress,
      report: '',
      small: 'print',
    })
    show(<DocumentText content={content} />)
    expect(screen.getByText('Small')).toBeDefined()
    expect(screen.getByText('print')).toBeDefined()
  })

  it('cannot do anything by what stands in it', () => {
    const { container } = show(
      <DocumentText content={JSON.stringify({ '<b>x</b>': '<img src=x onerror=alert(1)>' })} />,
    )
    expect(container.querySelector('img, b')).toBeNull()
  })

  it('that nests without end is cut off and shown as it is', () => {
    const deep = Array.from({ length: 40 }).reduce<unknown>((inner) => ({ inner }), 'end')
    show(<DocumentText content={JSON.stringify(deep)} />)
    expect(screen.getAllByText(/"end"/).length).toBeGreaterThan(0)
  })
})

describe('text that somebody wrote', () => {
  it('has headings, lists and tables also where no empty line stands between them', () => {
    show(
      <Prose
        text={
          '# Books 2025\nIncome and costs:\n- sales\n- rent\n| What | Euro |\n| --- | ---: |\n| Sales | 412 |'
        }
      />,
    )
    expect(screen.getByText('Books 2025').tagName).toBe('P')
    expect(screen.getByText('Income and costs:')).toBeDefined()
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(screen.getAllByRole('row')).toHaveLength(2)
    expect(screen.getByRole('columnheader', { name: 'Euro' })).toBeDefined()
  })
})

describe('a file to attach', () => {
  const file = (content: string, name: string) => new File([content], name)

  it('is known by its bytes, whatever its name says', async () => {
    const read = await readFile(file('%PDF-1.7 x', 'quote.png'))
    expect(read).toMatchObject({ type: 'application/pdf', name: 'quote.png' })
    expect(await readFile(file('a;b\n1;2\n', 'figures.csv'))).toMatchObject({ type: 'text/csv' })
  })

  it('is refused where it is too large or of another kind, and says why', async () => {
    const large = await readFile(file('x'.repeat(2_000_001), 'long.txt'))
    expect(large).toEqual({ fault: expect.stringContaining('long.txt is larger than 2') })
    expect(await readFile(file('MZ\u0000\u0003', 'quote.pdf'))).toEqual({
      fault: files.faults.kind({ name: 'quote.pdf' }),
    })
    expect(await readFile(file('', 'empty.pdf'))).toEqual({
      fault: files.faults.kind({ name: 'empty.pdf' }),
    })
  })

  it('is saved with the ending of what it is', () => {
    expect(savedName('quote.pdf', 'application/pdf')).toBe('quote.pdf')
    expect(savedName('quote.exe', 'application/pdf')).toBe('quote.exe.pdf')
    expect(savedName('photo.JPEG', 'image/jpeg')).toBe('photo.JPEG')
    expect(savedName('figures.csv', 'text/plain')).toBe('figures.csv')
  })
})

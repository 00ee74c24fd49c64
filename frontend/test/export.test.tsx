import type { Answer } from '@phyle/sdk/answer'
import type { Member } from '@phyle/sdk/chapters/membership/api'
import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { askEveryRow } from '../src/chain/indexClient.ts'
import { ExportButton } from '../src/ui/ExportButton.tsx'
import { find } from '../src/words/find/words.ts'

const COOP = `0x${'11'.repeat(20)}`
const member = (id: number) => ({ id: `${id}` }) as Member

/** An index whose pages are these; the answer to what comes after them is `then`. */
function index(pages: readonly (readonly Member[])[], total: number, then: () => Response) {
  vi.stubGlobal('fetch', (url: URL) => {
    const at = Number(url.searchParams.get('cursor') ?? 0)
    const rows = pages[at]
    if (!rows) return Promise.resolve(then())
    const next = at + 1 < pages.length || then !== never ? `${at + 1}` : null
    const page = { total, from: 0, previous: null, next }
    const body: Answer<readonly Member[]> = { asOf: { block: 1, time: 1 }, data: rows, page }
    return Promise.resolve(Response.json(body))
  })
}
const never = () => {
  throw new Error('asked for more than there is')
}

const read = (onProgress: (read: number, all: number) => void) =>
  askEveryRow('http://index', '/api/coops/:coop/members', { coop: COOP }, {}, onProgress).then(
    (rows) => ({ heads: ['Number'], rows: rows.map(({ id }) => [id]) }),
  )

afterEach(() => vi.unstubAllGlobals())

describe('a table to take away', () => {
  it('holds the rows of all pages, and tells how far it is', async () => {
    index([[member(1), member(2)], [member(3)]], 3, never)
    const told: number[] = []
    const { rows } = await read((done) => told.push(done))
    expect(rows).toEqual([['1'], ['2'], ['3']])
    expect(told).toEqual([2, 3])
  })

  it('is not saved when the index fails midway, and says why', async () => {
    const made = vi.fn(() => 'blob:x')
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn() }))
    index([[member(1)]], 2, () => new Response('{"error":"down"}', { status: 503 }))
    render(<ExportButton label="Download" name="roll" read={read} />)
    fireEvent.click(screen.getByRole('button', { name: 'Download' }))
    expect(await screen.findByText(find.csv.failed)).toBeTruthy()
    expect(made).not.toHaveBeenCalled()
  })

  it('is not saved either when rows are missing though every page came', async () => {
    index([[member(1)], [member(2)]], 3, never)
    await expect(read(() => {})).rejects.toThrow('2 rows came of 3')
  })

  it('is saved whole when everything came', async () => {
    const saved: Blob[] = []
    const made = (blob: Blob) => {
      saved.push(blob)
      return 'blob:x'
    }
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn() }))
    index([[member(1)], [member(2)]], 2, never)
    render(<ExportButton label="Download" name="roll" read={read} />)
    fireEvent.click(screen.getByRole('button', { name: 'Download' }))
    expect(await screen.findByText(find.csv.done({ rows: 2 }))).toBeTruthy()
    expect(await saved[0]?.text()).toContain('"Number"\r\n"1"\r\n"2"\r\n')
  })
})

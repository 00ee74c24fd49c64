import { render, screen } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Needed } from '../src/features/foryou/Needed.tsx'
import type { Need, Needing } from '../src/shell/feature.ts'
import { bring } from '../src/shell/parts.ts'
import { waitsIn } from '../src/shell/waits.ts'
import { foryou } from '../src/words/foryou/words.ts'
import { address } from './kit/house.ts'

const NOW = 1_000
const ME = address(9)

/** How many tools and keys wait; undefined: nobody knows. */
const waiting: Record<string, number | undefined> = {}
/** Of what nobody answers. */
let silent: Record<string, true> = {}
const asked: Needing[] = []
const need = (name: string, order: number): Need => ({
  name,
  order,
  useWaiting: (needing) => {
    asked.push(needing)
    const count = waiting[name]
    return {
      waits: waitsIn(count, name in silent),
      show: (nothing) => <p data-testid="need">{`${count} ${name}${nothing ? ', alone' : ''}`}</p>,
    }
  },
})

// Features that no chapter has: the page knows none by name.
vi.mock('../src/features/list.ts', () => ({
  toolbox: { routes: [], needs: async () => ({ needs: [need('tools', 20)] }) },
  porter: { routes: [], needs: async () => ({ needs: [need('keys', 10), need('bells', 30)] }) },
  silent: { routes: [] },
}))
vi.mock('../src/chain/clock.tsx', () => ({ useChainNow: () => NOW }))
vi.mock('../src/chain/me.ts', () => ({ useMe: () => ({ name: 'Ada' }) }))

const words = foryou.forYouPage
const shown = () => screen.getAllByTestId('need').map(({ textContent }) => textContent)

describe('What needs the reader', () => {
  beforeAll(() => bring('needs'))
  beforeEach(() => {
    asked.length = 0
    silent = {}
    Object.assign(waiting, { tools: 0, keys: 0, bells: 0 })
  })

  it('is what features bring, in order, each asked for this reader', () => {
    Object.assign(waiting, { tools: 2, keys: 1 })
    render(<Needed address={ME} />)
    expect(shown()).toEqual(['1 keys', '2 tools', '0 bells'])
    expect(screen.getByText(words.hello({ name: 'Ada' }))).toBeTruthy()
    expect(screen.queryByText(words.nothing)).toBeNull()
    expect(asked).toContainEqual({ address: ME, now: NOW })
  })

  it('is nothing where nothing of any feature waits', () => {
    render(<Needed address={ME} />)
    expect(screen.getByText(words.nothing)).toBeTruthy()
    expect(screen.getByText(words.nothingLead)).toBeTruthy()
    expect(shown()).toContain('0 keys, alone')
  })

  it('is not said to be nothing while one of them is asked, nor where it does not know', () => {
    waiting.bells = undefined
    const { unmount } = render(<Needed address={ME} />)
    expect(screen.queryByText(words.nothing)).toBeNull()
    expect(screen.getByText(words.nothingLead)).toBeTruthy()
    expect(screen.getByRole('status')).toBeTruthy()
    unmount()
    silent = { bells: true }
    render(<Needed address={ME} />)
    expect(screen.queryByText(words.nothing)).toBeNull()
    expect(screen.queryByRole('status')).toBeNull()
  })
})

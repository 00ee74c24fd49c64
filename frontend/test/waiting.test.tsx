import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { WaitingSeat } from '../src/chain/purse.ts'
import { Waiting } from '../src/features/fund/Waiting.tsx'
import { fund as words } from '../src/words/fund/words.ts'
import { address } from './kit/house.ts'

const DAY = 86_400
const NOW = 20_000 * DAY
const run = vi.fn()

vi.mock('../src/chain/clock.tsx', () => ({ useChainNow: () => NOW }))
vi.mock('../src/chain/settings.tsx', () => ({ useHouse: () => ({ phyle: address(20) }) }))
vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => 'The Mended Bicycle' }))
vi.mock('../src/acts/phyle.ts', () => ({
  useHasten: () => ({ run, busy: false, state: { step: 'idle' } }),
}))

const seat: WaitingSeat = {
  coop: address(1),
  starts: NOW + 60 * DAY,
  places: 12,
  earning: 12,
  sooner: null,
}

describe('Who waits for the equal share', () => {
  it('P4 sees which co-op’s places are taken, and from when they earn', () => {
    render(<Waiting seats={[seat]} person={address(5)} />)
    expect(screen.getByText(/^The Mended Bicycle has places for 12 people/)).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('P4 moves to a place that came free', () => {
    render(<Waiting seats={[{ ...seat, sooner: NOW + 30 * DAY }]} person={address(5)} />)
    expect(screen.getByText(words.waiting.free)).toBeDefined()
    screen.getByRole('button').click()
    expect(run).toHaveBeenCalledWith({
      house: { phyle: address(20) },
      coop: address(1),
      person: address(5),
    })
  })
})

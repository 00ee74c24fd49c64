import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Holding, Purse } from '../src/chain/purse.ts'
import { DueCard } from '../src/features/fund/Due.tsx'
import { needs } from '../src/words/fund/needs/words.ts'

const currency = { symbol: 'EUR', decimals: 6, iso: 'EUR' }
const house = { phyle: '0x1' }
vi.mock('../src/chain/settings.tsx', () => ({
  useHouse: () => house,
  useSettings: () => ({ currency }),
}))
vi.mock('../src/chain/indexClient.ts', () => ({ useIndex: () => ({ data: undefined }) }))

const ran = vi.fn()
const act = (name: string) => ({
  state: { step: 'idle' },
  busy: false,
  run: (input: unknown) => {
    ran(name, input)
    return Promise.resolve(undefined)
  },
})
vi.mock('../src/acts/bonds.ts', () => ({
  useTake: () => act('take'),
  useRefundPledge: () => act('refund'),
}))
vi.mock('../src/acts/fund.ts', () => ({ useClaimShare: () => act('claim') }))

const holding = (series: bigint, status: Holding['status'], due: bigint): Holding => ({
  series,
  status,
  face: 1_000_000n,
  units: 60n,
  taken: 0n,
  due,
})
const purse = (share: bigint, holdings: readonly Holding[]) =>
  ({ share: { due: share }, holdings }) as unknown as Purse

describe('Money that waits', () => {
  beforeEach(() => ran.mockClear())

  it('is shown with a button each: the equal share, what is repaid and what a failed offer refunds', () => {
    render(
      <DueCard
        title={needs.money}
        purse={purse(27_187_500n, [
          holding(1n, 'bought', 181_818_181n),
          holding(2n, 'failed', 60_000_000n),
        ])}
      />,
    )
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines).toEqual([
      'Your equal shareCollect 27.18\u00a0euros',
      'Repaid: Bond offer 1Collect 181.81\u00a0euros',
      'Refunded: Bond offer 2 did not go aheadCollect 60\u00a0euros',
    ])
    expect(screen.getByText('268.99 euros')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Collect 60\u00a0euros' }))
    expect(ran).toHaveBeenCalledWith('refund', { house, series: 2n })
    fireEvent.click(screen.getByRole('button', { name: 'Collect 181.81\u00a0euros' }))
    expect(ran).toHaveBeenCalledWith('take', { house, series: 1n })
    fireEvent.click(screen.getByRole('button', { name: 'Collect 27.18\u00a0euros' }))
    expect(ran).toHaveBeenCalledWith('claim', house)
  })

  it('shows a refund even where nothing else waits', () => {
    render(<DueCard purse={purse(0n, [holding(2n, 'failed', 60_000_000n)])} />)
    expect(screen.getByRole('button', { name: 'Collect 60\u00a0euros' })).toBeTruthy()
  })

  it('takes no room where nothing is due, but on the page of one’s money', () => {
    const { container, rerender } = render(<DueCard purse={purse(0n, [])} />)
    expect(container.textContent).toBe('')
    rerender(<DueCard purse={purse(0n, [])} always />)
    expect(container.textContent).toContain('Nothing to collect now.')
  })
})

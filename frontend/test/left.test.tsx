import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { zeroAddress } from 'viem'
import { beforeEach, expect, it, vi } from 'vitest'
import { LeftCard } from '../src/features/cooperative/LeftCard.tsx'
import { cooperative } from '../src/words/cooperative/words.ts'
import { date } from '../src/words/format.ts'
import { address, coop } from './kit/house.ts'

const words = cooperative.left
const DAY = 86_400
const NOW = 1_790_000_000
const COIN = { token: zeroAddress, symbol: 'ETH', decimals: 18, amount: `${3n * 10n ** 18n}` }
const empty = { ...coop, members: 0, balances: [COIN] } as unknown as CoopDetail

const left = vi.hoisted(() => ({ data: null as unknown }))
const sent = vi.hoisted(() => vi.fn(async () => ({})))
vi.mock('../src/chain/remainder.ts', async (original) => ({
  ...(await original<typeof import('../src/chain/remainder.ts')>()),
  useRemainder: () => left,
}))
vi.mock('../src/acts/handOn.ts', () => ({
  useHandOn: () => ({ state: { step: 'idle' }, busy: false, run: sent }),
}))
vi.mock('../src/chain/clock.tsx', async (original) => ({
  ...(await original<typeof import('../src/chain/clock.tsx')>()),
  useChainNow: () => NOW,
}))
vi.mock('../src/chain/me.ts', () => ({ useMe: () => ({ address: address(1) }) }))
vi.mock('../src/shell/SignIn.tsx', () => ({ useSignIn: () => ({ open() {} }) }))
vi.mock('../src/features/cooperative/useAssets.ts', () => ({
  useAssets: () => ({ say: (amount: bigint) => `${amount}` }),
}))
vi.mock('../src/ui/Person.tsx', () => ({
  Person: ({ address: who }: { address: string }) => <span>{who}</span>,
}))

const emptySince = (since: number, to: string | null) => {
  left.data = { since, to: [{ token: zeroAddress, to }] }
}

beforeEach(() => {
  left.data = null
  sent.mockClear()
})

it('COOP-10 is not there while anybody is a member', () => {
  const { container } = render(<LeftCard coop={empty} />)
  expect(container.textContent).toBe('')
})

it('COOP-10 says until when to wait, and who gets it then', () => {
  emptySince(NOW - 179 * DAY, address(9))
  const { container } = render(<LeftCard coop={empty} />)
  const [when, from] = [date(NOW - 179 * DAY), date(NOW + DAY)]
  expect(container.textContent).toContain(words.lead({ when, from }))
  expect(container.textContent).toContain(address(9))
  expect(screen.queryByRole('button')).toBeNull()
})

it('COOP-10 G13 sends an asset on when 180 days are over', async () => {
  emptySince(NOW - 180 * DAY, address(9))
  render(<LeftCard coop={empty} />)
  await act(async () => fireEvent.click(screen.getByRole('button')))
  expect(sent).toHaveBeenCalledWith({ coop: empty.coop, token: zeroAddress })
})

it('COOP-10 says that nobody gets it where nobody is named', () => {
  emptySince(NOW - 200 * DAY, null)
  render(<LeftCard coop={empty} />)
  expect(screen.getByText(words.nobody)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { MineCard } from '../src/features/membership/MineCard.tsx'
import { date } from '../src/words/format.ts'
import { membership } from '../src/words/membership/words.ts'
import { address, coop } from './kit/house.ts'

const words = membership.mine
const house = { ...coop, name: 'Town Bakery' } as unknown as CoopDetail
const NOW = 1_790_000_000
const DAY = 86_400
const me = vi.hoisted(() => ({ memberships: [] as object[], applications: [] as object[] }))
const withdrawn = vi.hoisted(() => vi.fn(async () => ({})))
const idle = vi.hoisted(() => ({ state: { step: 'idle' }, busy: false }))
vi.mock('../src/acts/membership.ts', () => ({
  useWithdrawApplication: () => ({ ...idle, run: withdrawn }),
  useResign: () => idle,
  useSpeakUp: () => idle,
}))
vi.mock('../src/chain/clock.tsx', async (original) => ({
  ...(await original<typeof import('../src/chain/clock.tsx')>()),
  useChainNow: () => NOW,
}))
vi.mock('../src/chain/me.ts', () => ({ useMe: () => ({ address: address(1), ...me }) }))
vi.mock('../src/shell/SignIn.tsx', () => ({ useSignIn: () => ({ open() {} }) }))
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  Link: () => null,
}))

beforeEach(() => {
  Object.assign(me, { memberships: [], applications: [] })
  withdrawn.mockClear()
})

const takesBack = async () => {
  const { unmount } = render(<MineCard coop={house} />)
  fireEvent.click(screen.getByText(words.takeBack))
  const until = NOW + 116 * DAY
  const says = words.takeBackUntil({ coop: house.name, when: date(until, 'day') })
  expect(screen.getByRole('dialog').textContent).toContain(says)
  await act(async () => fireEvent.click(screen.getByText(words.takeBackNow)))
  expect(withdrawn).toHaveBeenCalledWith({ membership: house.membership, deadline: until })
  unmount()
}

it('MEM-13 takes back what was signed, of which no page knows', async () => {
  await takesBack()
})

it('MEM-13 and by a member, who may have signed for another group', async () => {
  me.memberships = [
    { coop: house.coop, left: null, noticed: null, className: 'x', joined: NOW - DAY },
  ]
  await takesBack()
})

it('MEM-13 takes back with an application all that was signed until its end', async () => {
  me.applications = [{ coop: house.coop, state: 'open', deadline: NOW + DAY }]
  render(<MineCard coop={house} />)
  expect(screen.queryByText(words.takeBack)).toBeNull()
  await act(async () => fireEvent.click(screen.getByText(words.withdraw)))
  const asked = { membership: house.membership, deadline: NOW + DAY }
  expect(withdrawn).toHaveBeenCalledWith(asked)
})

import type { PersonSummary } from '@phyle/sdk/index-api'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { device } from '../src/device/storage.ts'
import { Account, loadAccountMenu } from '../src/shell/Account.tsx'
import { shell } from '../src/words/shell/words.ts'
import { address } from './kit/house.ts'

const world = vi.hoisted(() => ({ memberships: [] as unknown[] }))
vi.mock('wagmi', async (original) => ({
  ...(await original<typeof import('wagmi')>()),
  useConnection: () => ({ address: address(9) }),
  useDisconnect: () => ({ mutate: () => {} }),
}))
vi.mock('../src/chain/indexClient.ts', async (original) => ({
  ...(await original<typeof import('../src/chain/indexClient.ts')>()),
  useIndex: () => ({ data: { data: { memberships: world.memberships } } }),
}))
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  Link: ({ children }: { children: ReactNode }) => <a href="#there">{children}</a>,
}))
vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => 'Ada Moreau' }))
vi.mock('../src/ui/Face.tsx', () => ({ Face: () => null }))
vi.mock('../src/shell/SignIn.tsx', () => ({ CORNER: 'corner', useSignIn: () => ({ open() {} }) }))

const belongs = (
  coop: number,
  coopName: string,
  className: string,
  left: number | null = null,
  joined = coop,
) =>
  ({
    coop: address(coop),
    coopName,
    className,
    left,
    joined,
  }) as PersonSummary['memberships'][number]

const corner = () => screen.getByRole('button')
const open = async () => {
  fireEvent.click(corner())
  return within(await screen.findByRole('menu'))
}

describe('The corner', () => {
  beforeAll(loadAccountMenu)
  beforeEach(() => {
    window.localStorage.clear()
    world.memberships = [
      belongs(1, 'La Louve', 'workers'),
      belongs(2, 'Mill House', 'users'),
      belongs(3, 'Old Oven', 'workers', 1_000),
    ]
  })

  it('says which of two co-ops is looked at, and offers both, without one that was left', async () => {
    render(<Account />)
    expect(corner().textContent).toContain('La Louve')
    const menu = await open()
    expect(menu.getByText(shell.signIn.coops, { exact: false })).toBeTruthy()
    const [first, second] = ['La Louve, workers', 'Mill House, users'].map((name) =>
      menu.getByRole('menuitem', { name: new RegExp(name) }),
    )
    expect(first?.textContent).toContain(shell.signIn.shown)
    expect(second?.textContent).not.toContain(shell.signIn.shown)
    expect(menu.queryByText(/Old Oven/)).toBeNull()
    await act(async () => fireEvent.click(second as HTMLElement))
    expect(corner().textContent).toContain('Mill House')
  })

  it('remembers which, and says the first where one belongs to that no more', () => {
    device.set('phyle.coop', address(2))
    const { rerender } = render(<Account />)
    expect(corner().textContent).toContain('Mill House')
    world.memberships = [belongs(1, 'La Louve', 'workers'), belongs(2, 'Mill House', 'users', 5)]
    rerender(<Account />)
    expect(corner().textContent).toContain('La Louve')
  })

  it('goes on with the one that was joined first when another is joined', () => {
    world.memberships = [belongs(2, 'The Mended Bicycle', 'users', null, 9), world.memberships[0]]
    render(<Account />)
    expect(corner().textContent).toContain('La Louve')
  })
})

import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { ActState } from '../src/acts/act.ts'
import { ProfilePage } from '../src/features/membership/ProfilePage.tsx'
import { profile } from '../src/words/profile/words.ts'
import { address } from './kit/house.ts'

const erased = vi.hoisted(() => vi.fn(async () => ({})))
vi.mock('../src/acts/profile.ts', () => ({
  useChooseName: () => {
    const [state, setState] = useState<ActState<object>>({ step: 'done', result: {} })
    return { state, busy: false, run: async () => {}, reset: () => setState({ step: 'idle' }) }
  },
  useEraseProfile: () => ({ state: { step: 'idle' }, busy: false, run: erased }),
}))
vi.mock('../src/chain/me.ts', () => ({
  useMe: () => ({ address: address(1), memberships: [], applications: [], known: true }),
}))
vi.mock('../src/chain/indexClient.ts', () => ({ useIndex: () => ({ data: { data: [] } }) }))
vi.mock('../src/chain/myProfile.ts', () => ({
  useMyProfile: () => ({ data: { name: 'Ada Moreau', image: null } }),
}))
vi.mock('../src/shell/SignIn.tsx', () => ({ useSignIn: () => ({ open() {} }) }))
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  useSearch: () => ({}),
  Link: () => null,
}))

it('says of no name that it is saved after it was erased', async () => {
  render(<ProfilePage />)
  expect(screen.getByText(profile.page.saved)).toBeTruthy()
  fireEvent.click(screen.getByText(profile.erase.button))
  await act(async () => fireEvent.click(screen.getByText(profile.erase.now)))
  expect(erased).toHaveBeenCalledWith(address(1))
  expect(screen.queryByText(profile.page.saved)).toBeNull()
})

import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { usePermission } from '../src/chain/permissions.ts'
import { PermissionPage } from '../src/features/licences/PermissionPage.tsx'
import { licences } from '../src/words/licences/words.ts'
import { shell } from '../src/words/shell/words.ts'
import { address } from './kit/house.ts'

const read = vi.hoisted(() => ({ now: {} }))
vi.mock('../src/chain/permissions.ts', () => ({ usePermission: () => read.now }))
vi.mock('../src/chain/works.ts', () => ({ useOffered: () => ({ data: undefined }) }))
vi.mock('../src/chain/names.ts', () => ({ useNameOf: () => () => undefined }))
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  useParams: () => ({ family: '1', licensee: address(9) }),
  Link: () => null,
}))

it('waits for what is read after the reader came, for what they have just paid may be missing', () => {
  const before = { data: null, isFetching: true, isFetchedAfterMount: false, isError: false }
  read.now = before satisfies Partial<ReturnType<typeof usePermission>>
  const { rerender } = render(<PermissionPage />)
  expect(screen.getByText(shell.loading)).toBeTruthy()
  expect(screen.queryByText(licences.permission.notFound)).toBeNull()
  read.now = { ...before, isFetching: false, isFetchedAfterMount: true }
  rerender(<PermissionPage />)
  expect(screen.getByText(licences.permission.notFound)).toBeTruthy()
})

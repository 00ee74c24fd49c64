import type { KeptReason } from '@phyle/sdk/chapters/assembly/api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useKeptReasons } from '../src/chain/relay.ts'
import { address } from './kit/house.ts'

vi.mock('../src/chain/settings.tsx', () => ({
  useSettings: () => ({ relayUrl: 'http://relay', chainId: 1 }),
}))
vi.mock('wagmi', async (original) => ({
  ...(await original<typeof import('wagmi')>()),
  usePublicClient: () => ({ verifyTypedData: async () => true }),
}))
afterEach(() => vi.unstubAllGlobals())

it('shows all that members signed, page after page, although the postbox says something beside it that is no reason', async () => {
  const vote = { assembly: address(1), proposal: '7', resolution: '#7' }
  const genuine: KeptReason = {
    ...vote,
    chainId: 1,
    member: address(2),
    choice: 'for',
    reason: 'It is solid.',
    issued: 5,
    signature: '0x01',
    received: 6,
  }
  const next: KeptReason = { ...genuine, member: address(3), reason: 'It is light.' }
  const pages = new Map<string | null, readonly object[]>([
    [null, [{ ...genuine, issued: undefined }, { ...genuine, issued: 0.5 }, {}, genuine]],
    [genuine.member, [next]],
  ])
  vi.stubGlobal('fetch', async (url: string) => {
    const page = pages.get(new URL(url).searchParams.get('after')) ?? []
    return new Response(JSON.stringify(page))
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useKeptReasons(vote), { wrapper })
  await waitFor(() => expect(result.current.data).toEqual([genuine, next]))
})

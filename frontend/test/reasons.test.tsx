import type { KeptReason } from '@phyle/sdk/relay-api'
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

it('shows what members signed although the postbox says something beside it that is no reason', async () => {
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
  const said = [{ ...genuine, issued: undefined }, { ...genuine, issued: 0.5 }, {}, genuine]
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(said)))
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useKeptReasons(vote), { wrapper })
  await waitFor(() => expect(result.current.data).toEqual([genuine]))
})

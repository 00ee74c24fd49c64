/** A page with one act on it, whose wallet, node and clock do as a test says. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, renderHook, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Address, Hex } from 'viem'
import { afterEach, beforeEach, vi } from 'vitest'
import { WagmiProvider } from 'wagmi'
import { connect } from 'wagmi/actions'
import { acts } from '../../src/words/acts/words.ts'
import { type Asked, type browser, env, type Node } from './node.ts'

export const membership: Address = '0x00000000000000000000000000000000000000b0'
export const MINUTE = 60_000

/** A page as it is after it was loaded: only what the device keeps is left of the one before. */
export async function load(world: ReturnType<typeof browser>) {
  cleanup()
  vi.clearAllTimers()
  vi.resetModules()
  const [{ useResign }, { EnvProvider }, { UnderWay }, { wordsCame }] = await Promise.all([
    import('../../src/acts/membership.ts'),
    import('../../src/chain/settings.tsx'),
    import('../../src/shell/UnderWay.tsx'),
    import('../../src/words/chapter.ts'),
    // Loaded when something is under way; here no time is to pass for it.
    import('../../src/shell/UnderWayList.tsx'),
  ])
  await wordsCame()
  const queries = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EnvProvider env={env}>
      <WagmiProvider config={world.config} reconnectOnMount={false}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </WagmiProvider>
    </EnvProvider>
  )
  render(<UnderWay />, { wrapper })
  const { result } = renderHook(useResign, { wrapper })
  const { result: second } = renderHook(useResign, { wrapper })
  return {
    queries,
    state: () => result.current.state,
    busy: () => result.current.busy,
    /** Begins, and goes on for as long as nothing has to be waited for. */
    resign: async () => {
      act(() => void result.current.run(membership))
      await pass(0)
    },
    /** Twice in one moment, from two parts of the page. */
    resignTwice: async () => {
      act(() => {
        void result.current.run(membership)
        void second.current.run(membership)
      })
      await pass(0)
      return [result.current.state, second.current.state]
    },
    list: () => screen.queryByRole('region', { name: acts.title })?.textContent ?? null,
  }
}

export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

export async function signedIn(world: ReturnType<typeof browser>) {
  await connect(world.config, { connector: world.connector })
  return load(world)
}

/** Takes it, and mines nothing yet. */
export const taking = async (asked: Asked, node: Node): Promise<Hex> => node.take(asked)

/** The clock stands in these tests until it is moved, and nothing is kept on the device from one to the next. */
export function standingClock() {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
    window.localStorage.clear()
  })
}

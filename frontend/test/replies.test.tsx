import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { type Hex, padHex } from 'viem'
import { beforeEach, expect, it, vi } from 'vitest'
import { useReplies } from '../src/chain/expulsions.ts'
import { address } from './kit/house.ts'

const coop = address(1)
const house = { phyle: address(20), block: 7 }
const document = (number: Hex) => padHex(number, { size: 32 })

interface Said {
  readonly block: bigint
  readonly reply: Hex
}

/** A network on which one co-op replied, and from which blocks on it was asked. */
const network = vi.hoisted(() => ({
  head: 0n,
  said: [] as Said[],
  asked: [] as bigint[],
}))
vi.mock('wagmi', async (actual) => ({ ...(await actual<object>()), useConfig: () => ({}) }))
vi.mock('wagmi/actions', () => ({
  getBlockNumber: async () => network.head,
  getBlock: async (_: unknown, { blockNumber }: { blockNumber: bigint }) => ({
    timestamp: blockNumber,
  }),
  getContractEvents: async (
    _: unknown,
    asked: { eventName: string; fromBlock: bigint; toBlock: bigint },
  ) => {
    if (asked.eventName !== 'ChargesAnswered') return []
    network.asked.push(asked.fromBlock)
    return network.said
      .filter(({ block }) => block >= asked.fromBlock && block <= asked.toBlock)
      .map(({ block, reply }) => ({ args: { coop, reply }, blockNumber: block }))
  },
}))
vi.mock('../src/chain/settings.tsx', () => ({ useHouse: () => house }))

beforeEach(() => {
  network.head = 1_000n
  network.said = [{ block: 10n, reply: document('0x01') }]
  network.asked = []
})

/** What is told of the replies, and a way to have it read again. */
function hearing() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useReplies(coop), { wrapper })
  return {
    again: () => queries.refetchQueries(),
    tells: (...documents: Hex[]) =>
      waitFor(() => expect(result.current.data?.map((one) => one.document)).toEqual(documents)),
  }
}

it('PHY-15 reads the replies of a co-op once from the beginning, and then what is new', async () => {
  const { again, tells } = hearing()
  await tells(document('0x01'))
  expect(network.asked).toEqual([7n])
  network.head = 1_200n
  network.said.push({ block: 1_100n, reply: document('0x02') })
  await again()
  await tells(document('0x02'), document('0x01'))
  expect(network.asked).toEqual([7n, 936n])
})

it('PHY-15 takes back a reply whose block was replaced', async () => {
  network.said.push({ block: 990n, reply: document('0x02') })
  const { again, tells } = hearing()
  await tells(document('0x02'), document('0x01'))
  network.head = 1_001n
  network.said.pop()
  await again()
  await tells(document('0x01'))
})

it('PHY-15 keeps a reply that a node which is late does not know yet', async () => {
  network.said.push({ block: 990n, reply: document('0x02') })
  const { again, tells } = hearing()
  await tells(document('0x02'), document('0x01'))
  network.head = 980n
  await again()
  await tells(document('0x02'), document('0x01'))
})

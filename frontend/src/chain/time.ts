import { useMutation, useQueryClient } from '@tanstack/react-query'
import { usePublicClient } from 'wagmi'
import type { Head } from './clock.tsx'
import { headKey } from './clock.tsx'

/** Moves the local chain on to a moment (by the chain's clock) and mines a block there. */
export function useMoveTime() {
  const client = usePublicClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (to: (now: number) => number): Promise<number> => {
      if (!client) throw new Error('no client')
      const request = client.request as (call: {
        method: string
        params: unknown[]
      }) => Promise<unknown>
      const { timestamp } = await client.getBlock()
      const by = Math.max(1, Math.ceil(to(Number(timestamp)) - Number(timestamp)))
      await request({ method: 'evm_increaseTime', params: [by] })
      await request({ method: 'evm_mine', params: [] })
      const block = await client.getBlock()
      const head: Head = {
        block: Number(block.number),
        time: Number(block.timestamp),
        seen: Date.now(),
      }
      queries.setQueryData(headKey, head)
      await queries.invalidateQueries()
      return head.time
    },
  })
}

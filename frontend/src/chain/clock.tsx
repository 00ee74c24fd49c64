import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { getBlock } from 'viem/actions'
import { useClient } from 'wagmi'
import { useIndexStatus } from './indexStatus.ts'
import { useSettings } from './settings.tsx'

export interface Head {
  readonly block: number
  readonly time: number
  /** When this device saw it, in milliseconds. */
  readonly seen: number
}

export const headKey = ['head'] as const

/** The newest block. Deadlines are compared with its time, never with the clock of the device. */
export function useHead() {
  const client = useClient()
  const { local } = useSettings()
  return useQuery({
    queryKey: headKey,
    enabled: client !== undefined,
    refetchInterval: local ? 2_000 : 8_000,
    queryFn: async (): Promise<Head> => {
      if (!client) throw new Error('no client')
      const block = await getBlock(client)
      return { block: Number(block.number), time: Number(block.timestamp), seen: Date.now() }
    },
  })
}

/**
 * Seconds since 1970 by the chain, moving on between blocks. Where the network does not answer, the
 * newest moment that the index knows; undefined until either was read.
 */
export function useChainNow(): number | undefined {
  const { data } = useHead()
  const { data: indexed } = useIndexStatus()
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 10_000)
    return () => clearInterval(timer)
  }, [])
  if (!data) return indexed?.asOf.time
  const since = Math.floor((Date.now() - data.seen) / 1000)
  return data.time + Math.max(0, Math.min(since, 60))
}

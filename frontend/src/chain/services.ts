import { useQuery } from '@tanstack/react-query'
import { useHead } from './clock.tsx'
import { askIndex } from './indexClient.ts'
import { useSettings } from './settings.tsx'

/** The index is called behind only when it has been so for this long: one block is no news. */
const PATIENCE_SECONDS = 90

export type Freshness =
  | { readonly state: 'fresh' | 'down' | 'unknown' }
  | { readonly state: 'behind'; readonly time: number }

export function useIndexFreshness(): Freshness {
  const { indexerUrl, local } = useSettings()
  const head = useHead()
  const status = useQuery({
    queryKey: ['index-status'],
    refetchInterval: local ? 4_000 : 15_000,
    retry: 1,
    queryFn: () => askIndex(indexerUrl, '/api/status', {}),
  })
  if (status.isError) return { state: 'down' }
  if (!status.data || !head.data) return { state: 'unknown' }
  const { asOf } = status.data
  const blocks = head.data.block - asOf.block
  const seconds = head.data.time - asOf.time
  if (blocks > 3 && seconds > PATIENCE_SECONDS) return { state: 'behind', time: asOf.time }
  return { state: 'fresh' }
}

/** Whether the relay answers. */
export function useRelayUp(): boolean | undefined {
  const { relayUrl } = useSettings()
  const { data } = useQuery({
    queryKey: ['relay-status'],
    refetchInterval: 20_000,
    queryFn: async () => {
      const answer = await fetch(`${relayUrl}/health`).catch(() => null)
      return answer?.ok ?? false
    },
  })
  return data
}

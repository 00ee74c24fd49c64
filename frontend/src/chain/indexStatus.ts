import { useQuery } from '@tanstack/react-query'
import { askIndex } from './indexClient.ts'
import { useSettings } from './settings.tsx'

/** How far the index has read the chain. */
export function useIndexStatus() {
  const { indexerUrl, local } = useSettings()
  return useQuery({
    queryKey: ['index-status'],
    refetchInterval: local ? 4_000 : 15_000,
    queryFn: () => askIndex(indexerUrl, '/api/status', {}),
  })
}

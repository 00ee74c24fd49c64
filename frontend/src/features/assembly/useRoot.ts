import { iCooperativeAbi } from '@phyle/sdk/generated/abi'
import { useMemo } from 'react'
import { useReadContracts } from 'wagmi'
import { useHouse } from '../../chain/settings.tsx'
import type { Reader } from './readActions.ts'

/** The federation's own membership and assembly, as its account says on the chain. */
export function useRoot(): Reader['root'] {
  const root = useHouse()?.root
  const at = { address: root, abi: iCooperativeAbi } as const
  const { data } = useReadContracts({
    allowFailure: false,
    contracts: [
      { ...at, functionName: 'membership' },
      { ...at, functionName: 'assembly_' },
    ],
    query: { enabled: root !== undefined, staleTime: Number.POSITIVE_INFINITY },
  })
  return useMemo(() => (data ? { membership: data[0], assembly: data[1] } : null), [data])
}

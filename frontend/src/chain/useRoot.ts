import type { Place } from '@phyle/sdk/actions'
import { useMemo } from 'react'
import { useReadCooperativeAssembly, useReadCooperativeMembership } from '../generated/contracts.ts'
import { useHouse } from './settings.tsx'

/** The federation's own membership and assembly, as its account says on the chain. */
export function useRoot(): Place['root'] | null {
  const asked = {
    address: useHouse()?.root,
    query: { staleTime: Number.POSITIVE_INFINITY },
  } as const
  const { data: membership } = useReadCooperativeMembership(asked)
  const { data: assembly } = useReadCooperativeAssembly(asked)
  return useMemo(
    () => (membership && assembly ? { membership, assembly } : null),
    [membership, assembly],
  )
}

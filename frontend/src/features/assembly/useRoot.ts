import { useMemo } from 'react'
import { useHouse } from '../../chain/settings.tsx'
import {
  useReadCooperativeAssembly,
  useReadCooperativeMembership,
} from '../../generated/contracts.ts'
import type { Reader } from './readActions.ts'

/** The federation's own membership and assembly, as its account says on the chain. */
export function useRoot(): Reader['root'] {
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

import { iCooperativeAbi } from '@phyle/sdk/generated/abi'
import { useMemo } from 'react'
import { useReadContracts } from 'wagmi'
import { useNameOf } from '../../chain/names.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { money } from '../../words/format.ts'
import type { ReadableCoop, Reader } from './readActions.ts'

/** What is needed to say in words what a co-op's proposals do. */
export function useReader(coop: ReadableCoop | undefined): Reader | undefined {
  const house = useHouse()
  const nameOf = useNameOf()
  const { currency } = useSettings()
  const root = useRoot()
  return useMemo(
    () =>
      coop && {
        coop,
        house,
        root,
        nameOf,
        money: (amount: bigint) => money(amount, currency),
        face: 10n ** BigInt(currency.decimals),
      },
    [coop, house, root, nameOf, currency],
  )
}

/** The federation's own membership and assembly, as its account says on the chain. */
function useRoot(): Reader['root'] {
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

import { useMemo } from 'react'
import { useNameOf } from '../../chain/names.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { money } from '../../words/format.ts'
import type { ReadableCoop, Reader } from './readActions.ts'
import { useRoot } from './useRoot.ts'

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

import { useMemo } from 'react'
import { useNameOf } from '../../chain/names.ts'
import { useEnv, useHouse, useSettings } from '../../chain/settings.tsx'
import { money } from '../../words/format.ts'
import type { ReadableCoop, Reader } from './readActions.ts'
import { useRoot } from './useRoot.ts'

/** What is needed to say in words what a co-op's proposals do. */
export function useReader(coop: ReadableCoop | undefined): Reader | undefined {
  const house = useHouse()
  const nameOf = useNameOf()
  const { currency } = useSettings()
  const root = useRoot()
  const registrar = useEnv().deployments?.registrars.Registrar?.address ?? null
  return useMemo(
    () =>
      coop && {
        coop,
        house,
        root,
        registrar,
        nameOf,
        money: (amount: bigint) => money(amount, currency),
        face: 10n ** BigInt(currency.decimals),
      },
    [coop, house, root, registrar, nameOf, currency],
  )
}

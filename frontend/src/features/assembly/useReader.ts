import { laterChapters } from '@phyle/sdk/actions/house'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import { useMemo } from 'react'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useEnv, useHouse, useSettings } from '../../chain/settings.tsx'
import { useRoot } from '../../chain/useRoot.ts'
import { usePartsLater } from '../../shell/parts.ts'
import { money } from '../../words/format.ts'
import type { ReadableCoop, Reader } from './readActions.ts'

/**
 * What is needed to say in words what a co-op's proposals do.
 *
 * `rules` are those in force, for what is not carried out yet: then a change is told with what was
 * before it.
 */
export function useReader(
  coop: ReadableCoop | undefined,
  rules?: CoopDetail['rules'],
): Reader | undefined {
  const house = useHouse()
  const nameOf = useNameOf()
  const { currency } = useSettings()
  const root = useRoot()
  const { data: machines } = useIndex(
    '/api/machines',
    house ? {} : null,
    house ? { phyle: house.phyle } : {},
  )
  const { deployments } = useEnv()
  const registrar = deployments?.registrars.Registrar?.address ?? null
  const chapters = useMemo(() => (deployments ? laterChapters(deployments) : {}), [deployments])
  const says = usePartsLater('says')
  return useMemo(
    () =>
      coop &&
      says && {
        coop,
        house,
        chapters,
        says,
        root,
        registrar,
        nameOf,
        machineOf: (id: string) => machines?.data.find((one) => one.id === id)?.name,
        ruleOf: (kind: Kind) => rules?.[kind] ?? null,
        money: (amount: bigint) => money(amount, currency),
        face: 10n ** BigInt(currency.decimals),
      },
    [coop, house, chapters, says, root, registrar, nameOf, machines, rules, currency],
  )
}

import type { ChainCharter } from '@phyle/sdk/charter'
import type { Deployments } from '@phyle/sdk/deployments'
import { useQuery } from '@tanstack/react-query'
import { type Address, isAddressEqual } from 'viem'
import { type Config, useConfig } from 'wagmi'
import {
  readRegistrarBuilt,
  readRegistrarSuccessorsOf,
  readStatutesAdmission,
  readStatutesBody,
  readStatutesClasses,
  readStatutesCoolingPeriod,
  readStatutesFederation,
  readStatutesLanguage,
  readStatutesLock,
  readStatutesMaxShareBps,
  readStatutesName,
  readStatutesPurpose,
  readStatutesRuleWordOf,
} from '../generated/contracts.ts'

/** Whether this site was set up with a Registrar. */
export function isKnownRegistrar(deployments: Deployments | null, registrar: Address): boolean {
  const known = deployments?.registrars.Registrar?.address
  return known !== undefined && isAddressEqual(known, registrar)
}

/** The charter that says what the statutes say now. */
async function charterNow(config: Config, address: Address): Promise<ChainCharter> {
  const at = { address } as const
  const wordOf = (kind: number) => readStatutesRuleWordOf(config, { ...at, args: [kind] })
  const [name, purpose, language, lock, [admission, sponsors], maxShareBps, coolingPeriod] =
    await Promise.all([
      readStatutesName(config, at),
      readStatutesPurpose(config, at),
      readStatutesLanguage(config, at),
      readStatutesLock(config, at),
      readStatutesAdmission(config, at),
      readStatutesMaxShareBps(config, at),
      readStatutesCoolingPeriod(config, at),
    ])
  const [classes, federation, body, ...rules] = await Promise.all([
    readStatutesClasses(config, at),
    readStatutesFederation(config, at),
    readStatutesBody(config, at),
    wordOf(0),
    wordOf(1),
    wordOf(2),
    wordOf(3),
  ])
  return {
    ...{ name, purpose, language, lock, admission, sponsors, maxShareBps, coolingPeriod },
    ...{ classes, rules, federation, body },
  }
}

/** What a Registrar builds for a co-op, the charter for which it does, and whether it has. */
export type Successors = NonNullable<ReturnType<typeof useSuccessors>['data']>

/** The organs that a Registrar builds, or has built, for a co-op under the statutes of today. */
export function useSuccessors(coop: Address, statutes: Address, registrar: Address | null) {
  const config = useConfig()
  return useQuery({
    queryKey: ['successors', coop, statutes, registrar],
    enabled: registrar !== null,
    queryFn: async () => {
      if (!registrar) throw new Error('not enabled')
      const charter = await charterNow(config, statutes)
      const args = [coop, charter] as const
      const organs = await readRegistrarSuccessorsOf(config, { address: registrar, args })
      const built = await readRegistrarBuilt(config, {
        address: registrar,
        args: [organs.statutes],
      })
      return { charter, organs, isBuilt: isAddressEqual(built, coop) }
    },
  })
}

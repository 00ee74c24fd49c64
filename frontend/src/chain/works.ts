import type { PhyleHouse } from '@phyle/sdk/deployments'
import type { iWorksAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import type { ContractFunctionReturnType, Hex } from 'viem'
import { type Config, useConfig } from 'wagmi'
import type { Settings } from '../env.ts'
import {
  readWorksChangeDateOf,
  readWorksTermsHash,
  readWorksTermsOf,
  readWorksVersionsOf,
} from '../generated/contracts.ts'
import { type Registered, readRegistered } from './registration.ts'
import { useHouse, useSettings } from './settings.tsx'

/** What a steward offers, as the contract keeps it. */
export type Terms = ContractFunctionReturnType<typeof iWorksAbi, 'view', 'termsOf'>

/** A work and the terms in force, as the chain tells them now. */
export interface Offered extends Registered {
  readonly id: bigint
  /** 0: no terms were offered, or they are not for this work: its own licence allows it, or another stands. */
  readonly termsVersion: bigint
  readonly terms: Terms | null
  readonly termsHash: Hex | null
  /** From then on free for all; 0: never. */
  readonly changeDate: number
}

async function readOffered(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  id: bigint,
): Promise<Offered> {
  const at = { address: house.works }
  const work = await readRegistered(config, settings, house, id)
  const { family } = work
  const [[inForce], changeDate] = await Promise.all([
    readWorksVersionsOf(config, { ...at, args: [family] }),
    readWorksChangeDateOf(config, { ...at, args: [family] }),
  ])
  const sold = work.origin === id && (work.right === 'SHARE_ALIKE' || work.right === 'RESERVED')
  const version = sold ? inForce : 0n
  const [terms, termsHash] =
    version === 0n
      ? [null, null]
      : await Promise.all([
          readWorksTermsOf(config, { ...at, args: [family, version] }),
          readWorksTermsHash(config, { ...at, args: [family, version] }),
        ])
  return {
    ...work,
    id,
    termsVersion: version,
    terms,
    termsHash,
    changeDate,
  }
}

/** A work and what is asked for it, from the chain. */
export function useOffered(id: string | bigint | undefined) {
  const config = useConfig()
  const house = useHouse()
  const settings = useSettings()
  const asked = id === undefined || !/^\d+$/.test(`${id}`) ? undefined : BigInt(id)
  return useQuery({
    queryKey: ['offered', house?.works, `${asked}`],
    enabled: house !== null && asked !== undefined,
    staleTime: 30_000,
    retry: 1,
    queryFn: () => {
      if (!house || asked === undefined) throw new Error('not enabled')
      return readOffered(config, settings, house, asked)
    },
  })
}

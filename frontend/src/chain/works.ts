import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iWorksAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import type { Address, ContractFunctionReturnType, Hex } from 'viem'
import { type Config, useConfig } from 'wagmi'
import { getContractEvents } from 'wagmi/actions'
import type { Settings } from '../env.ts'
import {
  readWorksChangeDateOf,
  readWorksTermsHash,
  readWorksTermsOf,
  readWorksVersionsOf,
  readWorksWorkOf,
} from '../generated/contracts.ts'
import { askIndex } from './indexClient.ts'
import { inStretches } from './logs.ts'
import { useHouse, useSettings } from './settings.tsx'

/** What a steward offers, as the contract keeps it. */
export type Terms = ContractFunctionReturnType<typeof iWorksAbi, 'view', 'termsOf'>

/** A work in words, from the overview or, without it, from the record on the chain. */
export interface WorkWords {
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly licensor: string
  readonly links: readonly string[]
}

/** A work and the terms in force, as the chain tells them now. */
export interface Offered extends WorkWords {
  readonly id: bigint
  readonly family: bigint
  readonly steward: Address
  readonly digest: Hex
  readonly parents: readonly bigint[]
  readonly registered: number
  /** 0: no terms were offered. */
  readonly termsVersion: bigint
  readonly terms: Terms | null
  readonly termsHash: Hex | null
  /** From then on free for all; 0: never. */
  readonly changeDate: number
}

async function wordsOf(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  id: bigint,
): Promise<WorkWords> {
  try {
    const { data } = await askIndex(settings.indexerUrl, '/api/works/:phyle/:id', {
      phyle: house.phyle,
      id: `${id}`,
    })
    return data
  } catch {
    const [log] = await inStretches(config, BigInt(house.block), (fromBlock, toBlock) =>
      getContractEvents(config, {
        address: house.works,
        abi: iWorksAbi,
        eventName: 'WorkRegistered',
        args: { id },
        fromBlock,
        toBlock,
        strict: true,
      }),
    )
    if (!log) throw new Error(`work ${id} was never registered`)
    return log.args.entry
  }
}

async function readOffered(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  id: bigint,
): Promise<Offered> {
  const at = { address: house.works }
  const work = await readWorksWorkOf(config, { ...at, args: [id] })
  const { family, steward, digest, parents, registered } = work
  const [words, [version], changeDate] = await Promise.all([
    wordsOf(config, settings, house, id),
    readWorksVersionsOf(config, { ...at, args: [family] }),
    readWorksChangeDateOf(config, { ...at, args: [family] }),
  ])
  const [terms, termsHash] =
    version === 0n
      ? [null, null]
      : await Promise.all([
          readWorksTermsOf(config, { ...at, args: [family, version] }),
          readWorksTermsHash(config, { ...at, args: [family, version] }),
        ])
  return {
    title: words.title,
    version: words.version,
    licence: words.licence,
    licensor: words.licensor,
    links: words.links,
    id,
    family,
    steward,
    digest,
    parents,
    registered,
    termsVersion: version,
    terms,
    termsHash,
    changeDate,
  }
}

/** A work and what is asked for it, from the chain; only the words may come from the overview. */
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

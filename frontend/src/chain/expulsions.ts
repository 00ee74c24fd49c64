import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Address, type Hex, isAddressEqual } from 'viem'
import { type Config, useConfig } from 'wagmi'
import { getBlock, getBlockNumber, getContractEvents } from 'wagmi/actions'
import { useReadPhyleExpulsionOf } from '../generated/contracts.ts'
import { inStretches } from './logs.ts'
import { useHouse } from './settings.tsx'

/** For so long after an appeal the co-ops can decide on it, in seconds. */
const TIME_TO_HEAR = 180 * 86_400

/** An expulsion that was decided. */
export interface Expulsion {
  /** `runs`: it can still appeal. `due`: it did not. `cleared`: it did, and was not heard in time. */
  readonly state: 'runs' | 'due' | 'appealed' | 'cleared'
  /** When it leaves where it does not appeal. */
  readonly from: number
  /** 0: it has not appealed. */
  readonly appealedAt: number
  /** Until when the co-ops can decide on its appeal. */
  readonly until: number
  /** sha-256 of the reasons. */
  readonly grounds: Hex
}

function stateOf(from: number, appealedAt: number, now: number): Expulsion['state'] {
  if (appealedAt === 0) return now < from ? 'runs' : 'due'
  return now <= appealedAt + TIME_TO_HEAR ? 'appealed' : 'cleared'
}

/** What the federation decided about a co-op; null: nothing. */
export function useExpulsion(coop: Address | undefined, now: number | undefined) {
  const house = useHouse()
  return useReadPhyleExpulsionOf({
    address: house?.phyle,
    args: coop && [coop],
    query: {
      enabled: house !== null && coop !== undefined && now !== undefined,
      select: ([from, appealedAt, grounds]): Expulsion | null =>
        from === 0 || now === undefined
          ? null
          : {
              state: stateOf(from, appealedAt, now),
              ...{ from, appealedAt, grounds },
              until: appealedAt + TIME_TO_HEAR,
            },
    },
  })
}

/** What a co-op said to what is said against it. */
export interface Reply {
  readonly is: 'reply' | 'appeal'
  /** sha-256 of what it says. */
  readonly document: Hex
  readonly time: number
}

/** What was read of the replies of a co-op, up to a block. */
interface Heard {
  readonly to: bigint
  /** The newest first. */
  readonly replies: readonly (Reply & { readonly block: bigint })[]
}

/** So many blocks can still be replaced, and are read again. */
const UNSETTLED = 64n

async function hear(
  config: Config,
  { phyle, block }: Pick<PhyleHouse, 'phyle' | 'block'>,
  coop: Address,
  before: Heard | undefined,
): Promise<Heard> {
  const head = await getBlockNumber(config)
  // A node that is late does not make unsaid what another one told.
  if (before && head < before.to) return before
  const first = BigInt(block)
  const from = before && before.to - UNSETTLED > first ? before.to - UNSETTLED : first
  const ask = async (fromBlock: bigint, toBlock: bigint) => {
    const at = {
      address: phyle,
      abi: iPhyleAbi,
      args: { coop },
      fromBlock,
      toBlock,
      strict: true,
    } as const
    const [replies, appeals] = await Promise.all([
      getContractEvents(config, { ...at, eventName: 'ChargesAnswered' }),
      getContractEvents(config, { ...at, eventName: 'ExpulsionAppealed' }),
    ])
    return [
      ...replies.map(({ args, blockNumber }) => ({ args, blockNumber, is: 'reply' as const })),
      ...appeals.map(({ args, blockNumber }) => ({ args, blockNumber, is: 'appeal' as const })),
    ]
  }
  const logs = await inStretches(config, from, ask, head)
  const theirs = logs.filter(({ args }) => isAddressEqual(args.coop, coop))
  const told = await Promise.all(
    theirs.map(async ({ args, blockNumber, is }) => {
      const { timestamp } = await getBlock(config, { blockNumber })
      const document = 'reply' in args ? args.reply : args.appeal
      return { is, document, time: Number(timestamp), block: blockNumber }
    }),
  )
  const kept = before?.replies.filter((one) => one.block < from) ?? []
  return { to: head, replies: [...told.toSorted((a, b) => b.time - a.time), ...kept] }
}

/** What a co-op replied, the newest first, from the network itself: nobody speaks for it. */
export function useReplies(coop: Address) {
  const config = useConfig()
  const house = useHouse()
  const queries = useQueryClient()
  const queryKey = ['replies', house?.phyle, coop] as const
  return useQuery({
    queryKey,
    enabled: house !== null,
    refetchInterval: 30_000,
    queryFn: () => {
      if (!house) throw new Error('not enabled')
      return hear(config, house, coop, queries.getQueryData<Heard>(queryKey))
    },
    select: ({ replies }): readonly Reply[] => replies,
  })
}

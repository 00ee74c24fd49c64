import type { HealthPart, RelayHealth } from '@phyle/sdk/relay-api'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useHead } from './clock.tsx'
import { fetchInTime } from './fetching.ts'
import { useIndexStatus } from './indexStatus.ts'
import { useKeptHere } from './offline.ts'
import { useSettings } from './settings.tsx'

/** The index is called late only when it has been so for this long: one block is no news. */
const PATIENCE_SECONDS = 90

type Answers = 'unknown' | 'up' | 'down'

/** The reasons why a postbox that answers cannot carry votes, the most pressing first. */
const HINDRANCES = ['store', 'node', 'clock', 'purse'] as const satisfies readonly HealthPart[]
type Hindrance = (typeof HINDRANCES)[number] | 'other'

/** Whether the postbox answers; or, where it does and carries nothing, for want of what. */
export type Postbox = Answers | Hindrance

/** Tells which of the three services answer. It says nothing of one before it was asked. */
export interface Services {
  readonly network: Answers
  readonly overview: Answers | 'late'
  readonly postbox: Postbox
  /** When things were as the overview tells them, by the chain. */
  readonly overviewTime?: number
  /** The newest moment of the chain that either of them told. */
  readonly asOf?: number
  /** Set where figures are shown that this device kept: from when they are, by the chain. */
  readonly keptFrom?: number
}

/** By the last answer or failure: while it is asked once more, what was known stays. */
function answers({ dataUpdatedAt, errorUpdatedAt }: UseQueryResult): Answers {
  if (dataUpdatedAt === 0 && errorUpdatedAt === 0) return 'unknown'
  return errorUpdatedAt > dataUpdatedAt ? 'down' : 'up'
}

export function useServices(): Services {
  const head = useHead()
  const status = useIndexStatus()
  const postbox = usePostbox()
  const seen = head.data
  const read = status.data?.asOf
  const network = answers(head)
  const isLate =
    network === 'up' &&
    seen !== undefined &&
    read !== undefined &&
    seen.block - read.block > 3 &&
    seen.time - read.time > PATIENCE_SECONDS
  const { from: keptFrom } = useKeptHere()
  const overview = keptFrom === null ? answers(status) : 'down'
  return {
    network,
    overview: overview === 'up' && isLate ? 'late' : overview,
    postbox,
    ...(read && { overviewTime: read.time }),
    ...(keptFrom !== null && { keptFrom }),
    ...((seen || read) && { asOf: Math.max(seen?.time ?? 0, read?.time ?? 0) }),
  }
}

/** What the relay says of itself. */
function useRelayHealth() {
  const { relayUrl } = useSettings()
  return useQuery({
    queryKey: ['relay-status'],
    refetchInterval: 20_000,
    queryFn: async () => {
      const answer = await fetchInTime(`${relayUrl}/health`)
      // It says with this status that it cannot carry votes, and beside it why.
      if (!answer.ok && answer.status !== 503) throw new Error(`${answer.status}`)
      const health = (await answer.json()) as RelayHealth
      if (!health.parts) throw new Error('that was somebody else')
      return health
    },
  })
}

/** Reads the relay's word for its health. */
export function hindranceIn({ ok, parts }: Pick<RelayHealth, 'ok' | 'parts'>): Hindrance | null {
  if (ok) return null
  return HINDRANCES.find((part) => parts[part].state === 'wrong') ?? 'other'
}

export function usePostbox(): Postbox {
  const health = useRelayHealth()
  const answer = answers(health)
  if (answer !== 'up' || health.data === undefined) return answer
  return hindranceIn(health.data) ?? 'up'
}

/** Whether anybody may have the relay send at once what waits there. */
export const useSendsNow = (): boolean => useRelayHealth().data?.sendsNow === true

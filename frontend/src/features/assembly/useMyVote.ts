import type { Place } from '@phyle/sdk/answer'
import { choiceOf } from '@phyle/sdk/ballot'
import type { ProposalDetail, ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { ROUTES } from '@phyle/sdk/chapters/assembly/enums'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Address } from 'viem'
import { useConfig, useConnection } from 'wagmi'
import { getBlock } from 'wagmi/actions'
import { useRelayedBallot } from '../../chain/relay.ts'
import { useSettings } from '../../chain/settings.tsx'
import { device, readKept } from '../../device/storage.ts'
import { readAssemblyBallotOf, readAssemblyChangeOf } from '../../generated/contracts.ts'
import { type Cast, isCounted, type Known, type MyVote, myVoteOf, standingOf } from './myVote.ts'

const KEPT = 'phyle.votes'
/** Votes that one device remembers. */
const MOST = 60

type Remembered = Readonly<Record<string, Known>>

const remembered = (name: string): Known | null => {
  const kept = readKept<Remembered | null>(device, KEPT, null)?.[name]
  return kept?.vote && typeof kept.time === 'number' ? kept : null
}

function remember(name: string, known: Known): void {
  const { [name]: _, ...others } = readKept<Remembered | null>(device, KEPT, null) ?? {}
  const latest = Object.entries(others).slice(1 - MOST)
  device.set(KEPT, JSON.stringify({ ...Object.fromEntries(latest), [name]: known }))
}

/** A vote that waits longer than this at a postbox needs its member again. */
const WAITS_SECONDS = 7_200

// The same number may be another vote on a chain that began anew: its time is not the same.
const nameOf = (
  chainId: number,
  of: Pick<ProposalSummary, 'assembly' | 'id' | 'snapshot'>,
  member: Address,
) => [chainId, of.assembly, of.id, of.snapshot, member].join('/')

/** For lists: what the reader said in a vote, by the index and by what this device remembers. */
export function useSaid(): (proposal: ProposalSummary, now: number) => Choice | null {
  const { chainId } = useSettings()
  const { address } = useConnection()
  return ({ mine, ...proposal }, now) => {
    if (mine || !address) return mine?.choice ?? null
    const known = remembered(nameOf(chainId, proposal, address))
    if (!known) return null
    const recent = known.time > now - WAITS_SECONDS
    return isCounted(known.vote) || recent ? standingOf(known.vote) : null
  }
}

interface Mine {
  readonly vote: MyVote
  /** When this was last known for certain, by the clock of the chain. */
  readonly time: number | null
  /** Reads it again wherever it can be read. */
  readonly read: () => Promise<unknown>
}

/** One member's vote in one decision: read from the postbox, the chain and the index together. */
export function useMyVote(
  proposal: ProposalDetail,
  asOf: Pick<Place, 'block' | 'time'>,
  member: Address,
): Mine {
  const { assembly, id, mine } = proposal
  const { chainId, local } = useSettings()
  const config = useConfig()
  const queries = useQueryClient()
  const name = nameOf(chainId, proposal, member)
  const key = ['my-ballot', assembly, id, member]
  const relayed = useRelayedBallot(assembly, id, member)
  const chain = useQuery({
    queryKey: key,
    refetchInterval: local ? 2_000 : 12_000,
    retry: 0,
    queryFn: async (): Promise<Cast & Pick<Place, 'time'>> => {
      const { number, timestamp } = await getBlock(config)
      const at = { address: assembly, args: [BigInt(id), member] } as const
      const [[route, code], changed] = await Promise.all([
        readAssemblyBallotOf(config, at),
        readAssemblyChangeOf(config, at),
      ])
      const how = ROUTES[route] ?? 'none'
      const choice = choiceOf(code)
      const change = changed === 0n ? null : `${changed}`
      return {
        ballot: how === 'none' || choice === undefined ? null : { choice, how, change },
        block: Number(number),
        time: Number(timestamp),
      }
    },
  })
  const kept = remembered(name)

  // Of somebody who was signed in before, the index may still answer.
  const index =
    mine === undefined || (mine !== null && mine.voter !== member)
      ? undefined
      : { ballot: mine, block: asOf.block }
  const vote = myVoteOf({
    postbox: relayed.isError ? undefined : relayed.data,
    chain: chain.data,
    index,
    known: kept,
  })
  const isCertain = !('before' in vote && vote.before) && vote.state !== 'unknown'
  const time = isCertain ? (chain.data?.time ?? asOf.time) : (kept?.time ?? null)

  const told = JSON.stringify(vote)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what it says changes
  useEffect(() => {
    if (isCertain && time !== null) remember(name, { vote, time })
  }, [name, told])

  const read = () => Promise.all([relayed.refetch(), queries.invalidateQueries({ queryKey: key })])
  return { vote, time, read }
}

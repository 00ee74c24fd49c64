import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iCommonsBondsAbi, iCommonsFundAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import { type Address, erc20Abi, type PublicClient } from 'viem'
import { usePublicClient } from 'wagmi'
import { useHouse, useSettings } from './settings.tsx'

/** `ICommonsBonds.Status`. */
export const STATUSES = [
  'none',
  'open',
  'failed',
  'funded',
  'bought',
  'redeemed',
  'writtenDown',
] as const
export type Status = (typeof STATUSES)[number]

/** One person's bonds of one offer, as the contracts tell it now. */
export interface Holding {
  readonly series: bigint
  readonly status: Status
  readonly face: bigint
  readonly units: bigint
  readonly taken: bigint
  /** What can be collected now: paid back, or the whole pledge where the offer failed. */
  readonly due: bigint
}

export interface EarnedMonth {
  readonly epoch: number
  readonly ends: number
  readonly perHead: bigint
}

/** Everything about one person's money that can be known without the index. */
export interface Purse {
  readonly cash: bigint
  readonly share: {
    readonly due: bigint
    /** The epoch that runs now, and when it ends. */
    readonly epoch: number
    readonly epochEnds: number
    readonly epochLength: number
    /** Whether the person is counted as a head of the federation. */
    readonly seated: boolean
    readonly since: number
    readonly earnsFrom: number
    readonly earnsFromTime: number
    readonly earnsTo: number
    /** Of those who earn in the running epoch. */
    readonly heads: number
    readonly waiting: bigint
    /** Newest first. */
    readonly months: readonly EarnedMonth[]
  }
  readonly holdings: readonly Holding[]
}

/** How many past epochs are read one by one. */
const MONTHS = 24

async function holdingOf(
  client: PublicClient,
  house: PhyleHouse,
  series: bigint,
  face: bigint,
  person: Address,
): Promise<Holding | null> {
  const bonds = { address: house.bonds, abi: iCommonsBondsAbi } as const
  const [units, taken, status, due] = await Promise.all([
    client.readContract({ ...bonds, functionName: 'balanceOf', args: [person, series] }),
    client.readContract({ ...bonds, functionName: 'takenOf', args: [series, person] }),
    client.readContract({ ...bonds, functionName: 'statusOf', args: [series] }),
    client
      .readContract({ ...bonds, functionName: 'dueOf', args: [series, person] })
      .catch(() => 0n),
  ])
  if (units === 0n && taken === 0n && due === 0n) return null
  const state = STATUSES[status] ?? 'none'
  return {
    series,
    status: state,
    face,
    units,
    taken,
    due: state === 'failed' ? units * face : due,
  }
}

async function shareOf(
  client: PublicClient,
  house: PhyleHouse,
  person: Address,
): Promise<Purse['share']> {
  const phyle = { address: house.phyle, abi: iPhyleAbi } as const
  const fund = { address: house.fund, abi: iCommonsFundAbi } as const
  const [due, head, epoch, start, length, closed, waiting] = await Promise.all([
    client.readContract({ ...fund, functionName: 'due', args: [person] }),
    client.readContract({ ...phyle, functionName: 'headAsSettled', args: [person] }),
    client.readContract({ ...phyle, functionName: 'epoch' }),
    client.readContract({ ...phyle, functionName: 'start' }),
    client.readContract({ ...phyle, functionName: 'epochLength' }),
    client.readContract({ ...fund, functionName: 'closedEpochs' }),
    client.readContract({ ...fund, functionName: 'undistributed' }),
  ])
  const heads = await client.readContract({ ...phyle, functionName: 'earningHeads', args: [epoch] })
  const startOf = (number: number) => start + number * length
  const last = Math.min(Number(closed) - 1, head.earnsTo)
  const first = Math.max(head.earnsFrom, last - MONTHS + 1)
  const known = head.since !== 0
  const numbers = known && last >= first ? range(first, last) : []
  const indexes = await Promise.all(
    [first - 1, ...numbers].map((number) =>
      numbers.length === 0 || number < 0
        ? 0n
        : client.readContract({ ...fund, functionName: 'indexAt', args: [BigInt(number)] }),
    ),
  )
  return {
    due,
    epoch: Number(epoch),
    epochEnds: startOf(Number(epoch) + 1),
    epochLength: length,
    seated: head.seats > 0,
    since: head.since,
    earnsFrom: head.earnsFrom,
    earnsFromTime: startOf(head.earnsFrom),
    earnsTo: head.earnsTo,
    heads: Number(heads),
    waiting,
    months: numbers
      .map((number, at) => ({
        epoch: number,
        ends: startOf(number + 1),
        perHead: (indexes[at + 1] ?? 0n) - (indexes[at] ?? 0n),
      }))
      .toReversed(),
  }
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

export async function readPurse(
  client: PublicClient,
  house: PhyleHouse,
  person: Address,
): Promise<Purse> {
  const bonds = { address: house.bonds, abi: iCommonsBondsAbi } as const
  const [cash, count, face, share] = await Promise.all([
    readCash(client, house, person),
    client.readContract({ ...bonds, functionName: 'seriesCount' }),
    client.readContract({ ...bonds, functionName: 'face' }),
    shareOf(client, house, person),
  ])
  const all = await Promise.all(
    range(1, Number(count)).map((id) => holdingOf(client, house, BigInt(id), face, person)),
  )
  return { cash, share, holdings: all.filter((one) => one !== null).toReversed() }
}

const readCash = (client: PublicClient, house: PhyleHouse, person: Address) =>
  client.readContract({
    address: house.cash,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [person],
  })

/** One person's money, asked of the contracts themselves: what is shown is what collecting pays. */
export function usePurse(person: Address | undefined) {
  const client = usePublicClient()
  const house = useHouse()
  const { local } = useSettings()
  return useQuery({
    queryKey: ['purse', house?.phyle, person],
    enabled: client !== undefined && house !== null && person !== undefined,
    refetchInterval: local ? 4_000 : 15_000,
    queryFn: () => {
      if (!client || !house || !person) throw new Error('not enabled')
      return readPurse(client, house, person)
    },
  })
}

/** One person's part in one offer, and whether they may lend. */
export function useHolding(series: bigint, person: Address | undefined) {
  const client = usePublicClient()
  const house = useHouse()
  const { local } = useSettings()
  return useQuery({
    queryKey: ['holding', house?.phyle, series.toString(), person],
    enabled: client !== undefined && house !== null && person !== undefined,
    refetchInterval: local ? 4_000 : 15_000,
    queryFn: async () => {
      if (!client || !house || !person) throw new Error('not enabled')
      const bonds = { address: house.bonds, abi: iCommonsBondsAbi } as const
      const phyle = { address: house.phyle, abi: iPhyleAbi } as const
      const face = await client.readContract({ ...bonds, functionName: 'face' })
      const [holding, cash, seated, cooperator] = await Promise.all([
        holdingOf(client, house, series, face, person),
        readCash(client, house, person),
        client.readContract({ ...phyle, functionName: 'isSeated', args: [person] }),
        client.readContract({ ...phyle, functionName: 'isCooperator', args: [person] }),
      ])
      return { holding, cash, seated, cooperator }
    },
  })
}

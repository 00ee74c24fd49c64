import { STATUSES, type Status } from '@phyle/sdk/chapters/bonds/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import { useQuery } from '@tanstack/react-query'
import { type Address, BaseError, ContractFunctionRevertedError } from 'viem'
import { type Config, useConfig } from 'wagmi'
import {
  readCommonsBondsBalanceOf,
  readCommonsBondsDueOf,
  readCommonsBondsFace,
  readCommonsBondsPledgeOf,
  readCommonsBondsSeriesCount,
  readCommonsBondsStatusOf,
  readCommonsBondsTakenOf,
  readCommonsFundClosedEpochs,
  readCommonsFundDue,
  readCommonsFundIndexAt,
  readCommonsFundUndistributed,
  readPhyleEarningHeads,
  readPhyleEpoch,
  readPhyleEpochLength,
  readPhyleHeadAsSettled,
  readPhyleIsCooperator,
  readPhyleIsSeated,
  readPhyleLeastHeads,
  readPhylePlacesOf,
  readPhyleSeatsOf,
  readPhyleStart,
  readTokenBalanceOf,
  simulatePhyleHasten,
} from '../generated/contracts.ts'
import { useHouse, useSettings } from './settings.tsx'

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

/** What one person reserved of an offer that has not closed. */
export interface Pledge {
  /** What can be taken back now, and when that becomes less. */
  readonly withdrawable: bigint
  readonly until: number
  /** Whether they took back so much that they cannot lend for it again. */
  readonly shutOut: boolean
}

export interface EarnedMonth {
  readonly epoch: number
  readonly ends: number
  readonly perHead: bigint
}

/** A seat that does not earn yet: its co-op's places are taken. Times in seconds. */
export interface WaitingSeat {
  readonly coop: Address
  readonly starts: number
  /** How many of the co-op may earn in the running epoch, and how many do. */
  readonly places: number
  readonly earning: number
  /** When it could start if somebody moved it to a place that came free; null where none did. */
  readonly sooner: number | null
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
    /** Why the person does not earn yet; empty for who does, and for who is not counted. */
    readonly waits: readonly WaitingSeat[]
    /** Of those who earn in the running epoch. */
    readonly heads: number
    /** With fewer heads the money waits. */
    readonly leastHeads: number
    readonly waiting: bigint
    /** Newest first. */
    readonly months: readonly EarnedMonth[]
  }
  readonly holdings: readonly Holding[]
}

/** How many past epochs are read one by one. */
const MONTHS = 24

/** Before a machine is bought the contract refuses to tell; a network that is silent is no nothing. */
function nothingYet(error: unknown): bigint {
  const refused =
    error instanceof BaseError &&
    error.walk((cause) => cause instanceof ContractFunctionRevertedError) !== null
  if (refused) return 0n
  throw error
}

async function holdingOf(
  config: Config,
  house: PhyleHouse,
  series: bigint,
  face: bigint,
  person: Address,
): Promise<Holding | null> {
  const at = { address: house.bonds }
  const [units, taken, status, due] = await Promise.all([
    readCommonsBondsBalanceOf(config, { ...at, args: [person, series] }),
    readCommonsBondsTakenOf(config, { ...at, args: [series, person] }),
    readCommonsBondsStatusOf(config, { ...at, args: [series] }),
    readCommonsBondsDueOf(config, { ...at, args: [series, person] }).catch(nothingYet),
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
  config: Config,
  house: PhyleHouse,
  person: Address,
): Promise<Purse['share']> {
  const phyle = { address: house.phyle }
  const fund = { address: house.fund }
  const [due, head, epoch, start, length, closed, waiting] = await Promise.all([
    readCommonsFundDue(config, { ...fund, args: [person] }),
    readPhyleHeadAsSettled(config, { ...phyle, args: [person] }),
    readPhyleEpoch(config, phyle),
    readPhyleStart(config, phyle),
    readPhyleEpochLength(config, phyle),
    readCommonsFundClosedEpochs(config, fund),
    readCommonsFundUndistributed(config, fund),
  ])
  const [heads, leastHeads] = await Promise.all([
    readPhyleEarningHeads(config, { ...phyle, args: [epoch] }),
    readPhyleLeastHeads(config, phyle),
  ])
  const startOf = (number: number) => start + number * length
  const isWaiting = head.seats > 0 && head.earnsFrom > Number(epoch)
  const last = Math.min(Number(closed) - 1, head.earnsTo)
  const first = Math.max(head.earnsFrom, last - MONTHS + 1)
  const known = head.since !== 0
  const numbers = known && last >= first ? range(first, last) : []
  const indexes = await Promise.all(
    [first - 1, ...numbers].map((number) =>
      numbers.length === 0 || number < 0
        ? 0n
        : readCommonsFundIndexAt(config, { ...fund, args: [BigInt(number)] }),
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
    waits: isWaiting ? await waitsOf(config, house, person, startOf) : [],
    heads: Number(heads),
    leastHeads: Number(leastHeads),
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

async function waitsOf(
  config: Config,
  house: Pick<PhyleHouse, 'phyle'>,
  person: Address,
  startOf: (epoch: number) => number,
): Promise<readonly WaitingSeat[]> {
  const phyle = { address: house.phyle }
  const seats = await readPhyleSeatsOf(config, { ...phyle, args: [person] })
  return Promise.all(
    seats.map(async ({ coop, start }) => {
      const [{ places, earning }, sooner] = await Promise.all([
        readPhylePlacesOf(config, { ...phyle, args: [coop] }),
        // A seat that has run out in the meantime has no place to move to.
        simulatePhyleHasten(config, { ...phyle, args: [coop, person] }).then(
          ({ result }) => result,
          () => start,
        ),
      ])
      return {
        coop,
        starts: startOf(start),
        places: Number(places),
        earning: Number(earning),
        sooner: sooner < start ? startOf(sooner) : null,
      }
    }),
  )
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

async function readPurse(config: Config, house: PhyleHouse, person: Address): Promise<Purse> {
  const bonds = { address: house.bonds }
  const [cash, count, face, share] = await Promise.all([
    readCash(config, house, person),
    readCommonsBondsSeriesCount(config, bonds),
    readCommonsBondsFace(config, bonds),
    shareOf(config, house, person),
  ])
  const all = await Promise.all(
    range(1, Number(count)).map((id) => holdingOf(config, house, BigInt(id), face, person)),
  )
  return { cash, share, holdings: all.filter((one) => one !== null).toReversed() }
}

const readCash = (config: Config, house: PhyleHouse, person: Address) =>
  readTokenBalanceOf(config, { address: house.cash, args: [person] })

/** One person's money, asked of the contracts themselves: what is shown is what collecting pays. */
export function usePurse(person: Address | undefined) {
  const config = useConfig()
  const house = useHouse()
  const { local } = useSettings()
  return useQuery({
    queryKey: ['purse', house?.phyle, person],
    enabled: house !== null && person !== undefined,
    refetchInterval: local ? 4_000 : 15_000,
    queryFn: () => {
      if (!house || !person) throw new Error('not enabled')
      return readPurse(config, house, person)
    },
  })
}

/** One person's part in one offer, and whether they may lend. */
export function useHolding(series: bigint, person: Address | undefined) {
  const config = useConfig()
  const house = useHouse()
  const { local } = useSettings()
  return useQuery({
    queryKey: ['holding', house?.phyle, series.toString(), person],
    enabled: house !== null && person !== undefined,
    refetchInterval: local ? 4_000 : 15_000,
    queryFn: async () => {
      if (!house || !person) throw new Error('not enabled')
      const asked = { address: house.phyle, args: [person] } as const
      const at = { address: house.bonds }
      const face = await readCommonsBondsFace(config, at)
      const [holding, told, cash, seated, cooperator] = await Promise.all([
        holdingOf(config, house, series, face, person),
        readCommonsBondsPledgeOf(config, { ...at, args: [series, person] }),
        readCash(config, house, person),
        readPhyleIsSeated(config, asked),
        readPhyleIsCooperator(config, asked),
      ])
      const { withdrawable, until, shutOut } = told
      const pledge: Pledge = { withdrawable: BigInt(withdrawable), until, shutOut }
      return { holding, pledge, cash, seated, cooperator }
    },
  })
}

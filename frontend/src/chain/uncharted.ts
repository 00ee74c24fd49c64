import { CHAPTER_STATE } from '@phyle/sdk/chapters/statutes/enums'
import { iStatutesAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import { type Address, type Hex, isAddressEqual, zeroAddress, zeroHash } from 'viem'
import { type Config, useConfig } from 'wagmi'
import { getContractEvents } from 'wagmi/actions'
import {
  encodeStatutesOpenChapter,
  encodeStatutesSetCoverage,
  encodeStatutesSetEffects,
  encodeStatutesSetKind,
  readStatutesChapterStateOf,
  readStatutesCoverage,
  readStatutesEffects,
} from '../generated/contracts.ts'
import { inStretches } from './logs.ts'

/** The contracts of a co-op that can be replaced. */
export interface Organs {
  readonly statutes: Address
  readonly membership: Address
  readonly assembly: Address
}

/** What statutes say since the founding that no charter holds, so that a successor does not say it by itself. */
export interface Uncharted {
  /** The kinds that were set for single acts, each as it was set last. */
  readonly kinds: readonly {
    readonly target: Address
    readonly selector: Hex
    readonly kind: number
  }[]
  /** Chapters that the co-op opened itself. */
  readonly chapters: readonly Address[]
  /** Chapters that it opened and that have other code by now: no statutes would take them for the same. */
  readonly lost: readonly Address[]
  /** The chapter that covers payments; null: none. */
  readonly coverage: Address | null
  /** sha-256 of the effects that it reports on; null: none. */
  readonly effects: Hex | null
}

const EVENTS = ['KindSet', 'ChapterOpened', 'ChapterClosed'] as const

/** Every amendment of these kinds, oldest first. */
const amendmentsOf = (config: Config, statutes: Address, from: bigint) =>
  inStretches(config, from, async (fromBlock, toBlock) => {
    const all = await Promise.all(
      EVENTS.map((eventName) =>
        getContractEvents(config, {
          address: statutes,
          abi: iStatutesAbi,
          eventName,
          fromBlock,
          toBlock,
          strict: true,
        }),
      ),
    )
    return all
      .flat()
      .toSorted((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
  })

/** @param from The block of the founding. */
export async function readUncharted(
  config: Config,
  statutes: Address,
  from: bigint,
): Promise<Uncharted> {
  const at = { address: statutes } as const
  const [amendments, coverage, effects] = await Promise.all([
    amendmentsOf(config, statutes, from),
    readStatutesCoverage(config, at),
    readStatutesEffects(config, at),
  ])
  const kinds = new Map<string, Uncharted['kinds'][number]>()
  const opened = new Set<Address>()
  for (const { eventName, args } of amendments) {
    if (eventName === 'KindSet') {
      const { target, selector, kind } = args
      kinds.set(`${target}${selector}`, { target, selector, kind })
    } else if (eventName === 'ChapterOpened') opened.add(args.chapter)
    else opened.delete(args.chapter)
  }
  const all = [...opened]
  const states = await Promise.all(
    all.map((chapter) => readStatutesChapterStateOf(config, { ...at, args: [chapter] })),
  )
  const isOpen = (_: Address, place: number) => states[place] === CHAPTER_STATE.open
  return {
    kinds: [...kinds.values()],
    chapters: all.filter(isOpen),
    lost: all.filter((chapter, place) => !isOpen(chapter, place)),
    coverage: isAddressEqual(coverage, zeroAddress) ? null : coverage,
    effects: effects === zeroHash ? null : effects,
  }
}

/** What the co-op has to decide anew for statutes that go on from those of today. */
export function useUncharted(statutes: Address, from: number) {
  const config = useConfig()
  return useQuery({
    queryKey: ['uncharted', statutes],
    queryFn: () => readUncharted(config, statutes, BigInt(from)),
  })
}

/**
 * The calls that say it anew to the statutes of `next`, once the co-op has moved there. What was set for the
 * co-op's own contracts of today is set for those that come in their place.
 */
export function saidAnew(
  { kinds, chapters, coverage, effects }: Uncharted,
  today: Organs,
  next: Organs,
): readonly Hex[] {
  const places = [
    [today.statutes, next.statutes],
    [today.membership, next.membership],
    [today.assembly, next.assembly],
  ] as const
  const then = (target: Address): Address =>
    places.find(([before]) => isAddressEqual(before, target))?.[1] ?? target
  return [
    ...chapters.map((chapter) => encodeStatutesOpenChapter([chapter])),
    ...(coverage ? [encodeStatutesSetCoverage([coverage])] : []),
    ...(effects ? [encodeStatutesSetEffects([effects])] : []),
    ...kinds.map(({ target, selector, kind }) =>
      encodeStatutesSetKind([then(target), selector, kind]),
    ),
  ]
}

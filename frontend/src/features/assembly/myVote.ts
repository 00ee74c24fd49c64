import type { Ballot, BallotReason, BallotStatus } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'

type How = Ballot['how']

/** What the chain has of one member's vote, as it was in a block; null where it had none. */
export interface Cast {
  readonly ballot: { readonly choice: Choice; readonly how: How } | null
  readonly block: number
}

/** What is known of one member's vote, from wherever it was read last; undefined: not read. */
export interface Readings {
  /** Null where it has none. */
  readonly postbox: Pick<BallotStatus, 'state' | 'choice' | 'sends' | 'because'> | null | undefined
  readonly chain: Cast | undefined
  readonly index: Cast | undefined
  /** What was known before, also before the page was loaded. */
  readonly known: Known | null
}

/** What is remembered of a vote: the state that was shown, and when that was, by the chain. */
export interface Known {
  readonly vote: MyVote
  readonly time: number
}

/** The state of one's vote, as it is shown. */
export type MyVote =
  | { readonly state: 'unknown' }
  /** Nothing is counted; `asked`: the postbox has none either. */
  | { readonly state: 'none'; readonly asked: boolean }
  | {
      readonly state: 'waiting' | 'sent'
      readonly choice: Choice
      /** When it leaves; null where the postbox does not say. */
      readonly sends: number | null
      /** The postbox does not answer now: it said so before. */
      readonly before: boolean
    }
  | {
      readonly state: 'counted'
      readonly choice: Choice
      readonly how: How
      readonly block: number
      /** Read from the chain or the index; the postbox alone says so otherwise. */
      readonly shown: boolean
    }
  | { readonly state: 'skipped'; readonly because: BallotReason | null }
  /** The postbox had it, and has it no more; nothing is counted. */
  | { readonly state: 'lost'; readonly choice: Choice }

/** Nothing replaces upwards: the contract lets only what is stronger, or the same and later, count. */
const STRENGTH: Readonly<Record<How, number>> = { standIn: 1, carried: 2, direct: 3 }

const strongest = (casts: readonly Counted[]): Counted | undefined =>
  casts.toSorted(
    (a, b) =>
      STRENGTH[b.how] - STRENGTH[a.how] || Number(b.shown) - Number(a.shown) || b.block - a.block,
  )[0]

type Counted = Extract<MyVote, { state: 'counted' }>

const countedBy = (cast: Cast | undefined): readonly Counted[] =>
  cast?.ballot ? [{ state: 'counted', ...cast.ballot, block: cast.block, shown: true }] : []

/**
 * One answer from all that was read. It never says less than was known: what was counted stays
 * counted while an index is late or a node answers from an older block.
 */
export function myVoteOf({ postbox, chain, index, known }: Readings): MyVote {
  const before = known?.vote
  const countedBefore = before?.state === 'counted' ? before : undefined
  // A state that only the postbox told ends when the postbox says otherwise.
  const isTakenBack =
    countedBefore?.shown === false &&
    postbox !== undefined &&
    (postbox === null ? chain !== undefined : postbox.state !== 'counted')
  const elsewhere = [...countedBy(index), ...(countedBefore && !isTakenBack ? [countedBefore] : [])]
  const counted = strongest([
    ...countedBy(chain),
    // The chain itself, read later, has the last word.
    ...elsewhere.filter(({ block, shown }) => !shown || !chain || block > chain.block),
    ...(postbox?.state === 'counted'
      ? [
          {
            state: 'counted',
            choice: postbox.choice,
            how: 'carried',
            block: 0,
            shown: false,
          } as const,
        ]
      : []),
  ])
  if (counted && counted.how !== 'standIn') return counted
  if (postbox?.state === 'waiting' || postbox?.state === 'sent') {
    const { state, choice, sends } = postbox
    return { state, choice, sends, before: false }
  }
  const waited = before?.state === 'waiting' || before?.state === 'sent' ? before : undefined
  if (postbox === undefined && waited) return { ...waited, before: true }
  if (counted) return counted
  if (postbox?.state === 'skipped') return { state: 'skipped', because: postbox.because }
  const gone = waited ?? (isTakenBack ? countedBefore : undefined)
  if (postbox === null && gone && chain && !chain.ballot)
    return { state: 'lost', choice: gone.choice }
  if (postbox === null && waited) return { ...waited, before: true }
  if (chain === undefined && index === undefined) return { state: 'unknown' }
  return { state: 'none', asked: postbox !== undefined }
}

/** Whether the member's own vote is counted: from then on only a vote that they send changes it. */
export const isCounted = (vote: MyVote): vote is Counted =>
  vote.state === 'counted' && vote.how !== 'standIn'

/** The answer that stands, wherever it is. */
export const standingOf = (vote: MyVote): Choice | null =>
  'choice' in vote && vote.state !== 'lost' ? vote.choice : null

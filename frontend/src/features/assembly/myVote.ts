import type { Ballot, BallotReason, BallotStatus } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { numberOf } from '../../chain/relay.ts'

type How = Ballot['how']

/** The number of a change by signature, as a decimal; null where there is none. */
interface Numbered {
  readonly change: string | null
}

/** What the chain has of one member's vote, as it was in a block; null where it had none. */
export interface Cast {
  readonly ballot: ({ readonly choice: Choice; readonly how: How } & Numbered) | null
  readonly block: number
}

/** What is known of one member's vote, from wherever it was read last; undefined: not read. */
export interface Readings {
  /** Null where it has none. */
  readonly postbox:
    | Pick<BallotStatus, 'state' | 'choice' | 'change' | 'sends' | 'because'>
    | null
    | undefined
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
  | ({
      readonly state: 'counted'
      readonly choice: Choice
      readonly how: How
      readonly block: number
      /** Read from the chain or the index; the postbox alone says so otherwise. */
      readonly shown: boolean
      /** Why the last change, which was signed, did not count. */
      readonly refused?: BallotReason | null
    } & Numbered)
  /** A change by signature is under way; until it is counted, the vote counts as it did. */
  | ({
      readonly state: 'changing'
      readonly at: 'waiting' | 'sent'
      readonly choice: Choice
      readonly counted: Counted
      readonly sends: number | null
      readonly before: boolean
    } & Numbered)
  | { readonly state: 'skipped'; readonly because: BallotReason | null }
  /** The postbox had it, and has it no more; nothing is counted. */
  | { readonly state: 'lost'; readonly choice: Choice }

/** Nothing replaces upwards: the contract lets only what is stronger, or the same and later, count. */
const STRENGTH: Readonly<Record<How, number>> = { standIn: 1, carried: 2, direct: 3 }

const isHigher = (one: Numbered, other: Numbered): boolean => numberOf(one) > numberOf(other)

const strongest = (casts: readonly Counted[]): Counted | undefined =>
  casts.toSorted(
    (a, b) =>
      STRENGTH[b.how] - STRENGTH[a.how] ||
      Number(isHigher(b, a)) - Number(isHigher(a, b)) ||
      Number(b.shown) - Number(a.shown) ||
      b.block - a.block,
  )[0]

/** A carried vote with the change of it that the postbox has, or had when it answered last. */
function withChange(counted: Counted, { postbox, known }: Readings): MyVote {
  if (counted.how !== 'carried') return counted
  if (postbox && isHigher(postbox, counted)) {
    const { state, choice, change, sends, because } = postbox
    if (state === 'waiting' || state === 'sent') {
      return { state: 'changing', at: state, choice, change, counted, sends, before: false }
    }
    if (state === 'skipped') return { ...counted, refused: because }
  }
  const before = known?.vote
  const waited = postbox === undefined && before?.state === 'changing' && isHigher(before, counted)
  return waited ? { ...before, counted, before: true } : counted
}

type Counted = Extract<MyVote, { state: 'counted' }>

/** The number of a change says nothing of a vote that was sent after it. */
function countedBy(cast: Cast | undefined): readonly Counted[] {
  if (!cast?.ballot) return []
  const { choice, how } = cast.ballot
  const change = how === 'carried' ? cast.ballot.change : null
  return [{ state: 'counted', choice, how, change, block: cast.block, shown: true }]
}

/**
 * One answer from all that was read. It never says less than was known: what was counted stays
 * counted while an index is late or a node answers from an older block.
 */
export function myVoteOf(readings: Readings): MyVote {
  const { postbox, chain, index, known } = readings
  const before = known?.vote
  const countedBefore = before && countedOf(before)
  // A state that only the postbox told ends when the postbox says otherwise.
  const isTakenBack =
    countedBefore?.shown === false &&
    postbox !== undefined &&
    (postbox === null
      ? chain !== undefined
      : // It takes a change only of what is counted.
        postbox.state !== 'counted' && !isHigher(postbox, countedBefore))
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
            change: postbox.change,
            block: 0,
            shown: false,
          } as const,
        ]
      : []),
  ])
  if (counted && counted.how !== 'standIn') return withChange(counted, readings)
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

/** What is counted of a vote, whatever waits beside it. */
const countedOf = (vote: MyVote): Counted | undefined =>
  vote.state === 'counted' ? vote : vote.state === 'changing' ? vote.counted : undefined

/** Whether the member's own vote is counted: then it is changed by a change, or by a vote that they send. */
export function isCounted(vote: MyVote): boolean {
  const how = countedOf(vote)?.how
  return how !== undefined && how !== 'standIn'
}

/** Whether one more signature changes it: it was carried, and no vote that was sent shuts that. */
export const canBeChanged = (vote: MyVote): boolean => countedOf(vote)?.how === 'carried'

/** The answer that stands, wherever it is: of a change that is under way, the new one. */
export const standingOf = (vote: MyVote): Choice | null =>
  'choice' in vote && vote.state !== 'lost' ? vote.choice : null

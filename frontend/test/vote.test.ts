import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Cast,
  canBeChanged,
  type Known,
  type MyVote,
  myVoteOf,
  type Readings,
} from '../src/features/assembly/myVote.ts'
import { skipWords } from '../src/words/assembly/skips.ts'
import { speak } from '../src/words/chapter.ts'

const status = (
  state: 'waiting' | 'sent' | 'counted' | 'skipped',
  choice: Choice = 'for',
  change: string | null = null,
) => ({
  state,
  choice,
  change,
  sends: state === 'waiting' ? 1_030 : null,
  because: state === 'skipped' ? ({ code: 'closed' } as const) : null,
})
const cast = (
  how: 'standIn' | 'carried' | 'direct',
  block: number,
  change: string | null = null,
): Cast => ({
  ballot: { choice: how === 'direct' ? 'against' : change ? 'abstain' : 'for', how, change },
  block,
})
const nothing = (block: number): Cast => ({ ballot: null, block })
const known = (vote: MyVote): Known => ({ vote, time: 1_000 })
const told = (readings: Partial<Readings>) =>
  myVoteOf({ postbox: undefined, chain: undefined, index: undefined, known: null, ...readings })

const carried = {
  state: 'counted',
  choice: 'for',
  how: 'carried',
  change: null,
  block: 9,
  shown: true,
} as const
const changed = { ...carried, choice: 'abstain', change: '2', block: 12 } as const
const changing = {
  state: 'changing',
  at: 'waiting',
  choice: 'abstain',
  change: '2',
  counted: carried,
  sends: 1_030,
  before: false,
} as const

describe('a vote that was not counted', () => {
  it('is explained in the reader’s words, not in those of the postbox', async () => {
    await speak('it')
    expect(skipWords({ code: 'ownVote', counts: 'against' })).toContain('conta: **Contro**')
    expect(skipWords({ code: 'signature' })).toContain('L’assemblea non accetta più')
    await speak('en')
    expect(skipWords(null)).toBe('')
  })
})

describe('the state of one’s vote', () => {
  it.each<[string, Partial<Readings>, MyVote]>([
    ['nothing was read', {}, { state: 'unknown' }],
    ['only the postbox was read, and has none', { postbox: null }, { state: 'unknown' }],
    [
      'nothing was cast',
      { postbox: null, chain: nothing(9), index: nothing(9) },
      { state: 'none', asked: true },
    ],
    [
      'nothing is counted and the postbox is silent: it may have one',
      { chain: nothing(9), index: nothing(9) },
      { state: 'none', asked: false },
    ],
    [
      'it waits at the postbox',
      { postbox: status('waiting'), chain: nothing(9), index: nothing(9) },
      { state: 'waiting', choice: 'for', sends: 1_030, before: false },
    ],
    [
      'the postbox says it is counted, and the index is late',
      { postbox: status('counted'), index: nothing(5) },
      { ...carried, block: 0, shown: false },
    ],
    [
      'the chain has it, and postbox and index are late',
      { postbox: status('sent'), chain: cast('carried', 9), index: nothing(5) },
      carried,
    ],
    ['only the index has it', { index: cast('carried', 9) }, carried],
    [
      'the page was loaded again and only the chain answers',
      { chain: cast('carried', 9) },
      carried,
    ],
    [
      'it was counted before, and an older block does not have it yet',
      { chain: nothing(8), index: nothing(5), known: known(carried) },
      carried,
    ],
    [
      'it was counted before, and a later block says otherwise',
      { postbox: null, chain: nothing(12), known: known(carried) },
      { state: 'none', asked: true },
    ],
    [
      'the postbox alone said that it is counted, and says now that it waits: a block was undone',
      {
        postbox: status('sent'),
        chain: nothing(12),
        known: known({ ...carried, block: 0, shown: false }),
      },
      { state: 'sent', choice: 'for', sends: null, before: false },
    ],
    [
      'the postbox alone said that it is counted, and has it no more',
      {
        postbox: null,
        chain: nothing(12),
        known: known({ ...carried, block: 0, shown: false }),
      },
      { state: 'lost', choice: 'for' },
    ],
    [
      'the postbox alone said that it is counted, and is silent now',
      { chain: nothing(8), known: known({ ...carried, block: 0, shown: false }) },
      { ...carried, block: 0, shown: false },
    ],
    [
      'a vote in person came after a carried one',
      { postbox: status('counted'), chain: cast('direct', 12), index: cast('carried', 9) },
      { ...carried, choice: 'against', how: 'direct', block: 12 },
    ],
    [
      'a stand-in voted, and the member’s own waits',
      { postbox: status('waiting'), chain: cast('standIn', 9) },
      { state: 'waiting', choice: 'for', sends: 1_030, before: false },
    ],
    [
      'it waited before, and the postbox is silent now',
      {
        chain: nothing(12),
        known: known({ state: 'waiting', choice: 'for', sends: 1_030, before: false }),
      },
      { state: 'waiting', choice: 'for', sends: 1_030, before: true },
    ],
    [
      'it waited before, the postbox is silent, and the chain has it',
      {
        chain: cast('carried', 9),
        known: known({ state: 'waiting', choice: 'for', sends: 1_030, before: false }),
      },
      carried,
    ],
    [
      'the postbox had it and has it no more',
      {
        postbox: null,
        chain: nothing(12),
        known: known({ state: 'sent', choice: 'for', sends: null, before: false }),
      },
      { state: 'lost', choice: 'for' },
    ],
    [
      'the postbox could not have it counted',
      { postbox: status('skipped'), chain: nothing(12) },
      { state: 'skipped', because: { code: 'closed' } },
    ],
    [
      'ASM-12 a change waits, and the vote counts as it did',
      { postbox: status('waiting', 'abstain', '2'), chain: cast('carried', 9) },
      changing,
    ],
    [
      'ASM-12 a change is on its way',
      { postbox: status('sent', 'abstain', '2'), index: cast('carried', 9) },
      { ...changing, at: 'sent', sends: null },
    ],
    [
      'ASM-12 a change waited, and the postbox is silent now',
      { chain: cast('carried', 9), known: known(changing) },
      { ...changing, before: true },
    ],
    [
      'ASM-12 a change waited, and nothing answers now',
      { known: known(changing) },
      { ...changing, before: true },
    ],
    [
      'ASM-12 the chain has the change, and the others are late',
      {
        postbox: status('sent', 'abstain', '2'),
        chain: cast('carried', 12, '2'),
        index: cast('carried', 9),
        known: known(changing),
      },
      changed,
    ],
    [
      'ASM-12 the postbox alone says that the change is counted',
      { postbox: status('counted', 'abstain', '2'), chain: cast('carried', 9) },
      { ...changed, block: 0, shown: false },
    ],
    [
      'ASM-12 the change was counted before, and an older block does not have it yet',
      { chain: cast('carried', 9), known: known(changed) },
      changed,
    ],
    [
      'ASM-12 the postbox could not have the change counted',
      { postbox: status('skipped', 'abstain', '2'), chain: cast('carried', 9) },
      { ...carried, refused: { code: 'closed' } },
    ],
    [
      'ASM-12 a vote in person came after a change, whose number the chain keeps',
      { postbox: status('counted', 'abstain', '2'), chain: cast('direct', 14, '2') },
      { ...carried, choice: 'against', how: 'direct', block: 14 },
    ],
    [
      'ASM-12 a vote in person shut a change that waits',
      { postbox: status('waiting', 'abstain', '2'), chain: cast('direct', 12) },
      { ...carried, choice: 'against', how: 'direct', block: 12 },
    ],
  ])('when %s', (_, readings, vote) => {
    expect(told(readings)).toEqual(vote)
  })

  it('ASM-12 one more signature changes what was carried, and nothing else', () => {
    expect([carried, changed, changing].every(canBeChanged)).toBe(true)
    const others: readonly MyVote[] = [
      { ...carried, how: 'direct' },
      { ...carried, how: 'standIn' },
      { state: 'waiting', choice: 'for', sends: null, before: false },
      { state: 'none', asked: true },
    ]
    expect(others.some(canBeChanged)).toBe(false)
  })

  it('never says less than was known, whichever source is silent or late', () => {
    // The life of a vote: what each source has at every moment of it.
    const life: readonly { readonly postbox: Readings['postbox']; readonly chain: Cast }[] = [
      { postbox: null, chain: nothing(1) },
      { postbox: status('waiting'), chain: nothing(2) },
      { postbox: status('sent'), chain: nothing(3) },
      { postbox: status('sent'), chain: cast('carried', 4) },
      { postbox: status('counted'), chain: cast('carried', 5) },
      { postbox: status('waiting', 'abstain', '2'), chain: cast('carried', 6) },
      { postbox: status('sent', 'abstain', '2'), chain: cast('carried', 7, '2') },
      { postbox: status('counted', 'abstain', '2'), chain: cast('carried', 8, '2') },
      { postbox: status('counted', 'abstain', '2'), chain: cast('direct', 9) },
    ]
    const level = (vote: MyVote): number => {
      if (vote.state === 'unknown' || vote.state === 'none') return 0
      if (vote.state === 'waiting' || vote.state === 'sent') return 1
      if (vote.state === 'changing') return 3
      if (vote.state !== 'counted') return -1
      return vote.how === 'direct' ? 5 : vote.change === null ? 2 : 4
    }
    /** How many moments a source is late, or null: it is silent. The postbox is one place: never late. */
    const lag = fc.option(fc.nat({ max: 8 }))
    const look = fc.record({
      step: fc.nat({ max: 1 }),
      postbox: fc.boolean(),
      chain: lag,
      index: lag,
    })
    fc.assert(
      fc.property(fc.array(look, { maxLength: 14 }), (looks) => {
        let now = 0
        let before: Known | null = null
        let reached = 0
        for (const { step, postbox, chain, index } of looks) {
          now = Math.min(now + step, life.length - 1)
          const at = (late: number | null) =>
            late === null ? undefined : life[Math.max(0, now - late)]
          const vote = myVoteOf({
            postbox: postbox ? life[now]?.postbox : undefined,
            chain: at(chain)?.chain,
            index: at(index)?.chain,
            known: before,
          })
          expect(level(vote)).toBeGreaterThanOrEqual(reached)
          expect(level(vote), 'nor more than is so').toBeLessThanOrEqual(
            level(told(life[now] ?? {})),
          )
          reached = level(vote)
          if (vote.state !== 'unknown') before = { vote, time: now }
        }
      }),
      { numRuns: 3_000 },
    )
  })
})

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Counts a proposal from its ballots and from what was copied when it was opened. */
import type { proposal } from 'ponder:schema'
import { CHOICES } from '@phyle/sdk/chapters/assembly/enums'
import { type ClassTally, verdictOf } from '@phyle/sdk/chapters/assembly/model'
import { type Rule, ruleFromChain, unpackClasses, unpackCounts, unpackRule } from '@phyle/sdk/rule'

/** The parts of a proposal that its count needs. */
export type Terms = Pick<
  typeof proposal.$inferSelect,
  'assembly' | 'id' | 'ruleWord' | 'classWord' | 'counts' | 'classNames'
>

/** A ballot as it counts. */
export interface Counted {
  readonly class: number
  readonly choice: number
}

/** @throws Error where the proposal has no rule, which no assembly lets happen */
export function ruleOf(row: Terms): Rule {
  const word = unpackRule(row.ruleWord)
  if (!word) throw new Error(`proposal ${row.id} of ${row.assembly} has no rule`)
  return ruleFromChain(word, row.classNames)
}

/** Each class with what was copied when the vote was opened, and the ballots so far. */
export function talliesOf(row: Terms, votes: readonly number[]): readonly ClassTally[] {
  const terms = unpackClasses(row.classWord, row.classNames.length)
  const members = unpackCounts(row.counts, row.classNames.length)
  return row.classNames.map((name, index) => {
    const of = (choice: (typeof CHOICES)[number]) =>
      votes[index * CHOICES.length + CHOICES.indexOf(choice)] ?? 0
    return {
      name,
      share: terms[index]?.share ?? 0,
      user: terms[index]?.user ?? false,
      members: members[index] ?? 0,
      for: of('for'),
      against: of('against'),
      abstain: of('abstain'),
      object: of('object'),
    }
  })
}

/** The row of a proposal's count, with what it comes to. */
export function tallied(row: Terms, votes: readonly number[]) {
  const { quorum, passed: passing } = verdictOf(ruleOf(row), talliesOf(row, votes))
  return { votes: [...votes], voted: votes.reduce((sum, one) => sum + one, 0), quorum, passing }
}

export const noVotes = (classes: number): number[] =>
  Array.from({ length: classes * CHOICES.length }, () => 0)

/** Votes after a ballot came in the place of the one that stood, if one did. */
export function recast(
  votes: readonly number[],
  stood: Counted | null,
  stands: Counted,
): readonly number[] {
  const place = (one: Counted) => one.class * CHOICES.length + one.choice
  const next = [...votes]
  if (stood) next[place(stood)] = (next[place(stood)] ?? 0) - 1
  next[place(stands)] = (next[place(stands)] ?? 0) + 1
  return next
}

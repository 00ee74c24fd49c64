// SPDX-License-Identifier: MIT
/**
 * What a rule means for a handful of people: how few of them can pass a decision, and which group can
 * pass or stop one alone. Found by counting every division of votes with the model of the assembly.
 *
 * Source: design 4.1, 4.6.
 */

import { type ClassTally, verdictOf } from './chapters/assembly/model.ts'
import type { Kind } from './chapters/statutes/enums.ts'
import type { Charter } from './charter.ts'

export interface WhatItTakes {
  /** The fewest who can pass it while nobody else votes; null: nobody can. */
  readonly alone: number | null
  /** The fewest who can pass it while all the others vote against it; null: nobody can. */
  readonly against: number | null
  /** Groups that carry it, each by itself, when all the others are against. */
  readonly carriedBy: readonly string[]
  /** Groups that stop it, each by itself, when all the others are for it. */
  readonly stoppedBy: readonly string[]
  /** Objections that stop it, whatever its support; null: none do. */
  readonly objections: number | null
}

type Groups = Charter['classes']

/** So many people in groups that are as even as they can be, the first ones larger. */
export function evenly(classes: Groups, people: number): readonly number[] {
  const each = Math.floor(people / classes.length)
  const over = people % classes.length
  return classes.map((_, i) => (i < over ? each + 1 : each))
}

/** null: the charter has no decisions of this kind. */
export function whatItTakes(
  { rules, classes }: Pick<Charter, 'rules' | 'classes'>,
  kind: Kind,
  people: number,
): WhatItTakes | null {
  const rule = rules[kind]
  if (rule === null) return null
  const sizes = evenly(classes, people)
  const passes = (tallies: readonly ClassTally[]) => verdictOf(rule, tallies).passed
  const ways = divisions(sizes)
  const fewest = (others: 'silent' | 'against') => {
    const passing = ways.filter((votes) => passes(talliesOf(classes, sizes, votes, others)))
    return passing.length === 0 ? null : Math.min(...passing.map(sum))
  }
  const only = (place: number) => sizes.map((size, i) => (i === place ? size : 0))
  const allBut = (place: number) => sizes.map((size, i) => (i === place ? 0 : size))
  const named = (does: (place: number) => boolean) =>
    classes.filter((_, place) => does(place)).map(({ name }) => name)
  return {
    alone: fewest('silent'),
    against: fewest('against'),
    carriedBy: named((i) => passes(talliesOf(classes, sizes, only(i), 'against'))),
    stoppedBy: named((i) => !passes(talliesOf(classes, sizes, allBut(i), 'against'))),
    objections: rule.maxObjections === null ? null : rule.maxObjections + 1,
  }
}

/** Every way in which members of groups of these sizes can be for something. */
function divisions(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (some, size) =>
      some.flatMap((votes) =>
        Array.from({ length: size + 1 }, (_, inFavour) => [...votes, inFavour]),
      ),
    [[]],
  )
}

function talliesOf(
  classes: Groups,
  sizes: readonly number[],
  votes: readonly number[],
  others: 'silent' | 'against',
): readonly ClassTally[] {
  return classes.map(({ name, share, user }, i) => {
    const members = sizes[i] ?? 0
    const inFavour = votes[i] ?? 0
    const against = others === 'against' ? members - inFavour : 0
    return { name, share, user, members, for: inFavour, against, abstain: 0, object: 0 }
  })
}

const sum = (votes: readonly number[]): number => votes.reduce((total, some) => total + some, 0)

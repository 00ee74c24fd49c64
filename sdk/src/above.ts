// SPDX-License-Identifier: MIT
/**
 * What a weightier kind of decision can pass that a lighter one would lose. Found by counting votes
 * of made-up members, the same at every call, so that founders can be told before they sign.
 *
 * Source: design 4.1, G3. Consent beside everyday decisions is never among it, as the Statutes see to.
 */

import { type ClassTally, verdictOf } from './chapters/assembly/model.ts'
import type { Kind } from './chapters/statutes/enums.ts'
import type { Charter } from './charter.ts'

/** Each with every lighter kind that its decisions could be put as. */
export const ABOVE = [
  ['CONSENT', 'ORDINARY'],
  ['SPECIAL', 'ORDINARY'],
  ['ENTRENCHED', 'ORDINARY'],
  ['ENTRENCHED', 'SPECIAL'],
] as const satisfies readonly (readonly [higher: Kind, lower: Kind])[]

const HIGHER = ['CONSENT', 'SPECIAL', 'ENTRENCHED'] as const satisfies readonly Kind[]

export interface Above {
  readonly higher: Kind
  readonly lower: Kind
  /** `quorum`: too few voted for the lighter kind; `support`: they were too few for it there. */
  readonly why: 'quorum' | 'support'
  /** Votes that show it. */
  readonly classes: readonly ClassTally[]
}

const TRIES = 2_000
/** With this one the tries find what the presets have, and soon. */
const SEED = 19

/** One entry for each pair of kinds and each reason. */
export function passesAbove({ rules, classes }: Pick<Charter, 'rules' | 'classes'>): Above[] {
  const found: Above[] = []
  const dice = diceOf(SEED)
  for (let i = 0; i < TRIES; i += 1) {
    const votes = classes.map((one) => votesIn(one, dice))
    for (const one of aboveIn(rules, votes)) {
      const known = found.some(({ higher, lower, why }) => {
        return higher === one.higher && lower === one.lower && why === one.why
      })
      if (!known) found.push(one)
    }
  }
  return found
}

/** What these votes pass as a weightier kind, and would lose as a lighter one. */
export function aboveIn(rules: Charter['rules'], classes: readonly ClassTally[]): Above[] {
  const passing = new Set(
    HIGHER.filter((kind) => rules[kind] !== null && verdictOf(rules[kind], classes).passed),
  )
  if (passing.size === 0) return []
  return ABOVE.flatMap(([higher, lower]) => {
    const rule = rules[lower]
    if (!passing.has(higher) || rule === null) return []
    const { passed, quorum } = verdictOf(rule, classes)
    return passed ? [] : [{ higher, lower, why: quorum ? 'support' : 'quorum', classes }]
  })
}

const SIZES = [1, 3, 9, 100]

/** How many vote for it and how many against, of so many members. */
const WAYS: readonly ((members: number) => readonly [votesFor: number, against: number])[] = [
  () => [0, 0],
  () => [1, 0],
  (members) => [members, 0],
  (members) => [0, members],
  (members) => [Math.floor(members / 2) + 1, members - Math.floor(members / 2) - 1],
  (members) => [Math.ceil(members * 0.8), members - Math.ceil(members * 0.8)],
]

/** A class that is small or large, and silent, divided or of one mind. */
function votesIn({ name, share, user }: Charter['classes'][number], dice: () => number) {
  const members = SIZES[Math.floor(dice() * SIZES.length)] ?? 1
  const [votesFor, against] = WAYS[Math.floor(dice() * WAYS.length)]?.(members) ?? [0, 0]
  return { name, share, user, members, for: votesFor, against, abstain: 0, object: 0 }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

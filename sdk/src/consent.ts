// SPDX-License-Identifier: MIT
/**
 * Consent beside everyday decisions: it counts votes as they do and is never easier, so that it
 * passes nothing that an everyday vote would lose. The Statutes refuse anything else.
 *
 * Source: design 4.1, G3.
 */

import type { Rule } from './rule.ts'

/** What a rule of consent shares with the everyday rule. */
export const SHARED = [
  'count',
  'basis',
  'of',
  'quorumBps',
  'quorumMin',
  'nonUserCapBps',
  'classMajority',
] as const satisfies readonly (keyof Rule)[]
export type Shared = (typeof SHARED)[number]

/** In what a rule of consent counts otherwise than the everyday rule. */
export function countsOtherwise(ordinary: Rule, consent: Rule): readonly Shared[] {
  return SHARED.filter((key) => {
    if (key !== 'classMajority') return ordinary[key] !== consent[key]
    const [theirs, ours] = [new Set(ordinary.classMajority), new Set(consent.classMajority)]
    return theirs.symmetricDifference(ours).size > 0
  })
}

/** Whether less support is enough under `one` than under `other`. */
export function isEasier(one: Rule, other: Rule): boolean {
  const same = one.threshold === other.threshold
  return one.threshold < other.threshold || (same && one.inclusive && !other.inclusive)
}

/** Whether more objections are passed over under `one` than under `other`. */
export function bearsMore(one: Rule, other: Rule): boolean {
  const limitOf = ({ maxObjections }: Rule) => maxObjections ?? Number.POSITIVE_INFINITY
  return limitOf(one) > limitOf(other)
}

/** The rule of consent that goes with an everyday rule: its own periods, and never easier. */
export function consentBeside(ordinary: Rule, consent: Rule): Rule {
  const { threshold, inclusive } = isEasier(consent, ordinary) ? ordinary : consent
  const { maxObjections } = bearsMore(consent, ordinary) ? ordinary : consent
  const { count, basis, of, quorumBps, quorumMin, nonUserCapBps, classMajority } = ordinary
  const shared = { count, basis, of, quorumBps, quorumMin, nonUserCapBps, classMajority }
  return { ...consent, ...shared, threshold, inclusive, maxObjections }
}

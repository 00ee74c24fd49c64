import type { Kind } from '@phyle/sdk/language'
import type { Rule } from '@phyle/sdk/rule'
import { duration, list, percent } from '../format.ts'

/** Rules of voting, said in words. Standard terms are in docs/glossary.md. */
export const kinds: Readonly<
  Record<Kind, { name: string; decision: string; a: string; what: string }>
> = {
  ORDINARY: {
    name: 'everyday',
    decision: 'everyday decision',
    a: 'an everyday decision',
    what: 'Ordinary business: paying, admitting, texts.',
  },
  CONSENT: {
    name: 'consent',
    decision: 'consent decision',
    a: 'a consent decision',
    what: 'Passes unless somebody objects with a reason.',
  },
  SPECIAL: {
    name: 'major',
    decision: 'major decision',
    a: 'a major decision',
    what: 'Large payments, bonds, expulsions: more support is needed.',
  },
  ENTRENCHED: {
    name: 'founding rule',
    decision: 'decision about a founding rule',
    a: 'a decision about a founding rule',
    what: 'The rules themselves, classes, purpose: the most support is needed.',
  },
}

const fractions: readonly (readonly [number, string])[] = [
  [5_000, 'half'],
  [6_666, 'two thirds'],
  [6_667, 'two thirds'],
  [7_500, 'three quarters'],
  [8_000, 'four fifths'],
]

/** "more than half", "at least two thirds", "at least 60 %". */
export function threshold(rule: Pick<Rule, 'threshold' | 'inclusive'>): string {
  const share = fractions.find(([bps]) => bps === rule.threshold)?.[1] ?? percent(rule.threshold, 2)
  return `${rule.inclusive ? 'at least' : 'more than'} ${share}`
}

/** Of what the threshold is a share. */
function measured(rule: Rule): string {
  if (rule.count === 'CLASS_SHARE') {
    return rule.basis === 'CAST' ? ', by group' : ', by group and counted on all its members'
  }
  if (rule.of === 'PRESENT') return ' of those who take part'
  if (rule.of === 'ROLL') return ' of all members'
  return ' of the votes for and against'
}

const objections = (most: number | null) =>
  most === null ? 'any number' : most === 0 ? 'none' : `${most}`
const quorum = ({ quorumBps, quorumMin }: Rule) => {
  if (quorumBps === 0 && quorumMin === 0) return 'any number'
  const share = quorumBps === 0 ? [] : [`${percent(quorumBps, 1)} of the members`]
  return [...share, ...(quorumMin === 0 ? [] : [`${quorumMin} people`])].join(', at least ')
}
const time = (seconds: number) => (seconds === 0 ? 'none' : duration(seconds))

/** What can be told of a rule one by one: its name, and how it reads. */
const points: readonly (readonly [name: string, of: (rule: Rule, other: Rule) => string])[] = [
  [
    'support',
    (rule, other) =>
      measured(rule) === measured(other) ? threshold(rule) : `${threshold(rule)}${measured(rule)}`,
  ],
  ['groups that must agree', ({ classMajority }) => list(classMajority) || 'none'],
  ['objections allowed', ({ maxObjections }) => objections(maxObjections)],
  ['voters needed', quorum],
  ['weight of lenders and investors', ({ nonUserCapBps }) => percent(nonUserCapBps, 1)],
  ['notice', ({ noticePeriod }) => time(noticePeriod)],
  ['time to vote', ({ votingPeriod }) => time(votingPeriod)],
  ['waiting time', ({ timelock }) => time(timelock)],
  ['time to carry out', ({ gracePeriod }) => time(gracePeriod)],
  ['extra time after a late turn', ({ objectionPeriod }) => time(objectionPeriod)],
]

export interface RuleChange {
  readonly name: string
  readonly from: string
  readonly to: string
}

export const rules = {
  /** What is different between two rules, the weightiest first. */
  changes: (before: Rule, after: Rule): readonly RuleChange[] =>
    points
      .map(([name, of]) => ({ name, from: of(before, after), to: of(after, before) }))
      .filter(({ from, to }) => from !== to),
  support: (rule: Rule) => `${threshold(rule)}${measured(rule)}`,
  needs: (rule: Rule) => {
    const extra: string[] = []
    if (rule.classMajority.length > 0) {
      extra.push(`more for than against among ${list(rule.classMajority)}`)
    }
    if (rule.maxObjections === 0) extra.push('no objection')
    else if (rule.maxObjections === 1) extra.push('at most one objection')
    else if (rule.maxObjections !== null) extra.push(`at most ${rule.maxObjections} objections`)
    const needed = [`${threshold(rule)}${measured(rule)}`, ...extra]
    return `Needs ${list(needed)}.`
  },
  took: (took: number, all: number, needed: number) =>
    `${took} of ${all} members have voted; ${needed === 0 ? 'no least number' : `at least ${needed} must`}.`,
  tookAmong: (groups: string, took: number, all: number, needed: number) =>
    `For the least number of voters only ${groups} count: ${took} of ${all}; ${needed === 0 ? 'none is needed' : `at least ${needed} must`}.`,
  voted: (voted: number, all: number) => `${voted} of ${all} members have voted.`,
  quorum: (rule: Rule) => {
    if (rule.quorumBps === 0 && rule.quorumMin === 0) return 'Any number of voters is enough.'
    const share = rule.quorumBps === 0 ? '' : `${percent(rule.quorumBps, 1)} of the members`
    const least =
      rule.quorumMin === 0 ? '' : rule.quorumMin === 1 ? 'one person' : `${rule.quorumMin} people`
    const both = [share, least].filter((part) => part !== '').join(', at least ')
    return `Voters needed: ${both}.`
  },
  cap: (rule: Rule) =>
    rule.nonUserCapBps === 10_000
      ? undefined
      : `Lenders and investors together weigh ${percent(rule.nonUserCapBps, 1)} at the most.`,
  periods: (rule: Rule) => {
    const parts = [
      rule.noticePeriod > 0 ? `${duration(rule.noticePeriod)} notice` : 'no notice',
      `${duration(rule.votingPeriod)} to vote`,
      rule.timelock > 0 ? `${duration(rule.timelock)} waiting time` : 'no waiting time',
    ]
    return `${list(parts)}.`
  },
  share: (bps: number) => `${percent(bps, 1)} of control`,
  capped: (bps: number) => `${percent(bps, 1)} at the most`,
} as const

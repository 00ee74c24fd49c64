import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { Rule } from '@phyle/sdk/rule'
import { duration, fixed, list, type Notation, percent } from '../format.ts'

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
    what: 'Large payments, bonds, joining or leaving a federation: more support is needed.',
  },
  ENTRENCHED: {
    name: 'founding rule',
    decision: 'decision about a founding rule',
    a: 'a decision about a founding rule',
    what: 'The rules themselves, classes, purpose: the most support is needed.',
  },
}

/** As the reader's country writes it. */
const reader: Notation = { percent: (bps) => percent(bps, 2), duration, list }

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
const members = (count: number) => (count === 1 ? '1 member' : `${count} members`)
const have = (count: number) =>
  count === 0 ? 'nobody has' : `${count} ${count === 1 ? 'has' : 'have'}`

const fractions: readonly (readonly [number, string])[] = [
  [5_000, 'half'],
  [6_666, 'two thirds'],
  [6_667, 'two thirds'],
  [7_500, 'three quarters'],
  [8_000, 'four fifths'],
]

/** "more than half", "at least two thirds", "at least 60 %". */
export function threshold(
  rule: Pick<Rule, 'threshold' | 'inclusive'>,
  says: Pick<Notation, 'percent'> = reader,
): string {
  const share =
    fractions.find(([bps]) => bps === rule.threshold)?.[1] ?? says.percent(rule.threshold)
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
const quorum = ({ quorumBps, quorumMin }: Rule, says: Notation) => {
  if (quorumBps === 0 && quorumMin === 0) return 'any number'
  const share = quorumBps === 0 ? [] : [`${says.percent(quorumBps)} of the members`]
  return [...share, ...(quorumMin === 0 ? [] : [people(quorumMin)])].join(', at least ')
}
const time = (seconds: number, says: Notation) => (seconds === 0 ? 'none' : says.duration(seconds))

/** What can be told of a rule one by one: its name, and how it reads. */
type Point = readonly [name: string, of: (rule: Rule, other: Rule, says: Notation) => string]
const points: readonly Point[] = [
  [
    'support',
    (rule, other, says) =>
      measured(rule) === measured(other)
        ? threshold(rule, says)
        : `${threshold(rule, says)}${measured(rule)}`,
  ],
  ['groups that must agree', ({ classMajority }, _, says) => says.list(classMajority) || 'none'],
  ['objections allowed', ({ maxObjections }) => objections(maxObjections)],
  ['voters needed', (rule, _, says) => quorum(rule, says)],
  ['weight of lenders and investors', ({ nonUserCapBps }, _, says) => says.percent(nonUserCapBps)],
  ['notice', ({ noticePeriod }, _, says) => time(noticePeriod, says)],
  ['time to vote', ({ votingPeriod }, _, says) => time(votingPeriod, says)],
  ['waiting time', ({ timelock }, _, says) => time(timelock, says)],
  ['time to carry out', ({ gracePeriod }, _, says) => time(gracePeriod, says)],
  ['extra time after a late turn', ({ objectionPeriod }, _, says) => time(objectionPeriod, says)],
]

export interface RuleChange {
  readonly name: string
  readonly from: string
  readonly to: string
}

const changed = (before: Rule, after: Rule, says: Notation): readonly RuleChange[] =>
  points
    .map(([name, of]) => ({
      name,
      from: of(before, after, says),
      to: of(after, before, says),
    }))
    .filter(({ from, to }) => from !== to)

/** A day’s notice, two days’ notice; a time that is told in another language stays as it is. */
const possessive = (time: string) =>
  time.replace(/(minute|hour|day|month|year)(s?)$/, (_, unit: string, plural: string) =>
    plural === '' ? `${unit}’s` : `${unit}s’`,
  )

export const rules = {
  /** What is different between two rules, the weightiest first. */
  changes: (before: Rule, after: Rule): readonly RuleChange[] => changed(before, after, reader),
  /** The same in one notation for everybody, for a title that all sign. */
  fixedChanges: (before: Rule, after: Rule): readonly RuleChange[] => changed(before, after, fixed),
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
    needed === 0
      ? `${took} of ${members(all)} voted so far; any number is enough.`
      : `Quorum: at least ${needed} of ${members(all)} must vote; ${have(took)}.`,
  tookAmong: (groups: readonly string[], took: number, all: number, needed: number) =>
    needed === 0
      ? 'Any number of voters is enough.'
      : `Quorum: at least ${needed} of the ${members(all)} in the ${groups.length === 1 ? 'group' : 'groups'} ${list(groups)} must vote; ${have(took)}.`,
  voted: (voted: number, all: number) =>
    `${voted} of ${members(all)} ${voted === 1 ? 'has' : 'have'} voted.`,
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
      : `Lenders and investors together weigh at most ${percent(rule.nonUserCapBps, 1)}.`,
  periods: (rule: Rule) => {
    const parts = [
      rule.noticePeriod > 0 ? `${possessive(duration(rule.noticePeriod))} notice` : 'no notice',
      `${duration(rule.votingPeriod)} to vote`,
      rule.timelock > 0 ? `a waiting time of ${duration(rule.timelock)}` : 'no waiting time',
    ]
    return `${list(parts)}.`
  },
  share: (bps: number) => `${percent(bps, 1)} of control`,
  capped: (bps: number) => `at most ${percent(bps, 1)}`,
} as const

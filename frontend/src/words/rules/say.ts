import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { Rule } from '@phyle/sdk/rule'
import { duration, fixed, inUnit, list, type Notation, percent } from '../format.ts'
import { rules as words } from './words.ts'

/** As the reader's country writes it. */
const reader: Notation = { percent: (bps) => percent(bps, 2), duration, list }

const FRACTIONS = [
  [5_000, 'half'],
  [6_666, 'twoThirds'],
  [6_667, 'twoThirds'],
  [7_500, 'threeQuarters'],
  [8_000, 'fourFifths'],
] as const satisfies readonly (readonly [number, keyof typeof words.fractions])[]

/** "more than half", "at least two thirds", "at least 60 %". */
export function threshold(
  rule: Pick<Rule, 'threshold' | 'inclusive'>,
  says: Pick<Notation, 'percent'> = reader,
): string {
  const known = FRACTIONS.find(([bps]) => bps === rule.threshold)?.[1]
  const share = known ? words.fractions[known] : says.percent(rule.threshold)
  return rule.inclusive ? words.atLeast({ share }) : words.moreThan({ share })
}

/** Of what the threshold is a share. */
function measure(rule: Rule): keyof typeof words.support {
  if (rule.count === 'CLASS_SHARE') return rule.basis === 'CAST' ? 'byGroup' : 'byGroupOnAll'
  if (rule.of === 'PRESENT') return 'present'
  return rule.of === 'ROLL' ? 'all' : 'cast'
}

const support = (rule: Rule, says: Notation) =>
  words.support[measure(rule)]({ share: threshold(rule, says) })

const objections = (most: number | null) =>
  most === null ? words.anyNumber : most === 0 ? words.none : `${most}`

const together = (share: string | null, people: string | null): string => {
  if (share === null) return people ?? ''
  return people === null ? share : words.both({ share, people })
}

const quorum = ({ quorumBps, quorumMin }: Rule, says: Notation) =>
  quorumBps === 0 && quorumMin === 0
    ? words.anyNumber
    : together(
        quorumBps === 0 ? null : words.ofMembers({ share: says.percent(quorumBps) }),
        quorumMin === 0 ? null : words.people({ count: quorumMin }),
      )

const time = (seconds: number, says: Notation) =>
  seconds === 0 ? words.none : says.duration(seconds)

/** What can be told of a rule one by one, the weightiest first. */
const points: readonly (readonly [
  name: keyof typeof words.points,
  of: (rule: Rule, other: Rule, says: Notation) => string,
])[] = [
  [
    'support',
    (rule, other, says) =>
      measure(rule) === measure(other) ? threshold(rule, says) : support(rule, says),
  ],
  ['groups', ({ classMajority }, _, says) => says.list(classMajority) || words.none],
  ['objections', ({ maxObjections }) => objections(maxObjections)],
  ['quorum', (rule, _, says) => quorum(rule, says)],
  ['cap', ({ nonUserCapBps }, _, says) => says.percent(nonUserCapBps)],
  ['notice', ({ noticePeriod }, _, says) => time(noticePeriod, says)],
  ['voting', ({ votingPeriod }, _, says) => time(votingPeriod, says)],
  ['waiting', ({ timelock }, _, says) => time(timelock, says)],
  ['grace', ({ gracePeriod }, _, says) => time(gracePeriod, says)],
  ['late', ({ objectionPeriod }, _, says) => time(objectionPeriod, says)],
]

export interface RuleChange {
  readonly name: string
  readonly from: string
  readonly to: string
}

const changed = (before: Rule, after: Rule, says: Notation): readonly RuleChange[] =>
  points
    .map(([name, of]) => ({
      name: words.points[name],
      from: of(before, after, says),
      to: of(after, before, says),
    }))
    .filter(({ from, to }) => from !== to)

function notice(seconds: number): string {
  const { count, unit } = inUnit(seconds)
  return unit === 'second' ? duration(seconds) : words.periods.notice[unit]({ count })
}

export const rules = {
  /** What is different between two rules, the weightiest first. */
  changes: (before: Rule, after: Rule): readonly RuleChange[] => changed(before, after, reader),
  /** The same in one notation for everybody, for a title that all sign. */
  fixedChanges: (before: Rule, after: Rule): readonly RuleChange[] => changed(before, after, fixed),
  support: (rule: Rule) => support(rule, reader),
  needs: (rule: Rule) => {
    const needed = [
      support(rule, reader),
      ...(rule.classMajority.length > 0
        ? [words.needs.majority({ groups: list(rule.classMajority) })]
        : []),
      ...(rule.maxObjections === null
        ? []
        : [words.needs.objections({ count: rule.maxObjections })]),
    ]
    return words.needs.whole({ needed: list(needed) })
  },
  took: (took: number, all: number, needed: number) =>
    needed === 0 ? words.took({ took, all }) : words.tookOf({ took, all, needed }),
  tookAmong: (groups: readonly string[], took: number, all: number, needed: number) =>
    needed === 0
      ? words.anyVoters
      : words.tookAmong({ groups: list(groups), count: groups.length, took, all, needed }),
  voted: (voted: number, all: number) => words.voted({ voted, all }),
  quorum: (rule: Rule) => {
    if (rule.quorumBps === 0 && rule.quorumMin === 0) return words.anyVoters
    const needed = together(
      rule.quorumBps === 0 ? null : words.ofMembers({ share: percent(rule.quorumBps, 1) }),
      rule.quorumMin === 0 ? null : words.oneOrMore({ count: rule.quorumMin }),
    )
    return words.quorum({ needed })
  },
  cap: (rule: Rule) =>
    rule.nonUserCapBps === 10_000
      ? undefined
      : words.cap({ share: percent(rule.nonUserCapBps, 1) }),
  periods: (rule: Rule) => {
    const { periods } = words
    const parts = [
      rule.noticePeriod > 0 ? notice(rule.noticePeriod) : periods.noNotice,
      periods.vote({ time: duration(rule.votingPeriod) }),
      rule.timelock > 0 ? periods.waiting({ time: duration(rule.timelock) }) : periods.noWaiting,
    ]
    return `${list(parts)}.`
  },
  share: (bps: number) => words.share({ share: percent(bps, 1) }),
  capped: (bps: number) => words.capped({ share: percent(bps, 1) }),
} as const

/** Titles of a proposal that changes a rule, in fewer and fewer words: a ballot has room for one line. */
export function ruleTitles(
  kind: Kind,
  [first, ...others]: readonly RuleChange[],
): [string, ...string[]] {
  const { titles } = words
  const start = titles.start[kind]
  if (!first) return [start]
  const whole = (changes: string) => titles.whole({ start, changes })
  const more = (changes: string) =>
    others.length === 0 ? whole(changes) : titles.more({ start, changes, count: others.length })
  return [
    whole(fixed.list([first, ...others].map(titles.change))),
    more(titles.change(first)),
    more(titles.now(first)),
    whole(fixed.list([first, ...others].map(({ name }) => name))),
    more(first.name),
  ]
}

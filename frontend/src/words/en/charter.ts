import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { Charter, CharterClass } from '@phyle/sdk/charter'
import type { Founder } from '@phyle/sdk/founding'
import type { Rule } from '@phyle/sdk/rule'
import { exactTime, languageName, list, moment, percent } from '../format.ts'
import { kinds } from './rules.ts'
import { statutes } from './statutes.ts'

/** A chapter of the founding document: its heading, and its sentences in order. */
export interface Chapter {
  readonly title: string
  readonly lines: readonly string[]
}

/** Exact to a hundredth of a percent, as the chain holds it. */
const exact = (bps: number) => percent(bps, 2)
const namesOf = (classes: readonly CharterClass[]) => list(classes.map(({ name }) => name))

function group({ name, share, user, cooperator }: CharterClass): string {
  const weight = user
    ? 'Its members work in the co-op, use it or look after it; no rule caps their votes.'
    : 'It is for lenders and investors: a rule can cap what their votes weigh together.'
  const people = cooperator
    ? 'They are natural persons, and count as cooperators in a federation.'
    : 'They do not count as cooperators in a federation.'
  return `${name}: ${exact(share)} of control. ${weight} ${people}`
}

function passes({ count, basis, of, threshold, inclusive }: Rule): string {
  const support = `${inclusive ? 'at least' : 'more than'} ${exact(threshold)}`
  if (count === 'CLASS_SHARE') {
    const measured =
      basis === 'CAST' ? 'of the votes for and against in it' : 'of all its members who vote for it'
    return `Votes are counted by group: each group brings its share of control, in the part ${measured}. It passes with ${support} in favour.`
  }
  const whole = {
    CAST: 'of the votes for and against',
    PRESENT: 'of everybody who takes part, abstentions included',
    ROLL: 'of all members, whether they vote or not',
  }[of]
  return `Votes are counted by heads. It passes with ${support} ${whole} in favour.`
}

/** What the rule holds although it changes nothing as the votes are counted. */
function idle({ count, basis, of }: Rule): string[] {
  if (count === 'HEADCOUNT' && basis === 'ROLL') {
    return [
      'The rule also says how groups are measured: on all their members. Counted by heads, that has no effect.',
    ]
  }
  if (count === 'CLASS_SHARE' && of !== 'CAST') {
    const whole = of === 'PRESENT' ? 'of everybody who takes part' : 'of all members'
    return [`The rule also measures heads: ${whole}. Counted by group, that has no effect.`]
  }
  return []
}

function quorum({ quorumBps, quorumMin, nonUserCapBps }: Rule, classes: Charter['classes']) {
  if (quorumBps === 0 && quorumMin === 0)
    return 'There is no quorum: any number of voters is enough.'
  const users = classes.filter(({ user }) => user)
  const counted =
    nonUserCapBps < 10_000 && users.length < classes.length ? ` in ${namesOf(users)}` : ''
  const parts = [
    ...(quorumBps === 0 ? [] : [`${exact(quorumBps)} of the members${counted}`]),
    ...(quorumMin === 0 ? [] : [quorumMin === 1 ? 'one person' : `${quorumMin} people`]),
  ]
  const fewer = quorumMin > 1 ? '; where there are fewer members, all of them' : ''
  return `Quorum: at least ${parts.join(', and at least ')} must vote${fewer}.`
}

function capped({ nonUserCapBps }: Rule, classes: Charter['classes']): string[] {
  const others = classes.filter(({ user }) => !user)
  if (nonUserCapBps === 10_000) {
    return others.length === 0 ? [] : [`The votes of ${namesOf(others)} are not capped.`]
  }
  const who =
    others.length === 0 ? 'Lenders and investors, if there ever are any,' : namesOf(others)
  return [`${who} can make up ${exact(nonUserCapBps)} of the count at the most.`]
}

const agreeing = ({ classMajority }: Rule): string[] =>
  classMajority.length === 0
    ? []
    : classMajority.length === 1
      ? [`In ${list(classMajority)} there must be more votes for than against.`]
      : [`In each of ${list(classMajority)} there must be more votes for than against.`]

function objecting({ maxObjections }: Rule): string {
  if (maxObjections === null) return 'Objections count as votes against; they do not stop it.'
  if (maxObjections === 0) return 'A single objection stops it.'
  return `More than ${maxObjections === 1 ? 'one objection' : `${maxObjections} objections`} stop it.`
}

function time(rule: Rule): string {
  const notice =
    rule.noticePeriod === 0
      ? 'Voting opens at once'
      : `Voting opens ${exactTime(rule.noticePeriod)} after the proposal`
  const late =
    rule.objectionPeriod === 0
      ? 'is not longer if the result turns late'
      : `${exactTime(rule.objectionPeriod)} longer if the result turns late`
  const wait =
    rule.timelock === 0
      ? 'It can be carried out as soon as it has passed'
      : `It can be carried out ${exactTime(rule.timelock)} after it has passed`
  return `${notice} and lasts ${exactTime(rule.votingPeriod)}; it ${rule.objectionPeriod === 0 ? late : `lasts ${late}`}. ${wait}, within ${exactTime(rule.gracePeriod)}.`
}

function deciding(kind: Kind, rule: Rule | null, classes: Charter['classes']): Chapter {
  const title = statutes.decision(kinds[kind].decision)
  if (rule === null) return { title, lines: [statutes.none] }
  const lines = [
    kinds[kind].what,
    passes(rule),
    ...agreeing(rule),
    ...capped(rule, classes),
    quorum(rule, classes),
    objecting(rule),
    time(rule),
    ...idle(rule),
  ]
  return { title, lines }
}

function place({ city, country }: Charter, countryName: (code: string) => string): string {
  const where = [city, country === null ? null : countryName(country)].filter((one) => one !== null)
  return where.length === 0
    ? 'The document names no place.'
    : `It is at home in ${where.join(', ')}.`
}

/** A place in a charter, in words: `rules.*.timelock` → the waiting time of every rule. */
function ours(path: string): string {
  const words: Readonly<Record<string, string>> = {
    lock: 'the lock',
    admission: 'how members are admitted',
    classes: 'the groups',
    coolingPeriod: 'the time before a lost motion comes back',
    effects: 'the effects',
    maxShareBps: 'the most one group may have',
    rules: 'the rules',
    ordinary: 'everyday',
    consent: 'consent',
    special: 'major',
    entrenched: 'founding rule',
    '*': 'all of them',
    cooperator: 'who counts as a cooperator',
    quorumBps: 'quorum',
    quorumMin: 'least number of voters',
    noticePeriod: 'notice',
    votingPeriod: 'time to vote',
    timelock: 'waiting time',
    gracePeriod: 'time to carry out',
    objectionPeriod: 'extra time after a late turn',
  }
  return path
    .split('.')
    .map((part) => words[part] ?? part)
    .join(', ')
}

/** Everything that a charter binds its founders to, as sentences. Nothing of it is left out. */
export function chaptersOf(
  charter: Charter,
  countryName: (code: string) => string,
): readonly Chapter[] {
  const { classes, rules, effects, preset } = charter
  return [
    {
      title: 'Name, purpose and place',
      lines: [
        `The co-op is called ${charter.name}.`,
        charter.purpose,
        place(charter, countryName),
        `Its ballots are in ${languageName(charter.language)}.`,
      ],
    },
    {
      title: 'Who belongs',
      lines: [
        ...classes.map(group),
        `No group may have more than ${exact(charter.maxShareBps)} of control${classes.length === 1 ? ', unless it is the only one' : ''}.`,
        statutes.admission[charter.admission.policy](charter.admission.sponsors),
        ...(charter.admission.policy === 'BY_DECISION' && charter.admission.sponsors > 0
          ? [`A number of sponsors is named too, ${charter.admission.sponsors}; it has no effect.`]
          : []),
        statutes.limit,
        statutes.leaving,
      ],
    },
    ...KINDS.map((kind) => deciding(kind, rules[kind], classes)),
    {
      title: 'A motion that was lost',
      lines: [
        charter.coolingPeriod === 0
          ? 'It may come back at once.'
          : `It may come back after ${exactTime(charter.coolingPeriod)}; sooner if a tenth of the members ask for it, two at least.`,
      ],
    },
    {
      title: 'Money and property',
      lines: [
        statutes.lock[charter.lock],
        statutes.third,
        'Members are paid only on a ground: wage, invoice, expenses, refund, interest on shares, or a share of the surplus.',
      ],
    },
    {
      title: 'Effects that the co-op reports on each year',
      lines:
        effects.length === 0
          ? ['None is named. The co-op says in its own words what the year brought.']
          : effects.map(({ name, unit, limit }) => `${name}: ${limit}, in ${unit}.`),
    },
    {
      title: 'Where this document comes from',
      lines: [
        preset === null ? 'It follows no model.' : `It was written from the model ${preset}.`,
        ...(charter.ours.length === 0
          ? []
          : [`Not from the model itself: ${charter.ours.map(ours).join('; ')}.`]),
      ],
    },
  ]
}

/** Who founds. */
export function foundersOf(
  charter: Charter,
  founders: readonly Founder[],
  nameOf: (address: string) => string | undefined,
): Chapter {
  const person = ({ wallet, class: place }: Founder) => {
    const name = nameOf(wallet)
    const group = charter.classes[place]?.name ?? `${place}`
    return name === undefined ? `${wallet}, as ${group}` : `${name} (${wallet}), as ${group}`
  }
  return { title: 'Founders', lines: founders.map(person) }
}

/** What the signature itself names. */
export function signatureOf(
  terms: {
    readonly chainId: number
    readonly registrar: string
    readonly nonce: bigint
    readonly deadline: bigint
    readonly charter: { readonly purpose: string }
  },
  chainName: string,
  hash: string,
): Chapter {
  return {
    title: 'What exactTime is signed',
    lines: [
      `The co-op is founded on ${chainName} (network ${terms.chainId}), through the founding office ${terms.registrar}.`,
      'The founding puts it into no federation. To join one is a decision of its own.',
      `The signatures hold until ${moment(Number(terms.deadline))}.`,
      `Number of this founding: ${terms.nonce}.`,
      `Fingerprint of the document: ${terms.charter.purpose}`,
      `Fingerprint of all that is signed: ${hash}`,
      'Your device worked both fingerprints out from what you read here.',
    ],
  }
}

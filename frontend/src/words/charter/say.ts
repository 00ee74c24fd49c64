import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { Charter, CharterClass } from '@phyle/sdk/charter'
import type { Founder } from '@phyle/sdk/founding'
import type { Rule } from '@phyle/sdk/rule'
import { capital } from '../capital.ts'
import { wordFor } from '../choose.ts'
import { exactTime, languageName, list, moment, percent } from '../format.ts'
import { kinds } from '../kinds/words.ts'
import { admissionWords } from '../statutes/admission.ts'
import { statutes } from '../statutes/words.ts'
import { charter as words } from './words.ts'

/** A chapter of the founding document: its heading, and its sentences in order. */
export interface Chapter {
  readonly title: string
  readonly lines: readonly string[]
}

/** Exact to a hundredth of a percent, as the chain holds it. */
const exact = (bps: number) => percent(bps, 2)
const namesOf = (classes: readonly CharterClass[]) => list(classes.map(({ name }) => name))

function group({ name, share, user, cooperator }: CharterClass): string {
  const { group } = words
  return [
    group.share({ name, share: exact(share) }),
    user ? group.users : group.lenders,
    cooperator ? group.cooperators : group.others,
  ].join(' ')
}

function passes({ count, basis, of, threshold, inclusive }: Rule): string {
  const share = exact(threshold)
  const support = inclusive ? words.atLeast({ share }) : words.moreThan({ share })
  if (count === 'CLASS_SHARE') {
    return basis === 'CAST' ? words.byGroup.cast({ support }) : words.byGroup.all({ support })
  }
  return words.byHeads[of]({ support })
}

/** What the rule holds although it changes nothing as the votes are counted. */
function idle({ count, basis, of }: Rule): string[] {
  if (count === 'HEADCOUNT' && basis === 'ROLL') return [words.idle.groups]
  if (count !== 'CLASS_SHARE' || of === 'CAST') return []
  return [of === 'PRESENT' ? words.idle.present : words.idle.all]
}

function quorum({ quorumBps, quorumMin, nonUserCapBps }: Rule, classes: Charter['classes']) {
  const { quorum } = words
  if (quorumBps === 0 && quorumMin === 0) return quorum.none
  const users = classes.filter(({ user }) => user)
  const isCounted = nonUserCapBps < 10_000 && users.length < classes.length
  const share = isCounted
    ? quorum.membersIn({ share: exact(quorumBps), groups: namesOf(users) })
    : quorum.members({ share: exact(quorumBps) })
  const people = quorum.people({ count: quorumMin })
  const needed = quorumBps === 0 ? people : quorumMin === 0 ? share : quorum.both({ share, people })
  return quorumMin > 1 ? quorum.wholeOrAll({ needed }) : quorum.whole({ needed })
}

function capped({ nonUserCapBps }: Rule, classes: Charter['classes']): string[] {
  const others = classes.filter(({ user }) => !user)
  const groups = namesOf(others)
  if (nonUserCapBps === 10_000) return others.length === 0 ? [] : [words.cap.none({ groups })]
  const share = exact(nonUserCapBps)
  return [others.length === 0 ? words.cap.ifAny({ share }) : words.cap.most({ groups, share })]
}

const agreeing = ({ classMajority }: Rule): string[] =>
  classMajority.length === 0
    ? []
    : [words.agreeing({ count: classMajority.length, groups: list(classMajority) })]

const objecting = ({ maxObjections }: Rule): string =>
  maxObjections === null ? words.objections.never : words.objections.stop({ count: maxObjections })

function time(rule: Rule): string {
  const { time } = words
  const voting = exactTime(rule.votingPeriod)
  const grace = exactTime(rule.gracePeriod)
  return [
    rule.noticePeriod === 0
      ? time.opensAtOnce({ voting })
      : time.opens({ notice: exactTime(rule.noticePeriod), voting }),
    rule.objectionPeriod === 0
      ? time.notLonger
      : time.longer({ extra: exactTime(rule.objectionPeriod) }),
    rule.timelock === 0
      ? time.carryAtOnce({ grace })
      : time.carry({ wait: exactTime(rule.timelock), grace }),
  ].join(' ')
}

function deciding(kind: Kind, rule: Rule | null, classes: Charter['classes']): Chapter {
  const title = capital(kinds[kind].decision)
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
  return where.length === 0 ? words.noPlace : words.place({ place: where.join(', ') })
}

/** A place in a charter, in words: `rules.*.timelock` → the waiting time of every rule. */
const ours = (path: string): string =>
  path
    .split('.')
    .map((part) => wordFor(words.places, part) ?? part)
    .join(', ')

const admission = ({ policy, sponsors }: Charter['admission']): string[] => [
  admissionWords(policy, sponsors),
  ...(policy === 'BY_DECISION' && sponsors > 0 ? [words.idleSponsors({ sponsors })] : []),
]

/** A model has a lock and leaves open for whom. */
function left({ body, lock }: Charter): string {
  if (body !== null) return words.left({ body })
  return lock === 'NONE' ? words.leftToNobody : words.leftOpen
}

/** Everything that a charter binds its founders to, as sentences. Nothing of it is left out. */
export function chaptersOf(
  charter: Charter,
  countryName: (code: string) => string,
): readonly Chapter[] {
  const { classes, rules, effects, preset } = charter
  const { titles } = words
  return [
    {
      title: titles.name,
      lines: [
        words.called({ name: charter.name }),
        charter.purpose,
        place(charter, countryName),
        words.ballots({ language: languageName(charter.language) }),
      ],
    },
    {
      title: titles.belongs,
      lines: [
        ...classes.map(group),
        words.most({ share: exact(charter.maxShareBps), alone: classes.length === 1 }),
        ...admission(charter.admission),
        statutes.limit,
        statutes.leaving,
      ],
    },
    ...KINDS.map((kind) => deciding(kind, rules[kind], classes)),
    {
      title: titles.lost,
      lines: [
        charter.coolingPeriod === 0
          ? words.lost.atOnce
          : words.lost.after({ time: exactTime(charter.coolingPeriod) }),
      ],
    },
    {
      title: titles.money,
      lines: [statutes.lock[charter.lock], left(charter), statutes.third, words.grounds],
    },
    {
      title: titles.effects,
      lines: effects.length === 0 ? [words.effects.none] : effects.map(words.effects.one),
    },
    {
      title: titles.model,
      lines: [
        preset === null ? words.model.none : words.model.from({ model: preset }),
        ...(charter.ours.length === 0
          ? []
          : [words.model.ours({ places: charter.ours.map(ours).join('; ') })]),
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
    return name === undefined
      ? words.founder.address({ wallet, group })
      : words.founder.named({ name, wallet, group })
  }
  return { title: words.titles.founders, lines: founders.map(person) }
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
  chain: string,
  hash: string,
): Chapter {
  const { signed } = words
  const { registrar } = terms
  return {
    title: words.titles.signed,
    lines: [
      signed.where({ chain, chainId: `${terms.chainId}`, registrar }),
      signed.federation,
      signed.until({ when: moment(Number(terms.deadline)) }),
      signed.number({ nonce: `${terms.nonce}` }),
      signed.document({ hash: terms.charter.purpose }),
      signed.all({ hash }),
      signed.device,
    ],
  }
}

import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import { BOUNDS, type Charter, type CharterError, NAME_BYTES } from '@phyle/sdk/charter'
import { PERIODS, type Rule } from '@phyle/sdk/rule'
import { titleFault } from '@phyle/sdk/title'
import { capital } from '../capital.ts'
import { exactTime, percent } from '../format.ts'
import { kinds } from '../kinds/words.ts'
import { propose } from '../propose/words.ts'
import { founding } from './words.ts'

const { labels, whats } = founding.found.problems

/** A group, an effect or a founder, as people count them. */
const placed = (place: string) => Number(/\[(\d+)\]/.exec(place)?.[1] ?? 0)
const isPeriod = (key: string): key is (typeof PERIODS)[number] =>
  PERIODS.some((period) => period === key)

const RULE_FIELDS = {
  threshold: 'threshold',
  quorumBps: 'quorum',
  quorumMin: 'least',
  nonUserCapBps: 'cap',
  maxObjections: 'objections',
  noticePeriod: 'notice',
  votingPeriod: 'voting',
  objectionPeriod: 'late',
  timelock: 'timelock',
  gracePeriod: 'grace',
} as const satisfies Readonly<Record<string, keyof typeof propose.rule>>

const isRuleField = (field: string): field is keyof typeof RULE_FIELDS => field in RULE_FIELDS

const PLAIN = [
  'name',
  'purpose',
  'city',
  'country',
  'classes',
  'admission',
  'expected',
  'body',
] as const

/** What a field of the page is called in the list of what is wrong. */
export function labelOf(place: string): string {
  const [part = '', kind = '', field = ''] = place.split('.')
  if (part === 'rules') {
    const decision = kinds[kind.toUpperCase() as Kind]?.decision ?? kind
    const named = isRuleField(field) ? propose.rule[RULE_FIELDS[field]] : field
    return labels.rule({ decision: capital(decision), field: named.toLowerCase() })
  }
  const at = { place: placed(place) + 1 }
  if (part.startsWith('classes[')) return kind === 'share' ? labels.share(at) : labels.group(at)
  if (part.startsWith('effects[')) return labels.effect(at)
  if (part.startsWith('founders[')) return labels.founder(at)
  const known = PLAIN.find((one) => one === part)
  return known ? labels[known] : part
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** What does not show in a name. */
const unseenIn = (name: string) =>
  titleFault(name)?.fault === 'spaced' ? whats.spaced : whats.hidden

function groupFault({ classes }: Charter, name: string): string {
  if (name === '') return whats.noGroupName
  if (classes.filter((one) => one.name === name).length > 1) return whats.twins({ name })
  return bytesOf(name) > 24 ? whats.longGroup : unseenIn(name)
}

function effectFault(effect: Charter['effects'][number] | undefined): string {
  if (effect?.name === '') return whats.noEffect
  if (effect?.unit === '') return whats.noUnit
  if (effect?.limit === '') return whats.noFigure
  return whats.effectTwice({ name: effect?.name ?? '' })
}

/** What is wrong with a charter at a place, and what to do. */
export function faultOf({ place, fault, message }: CharterError, charter: Charter): string {
  const [part = '', kind = '', field = ''] = place.split('.')
  const group = charter.classes[placed(place)]
  switch (fault) {
    case 'name':
      if (charter.name === '') return whats.noName
      return bytesOf(charter.name) > NAME_BYTES ? whats.longName : unseenIn(charter.name)
    case 'purpose':
      return whats.purpose
    case 'shares': {
      const sum = charter.classes.reduce((total, { share }) => total + share, 0)
      return whats.shares({ sum: percent(sum, 2) })
    }
    case 'bound':
      return whats.most({ share: percent(charter.maxShareBps, 2) })
    case 'body':
      return whats.body
    case 'sponsors':
      return whats.sponsors
    case 'effect':
      return effectFault(charter.effects[placed(place)])
    case 'threshold':
      return charter.rules[kind.toUpperCase() as Kind]?.threshold === 10_000
        ? whats.neverMore
        : whats.tie
    case 'objections':
      return whats.objections
    case 'consent':
      return whats.consent
  }
  if (fault === 'classes' && group) return groupFault(charter, group.name)
  if (fault === 'period' && isPeriod(field)) {
    const [least, most] = BOUNDS[field]
    return least === 0
      ? whats.atMost({ most: exactTime(most) })
      : whats.fromTo({ least: exactTime(least), most: exactTime(most) })
  }
  return fault === 'shape' && part !== 'charter' ? whats.hidden : message
}

/** What is risked where a rule is easier to meet than in its model. */
export function cautionsOf(kind: Kind, rule: Rule, model: Rule): string[] {
  const { cautions } = founding.found.rules
  const less = (key: 'threshold' | 'quorumBps' | 'quorumMin' | (typeof PERIODS)[number]) =>
    rule[key] < model[key]
  const easier = less('threshold') || (rule.inclusive && !model.inclusive)
  const allowed = (one: Rule) => one.maxObjections ?? Number.POSITIVE_INFINITY
  return [
    easier && cautions.support({ decision: kinds[kind].a }),
    (less('quorumBps') || less('quorumMin')) && cautions.quorum,
    rule.nonUserCapBps > model.nonUserCapBps && cautions.cap,
    allowed(rule) > allowed(model) && cautions.objections,
    less('noticePeriod') && cautions.notice,
    less('votingPeriod') && cautions.voting,
    less('objectionPeriod') && cautions.late,
    less('timelock') && cautions.waiting,
  ].filter((caution) => caution !== false)
}

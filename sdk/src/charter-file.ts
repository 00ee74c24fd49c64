// SPDX-License-Identifier: MIT
/**
 * Reads the file of a charter: JSON, with defaults filled in, judged before anybody signs.
 *
 * Units in the file: shares, thresholds, caps in basis points, periods as text (`14 d`, `36 h`). A file
 * of another shape, and anything that the Statutes would refuse, is a `CharterError`, which names the
 * place and says what is wrong.
 */

import {
  ADMISSIONS,
  BASES,
  COUNTS,
  KINDS,
  type Kind,
  LOCKS,
  WHOLES,
} from './chapters/statutes/enums.ts'
import {
  type Charter,
  type CharterClass,
  CharterError,
  type Effect,
  MOST_SPONSORS,
  rulePlace,
} from './charter.ts'
import { checkCharter } from './charter-faults.ts'
import { LANGUAGES } from './language.ts'
import {
  asArray,
  asBoolean,
  asCount,
  asObject,
  asOneOf,
  asText,
  at,
  type Fields,
  ParseError,
} from './parse.ts'
import { asAddress } from './parse-address.ts'
import { PERIODS, type Period, type Rule } from './rule.ts'
import { BPS, parseDuration, UnitError } from './units.ts'

const KEYS = [
  'name',
  'purpose',
  'city',
  'country',
  'language',
  'lock',
  'body',
  'admission',
  'maxShareBps',
  'coolingPeriod',
  'classes',
  'rules',
  'effects',
  'preset',
  'ours',
  'note',
]

const RULE_KEYS = [
  'count',
  'basis',
  'of',
  'threshold',
  'inclusive',
  'quorumBps',
  'quorumMin',
  'nonUserCapBps',
  'classMajority',
  'maxObjections',
  ...PERIODS,
]

/** Reads a charter file and judges it: every charter that comes out can be founded, with a body if it needs one. */
export function parseCharter(json: unknown): Charter {
  const charter = shaped(json)
  checkCharter(charter)
  return charter
}

/** Reads the text of a charter file. */
export function readCharter(text: string): Charter {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new CharterError('charter', 'shape', `is not JSON (${(error as Error).message})`)
  }
  return parseCharter(json)
}

function shaped(json: unknown): Charter {
  try {
    const o = asObject(json, 'charter')
    onlyKeys(o, KEYS, '')
    const classes = asArray(o.classes, 'classes').map((c, i) => readClass(c, at('classes', i)))
    return {
      name: typeof o.name === 'string' ? o.name : asText(o.name, 'name'),
      purpose: typeof o.purpose === 'string' ? o.purpose : '',
      city: o.city === undefined ? null : asText(o.city, 'city'),
      country: o.country === undefined ? null : asText(o.country, 'country'),
      language: asOneOf(o.language, 'language', LANGUAGES),
      lock: asOneOf(o.lock, 'lock', LOCKS),
      body: o.body === undefined ? null : asAddress(o.body, 'body'),
      admission: readAdmission(o.admission),
      maxShareBps:
        o.maxShareBps === undefined
          ? defaultMost(classes.length)
          : asCount(o.maxShareBps, 'maxShareBps', BPS),
      coolingPeriod: duration(o.coolingPeriod ?? '90 d', 'coolingPeriod'),
      classes,
      rules: readRules(o.rules),
      effects: asArray(o.effects ?? [], 'effects').map((e, i) => readEffect(e, at('effects', i))),
      preset: o.preset === undefined ? null : asText(o.preset, 'preset'),
      ours: asArray(o.ours ?? [], 'ours').map((place, i) => asText(place, at('ours', i))),
    }
  } catch (error) {
    if (error instanceof ParseError) {
      throw new CharterError(error.place, 'shape', error.message.slice(error.place.length + 2))
    }
    throw error
  }
}

/** No class has more than half of control; a co-op of one class has to. */
function defaultMost(classes: number): number {
  return classes === 1 ? BPS : BPS / 2
}

function readClass(value: unknown, place: string): CharterClass {
  const o = asObject(value, place)
  onlyKeys(o, ['name', 'share', 'user', 'cooperator'], place)
  const user = asBoolean(o.user ?? true, at(place, 'user'))
  return {
    name: asText(o.name, at(place, 'name')),
    share: asCount(o.share ?? 0, at(place, 'share'), BPS),
    user,
    cooperator: asBoolean(o.cooperator ?? true, at(place, 'cooperator')),
  }
}

function readAdmission(value: unknown): Charter['admission'] {
  if (value === undefined) return { policy: 'BY_DECISION', sponsors: 0 }
  const o = asObject(value, 'admission')
  onlyKeys(o, ['policy', 'sponsors'], 'admission')
  return {
    policy: asOneOf(o.policy, 'admission.policy', ADMISSIONS),
    sponsors: asCount(o.sponsors ?? 0, 'admission.sponsors', MOST_SPONSORS),
  }
}

function readRules(value: unknown): Charter['rules'] {
  const o = asObject(value, 'rules')
  onlyKeys(
    o,
    KINDS.map((kind) => kind.toLowerCase()),
    'rules',
  )
  const read = (kind: Kind): Rule | null => {
    const entry = o[kind.toLowerCase()] ?? null
    return entry === null ? null : readRule(entry, rulePlace(kind))
  }
  return {
    ORDINARY: read('ORDINARY'),
    CONSENT: read('CONSENT'),
    SPECIAL: read('SPECIAL'),
    ENTRENCHED: read('ENTRENCHED'),
  }
}

function readRule(value: unknown, place: string): Rule {
  const o = asObject(value, place)
  onlyKeys(o, RULE_KEYS, place)
  const majority = at(place, 'classMajority')
  const period = (key: Period, usual: string): number => duration(o[key] ?? usual, at(place, key))
  const none = o.maxObjections === undefined || o.maxObjections === null
  return {
    count: asOneOf(o.count, at(place, 'count'), COUNTS),
    basis: asOneOf(o.basis ?? 'CAST', at(place, 'basis'), BASES),
    of: asOneOf(o.of ?? 'CAST', at(place, 'of'), WHOLES),
    threshold: asCount(o.threshold, at(place, 'threshold'), BPS),
    inclusive: asBoolean(o.inclusive ?? false, at(place, 'inclusive')),
    quorumBps: asCount(o.quorumBps ?? 2500, at(place, 'quorumBps'), BPS),
    quorumMin: asCount(o.quorumMin ?? 3, at(place, 'quorumMin'), 0xffff),
    nonUserCapBps: asCount(o.nonUserCapBps ?? BPS, at(place, 'nonUserCapBps'), BPS),
    classMajority: asArray(o.classMajority ?? [], majority).map((c, i) =>
      asText(c, at(majority, i)),
    ),
    maxObjections: none ? null : asCount(o.maxObjections, at(place, 'maxObjections'), 0xfffe),
    noticePeriod: period('noticePeriod', '2 d'),
    votingPeriod: period('votingPeriod', '14 d'),
    timelock: period('timelock', '2 d'),
    gracePeriod: period('gracePeriod', '30 d'),
    objectionPeriod: period('objectionPeriod', '2 d'),
  }
}

function readEffect(value: unknown, place: string): Effect {
  const o = asObject(value, place)
  onlyKeys(o, ['name', 'unit', 'limit'], place)
  return {
    name: asText(o.name, at(place, 'name')),
    unit: asText(o.unit, at(place, 'unit')),
    limit: asText(o.limit, at(place, 'limit')),
  }
}

function duration(value: unknown, place: string): number {
  try {
    return parseDuration(asText(value, place))
  } catch (error) {
    if (error instanceof UnitError) throw new ParseError(place, error.message)
    throw error
  }
}

function onlyKeys(o: Fields, keys: readonly string[], place: string): void {
  for (const key of Object.keys(o)) {
    if (!keys.includes(key)) {
      throw new ParseError(at(place, key), `is not known here; known are ${keys.join(', ')}`)
    }
  }
}

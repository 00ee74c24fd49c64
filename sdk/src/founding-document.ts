// SPDX-License-Identifier: MIT
/**
 * The founding document read back: from the bytes whose digest the chain keeps to the charter that
 * they say, and to what the founders sign. Units as in `charter.ts`, with periods in seconds.
 *
 * Nothing in a document may bind unseen. So whoever shows a charter shows what `readFoundingDocument`
 * gives, and that is refused unless writing it down again gives the very same bytes.
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
  foundingDocument,
  MOST_SPONSORS,
} from './charter.ts'
import { checkCharter } from './charter-faults.ts'
import { LANGUAGES } from './language.ts'
import {
  asArray,
  asBoolean,
  asCount,
  asObject,
  asOneOf,
  asString,
  asText,
  at,
  type Fields,
  ParseError,
} from './parse.ts'
import { asAddress } from './parse-address.ts'
import { PERIODS, type Rule } from './rule.ts'
import { BPS } from './units.ts'

/** The charter that a founding document says, or a `CharterError`. */
export function readFoundingDocument(text: string): Charter {
  const charter = shaped(text)
  if (foundingDocument(charter) !== text) {
    throw new CharterError(
      'charter',
      'shape',
      'says more than a charter does, or says it otherwise',
    )
  }
  checkCharter(charter)
  return charter
}

function shaped(text: string): Charter {
  try {
    const o = asObject(JSON.parse(text), 'charter')
    const admission = asObject(o.admission, 'admission')
    const rules = asObject(o.rules, 'rules')
    return {
      name: asString(o.name, 'name'),
      purpose: asString(o.purpose, 'purpose'),
      city: orNull(o.city, (city) => asText(city, 'city')),
      country: orNull(o.country, (country) => asText(country, 'country')),
      language: asOneOf(o.language, 'language', LANGUAGES),
      lock: asOneOf(o.lock, 'lock', LOCKS),
      body: orNull(o.body, (body) => asAddress(body, 'body')),
      admission: {
        policy: asOneOf(admission.policy, 'admission.policy', ADMISSIONS),
        sponsors: asCount(admission.sponsors, 'admission.sponsors', MOST_SPONSORS),
      },
      maxShareBps: asCount(o.maxShareBps, 'maxShareBps', BPS),
      coolingPeriod: asCount(o.coolingPeriod, 'coolingPeriod'),
      classes: asArray(o.classes, 'classes').map((one, i) => classIn(one, at('classes', i))),
      rules: Object.fromEntries(
        KINDS.map((kind) => [
          kind,
          orNull(rules[kind], (rule) => ruleIn(rule, at('rules', kind.toLowerCase()))),
        ]),
      ) as Record<Kind, Rule | null>,
      effects: asArray(o.effects, 'effects').map((one, i) => effectIn(one, at('effects', i))),
      preset: orNull(o.preset, (preset) => asText(preset, 'preset')),
      ours: asArray(o.ours, 'ours').map((one, i) => asText(one, at('ours', i))),
    }
  } catch (error) {
    if (error instanceof ParseError) throw new CharterError(error.place, 'shape', error.message)
    if (error instanceof SyntaxError) throw new CharterError('charter', 'shape', 'is not JSON')
    throw error
  }
}

const orNull = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === null ? null : read(value)

function classIn(value: unknown, place: string): CharterClass {
  const o = asObject(value, place)
  return {
    name: asText(o.name, at(place, 'name')),
    share: asCount(o.share, at(place, 'share'), BPS),
    user: asBoolean(o.user, at(place, 'user')),
    cooperator: asBoolean(o.cooperator, at(place, 'cooperator')),
  }
}

function effectIn(value: unknown, place: string): Effect {
  const o = asObject(value, place)
  const text = (key: keyof Effect) => asText(o[key], at(place, key))
  return { name: text('name'), unit: text('unit'), limit: text('limit') }
}

function ruleIn(value: unknown, place: string): Rule {
  const o = asObject(value, place)
  const count = (key: string, most?: number) => asCount(o[key], at(place, key), most)
  return {
    count: asOneOf(o.count, at(place, 'count'), COUNTS),
    basis: asOneOf(o.basis, at(place, 'basis'), BASES),
    of: asOneOf(o.of, at(place, 'of'), WHOLES),
    threshold: count('threshold', BPS),
    inclusive: asBoolean(o.inclusive, at(place, 'inclusive')),
    quorumBps: count('quorumBps', BPS),
    quorumMin: count('quorumMin', 0xffff),
    nonUserCapBps: count('nonUserCapBps', BPS),
    classMajority: namesIn(o, place),
    maxObjections: orNull(o.maxObjections, () => count('maxObjections', 0xfffe)),
    ...(Object.fromEntries(PERIODS.map((period) => [period, count(period)])) as Pick<
      Rule,
      (typeof PERIODS)[number]
    >),
  }
}

function namesIn(o: Fields, place: string): string[] {
  const here = at(place, 'classMajority')
  return asArray(o.classMajority, here).map((one, i) => asText(one, at(here, i)))
}

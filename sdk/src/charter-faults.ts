// SPDX-License-Identifier: MIT
/** Judges a charter as the Statutes do, before anybody signs it. Pure. */

import { size, stringToHex, zeroAddress } from 'viem'
import { KINDS, type Kind } from './chapters/statutes/enums.ts'
import {
  BOUNDS,
  bodyFault,
  type Charter,
  type CharterClass,
  CharterError,
  type CharterFault,
  CLASS_NAME_BYTES,
  LONGEST_COOLING,
  MAX_CLASSES,
  NAME_BYTES,
  rulePlace,
} from './charter.ts'
import { bearsMore, countsOtherwise, isEasier } from './consent.ts'
import { at } from './parse.ts'
import { PERIODS, type Rule } from './rule.ts'
import { FORBIDDEN, titleFault } from './title.ts'
import { BPS, showDuration } from './units.ts'

/** Refuses what the Statutes would, but that nobody gets what is left: a federation may. */
export function checkCharter(charter: Charter): void {
  for (const fault of faultsIn(charter)) throw fault
}

/** All that the Statutes would refuse in a charter that names no federation, in the order of its parts. */
export function charterFaults(charter: Charter): readonly CharterError[] {
  const fault = bodyFault(charter, zeroAddress)
  return [...faultsIn(charter), ...(fault ? [fault] : [])]
}

type Faults = Generator<CharterError, void, undefined>

function* faultsIn(charter: Charter): Faults {
  yield* nameFaults(charter.name)
  if (charter.purpose.trim() === '') {
    yield new CharterError('purpose', 'purpose', 'is missing: say what the co-op is for')
  }
  if (charter.country !== null && !/^[A-Z]{2}$/.test(charter.country)) {
    yield new CharterError('country', 'shape', 'is not two capital letters, such as FR')
  }
  yield* textFaults(charter)
  yield* classFaults(charter)
  yield* admissionFaults(charter)
  if (charter.coolingPeriod > LONGEST_COOLING) {
    const problem = `is ${showDuration(charter.coolingPeriod)}, at most ${showDuration(LONGEST_COOLING)}`
    yield new CharterError('coolingPeriod', 'period', problem)
  }
  for (const kind of KINDS) {
    const rule = charter.rules[kind]
    if (rule !== null) yield* ruleFaults(kind, rule, charter.classes)
    else if (kind !== 'CONSENT') {
      const problem = 'is missing: only consent can be left out'
      yield new CharterError(rulePlace(kind), 'rule', problem)
    }
  }
  yield* consentFaults(charter.rules)
  const byShare = KINDS.some((kind) => charter.rules[kind]?.count === 'CLASS_SHARE')
  yield* shareFaults(charter, byShare)
  yield* effectFaults(charter)
}

/** Texts that people wrote must read the same to everybody who signs them. */
function* textFaults({ purpose, city, effects, preset, ours }: Charter): Faults {
  const texts: readonly (readonly [place: string, text: string | null])[] = [
    ['purpose', purpose],
    ['city', city],
    ['preset', preset],
    ...ours.map((one, i) => [at('ours', i), one] as const),
    ...effects.flatMap((effect, i) =>
      (['name', 'unit', 'limit'] as const).map(
        (key) => [at(at('effects', i), key), effect[key]] as const,
      ),
    ),
  ]
  for (const [place, text] of texts) {
    const turned = [...(text ?? '')].some((character) => turns(character))
    if (turned) yield new CharterError(place, 'shape', 'has a character that hides or turns text')
  }
}

/** Controls and marks of direction; a purpose may have lines, and letters may need joiners. */
function turns(character: string): boolean {
  const codePoint = character.codePointAt(0) as number
  return (
    character !== '\n' &&
    FORBIDDEN.some(([from, to, why]) => why !== 'invisible' && codePoint >= from && codePoint <= to)
  )
}

/** Each effect says what, in which unit and up to where, and is there once. */
function* effectFaults({ effects }: Charter): Faults {
  for (const [i, effect] of effects.entries()) {
    const place = at('effects', i)
    for (const key of ['name', 'unit', 'limit'] as const) {
      if (effect[key].trim() === '') {
        yield new CharterError(at(place, key), 'effect', 'is missing')
      }
    }
    if (effects.findIndex(({ name }) => name === effect.name) !== i) {
      yield new CharterError(at(place, 'name'), 'effect', `${effect.name} is there twice`)
    }
  }
}

/** A co-op's name goes onto every ballot, so it follows the rules of a title. */
function* nameFaults(name: string): Faults {
  const bytes = size(stringToHex(name))
  if (bytes > NAME_BYTES) {
    yield new CharterError('name', 'name', `has ${bytes} bytes, ${NAME_BYTES} are allowed`)
    return
  }
  const fault = titleFault(name)
  if (fault === null) return
  const what = {
    empty: 'is missing',
    long: 'is too long',
    utf8: 'is not valid text',
    spaced: 'has a space at an end, or two beside each other',
    control: 'has a control character',
    invisible: 'has a character that nobody can see',
    direction: 'has a mark that turns the direction of text',
  }[fault.fault]
  yield new CharterError('name', 'name', what)
}

function* classFaults({ classes }: Charter): Faults {
  if (classes.length === 0 || classes.length > MAX_CLASSES) {
    const problem = `has ${classes.length} classes, must have 1 to ${MAX_CLASSES}`
    yield new CharterError('classes', 'classes', problem)
  }
  if (!classes.some((c) => c.user)) {
    const problem = 'at least one class must be of users or workers'
    yield new CharterError('classes', 'classes', problem)
  }
  for (const [i, { name }] of classes.entries()) {
    const place = at(at('classes', i), 'name')
    const bytes = size(stringToHex(name))
    if (bytes > CLASS_NAME_BYTES) {
      const problem = `has ${bytes} bytes, ${CLASS_NAME_BYTES} are allowed`
      yield new CharterError(place, 'classes', problem)
    } else if (titleFault(name) !== null) {
      yield new CharterError(place, 'classes', 'has a character or a space that does not show')
    } else if (classes.findIndex((c) => c.name === name) !== i) {
      yield new CharterError(place, 'classes', `${name} is there twice`)
    }
  }
}

function* shareFaults({ classes, ...charter }: Charter, byShare: boolean): Faults {
  // A class that is alone has everything.
  const maxShareBps = classes.length === 1 ? BPS : charter.maxShareBps
  for (const [i, { name, share }] of classes.entries()) {
    if (share > maxShareBps) {
      const problem = `${name} has ${share}, the most for one class is ${maxShareBps}`
      yield new CharterError(at(at('classes', i), 'share'), 'bound', problem)
    }
  }
  const sum = classes.reduce((total, c) => total + c.share, 0)
  if (byShare && sum !== BPS) {
    const problem = `the shares sum to ${sum}, must sum to ${BPS} where a rule counts by CLASS_SHARE`
    yield new CharterError('classes', 'shares', problem)
  }
}

function* admissionFaults({ admission }: Charter): Faults {
  const needs = admission.policy === 'BY_SPONSORS'
  if (needs && admission.sponsors === 0) {
    yield new CharterError('admission.sponsors', 'sponsors', 'must be at least 1 for BY_SPONSORS')
  }
  if (!needs && admission.sponsors !== 0) {
    yield new CharterError('admission.sponsors', 'sponsors', 'is for BY_SPONSORS only')
  }
}

/** A consent decision passes nothing that an everyday one would lose. */
function* consentFaults({ ORDINARY: ordinary, CONSENT: consent }: Charter['rules']): Faults {
  if (ordinary === null || consent === null) return
  const fault = (key: string, what: CharterFault, problem: string) =>
    new CharterError(at(rulePlace('CONSENT'), key), what, problem)
  for (const key of countsOtherwise(ordinary, consent)) {
    yield fault(key, 'consent', 'must be as in the everyday rule')
  }
  if (consent.maxObjections === null) {
    yield fault('maxObjections', 'objections', 'a consent rule must limit objections')
  } else if (bearsMore(consent, ordinary)) {
    yield fault('maxObjections', 'consent', 'must not be more than in the everyday rule')
  }
  if (isEasier(consent, ordinary)) {
    yield fault('threshold', 'consent', 'must ask for at least as much as the everyday rule')
  }
}

/** What the Statutes ask of a rule. */
function* ruleFaults(
  kind: Kind,
  rule: Rule,
  classes: readonly Pick<CharterClass, 'name'>[],
): Faults {
  const place = rulePlace(kind)
  const fault = (key: string, what: CharterFault, problem: string) =>
    new CharterError(at(place, key), what, problem)
  const { threshold, inclusive } = rule
  if (threshold < 5000 || (threshold === 5000 && inclusive)) {
    const said = `${inclusive ? 'at least' : 'more than'} ${threshold}`
    yield fault('threshold', 'threshold', `${said} would pass a tie: ask for more than 5000`)
  }
  if (threshold === BPS && !inclusive) {
    yield fault('threshold', 'threshold', 'nothing is more than 10000: make it inclusive')
  }
  for (const name of rule.classMajority) {
    if (!classes.some((c) => c.name === name)) {
      yield fault('classMajority', 'majority', `${name} is not a class`)
    }
  }
  for (const period of PERIODS) {
    const [least, most] = BOUNDS[period]
    if (rule[period] < least || rule[period] > most) {
      const bounds = `${showDuration(least)} to ${showDuration(most)}`
      yield fault(period, 'period', `is ${showDuration(rule[period])}, must be ${bounds}`)
    }
  }
}

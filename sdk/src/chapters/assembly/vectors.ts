// SPDX-License-Identifier: MIT
/** Vectors of kind `tally`: a rule, the ballots of each class, and whether the motion passed. */
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
} from '../../parse.ts'
import { BPS } from '../../units.ts'
import { differs, type Faults } from '../../vector-faults.ts'
import { BASES, COUNTS, WHOLES } from '../statutes/enums.ts'
import { type ClassTally, outcomeOf, type TallyRule } from './model.ts'

export type TallyCase = {
  readonly kind: 'tally'
  readonly name: string
  readonly rule: TallyRule
  readonly classes: readonly ClassTally[]
  readonly expect: { readonly quorum: boolean; readonly passed: boolean }
}

const MEMBERS = 2 ** 26 - 1

export function parseTally(o: Fields, name: string, place: string): TallyCase {
  const expectPlace = at(place, 'expect')
  const expect = asObject(o.expect, expectPlace)
  const classes = asArray(o.classes, at(place, 'classes')).map((c, i) =>
    parseClass(c, at(at(place, 'classes'), i)),
  )
  return {
    kind: 'tally',
    name,
    rule: parseRule(o.rule, at(place, 'rule')),
    classes,
    expect: {
      quorum: asBoolean(expect.quorum, at(expectPlace, 'quorum')),
      passed: asBoolean(expect.passed, at(expectPlace, 'passed')),
    },
  }
}

function parseRule(value: unknown, place: string): TallyRule {
  const o = asObject(value, place)
  const majority = at(place, 'classMajority')
  return {
    count: asOneOf(o.count, at(place, 'count'), COUNTS),
    basis: asOneOf(o.basis, at(place, 'basis'), BASES),
    of: asOneOf(o.of, at(place, 'of'), WHOLES),
    threshold: asCount(o.threshold, at(place, 'threshold'), BPS),
    inclusive: asBoolean(o.inclusive, at(place, 'inclusive')),
    quorumBps: asCount(o.quorumBps, at(place, 'quorumBps'), BPS),
    quorumMin: asCount(o.quorumMin, at(place, 'quorumMin')),
    nonUserCapBps: asCount(o.nonUserCapBps, at(place, 'nonUserCapBps'), BPS),
    classMajority: asArray(o.classMajority, majority).map((c, i) => asString(c, at(majority, i))),
    maxObjections:
      o.maxObjections === null ? null : asCount(o.maxObjections, at(place, 'maxObjections')),
  }
}

function parseClass(value: unknown, place: string): ClassTally {
  const o = asObject(value, place)
  const count = (key: string): number => asCount(o[key], at(place, key), MEMBERS)
  return {
    name: asText(o.name, at(place, 'name')),
    share: asCount(o.share, at(place, 'share'), BPS),
    user: asBoolean(o.user, at(place, 'user')),
    members: count('members'),
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
    object: count('object'),
  }
}

/** Puts a case through the reference model. */
export function runTally(c: TallyCase): Faults {
  return tallyFaults(c, outcomeOf(c.rule, c.classes))
}

export function tallyFaults(c: TallyCase, got: TallyCase['expect']): Faults {
  return [
    ...differs('quorum', got.quorum, c.expect.quorum),
    ...differs('passed', got.passed, c.expect.passed),
  ]
}

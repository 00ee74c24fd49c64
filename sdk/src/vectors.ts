// SPDX-License-Identifier: MIT
/**
 * Vectors: worked cases of the arithmetic as JSON, read here and put through the reference model.
 *
 * Three kinds: `tally` (a rule and the ballots of each class), `fee` (terms and credit), `fund`
 * (a policy and steps in order). Amounts are decimal strings in base units, units are faces of
 * 1.00, counts are numbers. `runModel` and whoever drives the contracts return the same `Faults`:
 * one sentence for each expectation that was not met, none when the case passed.
 */

import { type ClassTally, outcomeOf, type TallyRule } from './chapters/assembly/model.ts'
import { Fund, type Policy } from './chapters/fund/model.ts'
import { feeOf } from './chapters/licences/fee.ts'
import { BASES, COUNTS, WHOLES } from './chapters/statutes/enums.ts'
import {
  asAmount,
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

export type TallyCase = {
  readonly kind: 'tally'
  readonly name: string
  readonly rule: TallyRule
  readonly classes: readonly ClassTally[]
  readonly expect: { readonly quorum: boolean; readonly passed: boolean }
}

export type FeeCase = {
  readonly kind: 'fee'
  readonly name: string
  readonly pricePerYear: bigint
  readonly tierBps: number
  readonly seconds: number
  readonly waivePoints: bigint
  readonly quarters: readonly bigint[]
  readonly distinctAttesters: number
  readonly minAttesters: number
  readonly expect: { readonly credit: bigint; readonly fee: bigint }
}

export type FundStep =
  | {
      readonly op: 'series'
      readonly id: string
      readonly capBps: number
      readonly units: Readonly<Record<string, bigint>>
    }
  | { readonly op: 'pour'; readonly amount: bigint; readonly machine: string | null }
  | {
      readonly op: 'transfer'
      readonly series: string
      readonly from: string
      readonly to: string
      readonly units: bigint
    }
  | { readonly op: 'join'; readonly who: string }
  | { readonly op: 'leave'; readonly who: string }
  | { readonly op: 'closeEpoch' | 'passEpoch' }
  | {
      readonly op: 'take'
      readonly series: string
      readonly who: string
      readonly expect: bigint
    }
  | { readonly op: 'claim'; readonly who: string; readonly expect: bigint }

export type FundExpect = {
  readonly reserve: bigint
  readonly undistributed: bigint
  readonly due: Readonly<Record<string, Readonly<Record<string, bigint>>>>
  readonly income: Readonly<Record<string, bigint>>
  readonly paid: Readonly<Record<string, bigint>>
}

export type FundCase = {
  readonly kind: 'fund'
  readonly name: string
  readonly policy: Policy
  readonly people: readonly string[]
  readonly heads: readonly string[]
  readonly steps: readonly FundStep[]
  readonly expect: FundExpect
}

export type Case = TallyCase | FeeCase | FundCase
export type Faults = readonly string[]

const BPS = 10_000
const MEMBERS = 2 ** 26 - 1

/* READING */

/** Reads one file of cases; `place` names it in errors. */
export function parseCases(json: string, place: string): Case[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new ParseError(place, `is not JSON (${(error as Error).message})`)
  }
  return asArray(value, place).map((entry, i) => parseCase(entry, at(place, i)))
}

export function parseCase(value: unknown, place: string): Case {
  const o = asObject(value, place)
  const kind = asOneOf(o.kind, at(place, 'kind'), ['tally', 'fee', 'fund'])
  const name = asText(o.name, at(place, 'name'))
  switch (kind) {
    case 'tally':
      return parseTally(o, name, place)
    case 'fee':
      return parseFee(o, name, place)
    case 'fund':
      return parseFund(o, name, place)
  }
}

function parseTally(o: Fields, name: string, place: string): TallyCase {
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

function parseFee(o: Fields, name: string, place: string): FeeCase {
  const quarters = at(place, 'quarters')
  const expectPlace = at(place, 'expect')
  const expect = asObject(o.expect, expectPlace)
  const points = asArray(o.quarters, quarters).map((q, i) => BigInt(asCount(q, at(quarters, i))))
  if (points.length > 8) throw new ParseError(quarters, 'has more than 8 quarters')
  return {
    kind: 'fee',
    name,
    pricePerYear: asAmount(o.pricePerYear, at(place, 'pricePerYear')),
    tierBps: asCount(o.tierBps, at(place, 'tierBps'), BPS),
    seconds: asCount(o.seconds, at(place, 'seconds')),
    waivePoints: BigInt(asCount(o.waivePoints, at(place, 'waivePoints'))),
    quarters: points,
    distinctAttesters: asCount(o.distinctAttesters, at(place, 'distinctAttesters')),
    minAttesters: asCount(o.minAttesters, at(place, 'minAttesters')),
    expect: {
      credit: BigInt(asCount(expect.credit, at(expectPlace, 'credit'))),
      fee: asAmount(expect.fee, at(expectPlace, 'fee')),
    },
  }
}

function parseFund(o: Fields, name: string, place: string): FundCase {
  const list = (key: string): readonly unknown[] => asArray(o[key], at(place, key))
  const names = (key: string): string[] =>
    list(key).map((who, i) => asText(who, at(at(place, key), i)))
  return {
    kind: 'fund',
    name,
    policy: parsePolicy(o.policy, at(place, 'policy')),
    people: names('people'),
    heads: names('heads'),
    steps: list('steps').map((step, i) => parseStep(step, at(at(place, 'steps'), i))),
    expect: parseFundExpect(o.expect, at(place, 'expect')),
  }
}

function parsePolicy(value: unknown, place: string): Policy {
  const o = asObject(value, place)
  const share = (key: string): { bondsBps: number; reserveBps: number } => {
    const here = at(place, key)
    const part = asObject(o[key], here)
    const bondsBps = part.bondsBps ?? 0
    const shares = {
      bondsBps: asCount(bondsBps, at(here, 'bondsBps'), BPS),
      reserveBps: asCount(part.reserveBps, at(here, 'reserveBps'), BPS),
    }
    if (shares.bondsBps + shares.reserveBps > BPS) throw new ParseError(here, 'is above 10000')
    return shares
  }
  return { machine: share('machine'), other: share('other') }
}

function parseStep(value: unknown, place: string): FundStep {
  const o = asObject(value, place)
  const text = (key: string): string => asText(o[key], at(place, key))
  const amount = (key: string): bigint => asAmount(o[key], at(place, key))
  const op = asOneOf(o.op, at(place, 'op'), [
    'series',
    'pour',
    'transfer',
    'join',
    'leave',
    'closeEpoch',
    'passEpoch',
    'take',
    'claim',
  ])
  switch (op) {
    case 'series':
      return {
        op,
        id: text('id'),
        capBps: asCount(o.capBps, at(place, 'capBps'), 2 * BPS),
        units: asAmounts(o.units, at(place, 'units')),
      }
    case 'pour':
      return { op, amount: amount('amount'), machine: o.machine === null ? null : text('machine') }
    case 'transfer':
      return {
        op,
        series: text('series'),
        from: text('from'),
        to: text('to'),
        units: amount('units'),
      }
    case 'join':
    case 'leave':
      return { op, who: text('who') }
    case 'closeEpoch':
    case 'passEpoch':
      return { op }
    case 'take':
      return { op, series: text('series'), who: text('who'), expect: amount('expect') }
    case 'claim':
      return { op, who: text('who'), expect: amount('expect') }
  }
}

function parseFundExpect(value: unknown, place: string): FundExpect {
  const o = asObject(value, place)
  const duePlace = at(place, 'due')
  const due = Object.entries(asObject(o.due, duePlace)).map(
    ([id, held]) => [id, asAmounts(held, at(duePlace, id))] as const,
  )
  return {
    reserve: asAmount(o.reserve, at(place, 'reserve')),
    undistributed: asAmount(o.undistributed, at(place, 'undistributed')),
    due: Object.fromEntries(due),
    income: asAmounts(o.income, at(place, 'income')),
    paid: asAmounts(o.paid, at(place, 'paid')),
  }
}

function asAmounts(value: unknown, place: string): Record<string, bigint> {
  const o = asObject(value, place)
  return Object.fromEntries(Object.entries(o).map(([k, v]) => [k, asAmount(v, at(place, k))]))
}

/* RUNNING */

/** Puts one case through the reference model. */
export function runModel(c: Case): Faults {
  switch (c.kind) {
    case 'tally':
      return tallyFaults(c, outcomeOf(c.rule, c.classes))
    case 'fee':
      return feeFaults(c, feeOf(c))
    case 'fund':
      return runFund(c)
  }
}

export function tallyFaults(c: TallyCase, got: TallyCase['expect']): Faults {
  return [
    ...differs('quorum', got.quorum, c.expect.quorum),
    ...differs('passed', got.passed, c.expect.passed),
  ]
}

export function feeFaults(c: FeeCase, got: FeeCase['expect']): Faults {
  return [
    ...differs('credit', got.credit, c.expect.credit),
    ...differs('fee', got.fee, c.expect.fee),
  ]
}

/** The end of a fund case beside what was expected; `got` names the same series and people. */
export function fundFaults(c: FundCase, got: FundExpect): Faults {
  const { expect } = c
  return [
    ...differs('reserve', got.reserve, expect.reserve),
    ...differs('undistributed', got.undistributed, expect.undistributed),
    ...Object.entries(expect.due).flatMap(([id, holders]) =>
      Object.entries(holders).flatMap(([who, amount]) =>
        differs(`due of ${who} in ${id}`, got.due[id]?.[who], amount),
      ),
    ),
    ...Object.entries(expect.income).flatMap(([who, amount]) =>
      differs(`income of ${who}`, got.income[who], amount),
    ),
    ...Object.entries(expect.paid).flatMap(([id, amount]) =>
      differs(`paid of ${id}`, got.paid[id], amount),
    ),
  ]
}

/** One sentence if the two are not the same. */
export function differs(what: string, got: unknown, expected: unknown): Faults {
  return got === expected ? [] : [`${what} is ${String(got)}, expected ${String(expected)}`]
}

/** Everybody sits in a co-op of their own, so that no earning limit comes into a case. */
function runFund(c: FundCase): Faults {
  const fund = new Fund(c.policy)
  for (const who of c.heads) fund.join(who, who)
  fund.endEpoch()
  const faults: string[] = []
  c.steps.forEach((step, i) => {
    const place = `step ${i + 1}`
    switch (step.op) {
      case 'series':
        fund.addSeries(step.id, step.units, { capBps: step.capBps })
        break
      case 'pour':
        fund.pour(step.amount, step.machine)
        break
      case 'transfer':
        fund.transfer(step.series, step.from, step.to, step.units)
        break
      case 'join':
        fund.join(step.who, step.who)
        break
      case 'leave':
        fund.leave(step.who, step.who)
        break
      case 'closeEpoch':
        fund.endEpoch()
        break
      case 'passEpoch':
        fund.endEpoch(false)
        break
      case 'take':
        faults.push(
          ...differs(
            `${place}: take of ${step.who}`,
            fund.take(step.series, step.who),
            step.expect,
          ),
        )
        break
      case 'claim':
        faults.push(...differs(`${place}: claim of ${step.who}`, fund.claim(step.who), step.expect))
        break
    }
  })
  return [...faults, ...fundFaults(c, fundState(c, fund))]
}

function fundState(c: FundCase, fund: Fund): FundExpect {
  const ids = [...fund.series.keys()]
  const holders = (id: string): Record<string, bigint> =>
    Object.fromEntries(c.people.map((who) => [who, fund.due(id, who)]))
  return {
    reserve: fund.reserve,
    undistributed: fund.undistributed,
    due: Object.fromEntries(ids.map((id) => [id, holders(id)])),
    income: Object.fromEntries(c.people.map((who) => [who, fund.income(who)])),
    paid: Object.fromEntries([...fund.series].map(([id, s]) => [id, s.paid])),
  }
}

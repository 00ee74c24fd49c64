// SPDX-License-Identifier: MIT
/** Vectors of kind `fund`: a policy, steps in order, and who is owed what at the end. */
import {
  asAmount,
  asAmounts,
  asArray,
  asCount,
  asObject,
  asOneOf,
  asText,
  at,
  type Fields,
  ParseError,
} from '../../parse.ts'
import { BPS } from '../../units.ts'
import { differs, type Faults } from '../../vector-faults.ts'
import { Fund, type Policy } from './model.ts'

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

export function parseFund(o: Fields, name: string, place: string): FundCase {
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

/* RUNNING */

/**
 * Puts a case through the reference model. Everybody sits in a co-op of their own, so that no
 * earning limit comes into a case.
 */
export function runFund(c: FundCase): Faults {
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

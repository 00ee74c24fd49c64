import { type Reading, readAmount } from '@phyle/sdk/amount'
import type { Rule } from '@phyle/sdk/rule'
import { exactly, numberTyped, readPercent } from '../../chain/typedMoney.ts'

const DAY = 86_400
/** Decimal places of a number of days. */
export const DAY_PLACES = 4
const DAY_PARTS = 10 ** DAY_PLACES
const MOST_DAYS = 365
const MOST_LEAST = 65_535n
const MOST_OBJECTIONS = 65_534n

export const RULE_PERCENTS = ['threshold', 'quorumBps', 'nonUserCapBps'] as const
export const RULE_DAYS = [
  'noticePeriod',
  'votingPeriod',
  'objectionPeriod',
  'timelock',
  'gracePeriod',
] as const
export const RULE_COUNTS = ['quorumMin', 'maxObjections'] as const

export type RuleField = (typeof RULE_PERCENTS | typeof RULE_DAYS | typeof RULE_COUNTS)[number]

/** What was typed over a rule; fields that nobody touched are absent. */
export type TypedRule = Partial<Record<RuleField, string>> & { readonly inclusive?: boolean }

const count = (typed: string, most: bigint) => readAmount(typed, { decimals: 0, most, zero: true })
const days = (typed: string) =>
  readAmount(typed, {
    decimals: DAY_PLACES,
    most: BigInt(MOST_DAYS * DAY_PARTS),
    zero: true,
  })

export const readRuleField: Readonly<Record<RuleField, (typed: string) => Reading>> = {
  threshold: readPercent,
  quorumBps: readPercent,
  quorumMin: (typed) => count(typed, MOST_LEAST),
  noticePeriod: days,
  votingPeriod: days,
  timelock: days,
  objectionPeriod: days,
  gracePeriod: days,
  nonUserCapBps: readPercent,
  maxObjections: (typed) => count(typed, MOST_OBJECTIONS),
}

/** What stands in the fields: what was typed, or the rule as it is. */
export function ruleTexts(old: Rule, typed: TypedRule): Readonly<Record<RuleField, string>> {
  const daysOf = (seconds: number) =>
    numberTyped(BigInt(Math.round((seconds * DAY_PARTS) / DAY)), DAY_PLACES)
  return {
    threshold: typed.threshold ?? numberTyped(BigInt(old.threshold), 2),
    quorumBps: typed.quorumBps ?? numberTyped(BigInt(old.quorumBps), 2),
    quorumMin: typed.quorumMin ?? numberTyped(BigInt(old.quorumMin)),
    noticePeriod: typed.noticePeriod ?? daysOf(old.noticePeriod),
    votingPeriod: typed.votingPeriod ?? daysOf(old.votingPeriod),
    timelock: typed.timelock ?? daysOf(old.timelock),
    objectionPeriod: typed.objectionPeriod ?? daysOf(old.objectionPeriod),
    gracePeriod: typed.gracePeriod ?? daysOf(old.gracePeriod),
    nonUserCapBps: typed.nonUserCapBps ?? numberTyped(BigInt(old.nonUserCapBps), 2),
    maxObjections:
      typed.maxObjections ??
      (old.maxObjections === null ? '' : numberTyped(BigInt(old.maxObjections))),
  }
}

/** The fields whose text is not one number. */
export function unreadIn(typed: TypedRule): RuleField[] {
  return [...RULE_PERCENTS, ...RULE_DAYS, ...RULE_COUNTS].filter((field) => {
    const text = typed[field]
    if (text === undefined || (field === 'maxObjections' && text.trim() === '')) return false
    return exactly(readRuleField[field](text)) === null
  })
}

/** The rule with what was typed; null while a field cannot be read, or not in one way only. */
export function readRule(old: Rule, typed: TypedRule): Rule | null {
  const values: Partial<Record<RuleField, number | null>> = {}
  const fields = [...RULE_PERCENTS, ...RULE_DAYS, ...RULE_COUNTS]
  for (const field of fields) {
    const text = typed[field]
    if (text === undefined) continue
    // Objections without a limit are an empty field.
    if (field === 'maxObjections' && text.trim() === '') {
      values[field] = null
      continue
    }
    const amount = exactly(readRuleField[field](text))
    if (amount === null) return null
    const isDays = RULE_DAYS.some((one) => one === field)
    values[field] = isDays ? Math.round((Number(amount) * DAY) / DAY_PARTS) : Number(amount)
  }
  return { ...old, ...values, inclusive: typed.inclusive ?? old.inclusive } as Rule
}

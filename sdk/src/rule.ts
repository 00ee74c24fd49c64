// SPDX-License-Identifier: MIT
/**
 * Rules and class counts as they stand on chain, and as the model takes them.
 *
 * Shapes: a rule word is the 256 bits of `contracts/types/RuleWord.sol`, a class word has
 * class c in bits [32c, 32c + 32) (share 16 bits, flags 8 bits), counts have class c in bits
 * [26c, 26c + 26), a member word is the packed slot of `IMembership.wordsOf`. Units: basis points,
 * seconds, persons.
 */

import type { ClassTally, TallyRule } from './chapters/assembly/model.ts'
import { BASES, COUNTS, WHOLES } from './chapters/statutes/enums.ts'

export const PERIODS = [
  'noticePeriod',
  'votingPeriod',
  'timelock',
  'gracePeriod',
  'objectionPeriod',
] as const
export type Period = (typeof PERIODS)[number]

/** The rule of one kind of decision: how it is counted, and how long each step takes. */
export type Rule = TallyRule & Readonly<Record<Period, number>>

/** The number that stands on chain for objections without a limit. */
export const NO_LIMIT = 0xffff

export const USER_FLAG = 1
export const COOPERATOR_FLAG = 2

/** A rule as `ruleOf`, `checkRules` and `setRules` speak it. */
export type ChainRule = Readonly<Record<Period, number>> & {
  readonly count: number
  readonly basis: number
  readonly whole: number
  readonly threshold: number
  readonly inclusive: boolean
  readonly quorumBps: number
  readonly quorumMin: number
  readonly nonUserCapBps: number
  readonly classMajority: number
  readonly maxObjections: number
  /** Classes by bit, only in the word of a second call: see `secondCallOf` of the model. */
  readonly passedOver?: number
}

/** One class as `talliesOf` and `outcomeOf` speak it. */
export type ChainTally = {
  readonly shareBps: number
  readonly user: boolean
  readonly members: number
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstentions: number
  readonly objections: number
}

export type ClassTerms = {
  readonly share: number
  readonly user: boolean
  readonly cooperator: boolean
}

export type Member = {
  readonly id: number
  readonly class: number
  readonly joined: number
  /** 0: has not left. */
  readonly left: number
  readonly classBefore: number
  /** 0: never. */
  readonly classChanged: number
}

export class RuleError extends Error {
  override readonly name = 'RuleError'
}

export function ruleFromChain(rule: ChainRule, classNames: readonly string[]): Rule {
  const over = rule.passedOver ?? 0
  return {
    count: pick(COUNTS, rule.count),
    basis: pick(BASES, rule.basis),
    of: pick(WHOLES, rule.whole),
    threshold: rule.threshold,
    inclusive: rule.inclusive,
    quorumBps: rule.quorumBps,
    quorumMin: rule.quorumMin,
    nonUserCapBps: rule.nonUserCapBps,
    classMajority: classNames.filter((_, i) => (rule.classMajority >> i) & 1),
    maxObjections: rule.maxObjections === NO_LIMIT ? null : rule.maxObjections,
    ...(over !== 0 && { passedOver: classNames.filter((_, i) => (over >> i) & 1) }),
    ...periodsOf(rule),
  }
}

export function ruleToChain(rule: Rule, classNames: readonly string[]): ChainRule {
  let classMajority = 0
  for (const name of rule.classMajority) {
    const place = classNames.indexOf(name)
    if (place === -1) throw new RuleError(`classMajority names ${name}, which is not a class`)
    classMajority |= 1 << place
  }
  return {
    count: COUNTS.indexOf(rule.count),
    basis: BASES.indexOf(rule.basis),
    whole: WHOLES.indexOf(rule.of),
    threshold: rule.threshold,
    inclusive: rule.inclusive,
    quorumBps: rule.quorumBps,
    quorumMin: rule.quorumMin,
    nonUserCapBps: rule.nonUserCapBps,
    classMajority,
    maxObjections: rule.maxObjections ?? NO_LIMIT,
    ...periodsOf(rule),
  }
}

/** A counting rule alone, with periods of 0, for `outcomeOf`. */
export function tallyRuleToChain(rule: TallyRule, classNames: readonly string[]): ChainRule {
  const none = {
    noticePeriod: 0,
    votingPeriod: 0,
    timelock: 0,
    gracePeriod: 0,
    objectionPeriod: 0,
  }
  return ruleToChain({ ...rule, ...none }, classNames)
}

export function tallyFromChain(tally: ChainTally, name: string): ClassTally {
  return {
    name,
    share: tally.shareBps,
    user: tally.user,
    members: tally.members,
    for: tally.votesFor,
    against: tally.votesAgainst,
    abstain: tally.abstentions,
    object: tally.objections,
  }
}

export function tallyToChain(tally: ClassTally): ChainTally {
  return {
    shareBps: tally.share,
    user: tally.user,
    members: tally.members,
    votesFor: tally.for,
    votesAgainst: tally.against,
    abstentions: tally.abstain,
    objections: tally.object,
  }
}

/* WORDS */

const PRESENT = 1n << 255n

export function packRule(rule: ChainRule): bigint {
  const fields: readonly (readonly [value: number, bit: bigint])[] = [
    [rule.count, 0n],
    [rule.basis, 1n],
    [rule.whole, 2n],
    [rule.inclusive ? 1 : 0, 4n],
    [rule.threshold, 5n],
    [rule.quorumBps, 19n],
    [rule.quorumMin, 33n],
    [rule.nonUserCapBps, 49n],
    [rule.classMajority, 63n],
    [rule.maxObjections, 71n],
    [rule.noticePeriod, 87n],
    [rule.votingPeriod, 119n],
    [rule.timelock, 151n],
    [rule.gracePeriod, 183n],
    [rule.objectionPeriod, 215n],
  ]
  return fields.reduce((word, [value, bit]) => word | (BigInt(value) << bit), PRESENT)
}

/** null where the word holds no rule. */
export function unpackRule(word: bigint): ChainRule | null {
  if ((word & PRESENT) === 0n) return null
  const passedOver = bits(word, 247, 8)
  return {
    count: bits(word, 0, 1),
    basis: bits(word, 1, 1),
    whole: bits(word, 2, 2),
    inclusive: bits(word, 4, 1) === 1,
    threshold: bits(word, 5, 14),
    quorumBps: bits(word, 19, 14),
    quorumMin: bits(word, 33, 16),
    nonUserCapBps: bits(word, 49, 14),
    classMajority: bits(word, 63, 8),
    maxObjections: bits(word, 71, 16),
    noticePeriod: bits(word, 87, 32),
    votingPeriod: bits(word, 119, 32),
    timelock: bits(word, 151, 32),
    gracePeriod: bits(word, 183, 32),
    objectionPeriod: bits(word, 215, 32),
    ...(passedOver !== 0 && { passedOver }),
  }
}

export function unpackClasses(word: bigint, classes: number): ClassTerms[] {
  return Array.from({ length: classes }, (_, c) => {
    const flags = bits(word, 32 * c + 16, 8)
    return {
      share: bits(word, 32 * c, 16),
      user: (flags & USER_FLAG) !== 0,
      cooperator: (flags & COOPERATOR_FLAG) !== 0,
    }
  })
}

export function unpackCounts(word: bigint, classes: number): number[] {
  return Array.from({ length: classes }, (_, c) => bits(word, 26 * c, 26))
}

export function unpackMember(word: bigint): Member {
  return {
    id: bits(word, 0, 32),
    class: bits(word, 32, 8),
    joined: bits(word, 40, 48),
    left: bits(word, 88, 48),
    classBefore: bits(word, 136, 8),
    classChanged: bits(word, 144, 48),
  }
}

/** The class in which a member could vote at `t` (seconds); null for who was not on the roll. */
export function classAt(member: Member, t: number): number | null {
  const there = member.id !== 0 && member.joined <= t && (member.left === 0 || t < member.left)
  if (!there) return null
  return member.classChanged > t ? member.classBefore : member.class
}

function bits(word: bigint, from: number, width: number): number {
  return Number((word >> BigInt(from)) & ((1n << BigInt(width)) - 1n))
}

function pick<const T extends string>(words: readonly T[], place: number): T {
  const word = words[place]
  if (word === undefined) throw new RuleError(`there is no ${place} in ${words.join(', ')}`)
  return word
}

function periodsOf(rule: Readonly<Record<Period, number>>): Record<Period, number> {
  return {
    noticePeriod: rule.noticePeriod,
    votingPeriod: rule.votingPeriod,
    timelock: rule.timelock,
    gracePeriod: rule.gracePeriod,
    objectionPeriod: rule.objectionPeriod,
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The charter that the tests found with: three classes, three rules, a name of 20 bytes. */
import { GROUND } from '@phyle/sdk/chapters/cooperative/enums'
import { ADMISSION, COUNT, KIND, LOCK } from '@phyle/sdk/chapters/statutes/enums'
import { type ChainRule, NO_LIMIT, packRule } from '@phyle/sdk/rule'
import { getAddress } from 'viem'
import { DAY, digestOf, ethers } from './chain.ts'

export const Kind = KIND
export const Lock = LOCK
export const Admission = ADMISSION
export const Count = COUNT
export const Flags = { USER: 1, COOPERATOR: 2, BOTH: 3 } as const
export const Ground = GROUND

export type CharterOf = {
  readonly name: string
  readonly purpose: string
  readonly language: string
  readonly lock: number
  readonly admission: number
  readonly sponsors: number
  readonly maxShareBps: number
  readonly coolingPeriod: number
  readonly classes: ClassOf[]
  readonly rules: [bigint, bigint, bigint, bigint]
  readonly federation: string
  readonly body: string
}

export type ClassOf = { readonly name: string; readonly shareBps: number; readonly flags: number }

/** Somebody outside, who gets what is left of the co-op. */
export const BODY = getAddress(`0x${'b0'.repeat(20)}`)

/** More than half of the control by classes, at least a quarter of the roll. */
export function rule(changes: Partial<ChainRule> = {}): ChainRule {
  return {
    count: Count.CLASS_SHARE,
    basis: 0,
    whole: 0,
    threshold: 5000,
    inclusive: false,
    quorumBps: 2500,
    quorumMin: 3,
    nonUserCapBps: 10_000,
    classMajority: 0,
    maxObjections: NO_LIMIT,
    noticePeriod: 2 * DAY,
    votingPeriod: 7 * DAY,
    timelock: 2 * DAY,
    gracePeriod: 30 * DAY,
    objectionPeriod: 2 * DAY,
    ...changes,
  }
}

export const RULES = {
  ordinary: rule(),
  consent: rule({ maxObjections: 0 }),
  special: rule({ threshold: 6667, inclusive: true }),
  entrenched: rule({ threshold: 7500, inclusive: true }),
}

/** UTF-8, padded with zeros to 24 bytes. */
export function className(name: string): string {
  return ethers.zeroPadBytes(ethers.toUtf8Bytes(name), 24)
}

export function language(code: string): string {
  return ethers.hexlify(ethers.toUtf8Bytes(code))
}

export const CLASSES: ClassOf[] = [
  { name: className('workers'), shareBps: 5000, flags: Flags.BOTH },
  { name: className('users'), shareBps: 3000, flags: Flags.BOTH },
  { name: className('lenders'), shareBps: 2000, flags: Flags.COOPERATOR },
]

export function charter(changes: Partial<CharterOf> = {}): CharterOf {
  return {
    name: 'Mill on the Old River',
    purpose: digestOf('To mill grain for the town, for the common good.'),
    language: language('en'),
    lock: Lock.COMMON_OWNERSHIP,
    admission: Admission.BY_DECISION,
    sponsors: 0,
    maxShareBps: 5000,
    coolingPeriod: 90 * DAY,
    classes: CLASSES,
    rules: rules(),
    federation: ethers.ZeroAddress,
    body: BODY,
    ...changes,
  }
}

/** The words of the rules, without consent unless it is given. */
export function rules(
  changes: Partial<Record<'ordinary' | 'consent' | 'special' | 'entrenched', ChainRule>> = {},
): [bigint, bigint, bigint, bigint] {
  return [
    packRule(changes.ordinary ?? RULES.ordinary),
    changes.consent ? packRule(changes.consent) : 0n,
    packRule(changes.special ?? RULES.special),
    packRule(changes.entrenched ?? RULES.entrenched),
  ]
}

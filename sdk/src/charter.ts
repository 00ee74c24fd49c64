// SPDX-License-Identifier: MIT
/**
 * Charters: what a co-op is founded from, as its founders write it and as the chain takes it.
 *
 * `parseCharter` of `charter-file.ts` reads one from its file, `charterFaults` of `charter-faults.ts`
 * says what the Statutes would refuse; `charterToChain` gives the struct of
 * `contracts/types/Charter.sol`. Units: shares, thresholds and caps in basis points, periods in
 * seconds.
 *
 * Source: design 2, 4.1 (what a rule must be), 4.2.
 */
import {
  type Address,
  type Hex,
  keccak256,
  padHex,
  stringToBytes,
  stringToHex,
  zeroAddress,
} from 'viem'
import {
  ADMISSIONS,
  type AdmissionPolicy,
  type Kind,
  LOCKS,
  type Lock,
} from './chapters/statutes/enums.ts'
import { canonicalJson, documentDigest } from './documents.ts'
import { type Language, languageCode } from './language.ts'
import { at } from './parse.ts'
import {
  type ChainRule,
  COOPERATOR_FLAG,
  type Period,
  packRule,
  type Rule,
  ruleToChain,
  USER_FLAG,
} from './rule.ts'

export const MAX_CLASSES = 8
export const NAME_BYTES = 64
export const CLASS_NAME_BYTES = 24

const DAY = 86_400

export const MOST_SPONSORS = 16
export const LONGEST_COOLING = 365 * DAY

/** What the Statutes allow, in seconds. */
export const BOUNDS: Readonly<Record<Period, readonly [least: number, most: number]>> = {
  noticePeriod: [0, 42 * DAY],
  votingPeriod: [DAY, 60 * DAY],
  timelock: [0, 60 * DAY],
  gracePeriod: [DAY, 365 * DAY],
  objectionPeriod: [0, 14 * DAY],
}

export type CharterClass = {
  readonly name: string
  readonly share: number
  /** false: lenders and investors, whom a rule can cap. */
  readonly user: boolean
  /** Natural persons, each a head of the phyle. */
  readonly cooperator: boolean
}

export type Charter = {
  readonly name: string
  readonly purpose: string
  /** Where it works, if the charter says so. */
  readonly city: string | null
  readonly country: string | null
  readonly language: Language
  readonly lock: Lock
  /** Who gets what is left when nobody is a member any more; null: the federation, or nobody where there is no lock. */
  readonly body: Address | null
  readonly admission: { readonly policy: AdmissionPolicy; readonly sponsors: number }
  readonly maxShareBps: number
  /** Seconds. */
  readonly coolingPeriod: number
  readonly classes: readonly CharterClass[]
  readonly rules: Readonly<Record<Kind, Rule | null>>
  /** Social and environmental effects that the co-op reports on each year. */
  readonly effects: readonly Effect[]
  /** Where the values come from, and which of them are ours. */
  readonly preset: string | null
  readonly ours: readonly string[]
}

export type Effect = {
  readonly name: string
  readonly unit: string
  readonly limit: string
}

/** The struct that the Registrar takes. */
export type ChainCharter = {
  readonly name: string
  readonly purpose: Hex
  readonly language: Hex
  readonly lock: number
  readonly admission: number
  readonly sponsors: number
  readonly maxShareBps: number
  readonly coolingPeriod: number
  readonly classes: readonly {
    readonly name: Hex
    readonly shareBps: number
    readonly flags: number
  }[]
  readonly rules: readonly [bigint, bigint, bigint, bigint]
  /** Whose chapters count as opened from the first day; the zero address: nobody's. */
  readonly federation: Address
  /** Who gets what is left when nobody is a member any more; the zero address: the federation. */
  readonly body: Address
}

export type CharterFault =
  | 'shape'
  | 'name'
  | 'purpose'
  | 'classes'
  | 'shares'
  | 'bound'
  | 'threshold'
  | 'objections'
  | 'consent'
  | 'majority'
  | 'period'
  | 'rule'
  | 'sponsors'
  | 'effect'
  | 'body'

/** What the Statutes would refuse, with the place in the file and what is wrong there. */
export class CharterError extends Error {
  override readonly name = 'CharterError'
  /** As in `rules.special.threshold` or `classes[1].share`. */
  readonly place: string
  readonly fault: CharterFault

  constructor(place: string, fault: CharterFault, problem: string) {
    super(`${place}: ${problem}`)
    this.place = place
    this.fault = fault
  }
}

/** Where the rule for a kind of decision stands in a charter. */
export function rulePlace(kind: Kind): string {
  return at('rules', kind.toLowerCase())
}

/* ON CHAIN */

/** The founding document: what the purpose's digest stands for, and what a relay keeps. */
export function foundingDocument(charter: Charter): string {
  return canonicalJson(charter)
}

/**
 * What is wrong with who gets what is left of a co-op when nobody is a member any more; null: nothing.
 * Where the assets are locked somebody does: the body that is named, or the federation.
 */
export function bodyFault({ lock, body }: Charter, federation: Address): CharterError | null {
  if (body === zeroAddress) return new CharterError('body', 'body', 'is nobody’s address')
  if (lock === 'NONE' || body !== null || federation !== zeroAddress) return null
  return new CharterError(
    'body',
    'body',
    'is missing: name who gets what is left of a locked co-op',
  )
}

/** The struct for the Registrar; a `CharterError` where nobody would get what is left, see `bodyFault`. */
export function charterToChain(charter: Charter, federation: Address = zeroAddress): ChainCharter {
  const fault = bodyFault(charter, federation)
  if (fault) throw fault
  const names = charter.classes.map((c) => c.name)
  const word = (kind: Kind): bigint => {
    const rule = charter.rules[kind]
    return rule === null ? 0n : packRule(ruleToChain(rule, names) satisfies ChainRule)
  }
  return {
    name: charter.name,
    purpose: documentDigest(foundingDocument(charter)),
    language: languageCode(charter.language),
    lock: LOCKS.indexOf(charter.lock),
    admission: ADMISSIONS.indexOf(charter.admission.policy),
    sponsors: charter.admission.sponsors,
    maxShareBps: charter.maxShareBps,
    coolingPeriod: charter.coolingPeriod,
    classes: charter.classes.map(({ name, share, user, cooperator }) => ({
      name: className(name),
      shareBps: share,
      flags: (user ? USER_FLAG : 0) | (cooperator ? COOPERATOR_FLAG : 0),
    })),
    rules: [word('ORDINARY'), word('CONSENT'), word('SPECIAL'), word('ENTRENCHED')],
    federation,
    body: charter.body ?? zeroAddress,
  }
}

/** UTF-8, padded with zeros to 24 bytes. */
export function className(name: string): Hex {
  return padHex(stringToHex(name), { dir: 'right', size: CLASS_NAME_BYTES })
}

/** The hash that a vote copies, so that a later change of name leaves its ballots alone. */
export function nameHash(name: string): Hex {
  return keccak256(stringToBytes(name))
}

/** The default quorum of co-ops up to this size, and of those from this size on. */
const SMALL = { members: 100, bps: 2500 } as const
const LARGE = { members: 1000, bps: 1000 } as const

/**
 * The default quorum for a co-op of so many members, in basis points rounded down: a quarter up to
 * 100 members, falling evenly to a tenth at 1 000. Source: design 4.6.
 */
export function defaultQuorumBps(members: number): number {
  const over = Math.min(Math.max(members, SMALL.members), LARGE.members) - SMALL.members
  const fall = (over * (SMALL.bps - LARGE.bps)) / (LARGE.members - SMALL.members)
  return Math.floor(SMALL.bps - fall)
}

/** A charter in which rules with the default quorum have the one for so many members. */
export function withExpectedMembers(model: Charter, members: number): Charter['rules'] {
  const quorumBps = defaultQuorumBps(members)
  return Object.fromEntries(
    Object.entries(model.rules).map(([kind, rule]) => [
      kind,
      rule && rule.quorumBps === SMALL.bps ? { ...rule, quorumBps } : rule,
    ]),
  ) as Charter['rules']
}

// SPDX-License-Identifier: MIT
/**
 * Charters: the JSON file that a co-op is founded from, read and judged before anybody signs.
 *
 * Shapes: `parseCharter` takes the parsed JSON and gives a `Charter` with every default filled in;
 * `charterToChain` gives the struct of `contracts/types/Charter.sol`. Units in the file: shares,
 * thresholds, caps in basis points, periods as text (`14 d`, `36 h`). Anything that the Statutes
 * would refuse is a `CharterError` here, which names the place and says what is wrong.
 *
 * Source: design 2, 4.1 (what a rule must be), 4.2.
 */
import {
  type Address,
  type Hex,
  keccak256,
  padHex,
  size,
  stringToBytes,
  stringToHex,
  zeroAddress,
} from 'viem'
import {
  ADMISSIONS,
  type AdmissionPolicy,
  BASES,
  COUNTS,
  KINDS,
  type Kind,
  LOCKS,
  type Lock,
  WHOLES,
} from './chapters/statutes/enums.ts'
import { canonicalJson, documentDigest } from './documents.ts'
import { LANGUAGES, type Language, languageCode } from './language.ts'
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
import {
  type ChainRule,
  COOPERATOR_FLAG,
  PERIODS,
  type Period,
  packRule,
  type Rule,
  ruleToChain,
  USER_FLAG,
} from './rule.ts'
import { FORBIDDEN, titleFault } from './title.ts'
import { parseDuration, showDuration, UnitError } from './units.ts'

export const MAX_CLASSES = 8
export const NAME_BYTES = 64
export const CLASS_NAME_BYTES = 24

const BPS = 10_000
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
  | 'majority'
  | 'period'
  | 'rule'
  | 'sponsors'
  | 'effect'

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

/* READING */

const KEYS = [
  'name',
  'purpose',
  'city',
  'country',
  'language',
  'lock',
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

/** Reads a charter file and judges it: every charter that comes out can be founded. */
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
export function defaultMost(classes: number): number {
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

/* JUDGING */

export function checkCharter(charter: Charter): void {
  for (const fault of faultsIn(charter)) throw fault
}

/** All that the Statutes would refuse in a charter, in the order of its parts. */
export function charterFaults(charter: Charter): readonly CharterError[] {
  return [...faultsIn(charter)]
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
      yield new CharterError(place, 'classes', 'has a character that does not show')
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
  if (kind === 'CONSENT') {
    if (rule.maxObjections === null) {
      yield fault('maxObjections', 'objections', 'a consent rule must limit objections')
    }
    if (threshold === 0 && inclusive) {
      const problem = 'at least 0 would pass with nobody for it: ask for more than 0'
      yield fault('threshold', 'threshold', problem)
    }
  } else if (threshold < 5000 || (threshold === 5000 && inclusive)) {
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

function rulePlace(kind: Kind): string {
  return at('rules', kind.toLowerCase())
}

/* ON CHAIN */

/** The founding document: what the purpose's digest stands for, and what a relay keeps. */
export function foundingDocument(charter: Charter): string {
  return canonicalJson(charter)
}

export function charterToChain(charter: Charter, federation: Address = zeroAddress): ChainCharter {
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

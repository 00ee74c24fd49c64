// SPDX-License-Identifier: MIT
/**
 * Counts votes: exactly, in integers, without a rounding that could decide a vote.
 *
 * This is the reference; `Assembly.outcomeOf` is its twin in Solidity and answers the same, bit
 * for bit. Shapes: a `TallyRule` and one `ClassTally` for each class of the roll, at most 8, each
 * count below 2^26. Units: shares, thresholds and caps in basis points, counts in persons.
 *
 * For class c let `s` be its share, `m` its members at the snapshot, `f` for, `a` against plus
 * objections, `b` abstain. Put `c = nonUserCapBps`, `k = 10000 - c`, `t = threshold`.
 *
 * QUORUM, over all classes if c = 10000, else over user classes only:
 *
 *     took     = sum(f + a + b)
 *     required = min(sum m, max(quorumMin, ceil(sum m * quorumBps / 10000)))
 *     quorum   = took >= required
 *
 * HEADCOUNT. Sums over user classes: Fu, U = sum(f + a), Bu, Mu; over the others: Fn, N, Bn, Mn.
 *
 *     open  = c == 10000 or N * k <= U * c        // the others weigh what they are
 *     open:   for = Fu + Fn                       den = 1
 *     capped: for = Fu * k * N + Fn * U * c       den = k * N
 *     whole of CAST:    open: U + N                    capped: U * 10000 * N
 *     whole of PRESENT: open: U + N + Bu               capped: (U * 10000 + Bu * k) * N
 *                       and + Bn if c == 10000
 *     whole of ROLL:    c == 10000 or Mn * k <= Mu * c:  whole = (Mu + Mn) * den
 *                       else                             whole = Mu * 10000 * den, for = for * k
 *
 * CLASS_SHARE. d = f + a (CAST) or m (ROLL). Only classes with f + a > 0 take part. User classes
 * and the others each get their own common denominator, so that every product stays below 2^256:
 *
 *     Du = product of d over user classes,  Dn over the others (1 if there are none)
 *     uf = sum s * f * (Du / d)             uw = sum s * (f + a) * (Du / d)
 *     nf, nw likewise with Dn
 *     open  = c == 10000 or nw * Du * k <= uw * Dn * c
 *     open:   for = uf * Dn + nf * Du             whole = (uw * Dn + nw * Du)
 *     capped: for = uf * nw * k + nf * uw * c     whole = uw * nw * 10000
 *
 * The capped line holds because the others' whole is scaled to (users' whole) * c / k: of the
 * result a part k / 10000 is the users' and c / 10000 the others', whatever Du and Dn are.
 * Bounds: 8 classes of 26 bits give Du * Dn < 2^208; shares and basis points 14 bits each. In the
 * contract the capped comparison leaves out the factor 10000 that stands on both sides:
 * `uf * nw * k + nf * uw * c  >  t * uw * nw`, below 2^250; the open one is below 2^240.
 *
 * PASSED = quorum
 *      and whole > 0
 *      and for * 10000 > t * whole  (inclusive: >=)
 *      and f > a in each class of `classMajority` that has members
 *      and objections <= maxObjections, unless that is null (NONE)
 *
 * A SECOND CALL. Lost to silence is what lacked its quorum, and what would have passed but for
 * classes of `classMajority` in which nobody took part. Called again it goes by the same rule but
 * for the quorum, `quorumBps` being 0 for ORDINARY and CONSENT and ceil(quorumBps / 2) for the
 * others, and those classes are passed over as long as nobody in them takes part again.
 *
 * Source: design 4.1 and 3.
 */

import type { Basis, Count, Kind, Whole } from '../statutes/enums.ts'

export const BPS = 10_000n

export type TallyRule = {
  readonly count: Count
  readonly basis: Basis
  readonly of: Whole
  readonly threshold: number
  readonly inclusive: boolean
  readonly quorumBps: number
  readonly quorumMin: number
  readonly nonUserCapBps: number
  /** Names of the classes that must each have more for than against. */
  readonly classMajority: readonly string[]
  /** null: objections do not block. */
  readonly maxObjections: number | null
  /** In a second call: names of the classes whose majority it needs only if they vote. */
  readonly passedOver?: readonly string[]
}

export type ClassTally = {
  readonly name: string
  readonly share: number
  readonly user: boolean
  readonly members: number
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly object: number
}

/** What stands between the ballots so far and a passed decision; all empty when it has passed. */
export type Missing = {
  /** Ballots that quorum still needs; 0 when it is there. */
  readonly quorum: number
  /** Threshold not reached, or nothing to measure it by. */
  readonly support: boolean
  /**
   * For each class alone: the fewest further ballots "for", by members of it who have not voted,
   * that reach the threshold; null where even all of them would not. Empty when it is reached.
   */
  readonly forByClass: Readonly<Record<string, number | null>>
  /** Classes that must have more for than against and do not. */
  readonly majorities: readonly string[]
  /** Objections above what the rule allows. */
  readonly objections: number
}

export type Outcome = {
  readonly quorum: boolean
  readonly passed: boolean
  /** Members who took part, of those that quorum counts; and how many it requires. */
  readonly took: number
  readonly required: number
  /** Support is `forNumerator / wholeNumerator`: both over the same denominator. */
  readonly forNumerator: bigint
  readonly wholeNumerator: bigint
  /** Support in basis points, rounded down, to be shown only; null while the whole is 0. */
  readonly supportBps: number | null
  readonly objections: number
  readonly missing: Missing
}

type Ratio = { readonly for: bigint; readonly whole: bigint }
type Sums = { f: bigint; cast: bigint; b: bigint; m: bigint }

const big = (n: number): bigint => BigInt(n)
const against = (c: ClassTally): bigint => big(c.against) + big(c.object)
const cast = (c: ClassTally): bigint => big(c.for) + against(c)
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b

/** Counts one vote: what the ballots in `classes` come to under `rule`. */
export function outcomeOf(rule: TallyRule, classes: readonly ClassTally[]): Outcome {
  const { quorum, passed, took, required, ratio, supported, majorities, objections, excess } =
    counted(rule, classes)
  return {
    quorum,
    passed,
    took: Number(took),
    required: Number(required),
    forNumerator: ratio.for,
    wholeNumerator: ratio.whole,
    supportBps: ratio.whole === 0n ? null : Number((ratio.for * BPS) / ratio.whole),
    objections,
    missing: {
      quorum: Number(max(0n, required - took)),
      support: !supported,
      forByClass: supported ? {} : furtherFor(rule, classes),
      majorities,
      objections: excess,
    },
  }
}

/** Only whether a vote has its quorum and has passed, for who counts many. */
export function verdictOf(
  rule: TallyRule,
  classes: readonly ClassTally[],
): Pick<Outcome, 'quorum' | 'passed'> {
  const { quorum, passed } = counted(rule, classes)
  return { quorum, passed }
}

function counted(rule: TallyRule, classes: readonly ClassTally[]) {
  const { took, required } = quorumOf(rule, classes)
  const quorum = took >= required
  const ratio = supportOf(rule, classes)
  const supported = reaches(rule, ratio)
  const majorities = classes.filter((c) => lacksMajority(rule, c)).map((c) => c.name)
  const objections = classes.reduce((sum, c) => sum + c.object, 0)
  const excess = rule.maxObjections === null ? 0 : Math.max(0, objections - rule.maxObjections)
  const passed = quorum && supported && majorities.length === 0 && excess === 0
  return { quorum, passed, took, required, ratio, supported, majorities, objections, excess }
}

/** How long after a vote that was lost to silence it can be called a second time. */
export const SECOND_CALL_SECONDS = 7 * 86_400

/** Whether a vote was lost to silence, so that it can be called a second time. */
export function isLostToSilence(rule: TallyRule, classes: readonly ClassTally[]): boolean {
  const { quorum, passed } = verdictOf(rule, classes)
  return (
    !passed && (!quorum || verdictOf({ ...rule, passedOver: silentIn(classes) }, classes).passed)
  )
}

/** The rule that a vote of this kind goes by when it is called a second time. */
export function secondCallOf<R extends TallyRule>(
  rule: R,
  kind: Kind,
  classes: readonly ClassTally[],
): R {
  const isHigh = kind === 'SPECIAL' || kind === 'ENTRENCHED'
  const silent = silentIn(classes)
  return {
    ...rule,
    quorumBps: isHigh ? Math.ceil(rule.quorumBps / 2) : 0,
    passedOver: rule.classMajority.filter((name) => silent.includes(name)),
  }
}

/** Names of the classes that have members and in which nobody took part. */
function silentIn(classes: readonly ClassTally[]): string[] {
  return classes.filter((c) => c.members > 0 && isSilent(c)).map((c) => c.name)
}

const isSilent = (c: ClassTally): boolean => cast(c) === 0n && c.abstain === 0

/** Who took part and how many must. */
export function quorumOf(
  rule: Pick<TallyRule, 'quorumBps' | 'quorumMin' | 'nonUserCapBps'>,
  classes: readonly ClassTally[],
): { readonly took: bigint; readonly required: bigint } {
  const counted = classes.filter((c) => c.user || big(rule.nonUserCapBps) === BPS)
  const { cast: castSum, b, m } = sumsOf(counted)
  const share = ceilDiv(m * big(rule.quorumBps), BPS)
  return { took: castSum + b, required: min(m, max(big(rule.quorumMin), share)) }
}

/** Support as one fraction: for and whole over the same denominator. */
export function supportOf(rule: TallyRule, classes: readonly ClassTally[]): Ratio {
  return rule.count === 'HEADCOUNT' ? byHeads(rule, classes) : byShares(rule, classes)
}

function byHeads(rule: TallyRule, classes: readonly ClassTally[]): Ratio {
  const c = big(rule.nonUserCapBps)
  const k = BPS - c
  const u = sumsOf(classes.filter((x) => x.user))
  const n = sumsOf(classes.filter((x) => !x.user))
  const open = k === 0n || n.cast * k <= u.cast * c
  const den = open ? 1n : k * n.cast
  const forSum = open ? u.f + n.f : u.f * k * n.cast + n.f * u.cast * c
  if (rule.of === 'ROLL') {
    const rollOpen = k === 0n || n.m * k <= u.m * c
    if (rollOpen) return { for: forSum, whole: (u.m + n.m) * den }
    return { for: forSum * k, whole: u.m * BPS * den }
  }
  const abstained = rule.of === 'PRESENT' ? u.b : 0n
  const outside = rule.of === 'PRESENT' && k === 0n ? n.b : 0n
  if (open) return { for: forSum, whole: u.cast + n.cast + abstained + outside }
  return { for: forSum, whole: (u.cast * BPS + abstained * k) * n.cast }
}

function byShares(rule: TallyRule, classes: readonly ClassTally[]): Ratio {
  const c = big(rule.nonUserCapBps)
  const k = BPS - c
  const present = classes.filter((x) => cast(x) > 0n)
  const u = sharesOf(
    rule,
    present.filter((x) => x.user),
  )
  const n = sharesOf(
    rule,
    present.filter((x) => !x.user),
  )
  const open = k === 0n || n.whole * u.den * k <= u.whole * n.den * c
  if (open) {
    return {
      for: u.for * n.den + n.for * u.den,
      whole: u.whole * n.den + n.whole * u.den,
    }
  }
  return {
    for: u.for * n.whole * k + n.for * u.whole * c,
    whole: u.whole * n.whole * BPS,
  }
}

function sharesOf(rule: TallyRule, classes: readonly ClassTally[]): Ratio & { den: bigint } {
  const d = (x: ClassTally): bigint => (rule.basis === 'CAST' ? cast(x) : big(x.members))
  const den = classes.reduce((product, x) => product * d(x), 1n)
  let forSum = 0n
  let whole = 0n
  for (const x of classes) {
    const weight = big(x.share) * (den / d(x))
    forSum += weight * big(x.for)
    whole += weight * cast(x)
  }
  return { for: forSum, whole, den }
}

function sumsOf(classes: readonly ClassTally[]): Sums {
  const sums: Sums = { f: 0n, cast: 0n, b: 0n, m: 0n }
  for (const c of classes) {
    sums.f += big(c.for)
    sums.cast += cast(c)
    sums.b += big(c.abstain)
    sums.m += big(c.members)
  }
  return sums
}

function reaches(rule: TallyRule, { for: forSum, whole }: Ratio): boolean {
  if (whole === 0n) return false
  const left = forSum * BPS
  const right = big(rule.threshold) * whole
  return rule.inclusive ? left >= right : left > right
}

function lacksMajority(rule: TallyRule, c: ClassTally): boolean {
  if (!rule.classMajority.includes(c.name) || c.members === 0) return false
  if (isSilent(c) && rule.passedOver?.includes(c.name)) return false
  return big(c.for) <= against(c)
}

/** Support never falls when somebody who has not voted says "for", so halving finds the least. */
function furtherFor(
  rule: TallyRule,
  classes: readonly ClassTally[],
): Record<string, number | null> {
  const missing: Record<string, number | null> = {}
  for (const [index, c] of classes.entries()) {
    const left = c.members - c.for - c.against - c.abstain - c.object
    const enough = (more: number): boolean =>
      reaches(rule, supportOf(rule, classes.with(index, { ...c, for: c.for + more })))
    if (left <= 0 || !enough(left)) {
      missing[c.name] = null
      continue
    }
    let low = 0
    let high = left
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (enough(middle)) high = middle
      else low = middle
    }
    missing[c.name] = high
  }
  return missing
}

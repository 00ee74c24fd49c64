// SPDX-License-Identifier: MIT
/**
 * Recounting a vote from logs alone: every signature, every membership, then the tally.
 *
 * Input: what `VoteOpened` published, the member words (`wordsOf`) of all who appear, and the logs
 * `BallotsCounted`, `BallotsChanged` and `VoteCast` of the proposal in their order on chain. A ballot that should not
 * have counted is left out and listed as a fault, so a tally that differs from the contract's comes
 * with its reasons. Pure but for `checkAccount`, which asks an account with code (ERC-1271).
 * Source: design 4.3, 4.4.
 */
import { type Address, getAddress, type Hex } from 'viem'
import {
  ballotDigests,
  choiceOf,
  countsAs,
  isSigned,
  type Paper,
  RECORD_BYTES,
  unpackRecords,
} from './ballot.ts'
import type { Choice } from './chapters/assembly/enums.ts'
import {
  type ClassTally,
  type Outcome,
  outcomeOf,
  type TallyRule,
} from './chapters/assembly/model.ts'
import { classAt, unpackMember } from './rule.ts'

/** A ballot of an account with code, or an objection with its reason. */
export type TailBallot = {
  readonly wallet: Address
  readonly choice: number
  readonly reason: Hex
  readonly signature: Hex
  /** Of a change that stands for the ballot that it replaced, where nothing else is told of that. */
  readonly change?: bigint | undefined
}

/** A change of a ballot that was counted. */
export type ChangedBallot = {
  readonly wallet: Address
  readonly choice: number
  readonly change: bigint
  readonly signature: Hex
}

export type VoteLog =
  | {
      readonly event: 'BallotsCounted'
      readonly records: Hex
      readonly tail: readonly TailBallot[]
    }
  | { readonly event: 'BallotsChanged'; readonly ballots: readonly ChangedBallot[] }
  | { readonly event: 'VoteCast'; readonly voter: Address; readonly support: number }

export type Fault = {
  /** Place of the log in the list given. */
  readonly log: number
  readonly wallet: Address | null
  readonly reason: 'records' | 'choice' | 'signature' | 'roll' | 'replaced' | 'change'
  readonly sentence: string
}

export type Counted = {
  readonly wallet: Address
  readonly class: number
  readonly choice: Choice
  readonly route: 'carried' | 'direct'
  /** The number of the change by which it stands; 0 where it was never changed by signature. */
  readonly change: bigint
}

export type RecountInput = {
  readonly paper: Paper
  readonly rule: TallyRule
  /** Each class at the snapshot, with the votes at 0 or whatever: only its terms are read. */
  readonly classes: readonly Pick<ClassTally, 'name' | 'share' | 'user' | 'members'>[]
  /** Seconds. */
  readonly snapshot: number
  /** Member word by wallet, lower case. */
  readonly words: ReadonlyMap<string, bigint>
  readonly logs: readonly VoteLog[]
  /**
   * Of `castAndChanged` those, in lower case, of whose vote the contract says that it was carried: it came by the
   * signature of a Governor's ballot. Left out: nobody.
   */
  readonly carried?: ReadonlySet<string>
  readonly checkAccount: (wallet: Address, digest: Hex, signature: Hex) => Promise<boolean>
  /** Another that answers as `isSigned` does: faster, or on several cores. It is asked of all at once. */
  readonly checkKey?: typeof isSigned
}

export type Recount = {
  readonly classes: readonly ClassTally[]
  readonly outcome: Outcome
  /** The ballots that stand, one a member. */
  readonly ballots: readonly Counted[]
  /** How many signatures were checked. */
  readonly checked: number
  readonly faults: readonly Fault[]
}

const WORDS: Readonly<Record<Fault['reason'], string>> = {
  records: `the records are not whole pieces of ${RECORD_BYTES} bytes`,
  choice: 'the choice is none of the four',
  signature: 'the signature is not the member’s for this choice',
  roll: 'the wallet was not on the roll at the snapshot',
  replaced: 'a carried ballot came after one that it cannot replace',
  change: 'a change came where no carried vote stood, or under a number that was not higher',
}

type Chosen = { readonly choice: Choice | undefined }

/** Where in the logs each member cast a vote by a log of its own, and changed one, for the last time. */
function lastOf(logs: readonly VoteLog[]) {
  const cast = new Map<string, number>()
  const changed = new Map<string, number>()
  for (const [at, log] of logs.entries()) {
    if (log.event === 'VoteCast') cast.set(log.voter.toLowerCase(), at)
    if (log.event !== 'BallotsChanged') continue
    for (const { wallet } of log.ballots) changed.set(wallet.toLowerCase(), at)
  }
  return { cast, changed }
}

/** Who cast a vote by a log of its own and changed one: only the contract tells whether it came by signature. */
export function castAndChanged(logs: readonly VoteLog[]): Address[] {
  const { cast, changed } = lastOf(logs)
  return [...cast.keys()].filter((wallet) => changed.has(wallet)).map((one) => getAddress(one))
}

/**
 * How a vote with a log of its own came, by the place of that log. What was changed afterwards came by
 * signature; where a later vote replaced it, the contract tells nothing more of it.
 */
function routesOf({ logs, carried }: Pick<RecountInput, 'logs' | 'carried'>) {
  const { cast, changed } = lastOf(logs)
  return (at: number, wallet: string): Counted['route'] => {
    const isChanged = at < (changed.get(wallet) ?? 0)
    const isReplaced = at < (cast.get(wallet) ?? 0)
    return isChanged && (isReplaced || carried?.has(wallet)) ? 'carried' : 'direct'
  }
}

export async function recount(input: RecountInput): Promise<Recount> {
  const standing = new Map<string, Counted>()
  const faults: Fault[] = []
  let checked = 0

  const refuse = (log: number, wallet: Address | null, reason: Fault['reason']): void => {
    faults.push({ log, wallet, reason, sentence: `${wallet ?? 'A batch'}: ${WORDS[reason]}.` })
  }

  const enter = (
    log: number,
    cast: Omit<Counted, 'class' | 'choice'> & Chosen,
    isLater: boolean,
  ) => {
    const { wallet, choice } = cast
    const key = wallet.toLowerCase()
    const place = classAt(unpackMember(input.words.get(key) ?? 0n), input.snapshot)
    const before = standing.get(key)
    const isChange = isLater && before?.route === 'carried' && cast.change > before.change
    if (choice === undefined) refuse(log, wallet, 'choice')
    else if (place === null || !input.classes[place]) refuse(log, wallet, 'roll')
    else if (isLater && !isChange) refuse(log, wallet, 'change')
    else if (!isLater && cast.route === 'carried' && before) refuse(log, wallet, 'replaced')
    else standing.set(key, { ...cast, class: place, choice })
  }

  const checkKey = input.checkKey ?? isSigned
  const digestOf = ballotDigests(input.paper)
  const signed = async (ballot: TailBallot, isAccount: boolean): Promise<boolean> => {
    const choice = choiceOf(ballot.choice)
    if (choice === undefined) return true
    checked += 1
    // An account of EIP-7702 may still sign with its own key.
    if (await checkKey(input.paper, { ...ballot, choice })) return true
    if (!isAccount) return false
    const digest = digestOf(ballot.wallet, choice, ballot.reason, ballot.change)
    return input.checkAccount(ballot.wallet, digest, ballot.signature)
  }

  const carried = input.logs.map((log) => (log.event === 'VoteCast' ? null : batchOf(log)))
  const signatures = await Promise.all(
    carried.map((batch) =>
      Promise.all((batch?.all ?? []).map(({ ballot, isAccount }) => signed(ballot, isAccount))),
    ),
  )

  const routeOf = routesOf(input)
  for (const [index, log] of input.logs.entries()) {
    if (log.event === 'VoteCast') {
      const wallet = getAddress(log.voter)
      const choice = choiceOf(log.support)
      const route = routeOf(index, wallet.toLowerCase())
      enter(index, { wallet, choice, route, change: 0n }, false)
      continue
    }
    const batch = carried[index]
    if (!batch?.isWhole) refuse(index, null, 'records')
    for (const [at, { ballot }] of (batch?.all ?? []).entries()) {
      const { wallet, reason, change = 0n } = ballot
      const given = choiceOf(ballot.choice)
      const choice = given && countsAs(given, reason)
      const isLater = log.event === 'BallotsChanged'
      if (!signatures[index]?.[at]) refuse(index, wallet, 'signature')
      else enter(index, { wallet, choice, route: 'carried', change }, isLater)
    }
  }

  const ballots = [...standing.values()]
  const classes = talliesOf(input.classes, ballots)
  return { classes, outcome: outcomeOf(input.rule, classes), ballots, checked, faults }
}

/** The tally of ballots that stand, by class. */
export function talliesOf(
  classes: RecountInput['classes'],
  ballots: readonly Pick<Counted, 'class' | 'choice'>[],
): ClassTally[] {
  return classes.map(({ name, share, user, members }, place) => {
    const counts = { for: 0, against: 0, abstain: 0, object: 0 }
    for (const ballot of ballots) if (ballot.class === place) counts[ballot.choice] += 1
    return { name, share, user, members, ...counts }
  })
}

/** What a log says was signed, in order; of records whether they are whole. */
function batchOf(log: Exclude<VoteLog, { event: 'VoteCast' }>) {
  const isChange = log.event === 'BallotsChanged'
  const records = isChange ? [] : readRecords(log.records)
  const unpacked: readonly TailBallot[] = isChange
    ? log.ballots.map((ballot) => ({ ...ballot, reason: '0x' as const }))
    : log.tail
  const tail = unpacked.map((one) => ({ ...one, wallet: getAddress(one.wallet) }))
  const all = [
    ...(records ?? []).map((ballot) => ({ ballot, isAccount: false })),
    ...tail.map((ballot) => ({ ballot, isAccount: true })),
  ]
  return { isWhole: records !== null, all }
}

function readRecords(records: Hex): TailBallot[] | null {
  try {
    return unpackRecords(records).map((record) => ({ ...record, reason: '0x' }))
  } catch {
    return null
  }
}

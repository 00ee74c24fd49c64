// SPDX-License-Identifier: MIT
/**
 * Recounting a vote from logs alone: every signature, every membership, then the tally.
 *
 * Input: what `VoteOpened` published, the member words (`wordsOf`) of all who appear, and the logs
 * `BallotsCounted` and `VoteCast` of the proposal in their order on chain. A ballot that should not
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
}

export type VoteLog =
  | {
      readonly event: 'BallotsCounted'
      readonly records: Hex
      readonly tail: readonly TailBallot[]
    }
  | { readonly event: 'VoteCast'; readonly voter: Address; readonly support: number }

export type Fault = {
  /** Place of the log in the list given. */
  readonly log: number
  readonly wallet: Address | null
  readonly reason: 'records' | 'choice' | 'signature' | 'roll' | 'replaced'
  readonly sentence: string
}

export type Counted = {
  readonly wallet: Address
  readonly class: number
  readonly choice: Choice
  readonly route: 'carried' | 'direct'
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
    wallet: Address,
    choice: Choice | undefined,
    route: Counted['route'],
  ): void => {
    const key = wallet.toLowerCase()
    const place = classAt(unpackMember(input.words.get(key) ?? 0n), input.snapshot)
    if (choice === undefined) refuse(log, wallet, 'choice')
    else if (place === null || !input.classes[place]) refuse(log, wallet, 'roll')
    else if (route === 'carried' && standing.has(key)) refuse(log, wallet, 'replaced')
    else standing.set(key, { wallet, class: place, choice, route })
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
    const digest = digestOf(ballot.wallet, choice, ballot.reason)
    return input.checkAccount(ballot.wallet, digest, ballot.signature)
  }

  const carried = input.logs.map((log) => {
    if (log.event === 'VoteCast') return null
    const tail = log.tail.map((one) => ({ ...one, wallet: getAddress(one.wallet) }))
    const records = readRecords(log.records)
    const all = [
      ...(records ?? []).map((ballot) => ({ ballot, isAccount: false })),
      ...tail.map((ballot) => ({ ballot, isAccount: true })),
    ]
    return { isWhole: records !== null, all }
  })
  const signatures = await Promise.all(
    carried.map((batch) =>
      Promise.all((batch?.all ?? []).map(({ ballot, isAccount }) => signed(ballot, isAccount))),
    ),
  )

  for (const [index, log] of input.logs.entries()) {
    if (log.event === 'VoteCast') {
      enter(index, getAddress(log.voter), choiceOf(log.support), 'direct')
      continue
    }
    const batch = carried[index]
    if (!batch?.isWhole) refuse(index, null, 'records')
    for (const [at, { ballot }] of (batch?.all ?? []).entries()) {
      const choice = choiceOf(ballot.choice)
      if (signatures[index]?.[at])
        enter(index, ballot.wallet, choice && countsAs(choice, ballot.reason), 'carried')
      else refuse(index, ballot.wallet, 'signature')
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

function readRecords(records: Hex): TailBallot[] | null {
  try {
    return unpackRecords(records).map((record) => ({ ...record, reason: '0x' }))
  } catch {
    return null
  }
}

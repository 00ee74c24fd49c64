// SPDX-License-Identifier: AGPL-3.0-or-later
/** Chooses which ballots go into one transaction, and writes them as it takes them. Pure. */
import {
  BATCH,
  choiceCode,
  countedOf,
  packRecords,
  RECORD_BYTES,
  unpackRecords,
} from '@phyle/sdk/ballot'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  isAddressEqual,
  parseEventLogs,
  size,
  type TransactionReceipt,
} from 'viem'
import type { Ballot, Group } from './ballotStore.ts'

export const MOST_BALLOTS = BATCH
/** A transaction may have 131 072 bytes; each ballot of an account costs its words besides. */
const MOST_BYTES = 120_000
const BYTES_IN_THE_TAIL = 288

/** A record has no room for a reason, nor for the signature of an account with code. */
const isInTail = ({ account, reason }: Ballot): boolean => account || reason !== null

/** Before the close there is time for a transaction that fails, and for the one after it. */
const CLOSINGS_BEFORE_THE_END = 7

interface Pace {
  readonly batchSeconds: number
  readonly closingSeconds: number
}

/** Milliseconds of this machine, and seconds of the chain, taken at once. */
interface Moment {
  readonly wall: number
  readonly chain: number
}

/**
 * When a vote's ballots leave, at the latest, in seconds of the chain: when the oldest has waited
 * its time, and long enough before the close, however short the vote is.
 */
export function departureOf(
  group: Pick<Group, 'oldest' | 'ends'>,
  at: Moment,
  { batchSeconds, closingSeconds }: Pace,
): number {
  const waits = Math.ceil(batchSeconds + (group.oldest - at.wall) / 1_000)
  const closes = group.ends - CLOSINGS_BEFORE_THE_END * closingSeconds - at.chain
  return at.chain + Math.max(0, Math.min(waits, closes))
}

/** Tells whether a vote's ballots should leave now. */
export function isDue(
  group: Pick<Group, 'count' | 'oldest' | 'ends'>,
  at: Moment,
  pace: Pace,
): boolean {
  return group.count >= MOST_BALLOTS || departureOf(group, at, pace) <= at.chain
}

/** As many of `ballots`, from the first, as fit into one transaction. */
export function fitting(ballots: readonly Ballot[], most: number = MOST_BALLOTS): Ballot[] {
  const batch: Ballot[] = []
  let bytes = 0
  for (const ballot of ballots) {
    bytes += isInTail(ballot)
      ? BYTES_IN_THE_TAIL + size(ballot.signature) + size(ballot.reason ?? '0x')
      : RECORD_BYTES
    if (batch.length >= most || bytes > MOST_BYTES) break
    batch.push(ballot)
  }
  return batch
}

export interface Packed {
  /** In the order in which the contract judges them: records, then the tail. */
  readonly ballots: readonly Ballot[]
  readonly args: readonly [
    proposal: bigint,
    records: Hex,
    tail: readonly { wallet: Address; choice: number; reason: Hex; signature: Hex }[],
  ]
}

export function pack(proposal: string, batch: readonly Ballot[]): Packed {
  const records = batch
    .filter((ballot) => !isInTail(ballot))
    .toSorted((a, b) => a.memberId - b.memberId)
  const tail = batch.filter(isInTail)
  return {
    ballots: [...records, ...tail],
    args: [
      BigInt(proposal),
      packRecords(records.map(({ member, ...ballot }) => ({ ...ballot, wallet: member }))),
      tail.map(({ member, choice, reason, signature }) => ({
        wallet: member,
        choice: choiceCode(choice),
        reason: reason ?? '0x',
        signature,
      })),
    ],
  }
}

export const encode = ({ args }: Packed): Hex =>
  encodeFunctionData({ abi: iAssemblyAbi, functionName: 'castBallots', args })

/** Splits a batch by what the contract said of it. */
export function judged(
  packed: Packed,
  bitmap: Hex,
): { readonly counted: readonly Ballot[]; readonly refused: readonly Ballot[] } {
  const marks = countedOf(bitmap, packed.ballots.length)
  return {
    counted: packed.ballots.filter((_, i) => marks[i]),
    refused: packed.ballots.filter((_, i) => !marks[i]),
  }
}

/** The wallets whose ballots a transaction counted, from its event. */
export function countedIn(receipt: TransactionReceipt, assembly: Address): ReadonlySet<Address> {
  const logs = parseEventLogs({
    abi: iAssemblyAbi,
    eventName: 'BallotsCounted',
    logs: receipt.logs,
  })
  const wallets = logs
    .filter(({ address }) => isAddressEqual(address, assembly))
    .flatMap(({ args }) => [
      ...unpackRecords(args.records).map(({ wallet }) => wallet),
      ...args.tail.map(({ wallet }) => getAddress(wallet)),
    ])
  return new Set(wallets)
}

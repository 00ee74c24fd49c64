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
import type { ChangedBallot } from '@phyle/sdk/recount'
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
import { type Ballot, type Group, sortOf } from './ballotStore.ts'

export const MOST_BALLOTS = BATCH
/** A transaction may have 131 072 bytes; each ballot of an account costs its words besides. */
const MOST_BYTES = 120_000
const BYTES_IN_THE_TAIL = 288

/** A record has no room for a reason, a number, or the signature of an account with code. */
const isInTail = (ballot: Ballot): boolean =>
  ballot.account || ballot.reason !== null || sortOf(ballot) === 'changes'

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
  /** In the order in which the contract judges them: records, then the tail; or changes. */
  readonly ballots: readonly Ballot[]
  readonly call:
    | {
        readonly functionName: 'castBallots'
        readonly args: readonly [
          proposal: bigint,
          records: Hex,
          tail: readonly { wallet: Address; choice: number; reason: Hex; signature: Hex }[],
        ]
      }
    | {
        readonly functionName: 'castChanges'
        readonly args: readonly [proposal: bigint, ballots: readonly ChangedBallot[]]
      }
}

/** @param batch of one sort */
export const pack = (proposal: string, batch: readonly Ballot[]): Packed =>
  batch.some((one) => sortOf(one) === 'changes')
    ? packChanges(BigInt(proposal), batch)
    : packBallots(BigInt(proposal), batch)

function packBallots(proposal: bigint, batch: readonly Ballot[]): Packed {
  const records = batch
    .filter((ballot) => !isInTail(ballot))
    .toSorted((a, b) => a.memberId - b.memberId)
  const tail = batch.filter(isInTail)
  return {
    ballots: [...records, ...tail],
    call: {
      functionName: 'castBallots',
      args: [
        proposal,
        packRecords(records.map(({ member, ...ballot }) => ({ ...ballot, wallet: member }))),
        tail.map(({ member, choice, reason, signature }) => ({
          wallet: member,
          choice: choiceCode(choice),
          reason: reason ?? '0x',
          signature,
        })),
      ],
    },
  }
}

function packChanges(proposal: bigint, batch: readonly Ballot[]): Packed {
  const changes = batch.map(({ member, choice, change, signature }) => ({
    wallet: member,
    choice: choiceCode(choice),
    change: BigInt(change ?? 0),
    signature,
  }))
  return { ballots: batch, call: { functionName: 'castChanges', args: [proposal, changes] } }
}

export const encode = ({ call }: Packed): Hex => encodeFunctionData({ abi: iAssemblyAbi, ...call })

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

/** The wallets whose ballots or changes a transaction counted, from its events. */
export function countedIn(receipt: TransactionReceipt, assembly: Address): ReadonlySet<Address> {
  const logs = parseEventLogs({
    abi: iAssemblyAbi,
    eventName: ['BallotsCounted', 'BallotsChanged'],
    logs: receipt.logs,
  })
  const wallets = logs
    .filter(({ address }) => isAddressEqual(address, assembly))
    .flatMap((log) => {
      if (log.eventName === 'BallotsChanged') return log.args.ballots.map(({ wallet }) => wallet)
      const { records, tail } = log.args
      return [...unpackRecords(records), ...tail].map(({ wallet }) => wallet)
    })
  return new Set(wallets.map((wallet) => getAddress(wallet)))
}

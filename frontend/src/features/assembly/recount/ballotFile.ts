import type { Answer } from '@phyle/sdk/answer'
import type { BallotPage, KeptBallot } from '@phyle/sdk/chapters/assembly/api'
import { CHOICES, ROUTE } from '@phyle/sdk/chapters/assembly/enums'
import type { ClassTally } from '@phyle/sdk/chapters/assembly/model'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import { type Recount, type RecountInput, recount, type VoteLog } from '@phyle/sdk/recount'
import { type Address, BaseError, type Hex, stringToHex } from 'viem'
import type { Config } from 'wagmi'
import { multicall } from 'wagmi/actions'
import { askIndex, IndexError } from '../../../chain/indexClient.ts'
import { inPieces } from '../../../chain/pieces.ts'

type Vote = { readonly assembly: `0x${string}`; readonly id: string }

/** What the contract says somebody cast; route 0: nothing. */
export type OnChain = readonly [route: number, choice: number]

/** Every ballot that stands, from the index, with what proves it. */
export async function readBallotFile(
  indexerUrl: string,
  { assembly, id }: Vote,
  onRead: (page: readonly KeptBallot[], read: number) => void,
): Promise<readonly KeptBallot[]> {
  const all: KeptBallot[] = []
  let from: number | null = 0
  while (from !== null) {
    const page: Answer<BallotPage> = await askIndex(
      indexerUrl,
      '/api/proposals/:assembly/:id/ballots',
      { assembly, id },
      { from: `${from}` },
    )
    const { ballots, next }: BallotPage = page.data
    all.push(...ballots)
    onRead(ballots, all.length)
    from = next !== null && next > from ? next : null
  }
  return all
}

/** What the contract itself says of each of them, in their order. */
export const readOnChain = (
  config: Config,
  { assembly, id }: Vote,
  voters: readonly Address[],
): Promise<readonly OnChain[]> => {
  const at = { address: assembly, abi: iAssemblyAbi, functionName: 'ballotOf' } as const
  return multicall(config, {
    contracts: voters.map((voter) => ({ ...at, args: [BigInt(id), voter] as const })),
    allowFailure: false,
    // Needs no contract on the network, and the batch is as large as the caller chose.
    deployless: true,
    batchSize: 0,
  })
}

/** Of these voters those, in lower case, of whose vote the contract says that it was carried. */
export async function readCarried(
  config: Config,
  vote: Vote,
  voters: readonly Address[],
): Promise<ReadonlySet<string>> {
  const onChain = await inPieces(voters, (some) => readOnChain(config, vote, some))
  const carried = voters.filter((_, at) => onChain[at]?.[0] === ROUTE.carried)
  return new Set(carried.map((voter) => voter.toLowerCase()))
}

/** Why somebody objects, as they signed it. */
export const reasonOf = ({ reason }: Pick<KeptBallot, 'reason'>): Hex => stringToHex(reason ?? '')

/** Which change they signed; undefined where it is the ballot itself. */
export const changeOf = ({ change }: Pick<KeptBallot, 'change'>): bigint | undefined =>
  change === null ? undefined : BigInt(change)

const codeOf = ({ choice }: KeptBallot) => CHOICES.indexOf(choice)

/**
 * Whether a file has what proves it: the signature of every ballot that was carried. Without one it
 * need not be false, but then the logs have to tell.
 */
export const provesItself = (file: readonly KeptBallot[], onChain: readonly OnChain[]): boolean =>
  file.every(({ signature }, at) => signature !== null || onChain[at]?.[0] !== ROUTE.carried)

const sameSums = (one: readonly ClassTally[], other: readonly ClassTally[]) =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * What a file comes to: null where it does not hold, undefined where nothing is known of it, because
 * the index or the node did not answer. What is no file at all does not hold.
 */
export const tried = (
  read: () => Promise<Recount | null | undefined>,
): Promise<Recount | null | undefined> =>
  read().catch((error: unknown) =>
    error instanceof IndexError || error instanceof BaseError ? undefined : null,
  )

/** So often a count is made again that is not the official one. */
const MOST_COUNTS = 3

/**
 * A count beside the official one. Where they differ they are read again before anybody is told:
 * while one was read a ballot may have been counted, or a node may have been late.
 */
export async function countedTwice(
  count: () => Promise<Recount>,
  readOfficial: () => Promise<readonly ClassTally[]>,
): Promise<{ readonly count: Recount; readonly same: boolean }> {
  for (let times = 1; ; times += 1) {
    const found = await count()
    const same = sameSums(await readOfficial(), found.classes)
    if (same || times === MOST_COUNTS) return { count: found, same }
  }
}

/**
 * Counts the ballots of a file; null where the file does not hold, whatever is wrong with it. Every
 * signature is checked here, every ballot is held against the contract's record of its voter, and
 * the sums against the contract's own, so that nothing can be altered, added or left out.
 */
export async function recountFile(
  terms: Omit<RecountInput, 'logs'>,
  file: readonly KeptBallot[],
  onChain: readonly OnChain[],
  official: readonly ClassTally[],
): Promise<Recount | null> {
  const voters = new Set(file.map(({ voter }) => voter.toLowerCase()))
  const isOnce = voters.size === file.length
  const isRecorded = file.every((ballot, at) => {
    const [route, choice] = onChain[at] ?? [0, 0]
    return route !== ROUTE.none && choice === codeOf(ballot)
  })
  if (!isOnce || !isRecorded) return null
  const tail = file.flatMap((ballot) =>
    ballot.signature === null
      ? []
      : [
          {
            wallet: ballot.voter,
            choice: codeOf(ballot),
            reason: reasonOf(ballot),
            signature: ballot.signature,
            change: changeOf(ballot),
          },
        ],
  )
  const logs: VoteLog[] = [
    { event: 'BallotsCounted', records: '0x', tail },
    ...file
      .filter(({ signature }) => signature === null)
      .map((ballot) => ({
        event: 'VoteCast' as const,
        voter: ballot.voter,
        support: codeOf(ballot),
      })),
  ]
  const count = await recount({ ...terms, logs })
  const isWhole = sameSums(count.classes, official)
  return count.faults.length === 0 && isWhole ? count : null
}

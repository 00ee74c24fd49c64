import { type isSigned, motionOf, type Paper, unpackRecords } from '@phyle/sdk/ballot'
import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { castAndChanged, type Recount, recount, type VoteLog } from '@phyle/sdk/recount'
import {
  ruleFromChain,
  tallyFromChain,
  unpackClasses,
  unpackCounts,
  unpackRule,
} from '@phyle/sdk/rule'
import { type Address, type Hex, keccak256, stringToHex } from 'viem'
import type { Config } from 'wagmi'
import { getBlock } from 'wagmi/actions'
import { isAccountSigned } from '../../../chain/accountSigned.ts'
import { blockAt } from '../../../chain/logs.ts'
import { inPieces } from '../../../chain/pieces.ts'
import { Refused } from '../../../chain/refused.ts'
import { readVoteLogs } from '../../../chain/votes.ts'
import type { Settings } from '../../../env.ts'
import { readAssemblyTalliesOf, readMembershipWordsOf } from '../../../generated/contracts.ts'
import { assembly as words } from '../../../words/assembly/words.ts'
import {
  changeOf,
  countedTwice,
  provesItself,
  readBallotFile,
  readCarried,
  readOnChain,
  reasonOf,
  recountFile,
  tried,
} from './ballotFile.ts'

export interface RecountResult {
  readonly count: Recount
  /** Whether every number is the contract's. */
  readonly same: boolean
  /** Of all ballots that stand, in the order of their wallets: the same for everybody who recounts. */
  readonly fingerprint: Hex
  readonly time: number
  /** Whether the index gave a file of ballots that did not hold. */
  readonly isFileRefused: boolean
}

/** How far a recount is: which ballots were fetched, looked up on the roll, and had their signature checked. */
export interface RecountProgress {
  readonly step: 'ballots' | 'roll' | 'signatures'
  readonly done: number
  readonly all: number
}

interface Doing {
  readonly checkKey: typeof isSigned
  readonly onProgress: (progress: RecountProgress) => void
}

/** Counts a vote again, from the ballots that the index keeps or, where those do not hold, from logs. */
export async function recountVote(
  config: Config,
  { chainId, indexerUrl }: Pick<Settings, 'chainId' | 'indexerUrl'>,
  proposal: ProposalDetail,
  membership: Address,
  doing: Doing,
): Promise<RecountResult> {
  const { onProgress } = doing
  const checkKey = once(doing.checkKey)
  const { assembly } = proposal
  const id = BigInt(proposal.id)
  const firstBlock = BigInt(proposal.proposed.block)
  const logs = await readVoteLogs(config, assembly, id, firstBlock, firstBlock)
  const opened = logs.find((log) => log.eventName === 'VoteOpened')
  const ruleWord = opened && unpackRule(opened.args.ruleWord)
  if (!opened || !ruleWord) throw new Refused(words.recount.noLog)
  const names = proposal.classes.map((one) => one.name)
  const members = unpackCounts(opened.args.counts, names.length)
  const classes = unpackClasses(opened.args.classWord, names.length).map((terms, place) => ({
    name: names[place] ?? '',
    share: terms.share,
    user: terms.user,
    members: members[place] ?? 0,
  }))
  const paper: Paper = {
    chainId,
    assembly,
    cooperative: proposal.paper.cooperative,
    resolution: opened.args.resolution,
    language: proposal.paper.language,
    proposal: id,
    // Of the actions and the text as they are shown: signatures for others do not count.
    motion: motionOf(proposal.actions, proposal.description),
  }
  const terms = {
    paper,
    rule: ruleFromChain(ruleWord, names),
    classes,
    snapshot: opened.args.snapshot,
    checkAccount: (wallet: Address, digest: Hex, signature: Hex) =>
      isAccountSigned(config, wallet, digest, signature),
    checkKey,
  }
  const wordsOf = async (wallets: readonly Address[]) => {
    const words = await inPieces(wallets, (some) =>
      readMembershipWordsOf(config, { address: membership, args: [some] }),
    )
    return new Map(wallets.map((wallet, at) => [wallet.toLowerCase(), words[at] ?? 0n]))
  }
  const readOfficial = async () =>
    (await readAssemblyTalliesOf(config, { address: assembly, args: [id] })).map((tally, place) =>
      tallyFromChain(tally, names[place] ?? ''),
    )

  const fromFile = async (): Promise<Recount | null | undefined> => {
    const file = await readBallotFile(indexerUrl, proposal, (page, done) => {
      onProgress({ step: 'ballots', done, all: Math.max(done, proposal.voted) })
      // While the rest is fetched and looked up.
      for (const one of page) {
        const { voter: wallet, choice, signature } = one
        const rest = { reason: reasonOf(one), change: changeOf(one) }
        if (signature !== null) void checkKey(paper, { wallet, choice, signature, ...rest })
      }
    })
    const voters = file.map(({ voter }) => voter)
    const compare = (done: number) => onProgress({ step: 'roll', done, all: voters.length })
    compare(0)
    const [found, onChain, official] = await Promise.all([
      wordsOf(voters),
      inPieces(voters, (some) => readOnChain(config, proposal, some), compare),
      readOfficial(),
    ])
    if (!provesItself(file, onChain)) return undefined
    onProgress({ step: 'signatures', done: 0, all: voters.length })
    return recountFile({ ...terms, words: found }, file, onChain, official)
  }

  const fromLogs = async (): Promise<Recount> => {
    const close = await blockAt(config, firstBlock, proposal.votingEnds)
    onProgress({ step: 'ballots', done: 0, all: proposal.voted })
    const read = await readVoteLogs(config, assembly, id, firstBlock, close)
    const votes: VoteLog[] = []
    const wallets = new Set<Address>()
    for (const log of read) {
      if (log.eventName === 'VoteCast') {
        votes.push({ event: 'VoteCast', voter: log.args.voter, support: log.args.support })
        wallets.add(log.args.voter)
      }
      if (log.eventName === 'BallotsCounted') {
        const { records, tail } = log.args
        votes.push({ event: 'BallotsCounted', records, tail })
        for (const { wallet } of unpackRecords(records)) wallets.add(wallet)
        for (const { wallet } of tail) wallets.add(wallet)
      }
      if (log.eventName === 'BallotsChanged') {
        const { ballots } = log.args
        votes.push({ event: 'BallotsChanged', ballots })
        for (const { wallet } of ballots) wallets.add(wallet)
      }
    }
    const all = [...wallets]
    onProgress({ step: 'roll', done: 0, all: all.length })
    const [found, carried] = await Promise.all([
      wordsOf(all),
      readCarried(config, proposal, castAndChanged(votes)),
    ])
    onProgress({ step: 'signatures', done: 0, all: all.length })
    return recount({ ...terms, words: found, logs: votes, carried })
  }

  const kept = await tried(fromFile)
  const { count, same } = kept
    ? { count: kept, same: true }
    : await countedTwice(fromLogs, readOfficial)
  const block = await getBlock(config)
  return {
    count,
    same,
    fingerprint: fingerprintOf(count),
    time: Number(block.timestamp),
    isFileRefused: kept === null,
  }
}

/** Checks each but once, however often it is asked. */
function once(check: typeof isSigned): typeof isSigned {
  const asked = new Map<string, Promise<boolean>>()
  return (paper, ballot) => {
    const { wallet, choice, signature, reason, change } = ballot
    const key = [wallet, choice, signature, reason, change].join(' ')
    const known = asked.get(key)
    if (known) return known
    const answer = check(paper, ballot)
    // The failure is told to whoever asks again; nobody listened to the first attempt.
    answer.catch(() => {})
    asked.set(key, answer)
    return answer
  }
}

function fingerprintOf({ ballots }: Recount): Hex {
  const lines = ballots
    .map(({ wallet, choice }) => `${wallet.toLowerCase()} ${choice}`)
    .toSorted()
    .join('\n')
  return keccak256(stringToHex(lines))
}

import { type Paper, unpackRecords } from '@phyle/sdk/ballot'
import type { ProposalDetail } from '@phyle/sdk/index-api'
import { type Recount, recount, type VoteLog } from '@phyle/sdk/recount'
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
import { Refused } from '../../chain/refusal.ts'
import { readVoteLogs } from '../../chain/votes.ts'
import {
  readAssemblyTalliesOf,
  readMembershipWordsOf,
  readWalletIsValidSignature,
} from '../../generated/contracts.ts'
import { assembly as words } from '../../words/en/assembly.ts'

export interface RecountResult {
  readonly count: Recount
  /** Whether every number is the contract's. */
  readonly same: boolean
  /** Of all ballots that stand, in the order of their wallets: the same for everybody who recounts. */
  readonly fingerprint: Hex
  readonly time: number
}

/** Asks an account with code whether a signature is its own (ERC-1271). */
const accountCheck =
  (config: Config) =>
  async (wallet: Address, digest: Hex, signature: Hex): Promise<boolean> =>
    readWalletIsValidSignature(config, { address: wallet, args: [digest, signature] }).then(
      (answer) => answer === '0x1626ba7e',
      () => false,
    )

/** Counts a vote again from the chain's own logs, and lays the result beside the contract's. */
export async function recountVote(
  config: Config,
  chainId: number,
  proposal: ProposalDetail,
  membership: Address,
): Promise<RecountResult> {
  const { assembly } = proposal
  const id = BigInt(proposal.id)
  const logs = await readVoteLogs(config, assembly, id, BigInt(proposal.proposed.block))

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

  const votes: VoteLog[] = []
  const wallets = new Set<Address>()
  for (const log of logs) {
    if (log.eventName === 'VoteCast') {
      votes.push({ event: 'VoteCast', voter: log.args.voter, support: log.args.support })
      wallets.add(log.args.voter)
    }
    if (log.eventName === 'BallotsCounted') {
      const { records, accounts } = log.args
      votes.push({ event: 'BallotsCounted', records, accounts })
      for (const { wallet } of unpackRecords(records)) wallets.add(wallet)
      for (const { wallet } of accounts) wallets.add(wallet)
    }
  }
  const list = [...wallets]
  const [memberWords, official, block] = await Promise.all([
    list.length === 0 ? [] : readMembershipWordsOf(config, { address: membership, args: [list] }),
    readAssemblyTalliesOf(config, { address: assembly, args: [id] }),
    getBlock(config),
  ])

  const paper: Paper = {
    chainId,
    assembly,
    cooperative: proposal.paper.cooperative,
    resolution: opened.args.resolution,
    language: proposal.paper.language,
    proposal: id,
  }
  const count = await recount({
    paper,
    rule: ruleFromChain(ruleWord, names),
    classes,
    snapshot: opened.args.snapshot,
    words: new Map(list.map((wallet, at) => [wallet.toLowerCase(), memberWords[at] ?? 0n])),
    logs: votes,
    checkAccount: accountCheck(config),
  })

  const theirs = official.map((tally, place) => tallyFromChain(tally, names[place] ?? ''))
  return {
    count,
    same: JSON.stringify(theirs) === JSON.stringify(count.classes),
    fingerprint: fingerprintOf(count),
    time: Number(block.timestamp),
  }
}

function fingerprintOf({ ballots }: Recount): Hex {
  const lines = ballots
    .map(({ wallet, choice }) => `${wallet.toLowerCase()} ${choice}`)
    .toSorted()
    .join('\n')
  return keccak256(stringToHex(lines))
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The first job: members sign, the relay carries, the index shows it, and anybody counts again. */
import { type Address, type Hex, parseEventLogs, verifyTypedData } from 'viem'
import { ballotTypedData, motionOf, type Paper, unpackRecords } from '../../sdk/src/ballot.ts'
import type { ProposalDetail, ProposalSummary } from '../../sdk/src/chapters/assembly/api.ts'
import { type BallotStatus, ballotReceiptTypedData } from '../../sdk/src/chapters/assembly/api.ts'
import type { CoopDetail } from '../../sdk/src/chapters/cooperative/api.ts'
import { iAssemblyAbi, iMembershipAbi } from '../../sdk/src/generated/abi.ts'
import { recount, type VoteLog } from '../../sdk/src/recount.ts'
import {
  ruleFromChain,
  tallyFromChain,
  unpackClasses,
  unpackCounts,
  unpackRule,
} from '../../sdk/src/rule.ts'
import { must, type Paid, paid } from './job.ts'
import type { Tools } from './tools.ts'

const VOTERS = 3
const CHOICE = 'for'

export async function vote(tools: Tools): Promise<readonly Paid[]> {
  const proposal = await openProposal(tools)
  const { membership } = await tools.index<CoopDetail>(`/api/coops/${proposal.coop}`)
  const paper: Paper = {
    chainId: tools.network.chainId,
    assembly: proposal.assembly,
    proposal: BigInt(proposal.id),
    ...proposal.paper,
    motion: motionOf(proposal.actions, proposal.description),
  }
  const voters = await thoseWhoMayVote(tools, membership, proposal)
  const sent = await Promise.all(voters.map((person) => cast(tools, paper, person)))
  const counted = await Promise.all(sent.map(({ id }) => untilCounted(tools, id)))
  await untilIndexed(tools, proposal, counted)
  // A node that is late leaves out the newest ballots: then it is counted once more.
  await tools.until(
    'counted again it is what the contract says',
    () => countAgain(tools, proposal, paper, membership),
    ({ ours, official }) => ours === official,
  )

  const hashes = [...new Set(counted.map(({ tx }) => tx))]
  return Promise.all(
    hashes.map(async (hash) => {
      must(hash !== null, 'the relay does not say which transaction carried a ballot')
      const [receipt, { input }] = await Promise.all([
        tools.client.getTransactionReceipt({ hash }),
        tools.client.getTransaction({ hash }),
      ])
      const ballots = counted.filter(({ tx }) => tx === hash).length
      return paid(`${ballots} ballots carried`, 'relay', receipt, input)
    }),
  )
}

async function openProposal(tools: Tools): Promise<ProposalDetail> {
  const found = await tools.index<readonly ProposalSummary[]>(
    '/api/proposals?open=true&q=mill%20room',
  )
  const [first] = found
  must(first !== undefined, 'the index shows no open vote on the mill room')
  return tools.index(`/api/proposals/${first.assembly}/${first.id}`)
}

type Person = Tools['people'][number]

/** Members on the roll who have not voted yet. */
async function thoseWhoMayVote(
  { client, people }: Tools,
  membership: Address,
  { snapshot, ballots }: ProposalDetail,
): Promise<readonly Person[]> {
  const wallets = people.map(({ address }) => address as Address)
  const words = await client.readContract({
    address: membership,
    abi: iMembershipAbi,
    functionName: 'wordsOf',
    args: [wallets],
  })
  const voted = new Set(ballots.map(({ voter }) => voter.toLowerCase()))
  const able = people.filter(
    ({ address }, place) => words[place] !== 0n && !voted.has(address.toLowerCase()),
  )
  must(able.length >= VOTERS, `fewer than ${VOTERS} members have not voted, at ${snapshot}`)
  return able.slice(0, VOTERS)
}

/** Signs and hands over; the relay's receipt has to be one by the relay's own key. */
async function cast(tools: Tools, paper: Paper, person: Person): Promise<BallotStatus> {
  const key = tools.keyOf(person)
  const signature = await key.signTypedData(ballotTypedData(paper, key.address, CHOICE))
  const { chainId, assembly, proposal } = paper
  const receipt = await tools.relay.vote({
    chainId,
    assembly,
    proposal: proposal.toString(),
    member: key.address,
    choice: CHOICE,
    signature,
  })
  const isGenuine = await verifyTypedData({
    ...ballotReceiptTypedData(chainId, receipt.ballot),
    address: receipt.relay,
    signature: receipt.signature,
  })
  must(isGenuine, 'the receipt of the relay is not signed by the relay')
  return receipt.ballot
}

async function untilCounted(tools: Tools, id: Hex): Promise<BallotStatus> {
  const found = await tools.until(
    'a ballot is counted',
    () => tools.relay.ballot(id),
    ({ state }) => state === 'counted' || state === 'skipped',
  )
  must(found.state === 'counted', `a ballot was skipped: ${found.why}`)
  return found
}

async function untilIndexed(
  tools: Tools,
  { assembly, id, voted }: ProposalDetail,
  counted: readonly BallotStatus[],
): Promise<void> {
  await tools.until(
    'the index shows the ballots',
    () => tools.index<ProposalDetail>(`/api/proposals/${assembly}/${id}`),
    (now) => now.voted === voted + counted.length,
  )
}

/** From the logs of the public node, range by range: the tally that they give, and the contract's. */
async function countAgain(
  { client, network }: Tools,
  proposal: ProposalDetail,
  paper: Paper,
  membership: Address,
): Promise<{ readonly ours: string; readonly official: string }> {
  const { assembly } = proposal
  const id = BigInt(proposal.id)
  const last = await client.getBlockNumber()
  const most = BigInt(network.node.logBlocks)
  const found = []
  for (let from = BigInt(proposal.proposed.block); from <= last; from += most) {
    const to = from + most - 1n < last ? from + most - 1n : last
    found.push(...(await client.getLogs({ address: assembly, fromBlock: from, toBlock: to })))
  }
  const events = parseEventLogs({ abi: iAssemblyAbi, logs: found })
  const votes: VoteLog[] = []
  const wallets: Address[] = []
  let opened: Extract<(typeof events)[number], { eventName: 'VoteOpened' }> | undefined
  for (const log of events) {
    if (!('proposalId' in log.args) || log.args.proposalId !== id) continue
    if (log.eventName === 'VoteOpened') opened = log
    if (log.eventName === 'VoteCast') {
      votes.push({ event: 'VoteCast', voter: log.args.voter, support: log.args.support })
      wallets.push(log.args.voter)
    }
    if (log.eventName === 'BallotsCounted') {
      const { records, tail } = log.args
      votes.push({ event: 'BallotsCounted', records, tail })
      wallets.push(...unpackRecords(records).map(({ wallet }) => wallet))
    }
  }
  const rule = opened && unpackRule(opened.args.ruleWord)
  must(opened !== undefined && !!rule, 'the node hands over no log of the opening of the vote')
  const [words, official] = await Promise.all([
    client.readContract({
      address: membership,
      abi: iMembershipAbi,
      functionName: 'wordsOf',
      args: [wallets],
    }),
    client.readContract({
      address: assembly,
      abi: iAssemblyAbi,
      functionName: 'talliesOf',
      args: [id],
    }),
  ])
  const names = proposal.classes.map(({ name }) => name)
  const members = unpackCounts(opened.args.counts, names.length)
  const count = await recount({
    paper: { ...paper, resolution: opened.args.resolution },
    rule: ruleFromChain(rule, names),
    classes: unpackClasses(opened.args.classWord, names.length).map((terms, place) => ({
      name: names[place] ?? '',
      share: terms.share,
      user: terms.user,
      members: members[place] ?? 0,
    })),
    snapshot: Number(opened.args.snapshot),
    words: new Map(wallets.map((wallet, place) => [wallet.toLowerCase(), words[place] ?? 0n])),
    logs: votes,
    checkAccount: async () => false,
  })
  must(count.faults.length === 0, `counted again: ${count.faults[0]?.sentence}`)
  const named = official.map((tally, place) => tallyFromChain(tally, names[place] ?? ''))
  return { ours: JSON.stringify(count.classes), official: JSON.stringify(named) }
}

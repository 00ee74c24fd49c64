// SPDX-License-Identifier: AGPL-3.0-or-later
/** A vote of any size, as the index and the network would tell of it; nothing of it is on a chain. */
import { ballotTypedData, type Paper, resolutionOf } from '@phyle/sdk/ballot'
import type { KeptBallot, ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { CHOICES, type Choice } from '@phyle/sdk/chapters/assembly/enums'
import { iAssemblyAbi, iMembershipAbi } from '@phyle/sdk/generated/abi'
import { packRule, ruleToChain } from '@phyle/sdk/rule'
import {
  decodeAbiParameters,
  decodeFunctionData,
  deploylessCallViaBytecodeBytecode,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionResult,
  type Hex,
  multicall3Abi,
  numberToHex,
  pad,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { rule as counted, paper as printed } from '../../frontend/test/kit/vote.ts'

export const CHAIN = printed.chainId
export const MEMBERSHIP = '0x00000000000000000000000000000000000000b2'
const ASSEMBLY = printed.assembly
const ID = 1n
const SNAPSHOT = 1_000
const END = 100_000
const PAGE = 500
const NAME = 'worker'

const paper: Paper = {
  ...printed,
  resolution: resolutionOf(ID, 'ORDINARY', 'de', 'Eine Getreidemühle kaufen'),
  proposal: ID,
}

const rule = {
  ...counted,
  noticePeriod: 0,
  votingPeriod: 86_400,
  timelock: 0,
  gracePeriod: 86_400,
  objectionPeriod: 0,
} as const

const choiceAt = (at: number): Choice => (at % 3 === 0 ? 'against' : 'for')

export interface Vote {
  readonly proposal: ProposalDetail
  /** What the index answers at a path; undefined where it has nothing. */
  index(url: URL): unknown
  /** What a node answers to one question. */
  node(method: string, params: readonly unknown[]): unknown
}

/** Signs a ballot for each of `size` members. */
export async function voteOf(size: number): Promise<Vote> {
  const members = Array.from({ length: size }, (_, at) =>
    privateKeyToAccount(numberToHex(at + 1, { size: 32 })),
  )
  const ballots: KeptBallot[] = []
  for (const [at, member] of members.entries()) {
    const choice = choiceAt(at)
    const signature = await member.signTypedData(ballotTypedData(paper, member.address, choice))
    ballots.push({ voter: member.address, choice, signature, reason: null, change: null })
  }
  const placeOf = new Map(members.map(({ address }, at) => [address.toLowerCase(), at]))
  const against = ballots.filter(({ choice }) => choice === 'against').length
  const place = { block: 1, time: SNAPSHOT + 1, tx: pad('0x1') }
  const asOf = { block: 2, time: END + 1 }

  const voteOpened = {
    address: ASSEMBLY,
    topics: encodeEventTopics({
      abi: iAssemblyAbi,
      eventName: 'VoteOpened',
      args: { proposalId: ID, kind: 0 },
    }),
    data: encodeAbiParameters(
      [
        { type: 'string' },
        { type: 'uint256' },
        { type: 'uint256' },
        { type: 'uint256' },
        { type: 'uint48' },
        { type: 'uint48' },
        { type: 'uint48' },
      ],
      [
        paper.resolution,
        packRule(ruleToChain(rule, [NAME])),
        10_000n | (1n << 16n),
        BigInt(size),
        SNAPSHOT,
        SNAPSHOT + 1,
        END,
      ],
    ),
    blockNumber: '0x1',
    blockHash: pad('0x1'),
    transactionHash: place.tx,
    transactionIndex: '0x0',
    logIndex: '0x0',
    removed: false,
  }

  const toAssembly = (data: Hex): Hex => {
    const { functionName, args } = decodeFunctionData({ abi: iAssemblyAbi, data })
    if (functionName === 'ballotOf') {
      const at = placeOf.get(args[1].toLowerCase())
      const result = at === undefined ? [0, 0] : [2, CHOICES.indexOf(choiceAt(at))]
      return encodeAbiParameters(
        [{ type: 'uint8' }, { type: 'uint8' }],
        [result[0] ?? 0, result[1] ?? 0],
      )
    }
    if (functionName !== 'talliesOf') throw new Error(`nobody answers ${functionName}`)
    const tally = {
      shareBps: 10_000,
      user: true,
      members: size,
      votesFor: size - against,
      votesAgainst: against,
      abstentions: 0,
      objections: 0,
    }
    return encodeFunctionResult({ abi: iAssemblyAbi, functionName, result: [tally] })
  }

  const call = ({ to, data }: { to?: string; data: Hex }): Hex => {
    if (to?.toLowerCase() === ASSEMBLY.toLowerCase()) return toAssembly(data)
    if (to?.toLowerCase() === MEMBERSHIP) {
      const { functionName, args } = decodeFunctionData({ abi: iMembershipAbi, data })
      if (functionName !== 'wordsOf') throw new Error(`nobody answers ${functionName}`)
      const words = args[0].map((wallet) => {
        const at = placeOf.get(wallet.toLowerCase())
        return at === undefined ? 0n : BigInt(at + 1) | (1n << 40n)
      })
      return encodeFunctionResult({ abi: iMembershipAbi, functionName, result: words })
    }
    const [, inner] = decodeAbiParameters(
      [{ type: 'bytes' }, { type: 'bytes' }],
      `0x${data.slice(deploylessCallViaBytecodeBytecode.length)}`,
    )
    const { args } = decodeFunctionData({ abi: multicall3Abi, data: inner })
    const calls = args?.[0]
    if (!Array.isArray(calls)) throw new Error('nobody answers this call')
    const result = calls.map(({ callData }) => ({
      success: true,
      returnData: toAssembly(callData),
    }))
    return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result })
  }

  const block = {
    number: numberToHex(asOf.block),
    timestamp: numberToHex(asOf.time),
    hash: pad('0x2'),
    transactions: [],
  }

  return {
    proposal: {
      assembly: ASSEMBLY,
      id: `${ID}`,
      coop: ASSEMBLY,
      coopName: paper.cooperative,
      title: 'Eine Getreidemühle kaufen',
      kind: 'ORDINARY',
      proposer: members[0]?.address ?? ASSEMBLY,
      state: 'active',
      made: SNAPSHOT + 1,
      snapshot: SNAPSHOT,
      votingStarts: SNAPSHOT + 1,
      votingEnds: END,
      executableFrom: END,
      expires: END + 86_400,
      executed: null,
      cancelled: null,
      members: size,
      voted: size,
      passing: true,
      actionCount: 0,
      mine: null,
      mayVote: false,
      description: 'Eine Getreidemühle kaufen',
      descriptionHash: pad('0x3'),
      paper: {
        cooperative: paper.cooperative,
        resolution: paper.resolution,
        language: paper.language,
      },
      rule,
      actions: [],
      classes: [
        {
          name: NAME,
          share: 10_000,
          user: true,
          members: size,
          for: size - against,
          against,
          abstain: 0,
          object: 0,
        },
      ],
      ballots: [],
      resting: null,
      secondCall: null,
      secondOf: null,
      proposed: place,
    },
    index({ pathname, searchParams }) {
      if (!pathname.endsWith('/ballots')) return undefined
      const from = Number(searchParams.get('from') ?? '0')
      const next = from + PAGE < size ? from + PAGE : null
      return { asOf, data: { ballots: ballots.slice(from, from + PAGE), next } }
    },
    node(method, [first]) {
      if (method === 'eth_getLogs') return [voteOpened]
      if (method === 'eth_call') return call(first as { to?: string; data: Hex })
      if (method === 'eth_blockNumber') return block.number
      if (method === 'eth_chainId') return numberToHex(CHAIN)
      return block
    },
  }
}

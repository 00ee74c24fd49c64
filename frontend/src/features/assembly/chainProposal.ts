import { choiceOf } from '@phyle/sdk/ballot'
import { iAssemblyAbi, iMembershipAbi, iStatutesAbi } from '@phyle/sdk/generated/abi'
import type { Answer, Ballot, Place, ProposalDetail } from '@phyle/sdk/index-api'
import { KINDS, languageOf } from '@phyle/sdk/language'
import { outcomeOf } from '@phyle/sdk/model/tally'
import { ruleFromChain, tallyFromChain } from '@phyle/sdk/rule'
import { titleOf } from '@phyle/sdk/title'
import {
  type Address,
  hexToString,
  keccak256,
  type PublicClient,
  parseEventLogs,
  stringToBytes,
  trim,
} from 'viem'
import { inStretches } from '../../chain/logs.ts'
import { Refused } from '../../chain/refusal.ts'
import { assembly as words } from '../../words/en/assembly.ts'
import { refusals } from '../../words/en/shell.ts'
import type { ReadableCoop } from './readActions.ts'

const ROUTES = ['standIn', 'standIn', 'carried', 'direct'] as const

export interface ChainProposal {
  readonly answer: Answer<ProposalDetail>
  readonly coop: ReadableCoop
}

/** One proposal read from the chain alone, for when the index does not answer or does not have it yet. */
export async function proposalFromChain(
  client: PublicClient,
  assembly: Address,
  id: bigint,
  member: Address | undefined,
  firstBlock: bigint,
): Promise<ChainProposal> {
  const at = { address: assembly, abi: iAssemblyAbi } as const
  const [coop, statutes, membership, count] = await Promise.all([
    client.readContract({ ...at, functionName: 'cooperative' }),
    client.readContract({ ...at, functionName: 'statutes' }),
    client.readContract({ ...at, functionName: 'membership' }),
    client.readContract({ ...at, functionName: 'proposalCount' }),
  ])
  if (id < 1n || id > count) throw new Refused(refusals.missing)
  const of = { address: statutes, abi: iStatutesAbi } as const
  const [head, ruleWord, tallies, state, asks, classes, name, code, block, raw] = await Promise.all(
    [
      client.readContract({ ...at, functionName: 'proposalOf', args: [id] }),
      client.readContract({ ...at, functionName: 'ruleOfProposal', args: [id] }),
      client.readContract({ ...at, functionName: 'talliesOf', args: [id] }),
      client.readContract({ ...at, functionName: 'state', args: [id] }),
      client.readContract({ ...at, functionName: 'asksOf', args: [id] }),
      client.readContract({ ...of, functionName: 'classes' }),
      client.readContract({ ...of, functionName: 'name' }),
      client.readContract({ ...of, functionName: 'language' }),
      client.getBlock(),
      inStretches(client, firstBlock, (fromBlock, toBlock) =>
        client.getLogs({ address: assembly, fromBlock, toBlock }),
      ),
    ],
  )
  const logs = parseEventLogs({
    abi: iAssemblyAbi,
    logs: raw,
    eventName: ['ProposalCreated', 'VoteOpened', 'AskedAgain'],
  }).filter((log) => log.args.proposalId === id)
  const created = logs.find((log) => log.eventName === 'ProposalCreated')
  const opened = logs.find((log) => log.eventName === 'VoteOpened')
  if (!created || !opened) throw new Refused(words.recount.noLog)

  const asking = logs.flatMap((log) => (log.eventName === 'AskedAgain' ? [log.args.member] : []))
  const stays = await Promise.all(asking.map((asker) => isMember(client, membership, asker)))
  const [asked, needed, until] = asks

  const names = classes.map((one) => hexToString(trim(one.name, { dir: 'right' })))
  const rule = ruleFromChain(ruleWord, names)
  const tally = tallies.map((one, place) => tallyFromChain(one, names[place] ?? ''))
  const { targets, values, calldatas, description } = created.args
  const now: Place = {
    block: Number(block.number),
    time: Number(block.timestamp),
    tx: created.transactionHash,
  }
  const proposed: Place = {
    block: Number(created.blockNumber),
    time: head.snapshot + 1,
    tx: created.transactionHash,
  }
  const mine =
    member && (await ballotFromChain(client, at, membership, id, member, head.snapshot, now))

  return {
    coop: {
      coop,
      statutes,
      membership,
      assembly,
      classes: names.map((called) => ({ name: called })),
    },
    answer: {
      asOf: { block: now.block, time: now.time },
      data: {
        assembly,
        id: id.toString(),
        coop,
        coopName: name,
        title: titleOf(description),
        kind: KINDS[head.kind] ?? 'ENTRENCHED',
        proposer: head.proposer,
        state: 'active',
        made: proposed.time,
        snapshot: head.snapshot,
        votingStarts: head.voteStart,
        votingEnds: head.voteEnd,
        executableFrom: head.eta,
        expires: head.expiry,
        // Standard states of a Governor: 2 is cancelled, 7 is executed.
        executed: state === 7 ? now : null,
        cancelled: state === 2 ? now : null,
        members: tally.reduce((sum, one) => sum + one.members, 0),
        voted: tally.reduce(
          (sum, one) => sum + one.for + one.against + one.abstain + one.object,
          0,
        ),
        passing: outcomeOf(rule, tally).passed,
        actionCount: targets.length,
        mine: mine?.ballot ?? null,
        mayVote: mine?.mayVote ?? false,
        description,
        descriptionHash: keccak256(stringToBytes(description)),
        paper: {
          cooperative: name,
          resolution: opened.args.resolution,
          language: languageOf(code) ?? 'en',
        },
        rule,
        actions: targets.map((target, place) => ({
          target,
          value: (values[place] ?? 0n).toString(),
          data: calldatas[place] ?? '0x',
          selector: null,
          decoded: null,
        })),
        classes: tally,
        ballots: [],
        resting:
          until === 0n
            ? null
            : {
                until: Number(until),
                asked: Number(asked),
                needed: Number(needed),
                askers: asking.filter((_, at) => stays[at]),
              },
        proposed,
      },
    },
  }
}

const isMember = (client: PublicClient, membership: Address, wallet: Address) =>
  client.readContract({
    address: membership,
    abi: iMembershipAbi,
    functionName: 'isMember',
    args: [wallet],
  })

async function ballotFromChain(
  client: PublicClient,
  at: { readonly address: Address; readonly abi: typeof iAssemblyAbi },
  membership: Address,
  id: bigint,
  member: Address,
  snapshot: number,
  now: Place,
): Promise<{ mayVote: boolean; ballot: Ballot | null }> {
  const [[route, code], [memberId, place]] = await Promise.all([
    client.readContract({ ...at, functionName: 'ballotOf', args: [id, member] }),
    client.readContract({
      address: membership,
      abi: iMembershipAbi,
      functionName: 'memberAt',
      args: [member, BigInt(snapshot)],
    }),
  ])
  const choice = choiceOf(code)
  return {
    mayVote: memberId !== 0n,
    ballot:
      route === 0 || choice === undefined
        ? null
        : {
            ...now,
            voter: member,
            memberId: memberId.toString(),
            class: place,
            choice,
            how: ROUTES[route] ?? 'direct',
            reason: null,
          },
  }
}

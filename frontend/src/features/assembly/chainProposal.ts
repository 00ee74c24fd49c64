import type { Answer, Place } from '@phyle/sdk/answer'
import { choiceOf } from '@phyle/sdk/ballot'
import type { Ballot, ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { PROPOSAL_STATE, ROUTES } from '@phyle/sdk/chapters/assembly/enums'
import { isLostToSilence, outcomeOf, SECOND_CALL_SECONDS } from '@phyle/sdk/chapters/assembly/model'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { languageOf } from '@phyle/sdk/language'
import { ruleFromChain, tallyFromChain } from '@phyle/sdk/rule'
import { titleOf } from '@phyle/sdk/title'
import { type Address, hexToString, keccak256, stringToBytes, trim } from 'viem'
import type { Config } from 'wagmi'
import { getBlock } from 'wagmi/actions'
import { Refused } from '../../chain/refused.ts'
import { readVoteLogs } from '../../chain/votes.ts'
import {
  readAssemblyAsksOf,
  readAssemblyBallotOf,
  readAssemblyChangeOf,
  readAssemblyCooperative,
  readAssemblyMembership,
  readAssemblyProposalCount,
  readAssemblyProposalOf,
  readAssemblyRuleOfProposal,
  readAssemblyState,
  readAssemblyStatutes,
  readAssemblyTalliesOf,
  readMembershipIsMember,
  readMembershipMemberAt,
  readStatutesClasses,
  readStatutesLanguage,
  readStatutesName,
} from '../../generated/contracts.ts'
import { assembly as words } from '../../words/assembly/words.ts'
import { refusals } from '../../words/refusals/words.ts'
import type { ReadableCoop } from './readActions.ts'

export interface ChainProposal {
  readonly answer: Answer<ProposalDetail>
  readonly coop: ReadableCoop
}

/** One proposal read from the chain alone, for when the index does not answer or does not have it yet. */
export async function proposalFromChain(
  config: Config,
  assembly: Address,
  id: bigint,
  member: Address | undefined,
  firstBlock: bigint,
): Promise<ChainProposal> {
  const at = { address: assembly }
  const [coop, statutes, membership, count] = await Promise.all([
    readAssemblyCooperative(config, at),
    readAssemblyStatutes(config, at),
    readAssemblyMembership(config, at),
    readAssemblyProposalCount(config, at),
  ])
  if (id < 1n || id > count) throw new Refused(refusals.missing)
  const about = { ...at, args: [id] } as const
  const rules = { address: statutes }
  const [head, ruleWord, tallies, state, asks, classes, name, code, block, logs] =
    await Promise.all([
      readAssemblyProposalOf(config, about),
      readAssemblyRuleOfProposal(config, about),
      readAssemblyTalliesOf(config, about),
      readAssemblyState(config, about),
      readAssemblyAsksOf(config, about),
      readStatutesClasses(config, rules),
      readStatutesName(config, rules),
      readStatutesLanguage(config, rules),
      getBlock(config),
      readVoteLogs(config, assembly, id, firstBlock),
    ])
  const created = logs.find((log) => log.eventName === 'ProposalCreated')
  const opened = logs.find((log) => log.eventName === 'VoteOpened')
  if (!created || !opened) throw new Refused(words.recount.noLog)

  const called = logs.find((log) => log.eventName === 'CalledAgain')
  const first = called ? called.args.first.toString() : null
  const asking = logs.flatMap((log) => (log.eventName === 'AskedAgain' ? [log.args.member] : []))
  const stays = await Promise.all(
    asking.map((asker) => readMembershipIsMember(config, { address: membership, args: [asker] })),
  )
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
    member && (await ballotFromChain(config, assembly, membership, id, member, head.snapshot, now))

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
        executed: state === PROPOSAL_STATE.executed ? now : null,
        cancelled: state === PROPOSAL_STATE.cancelled ? now : null,
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
        secondCall:
          state === PROPOSAL_STATE.defeated && first === null && isLostToSilence(rule, tally)
            ? { from: head.voteEnd + SECOND_CALL_SECONDS }
            : null,
        secondOf: first,
        proposed,
      },
    },
  }
}

async function ballotFromChain(
  config: Config,
  assembly: Address,
  membership: Address,
  id: bigint,
  member: Address,
  snapshot: number,
  now: Place,
): Promise<{ mayVote: boolean; ballot: Ballot | null }> {
  const [[route, code], change, [memberId, place]] = await Promise.all([
    readAssemblyBallotOf(config, { address: assembly, args: [id, member] }),
    readAssemblyChangeOf(config, { address: assembly, args: [id, member] }),
    readMembershipMemberAt(config, { address: membership, args: [member, BigInt(snapshot)] }),
  ])
  const how = ROUTES[route] ?? 'direct'
  const choice = choiceOf(code)
  return {
    mayVote: memberId !== 0n,
    ballot:
      how === 'none' || choice === undefined
        ? null
        : {
            ...now,
            voter: member,
            memberId: memberId.toString(),
            class: place,
            choice,
            how,
            reason: null,
            change: how === 'carried' && change !== 0n ? `${change}` : null,
          },
  }
}

import {
  ballotDigest,
  ballotDigests,
  ballotTypedData,
  choiceCode,
  objectionTypedData,
  type Paper,
} from '@phyle/sdk/ballot'
import type { BallotStatus, SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { type Reason, reasonTypedData } from '@phyle/sdk/reason'
import { LATITUDE_SECONDS } from '@phyle/sdk/relay-api'
import { type Hex, stringToHex } from 'viem'
import { Refused } from '../chain/refused.ts'
import { getReason, postBallot, postReason, readBallot } from '../chain/relay.ts'
import { RelayDown } from '../chain/relayClient.ts'
import {
  readAssemblyBallotDigest,
  readAssemblyObjectionDigest,
  simulateAssemblyCastVote,
  simulateAssemblyCastVoteWithReason,
} from '../generated/contracts.ts'
import { acts } from '../words/acts/words.ts'
import { assembly as words } from '../words/assembly/words.ts'
import { type ActTools, useAct } from './act.ts'

interface VoteInput {
  readonly paper: Paper
  readonly choice: Choice
  /** By the relay: signed and free. Self: sent and paid by the member, with a reason if they want. */
  readonly by: 'relay' | 'self'
  readonly reason?: string
}

/** Whether a reason is kept beside a ballot that the relay carries; null where none was given. */
type Kept = boolean | null

export type VoteResult =
  | { readonly by: 'relay'; readonly ballot: BallotStatus; readonly kept: Kept }
  | { readonly by: 'self'; readonly hash: Hex }

/**
 * Brings a signed ballot to the postbox. Where its answer is lost, it is asked whether it has it:
 * the same ballot brought twice is kept once.
 */
async function bring({ settings }: ActTools, ballot: SignedBallot, id: Hex): Promise<BallotStatus> {
  try {
    return (await postBallot(settings.relayUrl, ballot)).ballot
  } catch (error) {
    if (!(error instanceof RelayDown)) throw error
    const { assembly, proposal, member } = ballot
    const there = await readBallot(settings.relayUrl, assembly, proposal, member).catch(() => {
      throw new Refused(acts.refusals.postboxUnknown)
    })
    if (there?.id === id.toLowerCase()) return there
    throw new Refused(acts.refusals.postboxDown)
  }
}

/** Later than whatever the member said before, within the same second as well. */
async function issuedNow({ settings, client, account }: ActTools, paper: Paper): Promise<number> {
  const vote = { assembly: paper.assembly, proposal: `${paper.proposal}` }
  const [{ timestamp }, kept] = await Promise.all([
    client.getBlock(),
    // The vote counts with or without a reason.
    getReason(settings.relayUrl, vote, account).catch(() => undefined),
  ])
  const now = Number(timestamp)
  const before = kept?.issued ?? 0
  // A postbox that lies about the last one brings no time that no postbox would take.
  return before >= now && before < now + LATITUDE_SECONDS ? before + 1 : now
}

async function castVote(tools: ActTools, input: VoteInput): Promise<VoteResult> {
  const { paper, choice } = input
  const support = choiceCode(choice)
  const said = input.reason?.trim() ?? ''
  if (input.by === 'self') {
    const call = { account: tools.account, address: paper.assembly }
    const receipt = await tools.transact(
      said === ''
        ? simulateAssemblyCastVote(tools.config, { ...call, args: [paper.proposal, support] })
        : simulateAssemblyCastVoteWithReason(tools.config, {
            ...call,
            args: [paper.proposal, support, said],
          }),
    )
    return { by: 'self', hash: receipt.transactionHash }
  }

  const ballot = {
    chainId: paper.chainId,
    assembly: paper.assembly,
    proposal: paper.proposal.toString(),
    member: tools.account,
    choice,
  }
  const agreed = async (digest: Promise<Hex>, own: Hex) => {
    // The words come from the index: the contract must agree to them before anybody signs.
    if ((await digest) !== own) throw new Refused(words.yourVote.differs)
    return own
  }
  const at = { address: paper.assembly }
  if (choice === 'object') {
    // Its reason is part of it, and stands on the chain.
    const bytes = stringToHex(said)
    const id = await agreed(
      readAssemblyObjectionDigest(tools.config, {
        ...at,
        args: [paper.proposal, tools.account, bytes],
      }),
      ballotDigests(paper)(tools.account, choice, bytes),
    )
    tools.at('signing')
    const signature = await tools.wallet.signTypedData(
      objectionTypedData(paper, tools.account, said),
    )
    tools.at('sending')
    const objection = { ...ballot, reason: said, signature }
    return { by: 'relay', ballot: await bring(tools, objection, id), kept: null }
  }
  const digest = await agreed(
    readAssemblyBallotDigest(tools.config, {
      ...at,
      args: [paper.proposal, support, tools.account],
    }),
    ballotDigest(paper, tools.account, choice),
  )

  const issued = said === '' ? 0 : await issuedNow(tools, paper)
  tools.at('signing')
  const reason: Reason = {
    chainId: paper.chainId,
    assembly: paper.assembly,
    proposal: paper.proposal.toString(),
    resolution: paper.resolution,
    member: tools.account,
    choice,
    reason: said,
    issued,
  }
  const reasonSignature =
    said === '' ? null : await tools.wallet.signTypedData(reasonTypedData(reason))
  const signature = await tools.wallet.signTypedData(ballotTypedData(paper, tools.account, choice))
  tools.at('sending')
  const brought = await bring(tools, { ...ballot, signature }, digest)
  // The vote counts with or without it.
  const kept =
    reasonSignature &&
    (await postReason(tools.settings.relayUrl, { ...reason, signature: reasonSignature }).then(
      () => true,
      () => false,
    ))
  return { by: 'relay', ballot: brought, kept }
}

/** A member casts their vote, or changes it. */
export const useCastVote = () => useAct(castVote)

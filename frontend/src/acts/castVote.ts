import {
  ballotDigest,
  ballotDigests,
  ballotTypedData,
  changeTypedData,
  choiceCode,
  objectionTypedData,
  type Paper,
} from '@phyle/sdk/ballot'
import type { BallotStatus, SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { type Reason, reasonTypedData } from '@phyle/sdk/reason'
import { LATITUDE_SECONDS } from '@phyle/sdk/relay-api'
import { type Address, type Hex, stringToHex } from 'viem'
import { Refused } from '../chain/refused.ts'
import { getReason, postBallot, postReason, readBallot } from '../chain/relay.ts'
import { RelayDown } from '../chain/relayClient.ts'
import {
  readAssemblyBallotDigest,
  readAssemblyChangeDigest,
  readAssemblyObjectionDigest,
  simulateAssemblyCastVote,
  simulateAssemblyCastVoteWithReason,
} from '../generated/contracts.ts'
import { acts } from '../words/acts/words.ts'
import { assembly as words } from '../words/assembly/words.ts'
import { type ActTools, useAct } from './act.ts'
import { nextChange } from './nextChange.ts'

interface VoteInput {
  readonly paper: Paper
  readonly choice: Choice
  /**
   * By the relay: signed and free; a change of a ballot that was counted likewise. Self: sent and paid by
   * the member, with a reason if they want.
   */
  readonly by: 'relay' | 'change' | 'self'
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

/** The words come from the index: the contract must agree to them before anybody signs. */
async function mustAgree(digest: Promise<Hex>, own: Hex): Promise<void> {
  if ((await digest) !== own) throw new Refused(words.yourVote.differs)
}

async function sendOneself(tools: ActTools, { paper, choice }: VoteInput, said: string) {
  const call = { account: tools.account, address: paper.assembly }
  const support = choiceCode(choice)
  const receipt = await tools.transact(
    said === ''
      ? simulateAssemblyCastVote(tools.config, { ...call, args: [paper.proposal, support] })
      : simulateAssemblyCastVoteWithReason(tools.config, {
          ...call,
          args: [paper.proposal, support, said],
        }),
  )
  return { by: 'self', hash: receipt.transactionHash } as const
}

/** An objection: its reason is part of it, and stands on the chain. */
async function object(tools: ActTools, { paper, choice }: VoteInput, said: string) {
  const { account } = tools
  const bytes = stringToHex(said)
  const id = ballotDigests(paper)(account, choice, bytes)
  const args = [paper.proposal, account, bytes] as const
  await mustAgree(readAssemblyObjectionDigest(tools.config, { address: paper.assembly, args }), id)
  tools.at('signing')
  const signature = await tools.wallet.signTypedData(objectionTypedData(paper, account, said))
  tools.at('sending')
  const ballot = { ...ballotOn(paper, account, choice), reason: said, signature }
  return { by: 'relay', ballot: await bring(tools, ballot, id), kept: null } as const
}

const ballotOn = ({ chainId, assembly, proposal }: Paper, member: Address, choice: Choice) => ({
  chainId,
  assembly,
  proposal: `${proposal}`,
  member,
  choice,
})

/** What is signed, its digest, and what goes to the postbox with the signature. */
async function toSign(tools: ActTools, { paper, choice, by }: VoteInput) {
  const { account, config } = tools
  const at = { address: paper.assembly }
  const support = choiceCode(choice)
  const ballot = ballotOn(paper, account, choice)
  if (by !== 'change') {
    const id = ballotDigest(paper, account, choice)
    const args = [paper.proposal, support, account] as const
    await mustAgree(readAssemblyBallotDigest(config, { ...at, args }), id)
    const sign = () => tools.wallet.signTypedData(ballotTypedData(paper, account, choice))
    return { id, ballot, sign }
  }
  const change = await nextChange(tools, paper)
  const id = ballotDigests(paper)(account, choice, undefined, change)
  const args = [paper.proposal, support, account, change] as const
  await mustAgree(readAssemblyChangeDigest(config, { ...at, args }), id)
  const sign = () => tools.wallet.signTypedData(changeTypedData(paper, account, choice, change))
  return { id, ballot: { ...ballot, change: `${change}` }, sign }
}

async function castVote(tools: ActTools, input: VoteInput): Promise<VoteResult> {
  const { paper, choice } = input
  const said = input.reason?.trim() ?? ''
  if (input.by === 'self') return sendOneself(tools, input, said)
  if (choice === 'object') return object(tools, input, said)

  const { id, ballot, sign } = await toSign(tools, input)
  const issued = said === '' ? 0 : await issuedNow(tools, paper)
  tools.at('signing')
  const { resolution } = paper
  const reason: Reason = {
    ...ballotOn(paper, tools.account, choice),
    resolution,
    reason: said,
    issued,
  }
  const reasonSignature =
    said === '' ? null : await tools.wallet.signTypedData(reasonTypedData(reason))
  const signature = await sign()
  tools.at('sending')
  const brought = await bring(tools, { ...ballot, signature }, id)
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

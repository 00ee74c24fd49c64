// SPDX-License-Identifier: AGPL-3.0-or-later
/** Takes ballots in: what is answered with a receipt has been checked and is on the disk. */
import {
  type BallotReceipt,
  ballotReceiptTypedData,
  type SignedBallot,
} from '@phyle/sdk/chapters/assembly/api'
import { type Address, type Hex, size, stringToHex } from 'viem'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../chain/clock.ts'
import { mustBeInTime } from '../deadline.ts'
import type { Env } from '../env.ts'
import { limitOf } from '../limits.ts'
import { Refusal, VOTE_YOURSELF } from '../refusal.ts'
import { Stale } from '../store/database.ts'
import type { Assemblies, Vote } from './assemblies.ts'
import { type Ballot, type Ballots, type Sort, sortOf, statusOf } from './ballotStore.ts'
import type { Departures } from './departures.ts'

/** Enough for the accounts in use; a batch must stay below 131 072 bytes. */
const MOST_SIGNATURE_BYTES = 4_096
const MOST_WAITING = 100_000
/** So often a ballot is looked at again that changed between reading and writing. */
const MOST_TRIES = 5
/** In one vote a member may change their mind this often at once, and then every so many seconds. */
const CHANGES = 12
const SECONDS_A_CHANGE = 20
/** So many changes of what was counted are carried for a member in one vote: each costs ten times a ballot. */
const MOST_CARRIED = 10

/** While the chain is silent the postbox shuts so many closings before the end. */
const SILENT_CLOSINGS = 10

const KEPT = {
  ballots:
    'The postbox has your ballot. It counts once it is on the chain; until then you can change it.',
  changes:
    'The postbox has your change. Until it is on the chain, your vote counts as it was before.',
} satisfies Record<Sort, string>
const keptInSilence = (seconds: number) =>
  `The postbox has your ballot, but the chain has taken in nothing for ${spell(seconds)}. It counts only if the chain goes on before the vote closes; when that is nobody can say.`

export type Intake = ReturnType<typeof openIntake>

export function openIntake(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly ballots: Ballots
  readonly departures: Departures
  readonly clock: Clock
  readonly env: Pick<Env, 'closingSeconds'>
}) {
  const { chain, assemblies, ballots, departures, clock, env } = services
  const changes = limitOf(CHANGES, 1 / SECONDS_A_CHANGE)

  const receiptFor = async (ballot: Ballot): Promise<BallotReceipt> => {
    const sort = sortOf(ballot)
    const leaves = await departures.of(ballot.assembly, ballot.proposal, sort)
    const status = statusOf(ballot, leaves)
    const typedData = ballotReceiptTypedData(chain.chainId, status)
    const { silent } = await clock.now()
    return {
      ballot: status,
      relay: chain.account.address,
      signature: await chain.account.signTypedData(typedData),
      // A transaction that is under way already does not wait.
      sends: silent === null ? (status.sends ?? status.received) : null,
      says: silent === null ? KEPT[sort] : keptInSilence(silent),
    }
  }

  /** The time of the newest block, by which the vote is open, and still will be for the next one. */
  const mustBeOpen = async (vote: Vote): Promise<number> => {
    const latest = vote.ends - env.closingSeconds
    const recent = await clock.now()
    if (recent.head.time >= vote.starts && recent.next <= latest && recent.silent === null) {
      return recent.head.time
    }
    const { head, next, silent } = await clock.now('fresh')
    if (head.time < vote.starts) {
      const wait = `Voting begins in ${spell(vote.starts - head.time)}.`
      throw new Refusal('voteNotOpen', wait, 'Come back then; nothing was kept.')
    }
    if (next > vote.ends) {
      const why = 'Voting on this proposal is over.'
      throw new Refusal('voteClosed', why, 'Look at the result; no vote can be added.')
    }
    if (next > latest) {
      const why = `The vote closes in ${spell(vote.ends - next)}: too soon for the postbox.`
      throw new Refusal('tooLate', why, `${VOTE_YOURSELF} Do it at once.`)
    }
    if (silent !== null && next > vote.ends - SILENT_CLOSINGS * env.closingSeconds) {
      const why = `The chain has taken in nothing for ${spell(silent)}, and the vote closes in ${spell(vote.ends - next)}: the postbox cannot promise that a ballot still counts.`
      throw new Refusal(
        'tooLate',
        why,
        `Nothing was kept. ${VOTE_YOURSELF} It then waits for the chain as well.`,
      )
    }
    return head.time
  }

  /** A change needs a carried vote, and a number above that of the change that counts. */
  const mustChange = async (assembly: Address, proposal: bigint, member: Address, to: bigint) => {
    const [cast, counted] = await Promise.all([
      assemblies.castOf(assembly, proposal, member),
      assemblies.changeOf(assembly, proposal, member),
    ])
    if (cast.how === 'direct') {
      const why = 'You voted by a transaction, and no signature changes that.'
      throw new Refusal('alreadyCounted', why, `To change your mind: ${VOTE_YOURSELF}`)
    }
    if (cast.how !== 'carried') {
      const why = 'No vote of yours is counted yet that could be changed.'
      throw new Refusal('nothingToChange', why, 'Sign a ballot; while it waits, sign another one.')
    }
    if (to <= counted) throw older(counted)
    const carried = await ballots.changesCounted(assembly, proposal.toString(), member)
    if (carried >= MOST_CARRIED) {
      const why = `This postbox has carried ${carried} changes of your vote, and carries no more.`
      throw new Refusal('enoughChanges', why, `To change your mind once more: ${VOTE_YOURSELF}`)
    }
  }

  const mustBeNew = async (assembly: Address, proposal: bigint, member: Address) => {
    const cast = await assemblies.castOf(assembly, proposal, member)
    if (cast.how !== 'carried' && cast.how !== 'direct') return
    const why = 'A vote of yours is counted already, and another ballot cannot replace it.'
    const now = `If it came by signature, sign a change of it. Or: ${VOTE_YOURSELF}`
    throw new Refusal('alreadyCounted', why, now)
  }

  const keepOnce = async (ballot: Ballot): Promise<Ballot> => {
    const { assembly, proposal, member, change } = ballot
    const before = await ballots.open(assembly, proposal, member, sortOf(ballot))
    if (before?.state === 'sent') {
      if (before.id === ballot.id) return before
      const why = 'Your ballot is on its way to the chain and can no longer be taken back.'
      throw new Refusal('beingCarried', why, `To change your mind: ${VOTE_YOURSELF}`)
    }
    if (before?.id === ballot.id) return before
    const kept = BigInt(before?.change ?? 0)
    if (change !== null && BigInt(change) <= kept) throw older(kept)
    const { waiting } = before ? { waiting: 0 } : await ballots.counts()
    if (waiting >= MOST_WAITING) {
      throw new Refusal('full', 'The postbox is full.', VOTE_YOURSELF)
    }
    mustBeInTime()
    await ballots.put(ballot, before)
    return ballot
  }

  /** A ballot is either changed or sent: who comes second looks again. */
  const keep = async (ballot: Ballot): Promise<Ballot> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await keepOnce(ballot)
      } catch (error) {
        if (!(error instanceof Stale) || tries === MOST_TRIES) throw error
      }
    }
  }

  return {
    async accept(given: SignedBallot): Promise<BallotReceipt> {
      const { assembly: address, member, choice, signature } = given
      if (given.chainId !== chain.chainId) {
        const why = `This relay serves chain ${chain.chainId}, the ballot is for ${given.chainId}.`
        throw new Refusal('wrongChain', why, 'Switch the network in your wallet and sign again.')
      }
      if (size(signature) > MOST_SIGNATURE_BYTES) {
        const why = `A signature may have ${MOST_SIGNATURE_BYTES} bytes here.`
        throw new Refusal('tooLarge', why, VOTE_YOURSELF)
      }
      const proposal = BigInt(given.proposal)
      const assembly = await assemblies.assemblyOf(address)
      const vote = await assemblies.voteOf(address, proposal)
      const time = await mustBeOpen(vote)
      const memberId = await assemblies.memberAt(assembly.membership, member, vote.snapshot)
      if (memberId === 0) {
        const why = 'This wallet was not on the voter list when the proposal was made.'
        throw new Refusal('notOnTheRoll', why, 'Sign with the wallet that is on the list.')
      }
      const reason = given.reason === undefined ? undefined : stringToHex(given.reason)
      const change = given.change === undefined ? undefined : BigInt(given.change)
      const digest = await assemblies.digestOf(address, proposal, member, choice, reason, change)
      const by = await assemblies.signedBy(member, digest, signature, assembly.accountGas)
      if (by === null) {
        const why =
          'The signature is not this member’s for this proposal, its words and this choice.'
        throw new Refusal('notSigned', why, 'Open the proposal again and sign the ballot again.')
      }
      // Only now: nobody can use up another member's changes with ballots that they did not sign.
      if (!changes.take(`${address}/${proposal}/${member}`.toLowerCase())) {
        const why = 'You changed your mind very often in a short time.'
        throw new Refusal('tooMany', why, `Wait ${SECONDS_A_CHANGE} seconds. Or: ${VOTE_YOURSELF}`)
      }
      if (change === undefined) await mustBeNew(address, proposal, member)
      else await mustChange(address, proposal, member, change)
      const kept = await keep({
        id: digest.toLowerCase() as Hex,
        assembly: address,
        proposal: proposal.toString(),
        member,
        memberId,
        choice,
        change: given.change ?? null,
        state: 'waiting',
        because: null,
        received: time,
        tx: null,
        signature,
        reason: reason ?? null,
        account: by === 'account',
        queued: clock.wall(),
        ends: vote.ends,
        takenBack: false,
      })
      return receiptFor(kept)
    },
  }
}

const older = (number: bigint) =>
  new Refusal(
    'older',
    `There is a change of yours under the number ${number} already.`,
    'Open the proposal again and sign the change again: it then has a higher number.',
  )

function spell(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} hours`
  return `${Math.round(seconds / 86_400)} days`
}

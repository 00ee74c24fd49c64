// SPDX-License-Identifier: AGPL-3.0-or-later
/** Carries what waits to the chain, in batches, and writes down what became of each ballot. */
import type { BallotReason } from '@phyle/sdk/chapters/assembly/api'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import type { Logger } from 'pino'
import type { TransactionReceipt } from 'viem'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../chain/clock.ts'
import { isRefusal, shortly } from '../chain/errors.ts'
import { openFinality, type Place } from '../chain/finality.ts'
import type { Env } from '../env.ts'
import type { Followed, Sender } from '../sender.ts'
import { type Database, Stale, type Statement } from '../store/database.ts'
import type { Assemblies } from './assemblies.ts'
import {
  type Ballot,
  type Ballots,
  type Group,
  toCounted,
  toSent,
  toSentAgain,
  toSettled,
  toSkipped,
  toWaiting,
  toWaitingOn,
  toWaitingSince,
} from './ballotStore.ts'
import { countedIn, encode, fitting, judged, MOST_BALLOTS, pack } from './batch.ts'
import type { Departures } from './departures.ts'

const PREFIX = 'ballots '
/** So many votes are looked at together; their transactions are sent one after another. */
const SIDE_BY_SIDE = 8
/** The most that any transaction may use (EIP-7825). */
const MOST_GAS = 16_777_216n

export function openCarrier(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly ballots: Ballots
  readonly database: Database
  readonly sender: Sender
  readonly departures: Departures
  readonly clock: Clock
  readonly env: Pick<Env, 'confirmations'>
  readonly log: Logger
}) {
  const { chain, assemblies, ballots, database, sender, departures, clock, env, log } = services
  const { client, account } = chain
  const finality = openFinality(client, env.confirmations)
  /** Votes whose batch reverted: the next one is half as large. */
  const smaller = new Map<string, number>()
  /** Why ballots wait, as it was said last. */
  let said = ''

  const save = async (statements: readonly Statement[]): Promise<void> => {
    if (statements.length > 0) await database.run(...statements)
  }

  /**
   * Why the chain did not count a ballot that was good when it came in.
   * @param seen the newest block before this is asked; null where the transaction is watched instead
   */
  const verdictOn = async (ballot: Ballot, seen: Place | null): Promise<Statement> => {
    const { assembly, member, change } = ballot
    const proposal = BigInt(ballot.proposal)
    const number = BigInt(change ?? 0)
    const [{ how, choice: counts }, counted] = await Promise.all([
      assemblies.castOf(assembly, proposal, member),
      assemblies.changeOf(assembly, proposal, member),
    ])
    if (how === 'carried' && counted === number && counts === ballot.choice) {
      return toCounted(ballot.id, null, seen)
    }
    // What was carried bars a change only by a number as high.
    const isBarred = how === 'direct' || (how === 'carried' && counted >= number)
    if (counts !== undefined && isBarred) {
      const code = how === 'direct' ? 'ownVote' : 'otherBallot'
      return toSkipped(ballot.id, { code, counts }, seen)
    }
    const state = await assemblies.stateOf(assembly, proposal)
    if (state !== 'active') return toSkipped(ballot.id, overFor(ballot), seen)
    // It waits for the ballot that it changes to be on the chain again.
    if (change !== null && how !== 'carried') return toWaitingOn(ballot.id)
    return toSkipped(ballot.id, { code: 'signature' }, seen)
  }

  /** The vote takes nothing in: because it is over, or because the proposal is not there any more. */
  const skipIfOver = async (group: Group, batch: readonly Ballot[], error: unknown) => {
    const seen = await finality.now()
    const state = await assemblies
      .stateOf(group.assembly, BigInt(group.proposal))
      .catch((failed: unknown) => {
        if (!isRefusal(failed)) throw failed
      })
    const { head } = await clock.now()
    const isOpen = state === undefined ? head.time <= group.ends : OPEN.includes(state)
    if (isOpen) throw error
    const gone: BallotReason | null = state === undefined ? { code: 'noProposal' } : null
    await save(batch.map((ballot) => toSkipped(ballot.id, gone ?? overFor(ballot), seen)))
  }

  /** What the contract would do with these, asked without sending. */
  const rehearse = async (group: Group, batch: readonly Ballot[]) => {
    const packed = pack(group.proposal, batch)
    const at = { address: group.assembly, abi: iAssemblyAbi, account, gas: MOST_GAS } as const
    const { result } =
      packed.call.functionName === 'castBallots'
        ? await client.simulateContract({ ...at, ...packed.call })
        : await client.simulateContract({ ...at, ...packed.call })
    return judged(packed, result[1])
  }

  const send = async (group: Group, batch: readonly Ballot[]): Promise<void> => {
    const packed = pack(group.proposal, batch)
    const data = encode(packed)
    const need = await client.estimateGas({ account, to: group.assembly, data })
    const gas = need + need / 4n
    if (gas > MOST_GAS && batch.length > 1) {
      smaller.set(keyOf(group), Math.ceil(batch.length / 2))
      return
    }
    const hash = await sender.send({
      // The first ballot tells batches of one vote apart.
      purpose: `${PREFIX}${keyOf(group)} ${batch[0]?.id}`,
      target: group.assembly,
      data,
      gas: gas > MOST_GAS ? MOST_GAS : gas,
      // A change costs ten ballots, and a member may sign many: none of them may starve a ballot.
      share: group.sort === 'changes' ? 'half' : 'whole',
      together: (tx, sent) => batch.map(({ id }) => toSent(id, tx, sent)),
    })
    if (!hash) return
    const { assembly, proposal } = group
    log.info({ assembly, proposal, ballots: batch.length, hash }, 'carrying ballots')
  }

  const carry = async (group: Group): Promise<void> => {
    const most = smaller.get(keyOf(group)) ?? MOST_BALLOTS
    const batch = fitting(await ballots.claim(group, account.address, most), most)
    if (batch.length === 0) return
    const outcome = await rehearse(group, batch).catch(async (error: unknown) => {
      if (!isRefusal(error)) throw error
      await skipIfOver(group, batch, error)
      return null
    })
    if (!outcome) return
    if (outcome.refused.length > 0) {
      const seen = await finality.now()
      await save(await Promise.all(outcome.refused.map((ballot) => verdictOn(ballot, seen))))
    }
    if (outcome.counted.length > 0) await send(group, outcome.counted)
  }

  const carryOn = async (group: Group): Promise<void> => {
    try {
      await carry(group)
    } catch (error) {
      const { assembly, proposal } = group
      const reason = shortly(error)
      // Somebody changed their mind meanwhile: the next round takes what they say now.
      if (error instanceof Stale)
        return log.debug({ assembly, proposal, reason }, 'ballots changed')
      // An empty purse is said once, not every second.
      if (reason === said) return
      said = reason
      log.warn({ assembly, proposal, reason }, 'ballots wait on')
    }
  }

  sender.follow({
    prefix: PREFIX,
    async mined(tx: Followed, receipt: TransactionReceipt) {
      const batch = await ballots.ofTransaction(tx.id)
      const key = tx.purpose.slice(PREFIX.length).split(' ')[0] ?? ''
      if (receipt.status === 'reverted') {
        log.warn({ hash: receipt.transactionHash, ballots: batch.length }, 'a batch was refused')
        smaller.set(key, Math.max(1, Math.ceil(batch.length / 2)))
        return [toWaiting(tx.id)]
      }
      smaller.delete(key)
      const counted = countedIn(receipt, tx.target)
      return Promise.all(
        batch.map((ballot) =>
          counted.has(ballot.member)
            ? toCounted(ballot.id, receipt.transactionHash, null)
            : verdictOn(ballot, null),
        ),
      )
    },
    unmined(tx, hash) {
      assemblies.forget()
      return [toSentAgain(tx.id, hash)]
    },
    replaced: (tx, hash) => [toSentAgain(tx.id, hash)],
    lost: (tx) => [toWaiting(tx.id)],
  })

  /** Ballots that somebody else carried are looked at again until their block is final. */
  const watch = async (): Promise<void> => {
    const { gone, final } = await finality.look(await ballots.places())
    if (gone.size > 0) assemblies.forget()
    await save([...[...gone].map(toWaitingSince), ...[...final].map(toSettled)])
  }

  return {
    /** Looks at every vote for which something waits. One that fails does not hold up the others. */
    async tick(): Promise<void> {
      await watch()
      const groups = await ballots.groups()
      if (groups.length === 0) return
      const now = await clock.now()
      const due = groups.filter((group) => departures.isNow(group, now))
      for (let at = 0; at < due.length; at += SIDE_BY_SIDE) {
        await Promise.all(due.slice(at, at + SIDE_BY_SIDE).map(carryOn))
      }
    },
  }
}

const OPEN: readonly string[] = ['pending', 'active']

const overFor = ({ takenBack }: Ballot): BallotReason => ({
  code: takenBack ? 'closedAgain' : 'closed',
})

const keyOf = ({ assembly, proposal, sort }: Group): string =>
  `${assembly}/${proposal}${sort === 'changes' ? `/${sort}` : ''}`

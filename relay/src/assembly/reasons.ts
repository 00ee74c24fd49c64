// SPDX-License-Identifier: AGPL-3.0-or-later
/** Keeps the reasons that members sign beside the ballots that they post: one each, the newest. */

import type { KeptReason, SignedReason } from '@phyle/sdk/chapters/assembly/api'
import { type Reason, reasonDigest } from '@phyle/sdk/reason'
import { MOST_ON_A_PAGE } from '@phyle/sdk/relay-api'
import type { Address } from 'viem'
import type { Chain } from '../chain/chain.ts'
import { limitOf } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { Stale } from '../store/database.ts'
import { mustBeOfNow } from '../timely.ts'
import type { Assemblies } from './assemblies.ts'
import type { ReasonStore } from './reasonStore.ts'

/** In one vote a member may change their reason this often at once, and then every so many seconds. */
const CHANGES = 6
const SECONDS_A_CHANGE = 60

/** Long signatures make short pages. */
const MOST_PAGE_BYTES = 180_000

export type Reasons = ReturnType<typeof openReasons>

interface Asked extends Pick<Reason, 'assembly' | 'proposal'> {
  readonly member?: Address | undefined
  readonly after?: Address | undefined
}

export function openReasons(services: {
  readonly chain: Chain
  readonly assemblies: Assemblies
  readonly store: ReasonStore
}) {
  const { chain, assemblies, store } = services
  const changes = limitOf(CHANGES, 1 / SECONDS_A_CHANGE)

  const replace = async (kept: KeptReason): Promise<void> => {
    try {
      await store.put(kept)
    } catch (error) {
      if (!(error instanceof Stale)) throw error
      const why = 'There is a newer reason of this wallet here.'
      throw new Refusal('older', why, 'Reload the page: it shows what holds.')
    }
  }

  return {
    async put(given: SignedReason): Promise<KeptReason> {
      const { signature, ...reason } = given
      if (reason.chainId !== chain.chainId) {
        const why = `This relay serves chain ${chain.chainId}, the reason is for ${reason.chainId}.`
        throw new Refusal('wrongChain', why, 'Switch the network in your wallet and sign again.')
      }
      const assembly = await assemblies.assemblyOf(reason.assembly)
      const vote = await assemblies.voteOf(reason.assembly, BigInt(reason.proposal))
      const { time } = await chain.head('fresh')
      if (time < vote.starts || time > vote.ends) {
        const error = time < vote.starts ? 'voteNotOpen' : 'voteClosed'
        throw new Refusal(error, 'This vote is not open.', 'Reasons are taken while it is.')
      }
      mustBeOfNow(reason, time)
      const id = await assemblies.memberAt(assembly.membership, reason.member, vote.snapshot)
      if (id === 0) {
        const why = 'This wallet was not on the voter list when the proposal was made.'
        throw new Refusal('notOnTheRoll', why, 'Sign with the wallet that is on the list.')
      }
      const digest = reasonDigest(reason)
      const by = await assemblies.signedBy(reason.member, digest, signature, assembly.accountGas)
      if (by === null) {
        const why = 'The signature is not this member’s for these words.'
        throw new Refusal('notSigned', why, 'Open the proposal again and sign the reason anew.')
      }
      if (!changes.take(`${reason.assembly}/${reason.proposal}/${reason.member}`.toLowerCase())) {
        const why = 'You changed your reason very often in a short time.'
        throw new Refusal('tooMany', why, `Wait ${SECONDS_A_CHANGE} seconds.`)
      }
      const kept: KeptReason = { ...given, received: time }
      await replace(kept)
      return kept
    },

    /** What one member said; or one page, in the order of wallets, after that of `after`. */
    async ofVote({ assembly, proposal, member, after }: Asked): Promise<KeptReason[]> {
      const of = { assembly, proposal }
      const found = member
        ? await store.ofMember(of, member)
        : await store.ofVote(of, MOST_ON_A_PAGE, after)
      let bytes = 0
      return found.filter((kept, at) => {
        bytes += Buffer.byteLength(JSON.stringify(kept))
        return at === 0 || bytes <= MOST_PAGE_BYTES
      })
    },
  }
}

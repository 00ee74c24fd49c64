// SPDX-License-Identifier: AGPL-3.0-or-later
/** Sends the ballots of a vote: by the clock, or at once where somebody may ask for it. */
import type { Address } from 'viem'
import type { Clock, Now } from '../chain/clock.ts'
import type { Env } from '../env.ts'
import { Refusal, VOTE_YOURSELF } from '../refusal.ts'
import { type Ballots, type Group, SORTS, type Sort } from './ballotStore.ts'
import { departureOf, isDue } from './batch.ts'

export type Departures = ReturnType<typeof openDepartures>

export function openDepartures(services: {
  readonly clock: Clock
  readonly ballots: Ballots
  readonly env: Pick<Env, 'batchSeconds' | 'closingSeconds' | 'sendsNow'>
}) {
  const { clock, ballots, env } = services
  const hurried = new Set<string>()

  return {
    /** In seconds of the chain, at the latest; null where nothing of this sort waits, or the chain is silent. */
    async of(assembly: Address, proposal: string, sort: Sort): Promise<number | null> {
      const group = await ballots.oldest(assembly, proposal, sort)
      if (!group) return null
      const now = await clock.now().catch(() => null)
      if (!now || now.silent !== null) return null
      return departureOf(group, { wall: clock.wall(), chain: now.next }, env)
    },

    isNow(group: Group, { head, next }: Now): boolean {
      // The next block comes after the close. If the newest is from before it, which of them takes
      // the batch is not known; it waits, for an empty one costs as much as a full one.
      if (next > group.ends && head.time <= group.ends) return false
      if (hurried.delete(keyOf(group))) return true
      return isDue(group, { wall: clock.wall(), chain: next }, env)
    },

    /** Ballots that wait for a vote leave with the next round. */
    async ask(assembly: Address, proposal: string): Promise<void> {
      if (!env.sendsNow) {
        const why = 'This postbox leaves by the clock; nobody can send it before.'
        throw new Refusal('notOffered', why, `Wait until it leaves. Or: ${VOTE_YOURSELF}`)
      }
      const oldest = await Promise.all(
        SORTS.map((sort) => ballots.oldest(assembly, proposal, sort)),
      )
      const waiting = SORTS.filter((_, at) => oldest[at])
      if (waiting.length === 0) {
        const why = 'Nothing waits here for this vote.'
        throw new Refusal('notFound', why, 'Look at the proposal: it shows every vote counted.')
      }
      for (const sort of waiting) hurried.add(keyOf({ assembly, proposal, sort }))
    },
  }
}

const keyOf = ({ assembly, proposal, sort }: Pick<Group, 'assembly' | 'proposal' | 'sort'>) =>
  `${assembly}/${proposal}/${sort}`.toLowerCase()

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Keeps the register up to date: one reading of the chain for all co-ops together, by the topics of
 * their events. What was read is kept, so that a restart goes on where it was.
 */
import { type Stretches, stretches } from '@phyle/sdk/log-ranges'
import type { Address, Log } from 'viem'
import type { Chain } from '../chain/chain.ts'
import type { Env } from '../env.ts'
import type { LogStore } from '../store/logs.ts'
import { eventsFor, openBook, type Register } from './register.ts'

/** Read again every time, because the last blocks may change. */
const OVERLAP = 64n

export function openScan(services: {
  readonly chain: Pick<Chain, 'client'>
  readonly logs: LogStore
  readonly env: Pick<Env, 'deployment' | 'executes'>
  readonly learned?: Stretches
}) {
  const { chain, logs, env } = services
  const { client } = chain
  const learned = services.learned ?? stretches()
  const book = openBook(env)
  const events = eventsFor(env)
  const first = BigInt(env.deployment.block)
  let upTo: bigint | null | undefined

  const ask = (address?: Address) => async (fromBlock: bigint, toBlock: bigint) =>
    (await client.getLogs({ events, fromBlock, toBlock, ...(address && { address }) })) as Log[]

  /** The past of organs that were adopted, which nobody believed when it was read. */
  const readAdopted = async (to: bigint): Promise<void> => {
    for (const organ of book.adopted()) {
      await learned.walk(first, to, ask(organ), (found) => logs.add(book.take(found)))
    }
  }

  return {
    async refresh(): Promise<Register> {
      const head = await client.getBlockNumber()
      if (upTo === undefined) {
        const { chainId, registrars, house } = env.deployment
        const of = [chainId, ...registrars, house?.phyle, env.executes].join()
        const kept = await logs.open(of)
        book.take(kept.logs)
        // their past is among what was kept
        book.adopted()
        upTo = kept.upTo
      }
      const again = upTo === null || upTo < first + OVERLAP ? first : upTo - OVERLAP
      const from = again > head ? head : again
      await learned.walk(from, head, ask(), async (found, start, end) => {
        await logs.replace(book.take(found), start, end)
        upTo = end
      })
      await readAdopted(head)
      return book.register
    },
  }
}

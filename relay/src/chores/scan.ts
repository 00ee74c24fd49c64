// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Keeps the book up to date: one reading of the chain for all co-ops together, by the topics of their
 * events. What was read is kept, so that a restart goes on where it was.
 */
import { type Stretches, stretches } from '@phyle/sdk/log-ranges'
import { type Address, concat, keccak256, type Log, toEventSelector } from 'viem'
import type { Chain } from '../chain/chain.ts'
import type { Env } from '../env.ts'
import type { LogStore } from '../store/logs.ts'
import type { Reading } from './book.ts'

/** Read again every time, because the last blocks may change. */
const OVERLAP = 64n

export function openScan(services: {
  readonly chain: Pick<Chain, 'client'>
  readonly logs: LogStore
  readonly env: Pick<Env, 'deployment'>
  readonly reading: Reading
  readonly learned?: Stretches
}) {
  const { chain, logs, env, reading } = services
  const { client } = chain
  const learned = services.learned ?? stretches()
  const { events } = reading
  const first = BigInt(env.deployment.block)
  let upTo: bigint | null | undefined

  const ask = (address?: Address) => async (fromBlock: bigint, toBlock: bigint) =>
    (await client.getLogs({ events, fromBlock, toBlock, ...(address && { address }) })) as Log[]

  /** The past of organs that were adopted, which nobody believed when it was read. */
  const readAdopted = async (to: bigint): Promise<void> => {
    for (const organ of reading.adopted()) {
      await learned.walk(first, to, ask(organ), (found) => logs.add(reading.take(found)))
    }
  }

  return {
    async refresh(): Promise<void> {
      if (events.length === 0) return
      const head = await client.getBlockNumber()
      if (upTo === undefined) {
        const { chainId, registrars, house } = env.deployment
        const heard = keccak256(concat(events.map((event) => toEventSelector(event)).toSorted()))
        const of = [chainId, ...registrars, house?.phyle, heard].join()
        const kept = await logs.open(of)
        reading.take(kept.logs)
        // their past is among what was kept
        reading.adopted()
        upTo = kept.upTo
      }
      const again = upTo === null || upTo < first + OVERLAP ? first : upTo - OVERLAP
      const from = again > head ? head : again
      await learned.walk(from, head, ask(), async (found, start, end) => {
        await logs.replace(reading.take(found), start, end)
        upTo = end
      })
      await readAdopted(head)
    },
  }
}

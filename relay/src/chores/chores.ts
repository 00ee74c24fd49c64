// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Does the permissionless chores. Each is tried on the chain first, so that one which somebody else
 * has done, or which is not due, costs nothing; one that is refused is left alone for a while.
 * A round does so many at most, of each kind in turn, and none that takes more gas than a chore
 * should: strangers can make work for the relay, and must not be able to empty its purse with it.
 */
import type { Logger } from 'pino'
import type { Chain } from '../chain/chain.ts'
import { shortly } from '../chain/errors.ts'
import type { Env } from '../env.ts'
import type { Sender } from '../sender.ts'
import { openRegister } from './register.ts'
import {
  buyTasks,
  contributionTasks,
  decisionTasks,
  epochTasks,
  feeTasks,
  seatTasks,
  settleTasks,
  type Task,
} from './tasks.ts'

export const MOST_A_ROUND = 40
const MOST_GAS = 3_000_000n
/** The most that a transaction can take. */
const MOST_BLOCK_GAS = 16_777_216n
const PAUSE_AFTER_REFUSAL_MS = 60_000

export function openChores(services: {
  readonly chain: Chain
  readonly sender: Pick<Sender, 'send'>
  readonly env: Pick<Env, 'deployment' | 'executes'>
  readonly log: Pick<Logger, 'info' | 'warn' | 'debug'>
}) {
  const { chain, sender, env, log } = services
  const { client, account } = chain
  const { house } = env.deployment
  const logs = openRegister(chain, env)
  const pausedUntil = new Map<string, number>()

  const attempt = async ({ name, target, data, sent }: Task, mostGas: bigint): Promise<void> => {
    try {
      const need = await client.estimateGas({ account, to: target, data })
      if (need > mostGas) throw new Error(`would take ${need} gas`)
      const purpose = `chore ${name}`
      const hash = await sender.send({
        purpose,
        target,
        data,
        gas: need + need / 4n,
        share: 'half',
      })
      if (hash) log.info({ chore: name, hash }, 'did a chore')
      pausedUntil.set(name, Date.now() + PAUSE_AFTER_REFUSAL_MS / 6)
      sent?.()
    } catch (error) {
      log.debug({ chore: name, reason: shortly(error) }, 'a chore is not to be done now')
      pausedUntil.set(name, Date.now() + PAUSE_AFTER_REFUSAL_MS)
    }
  }

  const found = async (find: () => Promise<readonly Task[]>): Promise<readonly Task[]> => {
    const tasks = await find().catch((error: unknown) => {
      log.warn({ reason: shortly(error) }, 'could not look for chores')
      return []
    })
    return tasks.filter(({ name }) => !pausedUntil.has(name))
  }

  return {
    async tick(): Promise<void> {
      const register = await logs.refresh()
      const head = await chain.head()
      const now = Date.now()
      for (const [name, until] of pausedUntil) if (until < now) pausedUntil.delete(name)
      const kinds = house
        ? [
            await found(() => seatTasks(chain, house, register, head)),
            await found(() => buyTasks(chain, house, register)),
            await found(() => epochTasks(chain, house)),
            await found(() => settleTasks(chain, house, register)),
            await found(() => feeTasks(chain, house, register, head)),
            await found(async () => contributionTasks(house, register, head)),
          ]
        : []
      for (const task of inTurn(kinds).slice(0, MOST_A_ROUND)) await attempt(task, MOST_GAS)
      if (!env.executes) return
      const decided = await found(() => decisionTasks(chain, register, head))
      // a decision may do as much as a block holds: whoever set the relay to carry out knows that
      for (const task of decided.slice(0, MOST_A_ROUND)) await attempt(task, MOST_BLOCK_GAS)
    },
  }
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => list.slice(i, i + 1)),
  ).flat()
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Does the permissionless chores. Each is tried on the chain first, so that one which somebody else
 * has done, or which is not due, costs nothing; one that is refused is left alone for a while.
 */
import type { Logger } from 'pino'
import type { Chain } from '../chain/chain.ts'
import type { Env } from '../env.ts'
import { type Sender, shortly } from '../sender.ts'
import { openRegister } from './register.ts'
import { buyTasks, decisionTasks, epochTasks, seatTasks, type Task } from './tasks.ts'

const MOST_A_ROUND = 40
const PAUSE_AFTER_REFUSAL_MS = 60_000

export function openChores(services: {
  readonly chain: Chain
  readonly sender: Sender
  readonly env: Pick<Env, 'deployment' | 'executes'>
  readonly log: Logger
}) {
  const { chain, sender, env, log } = services
  const { client, account } = chain
  const { house } = env.deployment
  const logs = openRegister(chain, env)
  const refusedUntil = new Map<string, number>()

  const attempt = async ({ name, target, data }: Task): Promise<void> => {
    if (Date.now() < (refusedUntil.get(name) ?? 0)) return
    try {
      const need = await client.estimateGas({ account, to: target, data })
      const purpose = `chore ${name}`
      const hash = await sender.send({ purpose, target, data, gas: need + need / 4n })
      if (hash) log.info({ chore: name, hash }, 'did a chore')
      refusedUntil.set(name, Date.now() + PAUSE_AFTER_REFUSAL_MS / 6)
    } catch (error) {
      log.debug({ chore: name, reason: shortly(error) }, 'a chore is not to be done now')
      refusedUntil.set(name, Date.now() + PAUSE_AFTER_REFUSAL_MS)
    }
  }

  return {
    async tick(): Promise<void> {
      const register = await logs.refresh()
      const inPhyle = house
        ? [
            () => seatTasks(chain, house, register),
            () => buyTasks(chain, house, register),
            () => epochTasks(chain, house),
          ]
        : []
      const carryOut = env.executes
        ? [async () => decisionTasks(chain, register, await chain.head())]
        : []
      const now = Date.now()
      for (const [name, until] of refusedUntil) if (until < now) refusedUntil.delete(name)
      for (const find of [...inPhyle, ...carryOut]) {
        const tasks = await find().catch((error: unknown) => {
          log.warn({ reason: shortly(error) }, 'could not look for chores')
          return []
        })
        for (const task of tasks.slice(0, MOST_A_ROUND)) await attempt(task)
      }
    },
  }
}

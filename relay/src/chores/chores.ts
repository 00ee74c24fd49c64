// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Does the permissionless chores. Each is tried on the chain first, so that one which somebody else
 * has done, or which is not due, costs nothing; one that is refused waits, longer each time. A round
 * does so many at most, and none that takes more gas than a chore should: strangers can make work
 * for the relay, and must not be able to empty its purse with it.
 */
import type { Logger } from 'pino'
import type { Chain } from '../chain/chain.ts'
import { isSilence, shortly } from '../chain/errors.ts'
import type { Env } from '../env.ts'
import { PurseError } from '../purse.ts'
import { FeeTooHigh, type Sender } from '../sender.ts'
import type { LogStore } from '../store/logs.ts'
import { openBook } from './book.ts'
import { CHORE_GAS, type Chore, type Chores, type Task } from './chore.ts'
import { openScan } from './scan.ts'
import { openTurns } from './turns.ts'

export const MOST_A_ROUND = 40
/** Trying costs a question to the node, and no coin. */
const MOST_TRIED = 200
/** So many are tried side by side; they are sent one after another. */
const SIDE_BY_SIDE = 8

export function openChores(services: {
  readonly chain: Chain
  readonly sender: Pick<Sender, 'send'>
  readonly logs: LogStore
  readonly env: Pick<Env, 'deployment' | 'executes'>
  readonly log: Pick<Logger, 'info' | 'warn' | 'debug'>
  /** Of each chapter that has some. */
  readonly chores: readonly Chores[]
}) {
  const { chain, sender, env, log } = services
  const { client, account } = chain
  const chores: Chore[] = []
  const reading = openBook(env, (book) => {
    chores.push(...services.chores.flatMap((open) => open(book)))
  })
  /** By the gas that they may take: those that may cost more come after, and take no turn from others. */
  const groups = [...Map.groupBy(chores, ({ gas = CHORE_GAS }) => gas)].toSorted(([a], [b]) =>
    Number(a - b),
  )
  const scan = openScan({ ...services, reading })
  const turns = openTurns()

  /** The gas that a chore takes, or why the chain refuses it. */
  const gasOf = async ({ target, data }: Task, most: bigint): Promise<bigint | string> => {
    try {
      const need = await client.estimateGas({ account, to: target, data })
      return need > most ? `would take ${need} gas` : need
    } catch (error) {
      // that nobody answers says nothing of the chore
      if (isSilence(error)) throw error
      return shortly(error)
    }
  }

  const send = async ({ name, target, data, sent }: Task, need: bigint): Promise<void> => {
    const gas = need + need / 4n
    const hash = await sender.send({ purpose: `chore ${name}`, target, data, gas, share: 'half' })
    if (hash) log.info({ chore: name, hash }, 'did a chore')
    turns.done(name)
    sent?.()
  }

  /** Does what it can of a few, at most so many; answers how many it did. */
  const doSome = async (tasks: readonly Task[], mostGas: bigint, most: number): Promise<number> => {
    const needs = await Promise.all(tasks.map((task) => gasOf(task, mostGas)))
    let done = 0
    const refused: Task[] = []
    for (const [at, task] of tasks.entries()) {
      const need = needs[at]
      if (typeof need !== 'bigint') refused.push(task)
      else if (done < most) {
        await send(task, need)
        done += 1
      }
    }
    const before = done
    for (const task of refused) {
      // one of the others may have made way for it
      const need = before > 0 && done < most ? await gasOf(task, mostGas) : 'refused'
      if (typeof need === 'bigint') {
        await send(task, need)
        done += 1
      } else {
        log.debug({ chore: task.name, reason: need }, 'a chore is not to be done now')
        turns.refused(task.name)
      }
    }
    return done
  }

  /** Does as many as a round may. @throws PurseError and FeeTooHigh where the relay cannot pay */
  const work = async (tasks: readonly Task[], mostGas: bigint): Promise<void> => {
    let left = MOST_A_ROUND
    for (let at = 0; at < Math.min(tasks.length, MOST_TRIED) && left > 0; at += SIDE_BY_SIDE) {
      left -= await doSome(tasks.slice(at, at + SIDE_BY_SIDE), mostGas, left)
    }
  }

  const found = (find: () => Promise<readonly Task[]>): Promise<readonly Task[]> =>
    find().catch((error: unknown) => {
      log.warn({ reason: shortly(error) }, 'could not look for chores')
      return []
    })

  const round = async (): Promise<void> => {
    await scan.refresh()
    const head = await chain.head()
    for (const [gas, alike] of groups) {
      const kinds = await Promise.all(alike.map(({ find }) => found(() => find({ chain, head }))))
      await work(turns.order(kinds), gas)
    }
  }

  return {
    async tick(): Promise<void> {
      try {
        await round()
      } catch (error) {
        if (!(error instanceof PurseError) && !(error instanceof FeeTooHigh)) throw error
        log.info({ reason: error.message }, 'chores wait')
      }
    },
  }
}

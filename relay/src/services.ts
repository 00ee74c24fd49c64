// SPDX-License-Identifier: AGPL-3.0-or-later
/** Everything a relay is made of, put together once. */
import type { Logger } from 'pino'
import { openChain } from './chain/chain.ts'
import { openClock } from './chain/clock.ts'
import type { Chapter, Frame } from './chapter.ts'
import * as chapters from './chapters.ts'
import { openChores } from './chores/chores.ts'
import type { Env } from './env.ts'
import { openHealth } from './health.ts'
import { openMetrics } from './metrics.ts'
import { openPurse } from './purse.ts'
import { type Checkpoint, openSender } from './sender.ts'
import type { Database } from './store/database.ts'
import { openDocuments } from './store/documents.ts'
import { openLogStore } from './store/logs.ts'
import { openRoom } from './store/room.ts'
import { openSpending } from './store/spending.ts'
import { openTransactions } from './store/transactions.ts'

const CHAPTERS: readonly Chapter[] = Object.values(chapters)

export type Services = ReturnType<typeof openServices>

export function openServices(
  env: Env,
  database: Database,
  log: Logger,
  reached?: (point: Checkpoint) => void,
  wall: () => number = Date.now,
) {
  const chain = openChain(env)
  const clock = openClock(chain, wall)
  const transactions = openTransactions(database, chain.account.address)
  const spending = openSpending(database, chain.account.address)
  const purse = openPurse({ chain, spending, env })
  const sender = openSender({
    ...{ chain, transactions, spending, purse, env, log },
    ...(reached ? { reached } : {}),
  })
  const used = new Map<unknown, unknown>()
  const frame: Frame = {
    ...{ chain, clock, database, sender, env, log },
    roomFor: (kind, { entries, share }) =>
      openRoom(database, kind, { entries, bytes: Math.floor(env.storeBytes * share) }),
    use: <T>(open: (frame: Frame) => T): T => {
      if (!used.has(open)) used.set(open, open(frame))
      return used.get(open) as T
    },
  }
  const documents = openDocuments(
    database,
    frame.roomFor('documents', { entries: 500_000, share: 0.2 }),
  )
  // Opened before anything is settled: who sent something hears what became of it.
  const work = CHAPTERS.flatMap((one) => (one.work ? [frame.use(one.work)] : []))
  const queues = CHAPTERS.flatMap((one) => (one.queue ? [frame.use(one.queue)] : []))
  const chores = openChores({
    ...{ chain, sender, logs: openLogStore(database), env, log },
    chores: CHAPTERS.flatMap((one) => one.chores ?? []),
  })
  const health = openHealth({ chain, queues, database, purse, env, clock })
  const metrics = openMetrics(health, purse)
  return { ...frame, documents, purse, work, chores, health, metrics }
}

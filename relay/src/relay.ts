// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { DocumentType } from '@phyle/sdk/relay-api'
import type { Logger } from 'pino'
import { makeApp } from './app.ts'
import { shortly } from './chain/errors.ts'
import { type Env, SettingsError } from './env.ts'
import { type Loop, loop } from './loop.ts'
import { sameChain } from './sameChain.ts'
import type { Checkpoint } from './sender.ts'
import { openServices, type Services } from './services.ts'
import type { Documents } from './store/documents.ts'
import { openPostgres } from './store/postgres.ts'
import { openSqlite } from './store/sqlite.ts'

const TYPES: Readonly<Record<string, DocumentType>> = {
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.yaml': 'text/plain',
  '.yml': 'text/plain',
  '.toml': 'text/plain',
}

export interface Relay {
  readonly url: string
  /** When the doors are open. @throws SettingsError where they never will be */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

const SETTLE_MS = 1_000
const LOOK_AGAIN_MS = 2_000

/**
 * Answers at once how it is, and opens its doors when the past is in order: first what was under
 * way, then new work. A node that is late is waited for.
 * @throws StoreError where there is no database to begin with
 */
export async function startRelay(
  env: Env,
  log: Logger,
  reached?: (point: Checkpoint) => void,
): Promise<Relay> {
  const database = env.databaseUrl ? await openPostgres(env.databaseUrl) : openSqlite(env.dataFile)
  const services = openServices(env, database, log, reached)
  const server = serve({
    fetch: makeApp(services, env, log).fetch,
    port: env.port,
    hostname: env.host,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const { port } = server.address() as AddressInfo
  const url = `http://${env.host}:${port}`
  const stopping = new AbortController()
  const loops: Loop[] = []

  const begin = async (): Promise<void> => {
    await whenChainAnswers(stopping.signal, services, log, async () => {
      await sameChain(database, services.chain, env, log)
      if (await database.leads(`sender ${services.chain.account.address}`)) {
        await services.sender.settle()
      }
    })
    if (stopping.signal.aborted) return
    if (env.documentsFolder) await takeIn(env.documentsFolder, services.documents, log)
    services.health.waitFor(null)
    const { address } = services.chain.account
    // Of several that share a key and a database all take ballots in, and one sends.
    const leads = () => database.leads(`sender ${address}`)
    loops.push(
      loop('ballots', SETTLE_MS, log, async () => {
        if (!(await leads())) return
        await services.sender.settle()
        for (const { tick } of services.work) await tick()
      }),
      loop('chores', env.choreSeconds * 1_000, log, async () => {
        if (await leads()) await services.chores.tick()
      }),
    )
    log.info({ url, chainId: env.deployment.chainId, relay: address }, 'relay answers')
  }
  const ready = begin()
  ready.catch(() => undefined)

  return {
    url,
    ready,
    async stop() {
      stopping.abort()
      await ready.catch(() => undefined)
      await Promise.all(loops.map((running) => running.stop()))
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}

/** Does `first` as soon as the chain lets it; `/health` says meanwhile what is waited for. */
async function whenChainAnswers(
  stopping: AbortSignal,
  { health }: Services,
  log: Logger,
  first: () => Promise<void>,
): Promise<void> {
  while (!stopping.aborted) {
    try {
      return await first()
    } catch (error) {
      if (error instanceof SettingsError) throw error
      const reason = shortly(error)
      health.waitFor(`The relay waits for its node: ${reason} It goes on by itself.`)
      log.warn({ reason }, 'waiting for the node')
      await sleep(LOOK_AGAIN_MS, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
}

/** Takes in the documents of a folder, so that what the chain names can be read. */
async function takeIn(folder: string, documents: Documents, log: Logger): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new SettingsError(`PHYLE_RELAY_DOCUMENTS names no folder: ${folder}`)
  })
  let taken = 0
  for (const name of names.toSorted()) {
    const type = TYPES[extname(name)]
    if (!type) continue
    try {
      await documents.put(type, await readFile(join(folder, name)))
      taken += 1
    } catch (error) {
      log.warn({ name, reason: String(error) }, 'a document was not taken in')
    }
  }
  log.info({ folder, taken }, 'documents taken in')
}

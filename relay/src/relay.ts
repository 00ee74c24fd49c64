// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { serve } from '@hono/node-server'
import type { DocumentType } from '@phyle/sdk/relay-api'
import type { Logger } from 'pino'
import { makeApp } from './app.ts'
import type { Env } from './env.ts'
import { type Loop, loop } from './loop.ts'
import type { Checkpoint } from './sender.ts'
import { openServices, sameChain } from './services.ts'
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
  stop(): Promise<void>
}

/** Opens the doors when the past is in order: first what was under way, then new work. */
export async function startRelay(
  env: Env,
  log: Logger,
  reached?: (point: Checkpoint) => void,
): Promise<Relay> {
  const database = env.databaseUrl ? await openPostgres(env.databaseUrl) : openSqlite(env.dataFile)
  const services = openServices(env, database, log, reached)
  await sameChain(database, services, env, log)
  if (env.documentsFolder) await takeIn(env.documentsFolder, services.documents, log)
  await services.sender.settle()

  const server = serve({
    fetch: makeApp(services, env, log).fetch,
    port: env.port,
    hostname: env.host,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const loops: readonly Loop[] = [
    loop('ballots', 1_000, log, async () => {
      await services.sender.settle()
      await services.carrier.tick()
    }),
    loop('chores', env.choreSeconds * 1_000, log, () => services.chores.tick()),
  ]
  const { port } = server.address() as AddressInfo
  const url = `http://${env.host}:${port}`
  const { address } = services.chain.account
  log.info({ url, chainId: env.deployment.chainId, relay: address }, 'relay answers')

  return {
    url,
    async stop() {
      await Promise.all(loops.map((running) => running.stop()))
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}

/** Takes in the documents of a folder, so that what the chain names can be read. */
async function takeIn(folder: string, documents: Documents, log: Logger): Promise<void> {
  const names = await readdir(folder, { recursive: true })
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

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Serves what the index answers about a large federation, to be measured: from the Postgres in
 * DATABASE_URL, else from the embedded database in the folder that it is given. Says in one line of
 * JSON where it listens and what can be asked, and ends with its parent.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { sql } from 'ponder'
import { chainThatRests } from './chain.ts'
import { openDatabase } from './database.ts'
import { fill, LARGE } from './federation.ts'
import { PATHS } from './paths.ts'

const [folder = 'memory://'] = process.argv.slice(2)
const url = process.env.DATABASE_URL

await chainThatRests()
const opened = await openDatabase(
  url
    ? { kind: 'postgres', poolConfig: { connectionString: url, max: 30 } }
    : { kind: 'pglite', options: { dataDir: folder } },
)
await fill(opened, LARGE)
const { default: index } = await import('../src/api/index.ts')

const BASELINE = '/baseline'
const app = new Hono()
app.get(BASELINE, async (c) => {
  await opened.db.execute(sql`select 1`)
  return c.json({ data: null })
})
app.route('/', index)

const server = createServer(async (request, response) => {
  const answer = await app.request(request.url ?? '/')
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const told = { url: `http://127.0.0.1:${port}`, baseline: BASELINE, paths: PATHS, size: LARGE }
  process.stdout.write(`${JSON.stringify(told)}\n`)
})
process.stdin.resume().once('end', () => process.exit())

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run bench:services [-- --json] [-- --embedded] [-- --only=index|relay]`: what the services take
 * under load, beside a baseline of the same run. Kept in `bench/results/services.json` and
 * `services.md`; what is not measured stays there as it was. It fails where a route of the index is
 * slower than it may be, or answers with more than 200 kB. The index is in the Postgres of the system;
 * in its embedded database where there is none, or where that is asked for.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fromRoot } from '../scripts/paths.ts'
import { Postgres } from './services/postgres.ts'
import { measureRelay, type Relay } from './services/relay/measure.ts'
import { table as relayTable } from './services/relay/report.ts'
import { allowed, table as indexTable, isTooSlow, MOST_BYTES } from './services/report.ts'
import { measureRoutes, type Routes } from './services/routes.ts'

type Results = { readonly index?: Routes; readonly relay?: Relay }

const FILE = fromRoot('bench/results/services.json')
const json = process.argv.includes('--json')
const embedded = process.argv.includes('--embedded')
const only = process.argv.find((option) => option.startsWith('--only='))?.slice('--only='.length)

async function measureIndex(): Promise<Routes> {
  await using postgres = embedded ? undefined : await Postgres.start()
  return await measureRoutes(postgres?.url)
}

const before: Results = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
const results: Results = {
  ...before,
  ...(only !== 'relay' && { index: await measureIndex() }),
  ...(only !== 'index' && { relay: await measureRelay() }),
}
const { index, relay } = results
const parts = [...(index ? [indexTable(index)] : []), ...(relay ? [relayTable(relay)] : [])]
const text = `${JSON.stringify(results, null, 2)}\n`
const page = ['# Services', '', ...parts].join('\n')
mkdirSync(fromRoot('bench/results'), { recursive: true })
writeFileSync(FILE, text)
writeFileSync(fromRoot('bench/results/services.md'), page)
process.stdout.write(json ? text : page)
for (const row of only !== 'relay' && index ? index.rows : []) {
  const said = `${row.route}${row.query}`
  if (index && isTooSlow(row, index.baseline)) {
    console.error(`${said}: ${row.p95.toFixed(1)} ms, above ${allowed(index.baseline).toFixed(1)}`)
    process.exitCode = 1
  }
  if (row.bytes > MOST_BYTES) {
    console.error(`${said}: ${row.bytes} bytes, above ${MOST_BYTES}`)
    process.exitCode = 1
  }
}

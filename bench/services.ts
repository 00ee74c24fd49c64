// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run bench:services [-- --json] [-- --embedded]`: what the services take under load, beside a
 * baseline of the same run. Kept in `bench/results/services.json` and `services.md`. It fails where a
 * route of the index is slower than it may be, or answers with more than 200 kB. The index is in the
 * Postgres of the system; in its embedded database where there is none, or where that is asked for.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fromRoot } from '../scripts/paths.ts'
import { Postgres } from './services/postgres.ts'
import { allowed, isTooSlow, MOST_BYTES, table } from './services/report.ts'
import { measureRoutes } from './services/routes.ts'

const json = process.argv.includes('--json')
const embedded = process.argv.includes('--embedded')

await using postgres = embedded ? undefined : await Postgres.start()
const routes = await measureRoutes(postgres?.url)
const results = { index: routes }
const text = `${JSON.stringify(results, null, 2)}\n`
mkdirSync(fromRoot('bench/results'), { recursive: true })
writeFileSync(fromRoot('bench/results/services.json'), text)
writeFileSync(fromRoot('bench/results/services.md'), table(routes))
process.stdout.write(json ? text : table(routes))
for (const row of routes.rows) {
  const said = `${row.route}${row.query}`
  if (isTooSlow(row, routes.baseline)) {
    console.error(`${said}: ${row.p95.toFixed(1)} ms, above ${allowed(routes.baseline).toFixed(1)}`)
    process.exitCode = 1
  }
  if (row.bytes > MOST_BYTES) {
    console.error(`${said}: ${row.bytes} bytes, above ${MOST_BYTES}`)
    process.exitCode = 1
  }
}

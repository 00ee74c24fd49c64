// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run rehearse -- --network gnosis [--json]`: plays a real network on this machine, with a coin
 * like the real one and a public node like the real ones, and does the three jobs on it. `all` plays
 * one after another; several may be named with commas between them.
 */
import { parseArgs } from 'node:util'
import { HARDHAT, need } from '../run.ts'
import { findRunning } from '../running.ts'
import { teller } from '../start/steps.ts'
import { NETWORK_NAMES, NETWORKS, type NetworkName } from './networks.ts'

const { values } = parseArgs({
  options: { network: { type: 'string' }, json: { type: 'boolean', default: false } },
})

const isName = (name: string): name is NetworkName => NETWORK_NAMES.some((known) => known === name)

function stop(problem: string): never {
  console.error(problem)
  process.exit(2)
}

function wanted(): readonly NetworkName[] {
  const names = values.network === 'all' ? NETWORK_NAMES : (values.network ?? '').split(',')
  if (names.every(isName)) return names
  return stop(`Name a network: npm run rehearse -- --network ${NETWORK_NAMES.join('|')}|all`)
}

const names = wanted()
if (findRunning()) stop('npm start runs in this folder. End it first: its index is in the way.')

/** The report alone goes to the output where a program reads it. */
const { stderr } = process
const step = teller((text) => stderr.write(text), false)

await need(HARDHAT, 'build', '--no-tests', '--quiet')
await need('scripts/export.ts')
// What follows imports what was just written.
const { rehearse } = await import('./rehearsal.ts')
const { asJson, asText, isWell } = await import('./report.ts')
const all = []
for (const name of names) {
  const rehearsal = await rehearse(NETWORKS[name], step)
  if (!values.json) console.log(`\n${asText(rehearsal)}\n`)
  all.push(rehearsal)
}
if (values.json) console.log(JSON.stringify(all.map(asJson), null, 2))
process.exit(all.every(isWell) ? 0 : 1)

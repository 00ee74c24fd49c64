// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run rehearse -- --network gnosis [--json]`: plays a real network on this machine, with a coin
 * like the real one and a public node like the real ones, and does the three jobs on it. `all` plays
 * one after another; several may be named with commas between them.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { fromRoot } from '../paths.ts'
import { HARDHAT, need } from '../run.ts'
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

await need(HARDHAT, 'build', '--no-tests', '--quiet')
await need('scripts/export.ts')

const [first, ...others] = names
if (first !== undefined && others.length === 0) await playOne(first)
else await playInTurn()

/** The report alone goes to the output, where a program may read it. */
async function playOne(name: NetworkName): Promise<never> {
  // Imported late: it needs what was just written.
  const { rehearse } = await import('./rehearsal.ts')
  const { asJson, asText, isWell } = await import('./report.ts')
  const step = teller((text) => process.stderr.write(text), false)
  const rehearsal = await rehearse(NETWORKS[name], step)
  console.log(
    values.json ? JSON.stringify([asJson(rehearsal)], null, 2) : `\n${asText(rehearsal)}\n`,
  )
  process.exit(isWell(rehearsal) ? 0 : 1)
}

/** Each network has a process of its own, so that nothing of one is left for the next. */
async function playInTurn(): Promise<never> {
  const reports: unknown[] = []
  let failed = 0
  for (const name of names) {
    const { status, said } = await playAlone(name)
    if (status !== 0) failed += 1
    if (!values.json) process.stdout.write(said)
    else if (said !== '') reports.push(...(JSON.parse(said) as unknown[]))
  }
  if (values.json) console.log(JSON.stringify(reports, null, 2))
  process.exit(failed === 0 ? 0 : 1)
}

async function playAlone(name: NetworkName): Promise<{ status: number; said: string }> {
  const args = ['--network', name, ...(values.json ? ['--json'] : [])]
  const child = spawn(process.execPath, [fromRoot('scripts/rehearse/main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [status]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { status: status ?? 1, said }
}

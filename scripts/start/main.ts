// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm start`: everything a newcomer needs, on this machine alone. `-- --port N` moves the page. */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { HARDHAT } from '../run.ts'
import { Service } from './service.ts'
import { step } from './steps.ts'

const { values } = parseArgs({ options: { port: { type: 'string' } } })
const house = new AsyncDisposableStack()

/** Resolves with the first signal; later ones change nothing, since the end is on its way. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
})

async function compile(): Promise<void> {
  const build = { name: 'The compiler', program: HARDHAT, args: ['build', '--no-tests'] }
  await house.use(new Service(build)).finishes()
  await house
    .use(new Service({ name: 'The export of ABIs', program: 'scripts/export.ts' }))
    .finishes()
}

async function serve(): Promise<never> {
  await step('Compile', compile)
  // The modules below import files that were just written.
  const { DEFAULT_PORTS, startStack } = await import('./stack.ts')
  const app = Number(values.port ?? DEFAULT_PORTS.app)
  const { url, failure } = await startStack(house, { ...DEFAULT_PORTS, app })
  console.log(`\nReady: ${url}\nCtrl-C ends it.`)
  return failure
}

const outcome = await Promise.race([
  asked.then(() => undefined),
  serve().catch(async (error: unknown) => {
    // Ctrl-C ends the services too: their end may be seen before the signal is.
    const wasAsked = await Promise.race([asked.then(() => true), wait(300, false)])
    return wasAsked ? undefined : error
  }),
])
if (outcome !== undefined)
  console.error(`\n${outcome instanceof Error ? outcome.message : outcome}`)
await house.disposeAsync()
process.exit(outcome === undefined ? 0 : 1)

// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import { HARDHAT } from '../run.ts'
import { teller } from '../start/steps.ts'
import { findChromium } from './chromium.ts'
import { findFirefox } from './firefox.ts'
import { counted, NONE, type Outcome, type Part, together } from './part.ts'
import { needServers } from './servers.ts'
import type { Say } from './voices.ts'

/** How the files of a workspace are run: what they load costs more than most tests do. */
const RUNNERS = {
  together: ['scripts/test/oneProcess.ts'],
  /** For what reads its settings when it is loaded. */
  apart: ['--test'],
}

/** Tests of a workspace that run in plain Node. */
async function nodeTests(workspace: string, how: keyof typeof RUNNERS, say: Say): Promise<Outcome> {
  const files = await Array.fromAsync(
    glob(`${workspace}/**/*.test.ts`, {
      cwd: fromRoot(),
      exclude: (name) => name === 'node_modules',
    }),
  )
  if (files.length === 0) return NONE
  return counted(['--test-reporter=spec', ...RUNNERS[how], ...files.toSorted()], { say })
}

/** The app in real browsers, against everything that `npm start` starts. */
async function stories(say: Say): Promise<Outcome> {
  const chromium = await findChromium()
  const firefox = findFirefox()
  if (!firefox) {
    say('There is no Firefox here that will do: the stories in Firefox are left out.\n')
  }
  // Imported late: it needs what the build writes.
  const { DEFAULT_PORTS, startStack } = await import('../start/stack.ts')
  await using house = new AsyncDisposableStack()
  const { url } = await startStack(house, DEFAULT_PORTS, teller(say, false))
  let whole = NONE
  for (const project of ['side by side', 'in turn', ...(firefox ? ['Firefox'] : []), 'at last']) {
    const outcome = await counted(
      [
        fromRoot('node_modules/@playwright/test/cli.js'),
        ...['test', '-c', 'test/e2e', `--project=${project}`, `--output=test-results/${project}`],
      ],
      {
        say,
        // An empty name is none: not even one that was there before.
        env: { PHYLE_CHROMIUM: chromium, PHYLE_FIREFOX: firefox ?? '', PHYLE_URL: url },
      },
    )
    whole = together(whole, outcome)
  }
  return whole
}

const contracts: Part = {
  name: 'contracts',
  title: 'Contracts: Solidity and Mocha',
  run: (say) => counted([HARDHAT, 'test', '--no-compile'], { say }),
}

const vectors: Part = {
  name: 'vectors',
  title: 'Vectors: contracts and model',
  run: (say) => counted(['scripts/vectors.ts', '--built'], { say }),
}

const app: Part = {
  name: 'app',
  title: 'App: parts',
  run: (say) =>
    counted([fromRoot('node_modules/vitest/vitest.mjs'), 'run'], {
      say,
      cwd: 'frontend',
      // The server of the stories, in this process, says `production`: React tests nothing then.
      env: { NODE_ENV: 'test' },
    }),
}

const workspace = (name: string, title: string, how: keyof typeof RUNNERS): Part => ({
  name,
  title,
  run: (say) => nodeTests(name, how, say),
})

const relay: Part = {
  name: 'relay',
  title: 'Relay',
  run: (say) => {
    needServers()
    return nodeTests('relay', 'together', say)
  },
}

/**
 * Lanes run side by side; in a lane one part runs after another. The stories wait most of the time,
 * for the browser and for the chain: the other lane works meanwhile.
 */
export const LANES: readonly (readonly Part[])[] = [
  [
    contracts,
    vectors,
    workspace('sdk', 'Sdk', 'together'),
    relay,
    workspace('indexer', 'Indexer', 'apart'),
    app,
  ],
  [{ name: 'e2e', title: 'App: stories in Chromium and Firefox', run: stories }],
]

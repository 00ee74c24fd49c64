// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob } from 'node:fs/promises'
import { fromRoot } from '../paths.ts'
import { HARDHAT } from '../run.ts'
import { findChromium } from './chromium.ts'
import { counted, type Outcome, type Part } from './part.ts'

/** Tests of a workspace that run in plain Node. */
async function nodeTests(workspace: string): Promise<Outcome> {
  const files = await Array.fromAsync(
    glob(`${workspace}/**/*.test.ts`, {
      cwd: fromRoot(),
      exclude: (name) => name === 'node_modules',
    }),
  )
  if (files.length === 0) return { passed: 0, failed: 0 }
  return counted(['--test', '--test-reporter=spec', ...files.toSorted()])
}

/** The app in a real browser, against everything that `npm start` starts. */
async function stories(): Promise<Outcome> {
  const chromium = await findChromium()
  // Imported late: it needs what the build writes.
  const { DEFAULT_PORTS, startStack } = await import('../start/stack.ts')
  await using house = new AsyncDisposableStack()
  const { url } = await startStack(house, DEFAULT_PORTS)
  return await counted(
    [fromRoot('node_modules/@playwright/test/cli.js'), 'test', '-c', 'test/e2e'],
    {
      env: { PHYLE_CHROMIUM: chromium, PHYLE_URL: url },
    },
  )
}

export const PARTS: readonly Part[] = [
  {
    name: 'contracts',
    title: 'Contracts: Solidity and Mocha',
    run: () => counted([HARDHAT, 'test']),
  },
  {
    name: 'vectors',
    title: 'Vectors: contracts and model',
    run: () => counted(['scripts/vectors.ts']),
  },
  { name: 'sdk', title: 'Sdk', run: () => nodeTests('sdk') },
  { name: 'relay', title: 'Relay', run: () => nodeTests('relay') },
  { name: 'indexer', title: 'Indexer', run: () => nodeTests('indexer') },
  {
    name: 'app',
    title: 'App: parts',
    run: () => counted([fromRoot('node_modules/vitest/vitest.mjs'), 'run'], { cwd: 'frontend' }),
  },
  { name: 'e2e', title: 'App: stories in Chromium', run: stories },
]

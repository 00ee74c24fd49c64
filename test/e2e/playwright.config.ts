// SPDX-License-Identifier: AGPL-3.0-or-later
import { dirname, join } from 'node:path'
import { defineConfig, type Project } from '@playwright/test'

const { PHYLE_URL, PHYLE_CHROMIUM, PHYLE_FIREFOX } = process.env
if (!PHYLE_URL || !PHYLE_CHROMIUM) {
  throw new Error('Run the stories with: npm test -- e2e (it starts the app and finds the browser)')
}

const chromium: Project['use'] = {
  launchOptions: {
    executablePath: PHYLE_CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
}

/** All stories act on one chain. These leave its time, its blocks and the postbox alone. */
const sideBySide: Project = { name: 'side by side', testMatch: '1-*.spec.ts', use: chromium }

/** These move the time of the chain, or stop it, one after another. */
const inTurn: Project = {
  name: 'in turn',
  testMatch: '[2-7]-*.spec.ts',
  workers: 1,
  use: chromium,
}

/**
 * These take decisions that need months: after them the accounts of the year are overdue, and no
 * co-op can offer bonds.
 */
const atLast: Project = { ...inTurn, name: 'at last', testMatch: '[89]-*.spec.ts' }

/** The main jobs once more, in a Firefox as people have it. */
const firefox: Project = {
  name: 'Firefox',
  workers: 1,
  testMatch: 'firefox/*.spec.ts',
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: join(import.meta.dirname, 'firefox/bridge.mjs'),
      // The bridge runs in this Node, wherever it is.
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
      firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 },
    },
  },
}

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  // Long enough for a machine that is busy with other things: what passes does not wait for it.
  timeout: 360_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    baseURL: PHYLE_URL,
    actionTimeout: 60_000,
    // What a page asks through one, a story could not answer in its place. One story lets them.
    serviceWorkers: 'block',
    // A trace costs a third of the time of a story: `--trace on` asks for it.
    screenshot: 'only-on-failure',
  },
  projects: [sideBySide, inTurn, ...(PHYLE_FIREFOX ? [firefox] : []), atLast],
})

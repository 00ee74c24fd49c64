// SPDX-License-Identifier: AGPL-3.0-or-later
import { dirname, join } from 'node:path'
import { defineConfig, type Project } from '@playwright/test'

const { PHYLE_URL, PHYLE_CHROMIUM, PHYLE_FIREFOX } = process.env
if (!PHYLE_URL || !PHYLE_CHROMIUM) {
  throw new Error('Run the stories with: npm test -- e2e (it starts the app and finds the browser)')
}

const chromium: Project = {
  name: 'Chromium',
  testIgnore: 'firefox/**',
  use: {
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
  },
}

/** The main jobs once more, in a Firefox as people have it. It is told after all else. */
const firefox: Project = {
  name: 'Firefox',
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
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // All stories act on one chain, whose time they move.
  workers: 1,
  // Long enough for a machine that is busy with other things: what passes does not wait for it.
  timeout: 360_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    baseURL: PHYLE_URL,
    actionTimeout: 60_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: PHYLE_FIREFOX ? [chromium, firefox] : [chromium],
})

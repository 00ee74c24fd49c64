// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from '@playwright/test'

const { PHYLE_URL, PHYLE_CHROMIUM } = process.env
if (!PHYLE_URL || !PHYLE_CHROMIUM) {
  throw new Error('Run the stories with: npm test -- e2e (it starts the app and finds the browser)')
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
})

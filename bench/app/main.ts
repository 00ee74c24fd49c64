// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run bench:app`: how long the built app takes for what people wait for. `--json` tells the
 * figures alone. The services behind it are made up and answer at once.
 */
import { chromium } from '@playwright/test'
import { fromRoot } from '../../scripts/paths.ts'
import { need } from '../../scripts/run.ts'
import { findChromium } from '../../scripts/test/chromium.ts'
import { measureFirstPaint } from './firstPaint.ts'
import { measureRecount } from './recount.ts'
import { serve } from './server.ts'
import { voteOf } from './vote.ts'

const BALLOTS = 10_000
const folder = fromRoot('frontend/dist')

await need('node_modules/vite/bin/vite.js', 'build', fromRoot('frontend'), '--logLevel', 'warn')
const vote = await voteOf(BALLOTS)
await using server = await serve(folder, vote)
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const figures = {
    firstPage: await measureFirstPaint(browser, server.url),
    recount: await measureRecount(browser, server, folder, vote),
  }
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(figures, null, 2))
  } else {
    const { firstPage, recount } = figures
    console.log(
      `First page on a slow phone: first words after ${firstPage.painted.toFixed(1)} s, usable after ${firstPage.usable.toFixed(1)} s (${firstPage.requests} requests, ${firstPage.kB.toFixed(0)} kB)`,
    )
    console.log(
      `Recount of ${recount.ballots} ballots: ${recount.seconds.toFixed(1)} s (${recount.processorSeconds.toFixed(1)} s of the processor), longest task in the page ${recount.longestTask.toFixed(0)} ms, ${recount.same ? 'same' : 'NOT the same'} as the official count`,
    )
  }
} finally {
  await browser.close()
}

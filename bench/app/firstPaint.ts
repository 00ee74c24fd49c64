// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser } from '@playwright/test'

/** A slow phone on a slow line: a quarter of this processor, 400 kbit/s, 400 ms to and fro. */
const SLOWER = 4
const BYTES_A_SECOND = 400_000 / 8
const LATENCY_MS = 400

export interface FirstPaintFigures {
  /** Seconds until the browser showed the first words. */
  readonly painted: number
  /** Seconds until the app itself had taken over, so that all can be used. */
  readonly usable: number
  readonly requests: number
  /** That came over the line until then. */
  readonly kB: number
}

/** Opens the first page as somebody who was never there. */
export async function measureFirstPaint(browser: Browser, url: string): Promise<FirstPaintFigures> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  let bytes = 0
  let requests = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('#page h1').waitFor({ timeout: 120_000 })
  const usable = await page.evaluate(() => performance.now())
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  const figures = { painted: painted / 1_000, usable: usable / 1_000, requests, kB: bytes / 1_000 }
  await context.close()
  return figures
}

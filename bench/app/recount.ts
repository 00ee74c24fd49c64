// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { MEMBERSHIP, type Vote } from './vote.ts'

export interface RecountFigures {
  readonly ballots: number
  readonly seconds: number
  /** Of all cores, in the browser's pages and workers: it does not grow when the machine is busy. */
  readonly processorSeconds: number
  /** Milliseconds of the longest task in the page meanwhile. */
  readonly longestTask: number
  readonly same: boolean
}

/** What the pages of a browser have taken of all cores so far. */
async function processorSeconds(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/** Has the worker of the built app count a vote, from a page that does nothing else. */
export async function measureRecount(
  browser: Browser,
  { url, settings }: { url: string; settings: object },
  folder: string,
  vote: Vote,
): Promise<RecountFigures> {
  const files = await readdir(join(folder, 'assets'))
  const worker = files.find((name) => name.startsWith('counting.worker'))
  if (worker === undefined) throw new Error('the built app has no worker that counts')
  const page = await browser.newPage()
  await page.goto(`${url}mark.svg`)
  const at = (path: string) => new URL(path, url).href.replace(/\/$/, '')
  const order: unknown = {
    settings: {
      ...settings,
      local: false,
      rpcUrls: [at('rpc')],
      indexerUrl: at('index'),
      relayUrl: at('relay'),
    },
    proposal: vote.proposal,
    membership: MEMBERSHIP,
  }
  const before = await processorSeconds(browser)
  const figures = await page.evaluate(
    async ({ script, order }) => {
      let longestTask = 0
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
      }).observe({ entryTypes: ['longtask'] })
      const started = performance.now()
      const counting = new Worker(script, { type: 'module' })
      type News = { result?: { same: boolean; count: { checked: number } }; refusal?: unknown }
      const news = await new Promise<News>((resolve, reject) => {
        counting.onmessage = ({ data }: MessageEvent<News & { progress?: unknown }>) => {
          if (!data.progress) resolve(data)
        }
        counting.onerror = ({ message }) => reject(new Error(message))
        counting.postMessage(order)
      })
      if (!news.result) throw new Error(JSON.stringify(news.refusal))
      const seconds = (performance.now() - started) / 1_000
      return { ballots: news.result.count.checked, seconds, longestTask, same: news.result.same }
    },
    { script: `${url}assets/${worker}`, order },
  )
  const after = await processorSeconds(browser)
  await page.close()
  return { ...figures, processorSeconds: after - before }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** A device that loses its connection: what was seen stays, and says from when it is. */
import { expect, PHONE, settled, test } from './kit/story.ts'

test('Without a connection the app opens with its last figures, and says from when they are', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    viewport: PHONE,
    locale: 'en-GB',
    timezoneId: 'UTC',
    serviceWorkers: 'allow',
  })
  const page = await context.newPage()
  await page.goto('./')
  await settled(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto('#/decisions')
  await settled(page)
  const first = page.getByRole('main').getByRole('link', { name: /\S/ }).first()
  await expect(first).toBeVisible()
  // Once more, now that the device keeps what it is told.
  await page.reload()
  await settled(page)
  const title = (await first.textContent()) ?? ''

  await context.setOffline(true)
  await page.reload()
  await settled(page)
  await expect(page.getByText(/^You are offline\. What you see is as of /)).toBeVisible()
  await expect(page.getByRole('main').getByText(title).first()).toBeVisible()

  await context.setOffline(false)
  await expect(page.getByText(/^This page was opened without a connection/)).toBeVisible()
  await page.getByRole('button', { name: 'Load the page again' }).click()
  await settled(page)
  await expect(page.getByText(/without a connection|You are offline/)).toHaveCount(0)
  await context.close()
})

test('The app can be installed', async ({ request }) => {
  const manifest = await (await request.get('./manifest.webmanifest')).json()
  expect(manifest).toMatchObject({ name: 'Phyle', display: 'standalone', start_url: './' })
  for (const { src } of manifest.icons) expect((await request.get(src)).ok(), src).toBe(true)
})

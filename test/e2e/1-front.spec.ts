// SPDX-License-Identifier: AGPL-3.0-or-later
/** The first page, while there is something open to show on it. */
import { expect, PHONE, settled, test, welcomes } from './kit/story.ts'

test('A newcomer reads in one screen what this is, with what happens right now', async ({
  look,
}) => {
  for (const screen of [undefined, PHONE]) {
    const page = await look(screen)
    await page.goto('./')
    await settled(page)
    await expect(page.getByRole('heading', { name: 'Right now' })).toBeInViewport()
    await expect(page.getByRole('article').first()).toBeInViewport()
    await welcomes(page)
  }
  const page = await look()
  await page.route('**/index/**', (route) => route.abort())
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/decide, lend and share/)
  await expect(page.getByRole('heading', { name: 'Right now' })).toHaveCount(0)
})

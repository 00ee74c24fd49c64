// SPDX-License-Identifier: AGPL-3.0-or-later
/** When some of what the app asks does not answer: one voice says so, and no page stays empty. */
import { be, expect, settled, test } from './kit/story.ts'

const SERVICES = { network: '**/rpc', overview: '**/index/**', postbox: '**/relay/**' } as const
type Service = keyof typeof SERVICES

const all = Object.keys(SERVICES) as readonly Service[]
const silences = [1, 2, 3, 4, 5, 6, 7].map((bits) => all.filter((_, at) => bits & (1 << at)))

const SAYS: Readonly<Record<string, string>> = {
  network: 'The network does not answer.',
  overview: 'The overview does not answer',
  postbox: 'The postbox that carries votes for free does not answer.',
  'network overview': 'Neither the network nor the overview answers.',
  'network postbox': 'Neither the network nor the postbox answers.',
  'overview postbox': 'Neither the overview nor the postbox answers',
  'network overview postbox': 'Nothing answers',
}

const PAGES = ['#/', '#/decisions', '#/money']
const MORE_PAGES = ['#/coops', '#/bonds', '#/commons', '#/federation']

for (const silent of silences) {
  const name = silent.join(' ')
  test(`Without ${silent.join(', ')} one voice says what works, and no page waits for ever`, async ({
    look,
  }) => {
    const page = await look()
    await page.goto('./')
    await be(page, 'Ada Moreau')
    for (const service of silent) await page.route(SERVICES[service], (route) => route.abort())
    await page.reload()
    const voice = page.getByRole('status').filter({ hasText: /answer/ })
    for (const path of silent.length === all.length ? [...PAGES, ...MORE_PAGES] : PAGES) {
      await page.goto(path)
      await expect(voice).toContainText(SAYS[name] ?? '', { timeout: 60_000 })
      await expect(voice.locator('> div')).toHaveCount(1)
      await settled(page)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main')).toContainText(/\w+ \w+ \w+/)
    }
  })
}
